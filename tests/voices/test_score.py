"""Quotations of any text: offsets, files, and what no text may do."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from analysis.errors import ArticleError
from analysis.voices.score import score, score_file

TEXT = "A headline.\n\nAnn Smith said all was well.\r\n“We are glad of that,” she said.\n"


def write(path: Path, *lines: object) -> Path:
    path.write_text(
        "".join(line if isinstance(line, str) else json.dumps(line) + "\n" for line in lines),
        encoding="utf-8",
    )
    return path


def test_offsets_are_those_of_the_given_text() -> None:
    rows = score(TEXT)
    assert [(TEXT[row.start : row.end], row.kind, row.speaker) for row in rows] == [
        ("all was well", "indirect", "Ann Smith"),
        ("“We are glad of that,”", "direct", "Ann Smith"),
    ]
    assert all(row.text == TEXT[row.start : row.end] for row in rows)


def test_a_text_scores_the_same_wherever_its_paragraphs_are_set() -> None:
    spread = TEXT.replace("\n", "\n\n\n")
    assert [(row.text, row.speaker) for row in score(spread)] == [
        (row.text, row.speaker) for row in score(TEXT)
    ]


def test_two_apostrophes_quote_when_asked_to() -> None:
    text = "''We are glad of that,'' Ann Smith said."
    assert [row.kind for row in score(text, doubled=True)] == ["direct"]
    assert "direct" not in [row.kind for row in score(text)]


def test_a_file_is_scored_article_by_article(tmp_path: Path) -> None:
    source = write(tmp_path / "in.jsonl", {"id": "a", "text": TEXT}, "\n", {"id": 2, "text": "", "more": 1})
    assert score_file(source, tmp_path / "out.jsonl") == 2
    rows = [json.loads(line) for line in (tmp_path / "out.jsonl").read_text(encoding="utf-8").splitlines()]
    assert [list(row) for row in rows] == [
        ["id", "start", "end", "text", "kind", "speaker", "cue", "cue_class"]
    ] * 2
    assert [(row["id"], row["cue_class"]) for row in rows] == [("a", "neutral")] * 2
    assert sorted(path.name for path in tmp_path.iterdir()) == ["in.jsonl", "out.jsonl"]


@pytest.mark.parametrize(
    ("line", "complaint"),
    [
        ("{", "line 2: is not JSON"),
        ('{"id": 1}\n', "line 2: has no 'text'"),
        ('{"text": "x"}\n', "line 2: has no 'id'"),
        ('{"id": 1, "text": 3}\n', "line 2: 'text' is 3, no str"),
        ("[]\n", "line 2: is no object"),
    ],
)
def test_a_bad_line_is_named_and_leaves_the_old_result(tmp_path: Path, line: str, complaint: str) -> None:
    source = write(tmp_path / "in.jsonl", {"id": "a", "text": TEXT}, line)
    target = write(tmp_path / "out.jsonl", "old\n")
    with pytest.raises(ArticleError, match=complaint):
        score_file(source, target)
    assert target.read_text(encoding="utf-8") == "old\n"


def test_a_file_that_is_missing_or_no_text_is_named(tmp_path: Path) -> None:
    with pytest.raises(ArticleError, match=r"none\.jsonl: cannot be read"):
        score_file(tmp_path / "none.jsonl", tmp_path / "out.jsonl")
    (tmp_path / "bytes.jsonl").write_bytes(b'{"id": 1, "text": "\xff"}\n')
    with pytest.raises(ArticleError, match="is not UTF-8"):
        score_file(tmp_path / "bytes.jsonl", tmp_path / "out.jsonl")
    with pytest.raises(ArticleError, match="cannot be written"):
        score_file(write(tmp_path / "in.jsonl", {"id": 1, "text": TEXT}), tmp_path / "no" / "out.jsonl")


PIECES = """
Ann Smith said says told that who which of to , . : ; — - ( ) " ' “ ” ‘ ’ « » „ '' ? ! … Mr. Gen. U.S. the a NATO
official he she it they I according and urged adding not 5 İ ß called for state
"""
WORDS = st.sampled_from([*PIECES.split(), "\n", "\r", "\u2028", "\x00", "\u200b", "\U0001f600", " "])
TEXTS = st.one_of(
    st.text(max_size=300),
    st.lists(WORDS, max_size=60).map(" ".join),
    st.lists(WORDS, max_size=60).map("".join),
)


@settings(max_examples=400, deadline=None)
@given(TEXTS, st.booleans())
def test_no_text_raises_or_gives_a_span_that_is_not_its_own(text: str, doubled: bool) -> None:
    for row in score(text, doubled=doubled):
        assert 0 <= row.start < row.end <= len(text)
        assert row.text == text[row.start : row.end]
        assert row.kind in {"direct", "indirect"}


@given(TEXTS)
@settings(max_examples=60, deadline=None)
def test_a_text_scores_the_same_twice(text: str) -> None:
    assert score(text) == score(text)
