"""The audit: it counts what the comparison calls when labels mean nothing, and what others would call."""

from __future__ import annotations

import dataclasses
import itertools

import numpy as np
import pandas as pd
import pytest
from scipy import stats

from analysis import tables
from analysis.compare.relabelings import Relabelings, relabelled_sums
from analysis.compare.self_audit import (
    ANYWHERE,
    CORRECTED,
    INDEPENDENT,
    MEASURES,
    OWN,
    RANKS,
    Material,
    affordable,
    clopper_pearson,
    reduced,
    self_audit,
)
from analysis.settings import CompareSettings
from tests.compare.studies import Spoken, Study, by, random_study, study

SETTINGS = CompareSettings(audits=40)


def _material(made: Study) -> Material:
    """The sums and word counts of a study."""
    return Material(made.sums(0, 1, 2), made.aggregates().voice_counts({}))


def _audited(made: Study, settings: CompareSettings = SETTINGS, seed: int = 1) -> pd.DataFrame:
    return self_audit(_material(made), settings=settings, rng=np.random.default_rng(seed))


def _clustered(sizes: dict[str, int], *, shift: float = 0.0) -> Study:
    """Articles with a subject, a mood and favourite words of their own; the first outlet's are moved by `shift`."""
    rng = np.random.default_rng(11)
    words = np.array([f"{first}{second}ing" for first in "bcdfg" for second in "aeiou"])
    articles = {}
    for place, (outlet, size) in enumerate(sizes.items()):
        for number in range(size):
            subject, mood = rng.dirichlet([0.4, 0.4, 0.4]), rng.normal(shift if place == 0 else 0.0, 0.3)
            favourites = rng.dirichlet(np.full(len(words), 0.3))
            articles[f"{outlet}{number:02d}"] = (
                outlet,
                [(int(rng.choice(3, p=subject)), [_sentence(rng, mood, " ".join(rng.choice(words, 9, p=favourites)))])
                 for _ in range(12)],
            )  # fmt: skip
    return study(articles)


def _sentence(rng: np.random.Generator, mood: float, text: str) -> Spoken:
    """One sentence of narration in a mood."""
    return "narration", round(float(np.clip(rng.normal(mood, 0.2), -1, 1)), 4), text


@pytest.fixture(scope="module")
def null() -> pd.DataFrame:
    """The audit of ten articles against ten that differ in nothing but by article."""
    return _audited(_clustered({"x": 10, "y": 10}))


def test_the_study_itself_seldom_calls_a_difference_and_naive_analyses_nearly_always_do(
    null: pd.DataFrame,
) -> None:
    rows = by(null, "procedure", "family")
    for family in (MEASURES, "words, all"):
        own = rows[OWN, family]
        # The interval of the rate reaches down to alpha: 40 tries cannot tell the rate from .05.
        assert own["low"] <= 0.05, family
        assert own["tests"] > 0
    # All measures and the words of two voices are three decisions, each at alpha.
    assert rows[OWN, ANYWHERE]["low"] <= 3 * 0.05
    assert rows[INDEPENDENT, MEASURES]["share"] >= 0.9
    assert rows[INDEPENDENT, "words, all"]["share"] >= 0.9
    assert rows[CORRECTED, ANYWHERE]["share"] >= 0.8
    assert rows[INDEPENDENT, MEASURES]["called_share"] > 5 * 0.05


def test_a_real_difference_does_not_raise_the_rate_under_labels_that_mean_nothing() -> None:
    rows = by(_audited(_clustered({"x": 8, "y": 8}, shift=1.5)), "procedure", "family")
    assert rows[OWN, MEASURES]["low"] <= 0.05
    assert rows[OWN, MEASURES]["share"] <= 0.2


def test_the_table_adds_up(null: pd.DataFrame) -> None:
    tables.check(null, "self_audit")
    rows = by(null, "procedure", "family")
    for procedure in (OWN, INDEPENDENT, CORRECTED):
        families = {name: row for (who, name), row in rows.items() if who == procedure}
        words = [name for name in families if name.startswith("words, ")]
        single = [name for name in families if name not in {ANYWHERE, MEASURES, *words}]
        for column in ("tests", "called"):
            assert families[MEASURES][column] == sum(families[name][column] for name in single)
            assert families[ANYWHERE][column] == sum(families[name][column] for name in (MEASURES, *words))
        assert families[ANYWHERE]["with_any"] >= max(
            families[name]["with_any"] for name in (MEASURES, *words)
        )
        assert families[ANYWHERE]["with_any"] <= sum(
            families[name]["with_any"] for name in (MEASURES, *words)
        )
    assert null["relabelings"].tolist() == [40] * len(null)
    assert not null["every"].any()


