"""How well quotations and their speakers are found, measured on PolNeAR."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import pandas as pd

from analysis.voices.polnear import Attribution, CodedArticle, read_articles
from analysis.voices.score import ScoredQuotation, score
from analysis.voices.words import PRONOUNS

PART = "dev.jsonl.gz"
RESAMPLES = 2_000
_END_OF_HEAD = re.compile(r",|;|—|\(| (?:who|of|at|with|in|from|for|on|to|near|and) ")
_WORD = re.compile(r"[^\W\d_][\w’'.-]*")
_POSSESSIVE = re.compile(r"['’]s?$")

Counts = np.ndarray[tuple[int, ...], np.dtype[np.float64]]
Picks = np.ndarray[tuple[int, ...], np.dtype[np.int64]]


@dataclass(frozen=True, slots=True)
class _Measure:
    """A share: name, what its denominator counts, and both for one article."""

    name: str
    of: str
    count: Callable[[CodedArticle, Sequence[ScoredQuotation]], tuple[int, int]]


def validate(folder: Path, *, part: str = PART, seed: int = 0) -> pd.DataFrame:
    """How well `score` finds PolNeAR's attributions, with 95 % intervals from resampling articles.

    A quotation and an attribution match when they share a character (any overlap). precision = found quotations that
    match / found ones; recall = attributions that match / attributions; F1 = 2 P R / (P + R). A kind's F1 takes the
    recall of that kind and the precision of all quotations, whose kinds are not PolNeAR's. A direct quotation counts as
    precise when it matches a direct or mixed attribution: PolNeAR's kinds come from its " and “ marks, so that text
    between two apostrophes is indirect there. The speaker is right when it holds the head name of the source: the last
    word of the source before a comma, preposition or "who", where that starts with a capital.

    Args:
        folder: where PolNeAR's files are.
        part: the file measured on.
        seed: of the resampling.

    Returns:
        One row per measure: `measure`, `of` (what `n` counts), `value`, `low`, `high` (0 to 1; percentile bootstrap
        over articles, ratio of sums), `n`, `articles`. nan where there is nothing to count.
    """
    articles = list(read_articles(folder / part))
    found = [score(article.text) for article in articles]
    picks = np.random.default_rng(seed).integers(0, len(articles), size=(RESAMPLES, len(articles)))
    tallies = {m.name: _tally(m, articles, found) for m in MEASURES}
    rows = [_row(m.name, m.of, tallies[m.name], picks) for m in MEASURES]
    precision = tallies["precision, all kinds"]
    for kind in ("all kinds", "direct", "mixed", "indirect"):
        recall = tallies[f"recall, {kind}"]
        rows.append(_f1(f"F1, {kind}", recall, precision, picks))
    rows.append(
        _f1("F1 of characters", tallies["recall of characters"], tallies["precision of characters"], picks)
    )
    return pd.DataFrame(rows).assign(articles=len(articles))


def _tally(
    measure: _Measure, articles: Sequence[CodedArticle], found: Sequence[Sequence[ScoredQuotation]]
) -> Counts:
    """Numerator and denominator of a measure for each article."""
    return np.array(
        [measure.count(*pair) for pair in zip(articles, found, strict=True)], dtype=float
    ).reshape(-1, 2)


def _row(name: str, of: str, tally: Counts, picks: Picks) -> dict[str, object]:
    """A share of sums with its interval."""
    low, high = _interval(_ratio(tally[picks].sum(axis=1)))
    value = float(_ratio(tally.sum(axis=0)))
    return {"measure": name, "of": of, "value": value, "low": low, "high": high, "n": int(tally[:, 1].sum())}


def _f1(name: str, recall: Counts, precision: Counts, picks: Picks) -> dict[str, object]:
    """F1 from two tallies with its interval."""
    value = float(_harmonic(_ratio(recall.sum(axis=0)), _ratio(precision.sum(axis=0))))
    drawn = _harmonic(_ratio(recall[picks].sum(axis=1)), _ratio(precision[picks].sum(axis=1)))
    low, high = _interval(drawn)
    return {"measure": name, "of": "", "value": value, "low": low, "high": high, "n": int(recall[:, 1].sum())}


def _interval(drawn: Counts) -> tuple[float, float]:
    """The middle 95 % of what was drawn; nan where no draw has a value."""
    known = drawn[~np.isnan(drawn)]
    low, high = np.quantile(known, [0.025, 0.975]) if known.size else (np.nan, np.nan)
    return float(low), float(high)


def _ratio(sums: Counts) -> Counts:
    """First over second of the last axis; nan where the second is 0."""
    whole = sums[..., 1]
    return np.divide(sums[..., 0], whole, out=np.full_like(whole, np.nan), where=whole > 0)


def _harmonic(first: Counts, second: Counts) -> Counts:
    """The harmonic mean of two shares; nan where both are 0."""
    total = first + second
    return np.divide(2 * first * second, total, out=np.full_like(total, np.nan), where=total > 0)


def matches(quotation: ScoredQuotation, attribution: Attribution) -> bool:
    """Whether a quotation and an attribution share a character."""
    return any(quotation.start < end and start < quotation.end for start, end in attribution.contents)


def _recall(
    kind: str, *, by: str = ""
) -> Callable[[CodedArticle, Sequence[ScoredQuotation]], tuple[int, int]]:
    """Counts the attributions of a kind (all if empty) that a quotation of kind `by` (any if empty) matches."""

    def count(article: CodedArticle, found: Sequence[ScoredQuotation]) -> tuple[int, int]:
        gold = [item for item in article.attributions if kind in {"", item.kind}]
        usable = [item for item in found if by in {"", item.kind}]
        return sum(any(matches(item, a) for item in usable) for a in gold), len(gold)

    return count


def _precision(
    kind: str, gold: frozenset[str]
) -> Callable[[CodedArticle, Sequence[ScoredQuotation]], tuple[int, int]]:
    """Counts the quotations of a kind (all if empty) that match an attribution of the `gold` kinds."""

    def count(article: CodedArticle, found: Sequence[ScoredQuotation]) -> tuple[int, int]:
        usable = [item for item in found if kind in {"", item.kind}]
        return sum(
            any(matches(item, a) for a in article.attributions if a.kind in gold) for item in usable
        ), len(usable)

    return count


def _speakers(article: CodedArticle, found: Sequence[ScoredQuotation]) -> tuple[int, int]:
    """Counts the direct attributions with a named source whose first matching quotation has the name."""
    named = [(a, name) for a in article.attributions if a.kind == "direct" and (name := head_name(a.source))]
    return sum(_has_name(a, name, found) for a, name in named), len(named)


def _has_name(attribution: Attribution, name: str, found: Sequence[ScoredQuotation]) -> bool:
    """Whether the first direct quotation that matches has the name among its speaker's words."""
    first = next((item for item in found if item.kind == "direct" and matches(item, attribution)), None)
    return first is not None and name.casefold() in [word.casefold() for word in _WORD.findall(first.speaker)]


