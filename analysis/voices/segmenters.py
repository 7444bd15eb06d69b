"""Why sentences are cut as they are: segmenters compared on hard cases and on PolNeAR."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import pandas as pd

from analysis.voices.polnear import CodedArticle, read_articles
from analysis.voices.segments import sentence_spans, stretches
from analysis.voices.validity import PART

Spans = Iterator[tuple[int, int]]

HARD_CASES = (
    ("U.S. Ambassador Daalder spoke.", "He left."),
    ("Gen. Smith came at 9 a.m. on Monday.", "Rep. Ann Jones left."),
    ("He met Sen. J. Ford in Washington, D.C., on Jan. 5.", "It rained."),
    ("It rose.", "“Yes, it did,” he said."),
    ("“It did.”", "She left."),
    ("“It did,” she said.", "“It will.”"),
    ("MOSCOW, November 5.", "/TASS/.", "Steps are made."),
    ("Mr. and Mrs. Ford came to the U.S. in May.",),
    ("The U.N. and the E.U. agreed.", "Nobody else did."),
    ("It cost $3.5 million, i.e. nothing.", "Acme Inc. paid."),
    ("He is No. 2 in the party.", "She is not."),
    ("Dr. Martin Luther King Jr. spoke.", "We heard him."),
    ("Wait...", "What?", "No!"),
    ("They live in St. Louis, Mo., and work there.",),
    ("Lt. Col. Ann Smith and Gov. Bob Jones met.",),
)
"""Sentences as a reader cuts them, written for this comparison."""


def compare_segmenters(folder: Path, *, part: str = PART) -> pd.DataFrame:
    """The segmenters' errors and speed.

    hard_cases = cases cut exactly as a reader cuts them / cases. cut = coded indirect attributions with a sentence's
    end inside / coded indirect attributions of one stretch: what somebody is reported to have said is nearly always
    part of one sentence, so most such cuts are false ones.

    Args:
        folder: where PolNeAR's files are.
        part: the file measured on.

    Returns:
        One row per segmenter, the one in use last: `segmenter`, `hard_cases` and `cut` (0 to 1), `words_per_sentence`,
        `milliseconds` per article. spaCy's has a row only where spaCy is installed.
    """
    articles = list(read_articles(folder / part))
    segmenters = {"spaCy sentencizer": _spacy(), "syntok": stretches, "syntok, titles joined": sentence_spans}
    return pd.DataFrame(
        {"segmenter": name, **_measure(cut, articles)} for name, cut in segmenters.items() if cut is not None
    )


def _spacy() -> Callable[[str], Spans] | None:
    """The rule-based sentencizer of a blank English spaCy pipeline, or None where spaCy is not installed."""
    try:
        import spacy
    except ModuleNotFoundError:
        return None
    pipeline = spacy.blank("en")
    pipeline.add_pipe("sentencizer")
    pipeline.max_length = 10_000_000

    def cut(text: str) -> Spans:
        yield from ((sentence.start_char, sentence.end_char) for sentence in pipeline(text).sents)

    return cut


def _measure(cut: Callable[[str], Spans], articles: Sequence[CodedArticle]) -> dict[str, float]:
    """A segmenter's errors and speed."""
    right = sum(_sentences(cut, " ".join(case)) == list(case) for case in HARD_CASES)
    started = time.perf_counter()
    spans = [list(cut(article.text)) for article in articles]
    seconds = time.perf_counter() - started
    inside = [
        _is_cut(ends, span)
        for article, ends in zip(articles, spans, strict=True)
        for span in _reported(article)
    ]
    words = sum(len(article.text.split()) for article in articles)
    return {
        "hard_cases": right / len(HARD_CASES),
        "cut": sum(inside) / len(inside) if inside else float("nan"),
        "words_per_sentence": words / max(1, sum(map(len, spans))),
        "milliseconds": 1_000 * seconds / max(1, len(articles)),
    }


def _sentences(cut: Callable[[str], Spans], text: str) -> list[str]:
    """The sentences of a text, without the white space around them."""
    return [text[start:end].strip() for start, end in cut(text) if text[start:end].strip()]


def _reported(article: CodedArticle) -> Iterator[tuple[int, int]]:
    """The indirect attributions that are one stretch."""
    for item in article.attributions:
        if item.kind == "indirect" and len(item.contents) == 1:
            yield item.contents[0]


def _is_cut(ends: Sequence[tuple[int, int]], span: tuple[int, int]) -> bool:
    """Whether a sentence ends inside a stretch."""
    return any(span[0] < end < span[1] for _, end in ends)
