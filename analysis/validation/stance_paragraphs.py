"""The stance of paragraphs toward an article's main person or body (PerSenT)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np

from analysis import jsonl
from analysis.choices import Actor
from analysis.framing.agreement import f1, macro_f1, result
from analysis.framing.card import Card, Result
from analysis.validation import gold
from analysis.validation.stances import CLASSES, coded_stances
from analysis.voices.names import is_person

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    import numpy.typing as npt
    import pandas as pd

    from analysis.progress import Progress
    from analysis.validation.stances import Measured

    Integers = npt.NDArray[np.int64]
    Statistic = Callable[[Integers], float]

FILE = "dev.jsonl.gz"
SOURCE = "PerSenT (Bastan et al., COLING 2020)"
FIELDS = {"id": object, "target": str, "paragraphs": list, "paragraph_sentiment": list}
LABELS = ("Negative", "Neutral", "Positive")
NOTES = (
    "A paragraph's stance: the mean over its sentences that mention the target by name, surname or pronoun.",
    "A paragraph without a mention counts as neutral; coders judged it all the same.",
    "Articles with unequal numbers of paragraphs and labels are left out.",
)
ALIKE = 0.05
"""VADER's own bound for a text that is neither positive nor negative."""


def validate(data: Path, model: Measured, *, progress: Progress) -> Card:
    """How well the mean stance of a paragraph's sentences gives the coded sentiment toward the article's target.

    Args:
        data: the folder of all sets, or of PerSenT.
        model: the classifier.
        progress: shows how far it is.

    Raises:
        ArticleError: the set is missing or broken.
    """
    paragraphs, actors = read(data)
    stances = coded_stances(paragraphs, actors, model, progress=progress)
    coded = labelled(paragraphs, stances)
    return Card(
        instrument=model.name,
        version=model.version,
        measures=model.measures,
        data="PerSenT",
        source=f"{SOURCE}, github.com/MHDBST/PerSenT; development part",
        licence="no licence file; texts remain their publishers'",
        split="the development part; nothing was trained or chosen on it",
        resampled="articles",
        results=tuple(_results(coded)),
        notes=NOTES,
    )


def read(data: Path) -> tuple[pd.DataFrame, dict[str, tuple[Actor, ...]]]:
    """The paragraphs with their `label` (-1, 0 or 1), and the target of each article.

    Raises:
        ArticleError: the file is missing, or a line of it is no article.
    """
    import pandas as pd

    rows: list[dict[str, Any]] = []
    actors: dict[str, tuple[Actor, ...]] = {}
    for _, article in jsonl.read(gold.find(data, "persent", FILE, source=SOURCE), fields=FIELDS):
        article_id = str(article["id"])
        texts, labels = article["paragraphs"], article["paragraph_sentiment"]
        if len(texts) == len(labels):
            actors[article_id] = (actor(article["target"]),)
            rows += [
                {"paragraph_id": f"{article_id}:{ordinal}", "article_id": article_id, "plain": " ".join(text.split()),
                 "label": LABELS.index(label) - 1}
                for ordinal, (text, label) in enumerate(zip(texts, labels, strict=True), start=1)
                if label in LABELS and text.strip()
            ]  # fmt: skip
    return pd.DataFrame(rows), actors


def actor(name: str) -> Actor:
    """A target as an actor: a person goes by the surname too."""
    words = tuple(name.split())
    if not is_person(words):
        return Actor(" ".join(words))
    return Actor(" ".join(words), "person", aliases=(words[-1],))


def labelled(paragraphs: pd.DataFrame, stances: pd.DataFrame) -> pd.DataFrame:
    """The paragraphs with their likeliest class (`given`), VADER's (`by_tone`), and whether the target `is_named`."""
    means = stances.groupby("paragraph_id", sort=True)[[*CLASSES, "tone"]].mean()
    coded = paragraphs.merge(means.reset_index(), on="paragraph_id", how="left")
    is_named = coded["tone"].notna()
    filled = coded[list(CLASSES)].fillna(dict(zip(CLASSES, (0.0, 1.0, 0.0), strict=True)))
    tone = coded["tone"].fillna(0.0)
    return coded.assign(
        given=filled.to_numpy(np.float64).argmax(axis=1) - 1,
        by_tone=np.where(tone >= ALIKE, 1, np.where(tone <= -ALIKE, -1, 0)),
        is_named=is_named,
    )


def _results(coded: pd.DataFrame) -> Iterator[Result]:
    """Macro-F1 over all paragraphs and over those that name the target, VADER's beside, and F1 of each class."""
    for part, own in (("all", coded), ("paragraphs that name the target", coded[coded["is_named"]])):
        truth, groups = own["label"].to_numpy(np.int64) + 1, own["article_id"].tolist()
        for column, metric in (("given", "macro-F1"), ("by_tone", "macro-F1 of VADER")):
            yield result(metric, part, agreement(truth, own[column].to_numpy(np.int64) + 1), groups)
        given = own["given"].to_numpy(np.int64) + 1
        for place, label in enumerate(LABELS):
            found = class_agreement(truth == place, given == place)
            yield result("F1", f"class {label.lower()}, {part}", found, groups)


def agreement(truth: Integers, given: Integers) -> Statistic:
    """Macro-F1 over the rows that are drawn."""
    return lambda rows: macro_f1(truth[rows], given[rows], len(LABELS))


def class_agreement(truth: npt.NDArray[np.bool_], given: npt.NDArray[np.bool_]) -> Statistic:
    """F1 over the rows that are drawn."""
    return lambda rows: f1(truth[rows], given[rows])
