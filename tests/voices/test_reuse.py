"""Copies of paragraphs and quotations, and how much each copy counts."""

from __future__ import annotations

import dataclasses

import numpy as np
import pandas as pd
import pytest

from analysis import tables
from analysis.settings import ReuseSettings
from analysis.voices import paragraph_weights, read_reuse
from analysis.voices.reuse import shingles_of

A = "The talks between the two sides ended on Monday without any result at all"
NEAR_A = A.replace("Monday", "Tuesday")
B = "Nobody in the small harbour town had expected the ferry to come back so soon"
SETTINGS = ReuseSettings()


def paragraphs(*texts: str, outlets: str = "", kind: str = "body") -> pd.DataFrame:
    rows = [
        {
            "paragraph_id": f"{number}:1", "article_id": str(number), "outlet": outlets[number - 1 : number] or "x",
            "ordinal": 1, "kind": kind, "role": kind, "speaker": "x", "text": text, "plain": text, "source_start": 0,
            "source_end": len(text), "analysed": True,
        }
        for number, text in enumerate(texts, start=1)
    ]  # fmt: skip
    return tables.table("paragraphs", rows)


NO_QUOTES = tables.table("quotes", [])


def test_a_copy_is_found_across_outlets_with_its_similarity() -> None:
    (row,) = read_reuse(paragraphs(A, B, NEAR_A, outlets="xyz"), NO_QUOTES, SETTINGS).to_dict("records")
    assert (row["first_id"], row["second_id"]) == ("1:1", "3:1")
    assert (row["first_outlet"], row["second_outlet"], row["same_article"]) == ("x", "z", False)
    # 14 words have 12 runs of three; one changed word changes three of them: 9 in common of 15
    assert row["similarity"] == pytest.approx(9 / 15)
    assert not row["exact"]


def test_marks_and_capitals_make_no_difference() -> None:
    (row,) = read_reuse(paragraphs(A, f"“{A.upper()}!”"), NO_QUOTES, SETTINGS).to_dict("records")
    assert row["exact"]
    assert row["similarity"] == 1


def test_short_texts_boilerplate_and_others_are_no_copies() -> None:
    assert read_reuse(paragraphs("Read more here", "Read more here"), NO_QUOTES, SETTINGS).empty
    assert read_reuse(paragraphs(A, A, kind="boilerplate"), NO_QUOTES, SETTINGS).empty
    assert read_reuse(paragraphs(A, B), NO_QUOTES, SETTINGS).empty


def test_what_is_found_does_not_hang_on_the_order() -> None:
    texts = [A, B, NEAR_A, B]
    there = read_reuse(paragraphs(*texts), NO_QUOTES, SETTINGS)["similarity"].sort_values()
    back = read_reuse(paragraphs(*texts[::-1]), NO_QUOTES, SETTINGS)["similarity"].sort_values()
    assert list(there) == list(back)


def test_a_repeated_text_is_paired_with_its_first_copy_only() -> None:
    rows = read_reuse(paragraphs(A, A, NEAR_A, A), NO_QUOTES, SETTINGS)
    assert list(zip(rows["first_id"], rows["second_id"], strict=True)) == [
        ("1:1", "2:1"),
        ("1:1", "3:1"),
        ("1:1", "4:1"),
    ]


def test_the_threshold_decides() -> None:
    strict = dataclasses.replace(SETTINGS, threshold=0.9)
    assert len(read_reuse(paragraphs(A, A, NEAR_A), NO_QUOTES, strict)) == 1


def test_most_near_copies_among_many_texts_are_found() -> None:
    generator = np.random.default_rng(5)
    words = np.array([f"w{number}" for number in range(2_000)])
    texts = [" ".join(generator.choice(words, 40)) for _ in range(300)]
    near = [" ".join(["changed", *text.split()[1:]]) for text in texts[:100]]
    found = read_reuse(paragraphs(*texts, *near), NO_QUOTES, SETTINGS)
    assert len(found) == 100


@pytest.mark.parametrize(
    ("policy", "weights"),
    [("keep", [1, 1, 1, 1]), ("weight", [1 / 3, 1, 1 / 3, 1 / 3]), ("collapse", [1, 1, 0, 0])],
)
def test_copies_count_by_the_policy(policy: str, weights: list[float]) -> None:
    frame = paragraphs(A, B, A, NEAR_A)
    pairs = read_reuse(frame, NO_QUOTES, SETTINGS)
    assert list(paragraph_weights(frame, pairs, policy)) == pytest.approx(weights)


def test_copies_of_copies_are_one_group() -> None:
    frame = paragraphs(A, B, A)
    pairs = tables.table(
        "reuse",
        [
            {"kind": "paragraph", "first_id": f, "second_id": s, "first_outlet": "x", "second_outlet": "x",
             "same_article": False, "exact": False, "similarity": 0.7}
            for f, s in (("2:1", "3:1"), ("1:1", "2:1"))
        ],
    )  # fmt: skip
    assert list(paragraph_weights(frame, pairs, "collapse")) == [1, 0, 0]
    assert paragraph_weights(frame, pairs, "weight").sum() == pytest.approx(1)


def test_the_runs_of_a_text_are_all_and_a_short_one_is_its_own() -> None:
    assert shingles_of(["a", "b", "c", "d"], 3) == {"a b c", "b c d"}
    assert shingles_of(["a", "b", "c"], 3) == {"a b c"}
    assert shingles_of(["a", "b"], 3) == {"a b"}


def test_copies_of_direct_quotations_are_found_with_the_article_they_stand_in() -> None:
    frame = paragraphs(B, B.upper(), "Other words stand here", outlets="xyy")
    rows = [
        {"quote_id": f"{one}.q1", "paragraph_id": one, "text": text, "start": 0, "end": 9, "kind": kind,
         "form": "words", "speaker": "", "quoted_by": "x", "cue": "", "cue_class": ""}
        for one, text, kind in (
            ("1:1", A, "direct"), ("2:1", A, "direct"), ("3:1", A, "indirect"), ("3:1", "no no no", "direct"),
        )
    ]  # fmt: skip
    found = read_reuse(frame, tables.table("quotes", rows), SETTINGS)
    assert found.to_dict("records") == [
        {"kind": kind, "first_id": f"1:1{end}", "second_id": f"2:1{end}", "first_outlet": "x", "second_outlet": "y",
         "same_article": False, "exact": True, "similarity": 1.0}
        for kind, end in (("paragraph", ""), ("quote", ".q1"))
    ]  # fmt: skip


def test_a_copy_within_an_article_is_told_and_words_are_counted_from_the_fewest_on() -> None:
    frame = paragraphs(A, A).assign(article_id="1")
    (row,) = read_reuse(frame, NO_QUOTES, dataclasses.replace(SETTINGS, words=14)).to_dict("records")
    assert row["same_article"]
    assert read_reuse(frame, NO_QUOTES, dataclasses.replace(SETTINGS, words=15)).empty


def test_copies_of_quotations_weigh_no_paragraph_and_unknown_ones_nothing() -> None:
    frame = paragraphs(A, B)
    row = {"kind": "quote", "first_id": "1:1", "second_id": "2:1", "first_outlet": "x", "second_outlet": "x",
           "same_article": False, "exact": False, "similarity": 0.7}  # fmt: skip
    pairs = tables.table("reuse", [row, row | {"kind": "paragraph", "second_id": "9:1"}])
    weights = paragraph_weights(frame, pairs, "collapse")
    assert weights.to_dict() == {"1:1": 1, "2:1": 1}
    assert (weights.name, weights.index.name) == ("weight", "paragraph_id")
