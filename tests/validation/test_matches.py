"""Checking the matching on hand-labelled pairs of paragraphs."""

from __future__ import annotations

import gzip
import json
import os
import re
from pathlib import Path

import pandas as pd
import pytest

from analysis.compare.matched.score import INTERCEPT, OVERLAP, SIMILARITY
from analysis.errors import ArticleError
from analysis.framing.card import cards
from analysis.progress import Silent
from analysis.validation import event_reports, labelled_pairs, matches

NEEDS_DATA = pytest.mark.skipif(
    "FRAMING_DATA" not in os.environ, reason="FRAMING_DATA names no folder of evaluation data"
)
EVENTS = pd.Series({"a": "one", "b": "one", "c": "two", "d": "two"})


def pairs(*rows: tuple[str, float]) -> pd.DataFrame:
    """Candidates of these kinds and probabilities."""
    return pd.DataFrame(
        [
            {"first_id": f"a:{n}", "second_id": f"b:{n}", "first_article": "abcd"[n % 4], "kind": kind,
             "probability": likely, "similarity": likely, "overlap": likely}
            for n, (kind, likely) in enumerate(rows)
        ]
    )  # fmt: skip


def test_wilson_s_interval_is_that_of_the_textbook() -> None:
    low, high = labelled_pairs.wilson(8, 10)
    assert (round(low, 4), round(high, 4)) == (0.4902, 0.9433)
    assert labelled_pairs.wilson(30, 30)[0] == pytest.approx(30 / (30 + 1.959964**2))


def test_candidates_fall_into_bands_and_shared_words_into_their_own() -> None:
    found = labelled_pairs.parts(
        pairs(("report", 0.95), ("report", 0.7), ("report", 0.1), ("quotation", 0.1), ("copy", 1.0))
    )
    assert found.tolist() == [
        "probability 0.9 to 1", "probability 0.7 to 0.8", "probability 0 to 0.5", "shared quotation or copy",
        "shared quotation or copy",
    ]  # fmt: skip


def test_the_precision_weighs_each_band_by_its_size() -> None:
    rows = pairs(("report", 0.95), ("report", 0.95), ("report", 0.75), ("report", 0.2)).assign(
        is_same=[True, True, False, True], weight=[1.0, 1.0, 6.0, 3.0]
    )
    rows["part"] = labelled_pairs.parts(rows)
    found = {result.part: result for result in labelled_pairs.precision(rows, EVENTS)}
    assert found["all"].value == pytest.approx(2 / 8)
    assert found["probability 0.9 to 1"].value == 1.0
    assert found["probability 0 to 0.5, not matched"].value == 1.0
    assert labelled_pairs.found(rows, EVENTS).value == pytest.approx(2 / 5)


def test_the_labels_hold_ids_and_labels_and_no_text() -> None:
    labels = pd.read_csv(labelled_pairs.FILE)
    assert list(labels.columns) == ["half", "first_id", "second_id", "label"]
    assert set(labels["label"]) == {"same fact", "same quotation", "same subject", "wrong"}
    assert (
        labels["first_id"]
        .map(
            lambda name: bool(
                re.fullmatch(r"([0-9a-f-]{36}-(fox|hpo|nyt)|[a-z-]+_2016-0[23]-\d\d_[\w.-]+):\d+", name)
            )
        )
        .all()
    )
    assert not labels.duplicated(["first_id", "second_id"]).any()


def test_no_event_is_in_both_halves_of_the_labels() -> None:
    labels = pd.read_csv(labelled_pairs.FILE)
    for half, own in labels[labels["half"] != "running story"].groupby("half"):
        assert {event_reports.half_of(name[:36]) for name in own["first_id"]} == {half}


def test_a_share_of_one_gets_an_interval_over_its_events() -> None:
    share = matches._share(
        "same event", "x", pd.Series([True] * 6), pd.Series(["a", "a", "b", "b", "c", "c"])
    )
    assert share.value == 1.0
    assert share.high == pytest.approx(1.0)
    assert share.low == pytest.approx(labelled_pairs.wilson(3, 3)[0])


def test_a_line_without_a_date_is_named(tmp_path: Path) -> None:
    with gzip.open(tmp_path / "open_half.jsonl.gz", "wt", encoding="utf-8") as file:
        file.write(json.dumps({"source": "fox", "triplet-uuid": "e", "body-paragraphs": []}) + "\n")
    with pytest.raises(ArticleError, match="has no 'date'"):
        event_reports.read(tmp_path)


@NEEDS_DATA
@pytest.mark.slow
def test_the_card_that_is_kept_is_what_is_measured_and_the_weights_are_those_of_the_labels() -> None:
    card = matches.validate(Path(os.environ["FRAMING_DATA"]), progress=Silent())
    (kept,) = [one for one in cards() if one.instrument == card.instrument]
    measured = {(r.metric, r.part): (round(r.value, 4), r.n) for r in card.results}
    assert measured == {(r.metric, r.part): (r.value, r.n) for r in kept.results}
    fitted = [float(number) for number in re.findall(r"-?\d\.\d\d", card.notes[-1])]
    assert fitted == pytest.approx([INTERCEPT, SIMILARITY, OVERLAP], abs=0.06)
    precision, floor = (
        card.find("same event", "whatever the dates"),
        card.find("same event", "two paragraphs at random"),
    )
    assert precision is not None
    assert floor is not None
    assert precision.value > 0.95 > 10 * floor.value