def head_name(source: str) -> str:
    """The head of a named source: "Ann Smith, a lawyer" -> Smith; empty for pronouns and common nouns."""
    found = _WORD.findall(_END_OF_HEAD.split(source.strip())[0])
    while len(found) > 1 and found[-1] in {"Jr.", "Jr", "Sr.", "III", "II"}:
        found.pop()
    head = _POSSESSIVE.sub("", found[-1]) if found else ""
    return head if head[:1].isupper() and head.lower() not in PRONOUNS | {"his", "her", "the"} else ""


def _characters(article: CodedArticle, found: Sequence[ScoredQuotation]) -> tuple[int, int, int]:
    """Characters in both quotations and attributions, in attributions, and in quotations."""
    gold = _covered((span for item in article.attributions for span in item.contents), len(article.text))
    said = _covered(((item.start, item.end) for item in found), len(article.text))
    return int((gold & said).sum()), int(gold.sum()), int(said.sum())


def _covered(
    spans: Iterator[tuple[int, int]], length: int
) -> np.ndarray[tuple[int, ...], np.dtype[np.bool_]]:
    """Which characters of a text lie in one of the spans."""
    covered = np.zeros(length, dtype=bool)
    for start, end in spans:
        covered[start:end] = True
    return covered


_ANY = frozenset({"direct", "mixed", "indirect"})

MEASURES = (
    _Measure("recall, direct by direct", "direct attributions", _recall("direct", by="direct")),
    _Measure("precision, direct", "direct quotations", _precision("direct", frozenset({"direct", "mixed"}))),
    _Measure("precision, direct, any attribution", "direct quotations", _precision("direct", _ANY)),
    _Measure("speaker's head name, direct", "direct attributions with a named source", _speakers),
    _Measure("precision, all kinds", "quotations", _precision("", _ANY)),
    _Measure("recall, all kinds", "attributions", _recall("")),
    _Measure("recall, direct", "direct attributions", _recall("direct")),
    _Measure("recall, mixed", "mixed attributions", _recall("mixed")),
    _Measure("recall, indirect", "indirect attributions", _recall("indirect")),
    _Measure("recall of characters", "characters in attributions", lambda a, f: _characters(a, f)[:2]),
    _Measure("precision of characters", "characters in quotations", lambda a, f: _characters(a, f)[::2]),
)
"""What `validate` prints, beside the F1s made of them."""
