"""Hand-coded texts that tone is measured on, read from their sets into one form."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from analysis import jsonl
from analysis.errors import ArticleError
from analysis.validation import gold

if TYPE_CHECKING:
    from pathlib import Path

NEGATIVE, NEUTRAL, POSITIVE = range(3)
WORDS = {"negative": NEGATIVE, "neutral": NEUTRAL, "positive": POSITIVE}
POLARITIES = {2.0: NEGATIVE, 4.0: NEUTRAL, 6.0: POSITIVE}
ARTICLE = re.compile(r"^[a-z]+(?:_v\d+)?_\d+")
"""How the id of a NewsMTSC sentence begins: its collection and its article."""


@dataclass(frozen=True, slots=True)
class Coding:
    """One text with what coders said of it.

    Attributes:
        text: what they read.
        group: the article that it is from, or itself where that is not known.
        label: 0 negative, 1 neutral, 2 positive.
        value: how positive it is, in the set's own unit.
    """

    text: str
    group: str
    label: int
    value: float


@dataclass(frozen=True, slots=True)
class CodedSet:
    """A set of hand-coded texts: how cards name it, where it lies and how it is read."""

    data: str
    source: str
    licence: str
    split: str
    resampled: str
    folder: str
    file: str
    notes: tuple[str, ...]
    read: Callable[[Path], Iterator[Coding]]

    def path(self, data: Path) -> Path:
        """Its file.

        Raises:
            ArticleError: it is not there.
        """
        return gold.find(data, self.folder, self.file, source=self.source)

    def is_in(self, data: Path) -> bool:
        """Whether its file is there."""
        return (gold.folder(data, self.folder) / self.file).is_file()


def headlines(path: Path) -> Iterator[Coding]:
    """Headlines with their mean valence, -100 to 100, and its sign as the set gives it (beyond 50 either way)."""
    for place, row in jsonl.read(path, fields={"id": str, "headline": str, "valence": int, "coarse": str}):
        label = _label(WORDS, row["coarse"], place)
        yield Coding(row["headline"], row["id"], label, float(row["valence"]))


def paragraphs(path: Path) -> Iterator[Coding]:
    """Paragraphs with their sentiment toward the article's target.

    An article with another number of labels than of paragraphs is dropped: which label is whose is not known.
    """
    fields = {"id": int, "paragraphs": list, "paragraph_sentiment": list}
    for place, row in jsonl.read(path, fields=fields):
        if len(row["paragraphs"]) == len(row["paragraph_sentiment"]):
            for text, sentiment in zip(row["paragraphs"], row["paragraph_sentiment"], strict=True):
                label = _label(WORDS, str(sentiment).lower(), place)
                yield Coding(text, str(row["id"]), label, float(label - NEUTRAL))


def targets(path: Path) -> Iterator[Coding]:
    """Sentences with their sentiment toward a target, once for each target."""
    fields = {"primary_gid": str, "sentence_normalized": str, "targets": list}
    for place, row in jsonl.read(path, fields=fields):
        for target in row["targets"]:
            label = _label(POLARITIES, target.get("polarity"), place)
            yield Coding(row["sentence_normalized"], _article(row), label, float(label - NEUTRAL))


def _label(known: Mapping[Any, int], given: object, place: str) -> int:
    """The label that a set's own code stands for.

    Raises:
        ArticleError: it is none of the set's codes.
    """
    if given not in known:
        remedy = f"use {', '.join(map(str, known))}"
        raise ArticleError(f"unknown label {given!r}", where=place, remedy=remedy)
    return known[given]


def _article(row: dict[str, Any]) -> str:
    """The article of a sentence; the sentence's own id where it does not tell."""
    found = ARTICLE.match(row["primary_gid"])
    return found.group() if found else str(row["primary_gid"])


SETS = (
    CodedSet(
        data="SemEval-2007 task 14 trial",
        source="Strapparava and Mihalcea (2007), SemEval-2007 task 14: Affective text",
        licence="research",
        split="the 250 headlines of the trial part; nothing was fitted to them",
        resampled="headlines",
        folder="semeval07_affective",
        file="trial.jsonl.gz",
        notes=(
            "What is coded is the emotional valence of the headline itself, the nearest there is to tone of wording.",
            "A sign is coded from a valence of 50 on either side; what lies between is neutral.",
        ),
        read=headlines,
    ),
    CodedSet(
        data="PerSenT dev",
        source="Bastan et al. (2020), Author's sentiment prediction, COLING",
        licence="none stated",
        split="the paragraphs of the dev part, articles with unequal counts of paragraphs and labels dropped",
        resampled="articles",
        folder="persent",
        file="dev.jsonl.gz",
        notes=(
            "What is coded is the sentiment toward the article's main person, which tone does not claim to be.",
        ),
        read=paragraphs,
    ),
    CodedSet(
        data="NewsMTSC train",
        source="Hamborg and Donnay (2021), NewsMTSC: target-dependent sentiment in news, EACL",
        licence="MIT style",
        split="the train part, a row for each target; nothing was fitted to it",
        resampled="articles",
        folder="newsmtsc",
        file="train.jsonl.gz",
        notes=(
            "What is coded is the sentiment toward a target. Tone is measured as if it were stance, which it is not.",
            "Fine-tuned models that know the target reach a macro-F1 of .80 to .83 on the test parts (published).",
        ),
        read=targets,
    ),
)