def test_three_against_one_against_one_is_dealt_out_in_all_twenty_ways_and_never_tested() -> None:
    table = _audited(_clustered({"x": 3, "y": 1, "z": 1}))
    assert set(table["relabelings"]) == {20}
    assert table["every"].all()
    assert table[["low", "high"]].isna().all(axis=None), "all ways are known, nothing is estimated"
    own = table[table["procedure"] == OWN]
    assert own["tests"].sum() == own["called"].sum() == own["with_any"].sum() == 0
    assert own["called_share"].isna().all()
    naive = by(table, "procedure", "family")[INDEPENDENT, ANYWHERE]
    assert naive["with_any"] == 20


def test_the_same_seed_gives_the_same_table_and_the_order_of_rows_does_not_matter() -> None:
    made, few = _clustered({"x": 5, "y": 5}), dataclasses.replace(SETTINGS, audits=3)
    mixed = Study(**{name: table.sample(frac=1, random_state=2) for name, table in made.tables().items()})
    pd.testing.assert_frame_equal(_audited(made, few), _audited(mixed, few))


def test_every_relabeling_is_told_of() -> None:
    steps: list[tuple[int, int]] = []
    material = _material(_clustered({"x": 3, "y": 2}))
    self_audit(
        material, settings=SETTINGS, rng=np.random.default_rng(1), progress=lambda *step: steps.append(step)
    )
    assert steps == [(done, 10) for done in range(1, 11)]


@pytest.mark.parametrize("sizes", [{"x": 4}, {"x": 2, "y": 2}])
def test_one_outlet_or_no_audits_have_no_rows(sizes: dict[str, int]) -> None:
    settings = dataclasses.replace(SETTINGS, audits=0 if len(sizes) > 1 else 5)
    assert _audited(_clustered(sizes), settings).empty


def test_random_relabelings_keep_the_number_of_articles_of_each_outlet() -> None:
    design = random_study({"x": 9, "y": 6, "z": 5}).texts().design
    found = Relabelings.of(design, most=7, rng=np.random.default_rng(3))
    assert found.labels.shape == (7, 20)
    assert all(np.bincount(row).tolist() == [9, 6, 5] for row in found.labels)
    assert len({tuple(row) for row in found.labels.tolist()}) == 7


def test_few_ways_are_all_gone_through_once() -> None:
    design = random_study({"x": 2, "y": 2}).texts().design
    found = Relabelings.of(design, most=6, rng=np.random.default_rng(3))
    assert found.every
    assert sorted(map(tuple, found.labels.tolist())) == sorted(set(itertools.permutations([0, 0, 1, 1])))


def test_the_topics_that_are_shared_are_those_of_the_labels() -> None:
    ours = [("narration", 0.1, "We say.")]
    made = study({"a": ("x", [(0, ours)]), "b": ("x", [(0, ours), (1, ours)]), "c": ("y", [(1, ours)])})
    sums = made.sums(0, 1)
    assert set(_tone_topics(relabelled_sums(sums, sums.design.labels))) == {"", "1"}
    assert set(_tone_topics(relabelled_sums(sums, np.array([0, 1, 0])))) == {"", "0", "1"}
    shown = relabelled_sums(sums, np.array([1, 0, 1]))
    assert shown.total.shape == (3, len(shown.keys))


def _tone_topics(sums: object) -> list[str]:
    keys = sums.keys  # type: ignore[attr-defined]
    return list(keys.loc[keys["measure"] == "wording tone", "topic"])


def test_alpha_is_the_fiftieth_smallest_p_of_a_relabeling() -> None:
    assert reduced(CompareSettings(), RANKS).permutations == 999
    assert reduced(CompareSettings(alpha=0.01), RANKS).permutations == 4_999
    assert reduced(CompareSettings(permutations=300), RANKS).permutations == 300


def test_a_large_study_is_audited_less_often_but_twenty_times_at_least() -> None:
    material = _material(_clustered({"x": 4, "y": 4}))
    assert affordable(material, SETTINGS) == 40
    wide = dataclasses.replace(material.sums, total=np.zeros((5_000, 4_000)))
    assert affordable(Material(wide, material.counts), SETTINGS) == 20


def test_the_interval_of_a_rate_is_scipys() -> None:
    for hits, tries in ((0, 40), (3, 40), (40, 40)):
        expected = stats.binomtest(hits, tries).proportion_ci(method="exact")
        assert clopper_pearson(hits, tries) == pytest.approx((expected.low, expected.high), abs=1e-6)
