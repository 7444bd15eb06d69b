"""The paired test: scipy's numbers, the gate, and what flips with the outlets."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest
from scipy import stats

from analysis.compare.arrays import Floats
from analysis.compare.matched.paired import event_differences, paired
from analysis.compare.matched.sign_flip import sign_flip, smallest_p
from analysis.settings import CompareSettings

SETTINGS = CompareSettings()
KEY = {"measure": "wording tone", "instrument": "vader", "voice": "all", "target": ""}


def differences(events: int, measures: int = 1, shift: float = 0.3) -> Floats:
    return np.random.default_rng(7).normal(shift, 0.5, size=(events, measures))


def by_event(values: Floats, outlet: str = "Gazette", other: str = "Herald") -> pd.DataFrame:
    return pd.DataFrame(
        [
            {**KEY, "target": str(measure), "outlet": outlet, "other": other, "event": event + 1, "pairs": 2,
             "difference": round(value, 6)}
            for (event, measure), value in np.ndenumerate(values) if not np.isnan(value)
        ]
    )  # fmt: skip


def outcome(rows: pd.DataFrame) -> pd.DataFrame:
    return paired(rows, settings=SETTINGS, rng=np.random.default_rng(1))


@pytest.mark.parametrize("events", [6, 9, 12])
def test_the_exact_p_is_scipy_s(events: int) -> None:
    values = differences(events)
    expected = stats.permutation_test(
        (values[:, 0],),
        lambda sample: float(np.mean(sample)),
        permutation_type="samples",
        n_resamples=2**13,
        alternative="two-sided",
    ).pvalue
    found = sign_flip(values, settings=SETTINGS, rng=np.random.default_rng(0))
    assert found.alone[0] == pytest.approx(expected, abs=1e-9)
    assert found.within_family[0] == pytest.approx(expected, abs=1e-9)


def test_drawn_flips_come_near_the_exact_p_and_count_the_observed_one() -> None:
    values = differences(14, shift=0.1)
    exact = sign_flip(values, settings=SETTINGS, rng=np.random.default_rng(0)).alone[0]
    drawn = sign_flip(
        values, settings=CompareSettings(exact_up_to=10, permutations=20_000), rng=np.random.default_rng(0)
    ).alone[0]
    assert drawn == pytest.approx(exact, abs=0.02)
    far = sign_flip(np.ones((30, 1)), settings=CompareSettings(permutations=99), rng=np.random.default_rng(0))
    assert far.alone[0] == pytest.approx(1 / 100)


def test_max_t_is_never_below_the_uncorrected_p() -> None:
    found = sign_flip(differences(10, 5), settings=SETTINGS, rng=np.random.default_rng(0))
    assert (found.within_family >= found.alone - 1e-12).all()
    assert (found.within_family > found.alone + 1e-12).any()


def test_no_difference_has_p_one() -> None:
    found = sign_flip(np.zeros((8, 2)), settings=SETTINGS, rng=np.random.default_rng(0))
    assert found.alone.tolist() == [1.0, 1.0]
    assert found.within_family.tolist() == [1.0, 1.0]


def test_the_smallest_p_is_two_in_all_flips() -> None:
    assert [smallest_p(n, SETTINGS) for n in (0, 1, 5, 6)] == [1.0, 1.0, 2 / 32, 2 / 64]
    assert smallest_p(40, CompareSettings(permutations=999)) == pytest.approx(1 / 1000)


def test_with_five_events_nothing_but_the_difference_is_given() -> None:
    row = outcome(by_event(np.full((5, 1), 0.5))).iloc[0]
    assert row["verdict"] == "descriptive only"
    assert row["difference"] == 0.5
    assert row["smallest_p"] == 2 / 32
    assert row[["low", "high", "p", "p_alone", "q"]].isna().all()


def test_six_equal_events_reach_the_smallest_p() -> None:
    row = outcome(by_event(np.full((6, 1), 0.5))).iloc[0]
    assert row["p"] == row["q"] == pytest.approx(2 / 64, abs=1e-6)
    assert row["verdict"] == "supported"


def test_the_interval_is_student_s_over_the_events() -> None:
    values = differences(9)
    row = outcome(by_event(values)).iloc[0]
    expected = stats.ttest_1samp(values[:, 0].round(6), 0).confidence_interval()
    assert (row["low"], row["high"]) == pytest.approx((expected.low, expected.high), abs=2e-6)


def test_swapping_the_outlets_flips_the_difference_and_keeps_the_p() -> None:
    values = differences(8, 3)
    one, other = outcome(by_event(values)), outcome(by_event(-values, "Herald", "Gazette"))
    assert one["difference"].tolist() == [-value for value in other["difference"]]
    assert one["p"].tolist() == other["p"].tolist()
    assert one["low"].tolist() == pytest.approx([-value for value in other["high"]])


def test_the_order_of_rows_does_not_matter() -> None:
    rows = by_event(differences(8, 3))
    assert outcome(rows.sample(frac=1, random_state=3)).equals(outcome(rows))


def test_a_measure_that_some_events_lack_is_tested_on_the_others() -> None:
    values = differences(9, 2)
    values[:2, 1] = np.nan
    rows = outcome(by_event(values)).set_index("target")
    assert rows["events"].to_dict() == {"0": 9, "1": 7}
    alone = sign_flip(values[2:, 1:], settings=SETTINGS, rng=np.random.default_rng(0)).alone[0]
    assert rows.loc["1", "p_alone"] == pytest.approx(alone, abs=1e-6)


def test_two_pairs_of_outlets_are_corrected_across() -> None:
    strong = by_event(np.full((8, 1), 0.5))
    weak = by_event(np.array([[0.5], [-0.4], [0.3], [-0.6], [0.2], [-0.1], [0.4]]), "Gazette", "Tribune")
    rows = outcome(pd.concat([strong, weak])).set_index("other")
    assert rows.loc["Herald", "p"] == pytest.approx(2 / 256, abs=1e-6)
    assert rows.loc["Herald", "q"] == pytest.approx(4 / 256, abs=1e-6)


def test_an_event_is_the_mean_over_its_pairs() -> None:
    matches = pd.DataFrame(
        [(1, "a", "b"), (1, "c", "d"), (2, "e", "f"), (0, "g", "h")],
        columns=["event", "first_id", "second_id"],
    ).assign(first_outlet="Gazette", second_outlet="Herald")
    worth = {"a": 0.4, "b": 0.0, "c": 0.2, "d": 0.4, "e": -0.5, "f": 0.5, "g": 1.0, "h": -1.0}
    values = pd.DataFrame([{**KEY, "paragraph_id": name, "value": value} for name, value in worth.items()])
    rows = event_differences(matches, values).set_index("event")
    assert rows["difference"].to_dict() == {1: pytest.approx(0.1), 2: -1.0}
    assert rows["pairs"].to_dict() == {1: 2, 2: 1}


def test_nothing_matched_gives_empty_tables() -> None:
    assert outcome(
        event_differences(
            pd.DataFrame(columns=["event", "first_id", "second_id", "first_outlet", "second_outlet"]),
            pd.DataFrame(columns=[*KEY, "paragraph_id", "value"]),
        )
    ).empty
