"""The measures on PolNeAR, on two articles coded by hand; and on the real ones where they are."""

from __future__ import annotations

import gzip
import json
import math
import os
from pathlib import Path

import pandas as pd
import pytest

from analysis.errors import ArticleError
from analysis.voices.polnear import Attribution, CodedArticle, read_articles
from analysis.voices.score import ScoredQuotation
from analysis.voices.validity import head_name, matches, validate

FIRST = "“We are glad of that,” Ann Smith said. Bob Jones said it rained. Eve Ford left."
SECOND = "“We like it here now,” said Ann Smith."


def coded(text: str, *attributions: tuple[str, str, str]) -> dict[str, object]:
    rows = []
    for kind, source, content in attributions:
        start = text.index(content)
        rows.append({"kind": kind, "source_text": source, "content": [[start, start + len(content)]]})
    return {"id": text[:5], "text": text, "annotations": [{"attributions": rows}]}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    rows = [
        coded(FIRST, ("direct", "Ann Smith", "“We are glad of that,”"), ("indirect", "Eve Ford", "left")),
        coded(SECOND, ("direct", "Bob Brown, a guest", "“We like it here now,”")),
    ]
    with gzip.open(tmp_path / "dev.jsonl.gz", "wt", encoding="utf-8") as file:
        file.writelines(json.dumps(row) + "\n" for row in rows)
    return tmp_path


def test_measures_are_those_worked_by_hand(folder: Path) -> None:
    value = validate(folder).set_index("measure")["value"]
    assert value["recall, direct by direct"] == 1
    assert value["precision, direct"] == 1
    assert value["speaker's head name, direct"] == 1 / 2
    assert value["precision, all kinds"] == 2 / 3
    assert value["recall, all kinds"] == 2 / 3
    assert value["F1, all kinds"] == pytest.approx(2 / 3)
    assert value["recall, indirect"] == 0
    assert math.isnan(value["recall, mixed"])


def test_every_measure_has_its_denominator_and_its_interval(folder: Path) -> None:
    rows = validate(folder)
    assert rows.columns.tolist() == ["measure", "of", "value", "low", "high", "n", "articles"]
    assert set(rows["articles"]) == {2}
    nan = math.nan
    # Characters: quotations of 22 and 22, "it rained" of 9, "left" of 4.
    expected = [
        ("recall, direct by direct", "direct attributions", 1, 1, 1, 2),
        ("precision, direct", "direct quotations", 1, 1, 1, 2),
        ("precision, direct, any attribution", "direct quotations", 1, 1, 1, 2),
        ("speaker's head name, direct", "direct attributions with a named source", 1 / 2, 0, 1, 2),
        ("precision, all kinds", "quotations", 2 / 3, 1 / 2, 1, 3),
        ("recall, all kinds", "attributions", 2 / 3, 1 / 2, 1, 3),
        ("recall, direct", "direct attributions", 1, 1, 1, 2),
        ("recall, mixed", "mixed attributions", nan, nan, nan, 0),
        ("recall, indirect", "indirect attributions", 0, 0, 0, 1),
        ("recall of characters", "characters in attributions", 44 / 48, 22 / 26, 1, 48),
        ("precision of characters", "characters in quotations", 44 / 53, 22 / 31, 1, 53),
        ("F1, all kinds", "", 2 / 3, 1 / 2, 1, 3),
        ("F1, direct", "", 4 / 5, 2 / 3, 1, 2),
        ("F1, mixed", "", nan, nan, nan, 0),
        ("F1, indirect", "", 0, 0, 0, 1),
        ("F1 of characters", "", 88 / 101, 44 / 57, 1, 48),
    ]
    found = list(rows.drop(columns="articles").itertuples(index=False, name=None))
    assert [(name, of, n) for name, of, *_, n in found] == [(name, of, n) for name, of, *_, n in expected]
    for (name, _, *values, _), (_, _, *by_hand, _) in zip(found, expected, strict=True):
        assert values == pytest.approx(by_hand, nan_ok=True), name


def test_intervals_hold_the_value_and_are_the_same_again(folder: Path) -> None:
    rows = validate(folder).dropna()
    assert ((rows["low"] <= rows["value"]) & (rows["value"] <= rows["high"])).all()
    pd.testing.assert_frame_equal(validate(folder), validate(folder))


@pytest.mark.parametrize(
    ("source", "name"),
    [
        ("Ann Smith, a lawyer", "Smith"),
        ("Donald Hartley of Madison, Alabama,", "Hartley"),
        ("Clinton’s top aide Jake Sullivan", "Sullivan"),
        ("Sen. Amy Klobuchar (D-Minn.)", "Klobuchar"),
        ("Mr. Trump’s", "Trump"),
        ("Ann Smith Jr., who left", "Smith"),
        ("Jr.", "Jr."),
        ("Ann Smith of the town", "Smith"),
        ("(Ann)", ""),
        ("Ann and Bob", "Ann"),
        ("His", ""),
        ("the newspaper", ""),
        ("He", ""),
        ("", ""),
    ],
)
def test_the_head_of_a_named_source(source: str, name: str) -> None:
    assert head_name(source) == name


@pytest.mark.parametrize(
    "content", [b"no gzip", gzip.compress(b"[]\n", mtime=0), gzip.compress(b'{"id": 1}\n', mtime=0)]
)
def test_a_file_that_is_not_polnear_is_named(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "dev.jsonl.gz").write_bytes(content)
    with pytest.raises(ArticleError, match=r"dev\.jsonl\.gz: cannot be read as PolNeAR"):
        validate(tmp_path)


@pytest.mark.skipif(
    "FRAMING_DATA" not in os.environ, reason="FRAMING_DATA names no folder of evaluation data"
)
def test_polnear_keeps_its_bars() -> None:
    value = validate(Path(os.environ["FRAMING_DATA"]) / "polnear").set_index("measure")["value"]
    assert value["recall, direct by direct"] >= 0.95
    assert value["precision, direct"] >= 0.95
    assert value["speaker's head name, direct"] >= 0.80
    assert value["F1, all kinds"] >= 0.60


def test_an_attribution_is_read_with_its_source_and_parts_and_one_without_words_is_left_out(
    tmp_path: Path,
) -> None:
    coded_by = [
        {"attributions": [
            {"kind": "mixed", "source_text": "Ann", "content": [[1, 3], [5, 8]]},
            {"kind": "indirect", "content": [[0, 2]]},
            {"kind": "direct", "source_text": "Bob", "content": []},
        ]},
        {"attributions": [{"kind": "direct", "source_text": "another coder's", "content": [[0, 1]]}]},
    ]  # fmt: skip
    with gzip.open(tmp_path / "a.jsonl.gz", "wt", encoding="utf-8") as file:
        file.write(json.dumps({"id": "a", "text": "It rained é", "annotations": coded_by}) + "\n")
    (article,) = read_articles(tmp_path / "a.jsonl.gz")
    assert article == CodedArticle(
        "a",
        "It rained é",
        (Attribution("mixed", "Ann", ((1, 3), (5, 8))), Attribution("indirect", "", ((0, 2),))),
    )


def test_a_quotation_and_an_attribution_match_where_they_share_a_character() -> None:
    attribution = Attribution("direct", "", ((2, 4), (8, 9)))
    spans = {(0, 2): False, (0, 3): True, (3, 9): True, (4, 8): False, (8, 20): True, (9, 20): False}
    for (start, end), shared in spans.items():
        quotation = ScoredQuotation(start, end, "", "direct", "", "", "")
        assert matches(quotation, attribution) is shared
