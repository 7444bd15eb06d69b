"""Sentences and whose voice they are, as far as paragraph kinds and quotation marks tell."""

from __future__ import annotations

import pandas as pd
import pytest

from analysis import tables
from analysis.corpus import Corpus
from analysis.voices import read_sentences
from analysis.voices.quotations import speech_spans
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
    ],
)
def test_sentences_end_where_a_reader_ends_them(text: str, sentences: list[str]) -> None:
    assert [text[start:end] for start, end in sentence_spans(text)] == sentences


@pytest.mark.parametrize(
    ("text", "quotations"),
    [
        ('He said "this is a long quotation" today.', ['"this is a long quotation"']),
        ("He said “this is a long quotation” today.", ["“this is a long quotation”"]),
        ("He backs the “frozen conflicts” there.", []),
        ('"It goes on in the next paragraph.', ['"It goes on in the next paragraph.']),
    ],
)
def test_speech_is_a_quotation_of_four_words_or_more(text: str, quotations: list[str]) -> None:
    assert [text[start:end] for start, end in speech_spans(text)] == quotations


def test_a_quoted_sentence_is_direct_and_its_neighbour_narration() -> None:
    rows = read_sentences(paragraph('It rose again. "We are very glad of that," she said.'))
    assert list(rows["voice"]) == ["narration", "direct"]
    assert list(rows["speaker"]) == ["The Herald", ""]
    assert list(rows["sentence_id"]) == ["a:1.1", "a:1.2"]


@pytest.mark.parametrize("kind", ["question", "answer", "caption", "headline", "pullquote"])
def test_a_kind_with_one_voice_keeps_it_also_between_quotation_marks(kind: str) -> None:
    rows = read_sentences(paragraph('"We are very glad of that."', kind=kind, speaker="Ann"))
    assert list(zip(rows["voice"], rows["speaker"], strict=True)) == [(kind, "Ann")]


def test_boilerplate_has_no_sentences() -> None:
    assert read_sentences(paragraph("All news", kind="boilerplate")).empty


def test_the_bundled_reports_quote_and_the_interview_answers(corpus: Corpus) -> None:
    rows = read_sentences(corpus.paragraphs).merge(corpus.paragraphs[["paragraph_id", "article_id"]])
    voices = rows.groupby("article_id")["voice"].agg(set)
    assert voices["moscow-times-2012"] == {"headline", "caption", "narration", "direct"}
    assert voices["sputnik-2020"] == {"headline", "caption", "narration", "question", "answer"}


def test_every_word_of_a_paragraph_is_in_one_of_its_sentences(corpus: Corpus) -> None:
    analysed = corpus.paragraphs[corpus.paragraphs["analysed"]]
    rows = read_sentences(analysed)
    joined = rows.groupby("paragraph_id")["text"].agg(" ".join)
    words = analysed.set_index("paragraph_id")["plain"].str.replace(" ", "")
    assert dict(joined.str.replace(" ", "")) == dict(words)
