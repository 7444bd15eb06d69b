"""Sentences and whose voice they are, as far as paragraph kinds and quotation marks tell."""

from __future__ import annotations

import pandas as pd
import pytest

from analysis import tables
from analysis.corpus import Corpus
from analysis.voices import read_quotes, read_sentences
from analysis.voices.segments import sentence_spans


def paragraph(plain: str, kind: str = "body", speaker: str = "The Herald") -> pd.DataFrame:
    row = {
        "paragraph_id": "a:1", "article_id": "a", "outlet": "The Herald", "ordinal": 1, "kind": kind, "role": kind,
        "speaker": speaker, "text": plain, "plain": plain, "source_start": 0, "source_end": len(plain),
        "analysed": True,
    }  # fmt: skip
    return tables.table("paragraphs", [row])


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        ("U.S. Ambassador Daalder spoke. He left.", ["U.S. Ambassador Daalder spoke.", "He left."]),
        ('It rose. "Yes, it did," he said.', ["It rose.", '"Yes, it did," he said.']),
        ("Gen. Smith came at 9 a.m. on Monday.", ["Gen. Smith came at 9 a.m. on Monday."]),
        ("He met Rep. Ann Smith. Sen. J. Ford left.", ["He met Rep. Ann Smith.", "Sen. J. Ford left."]),
        (
            "MOSCOW, November 5. /TASS/. Steps are made.",
            ["MOSCOW, November 5.", "/TASS/.", "Steps are made."],
        ),
        ("Mr. and Mrs. Ford came to the U.S. in May.", ["Mr. and Mrs. Ford came to the U.S. in May."]),
        ("", []),
    ],
)
def test_sentences_end_where_a_reader_ends_them(text: str, sentences: list[str]) -> None:
    assert [text[start:end] for start, end in sentence_spans(text)] == sentences


def read(frame: pd.DataFrame) -> pd.DataFrame:
    return read_sentences(frame, read_quotes(frame).quotes)


@pytest.mark.parametrize(
    ("plain", "voices"),
    [
        ('It rose again. "We are very glad of that," Ann Smith said.', ["narration", "direct"]),
        ("It rose again. Ann Smith said she was glad.", ["narration", "indirect"]),
        ("Ann Smith said it was “not good for us all.”", ["direct"]),
        ("Ann Smith criticized the plan. It fell.", ["narration", "narration"]),
        ("Ann Smith hopes that it falls.", ["narration"]),
        ("It backs the “frozen conflicts” there.", ["narration"]),
    ],
)
def test_a_sentence_has_the_voice_of_the_words_in_it(plain: str, voices: list[str]) -> None:
    rows = read(paragraph(plain))
    assert list(rows["voice"]) == voices
    assert set(rows["speaker"]) == {"The Herald" if voice == "narration" else "Ann Smith" for voice in voices}
    assert list(rows["sentence_id"]) == [f"a:1.{number}" for number in range(1, len(voices) + 1)]


@pytest.mark.parametrize("kind", ["question", "answer", "caption", "headline", "pullquote"])
def test_a_kind_with_one_voice_keeps_it_also_between_quotation_marks(kind: str) -> None:
    rows = read(paragraph('"We are very glad of that."', kind=kind, speaker="Ann"))
    assert list(zip(rows["voice"], rows["speaker"], strict=True)) == [(kind, "Ann")]


def test_boilerplate_has_no_sentences() -> None:
    assert read(paragraph("All news", kind="boilerplate")).empty


def test_the_bundled_reports_quote_and_the_interview_answers(corpus: Corpus) -> None:
    rows = read(corpus.paragraphs).merge(corpus.paragraphs[["paragraph_id", "article_id"]])
    voices = rows.groupby("article_id")["voice"].agg(set)
    assert voices["moscow-times-2012"] == {"headline", "caption", "narration", "direct", "indirect"}
    assert voices["sputnik-2020"] == {"headline", "caption", "narration", "question", "answer"}


def test_every_word_of_a_paragraph_is_in_one_of_its_sentences(corpus: Corpus) -> None:
    analysed = corpus.paragraphs[corpus.paragraphs["analysed"]]
    rows = read(analysed)
    joined = rows.groupby("paragraph_id")["text"].agg(" ".join)
    words = analysed.set_index("paragraph_id")["plain"].str.replace(" ", "")
    assert dict(joined.str.replace(" ", "")) == dict(words)
