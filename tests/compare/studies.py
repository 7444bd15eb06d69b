"""Small studies written for one test, and settings that make the engine quick."""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import pandas as pd

from analysis.compare import Aggregates, Comparison, aggregate, compare
from analysis.compare.coverage import coverage
from analysis.compare.design import Design
from analysis.compare.sums import KEY, Sums
from analysis.compare.texts import Texts, gather
from analysis.compare.words import outlet_names
from analysis.settings import CompareSettings, Outlet

QUICK = CompareSettings(resamples=500, permutations=499, exact_up_to=2_000)

Spoken = tuple[str, float, str]
"""A sentence: its voice, tone and text."""


@dataclass(frozen=True)
class Study:
    """The five tables that a comparison reads."""

    articles: pd.DataFrame
    paragraphs: pd.DataFrame
    sentences: pd.DataFrame
    assignments: pd.DataFrame
    tone: pd.DataFrame

    def texts(self) -> Texts:
        """The tables joined."""
        return gather(**self.tables())

    def aggregates(self, phrase: int = 1) -> Aggregates:
        """The aggregates of the study; its outlets' names are not counted as words."""
        names = outlet_names([Outlet(name) for name in sorted(set(self.articles["outlet"]))])
        return aggregate(self.texts(), names=names, phrases=phrase)

    def sums(self, *topics: int) -> Sums:
        """The sums of its measures, tone within these topics."""
        return self.aggregates().sums_within(topics, {})

    def covered(self) -> pd.DataFrame:
        """Its paragraphs by article and topic."""
        return coverage(self.texts())

    def tables(self) -> dict[str, pd.DataFrame]:
        """The tables by name."""
        return {item.name: getattr(self, item.name) for item in dataclasses.fields(self)}

    def compared(self, settings: CompareSettings = QUICK, seed: int = 1) -> Comparison:
        """The comparison of the outlets in this study."""
        outlets = [Outlet(name) for name in sorted(set(self.articles["outlet"]))]
        return compare(**self.tables(), settings=settings, outlets=outlets, seed=seed)


def by(table: pd.DataFrame, *columns: str) -> dict[Any, dict[str, Any]]:
    """Rows of a table, found by the values of the given columns."""
    rows = table.to_dict("records")
    keys = [tuple(row[column] for column in columns) for row in rows]
    assert len(set(keys)) == len(keys)
    return {
        key if len(columns) > 1 else key[0]: {str(name): value for name, value in row.items()}
        for key, row in zip(keys, rows, strict=True)
    }


def blank(table: pd.DataFrame, *columns: str) -> bool:
    """Whether nothing stands in these columns."""
    return bool(table[list(columns)].isna().to_numpy().all())


def values_by_measure(sums: Sums) -> list[tuple[dict[str, Any], dict[str, float]]]:
    """Each measure's key, with the value of each outlet."""
    values = sums.estimates().T.tolist()
    return [
        (dict(zip(KEY, key, strict=True)), dict(zip(sums.design.outlets, row, strict=True)))
        for key, row in zip(sums.keys.itertuples(index=False), values, strict=True)
    ]


def study(articles: Mapping[str, tuple[str, Sequence[tuple[int, Sequence[Spoken]]]]]) -> Study:
    """A study from {article: (outlet, [(topic, [(voice, tone, text)])])}."""
    rows: dict[str, list[dict[str, object]]] = {name: [] for name in ("articles", "paragraphs", "sentences")}
    for article, (outlet, paragraphs) in articles.items():
        rows["articles"].append({"article_id": article, "outlet": outlet})
        for ordinal, (topic, spoken) in enumerate(paragraphs):
            paragraph = f"{article}:{ordinal}"
            text = " ".join(sentence for _, _, sentence in spoken)
            rows["paragraphs"].append(
                {"paragraph_id": paragraph, "article_id": article, "outlet": outlet, "kind": "body",
                 "plain": text, "analysed": True, "topic": topic}
            )  # fmt: skip
            rows["sentences"] += [
                {"sentence_id": f"{paragraph}.{place}", "paragraph_id": paragraph, "text": sentence,
                 "voice": voice, "speaker": "", "tone": tone}
                for place, (voice, tone, sentence) in enumerate(spoken)
            ]  # fmt: skip
    empty = {
        "articles": ["article_id", "outlet"],
        "paragraphs": ["paragraph_id", "article_id", "outlet", "kind", "plain", "analysed", "topic"],
        "sentences": ["sentence_id", "paragraph_id", "text", "voice", "speaker", "tone"],
    }
    made = {name: pd.DataFrame(rows[name], columns=columns) for name, columns in empty.items()}
    assigned = made["paragraphs"].astype({"analysed": "bool", "topic": "int64"})
    scored = made["sentences"].astype({"tone": "float64"})
    named = dict.fromkeys(("paragraph_id", "article_id", "outlet", "plain"), "str")
    return Study(
        made["articles"].astype("str"),
        assigned.drop(columns="topic").astype(named),
        scored.drop(columns="tone").astype("str"),
        assigned[["paragraph_id", "topic"]].astype({"paragraph_id": "str"}).assign(confidence=1.0),
        scored[["sentence_id", "tone"]].astype({"sentence_id": "str"}).assign(instrument="vader"),
    )


def random_study(sizes: Mapping[str, int], *, seed: int = 5) -> Study:
    """A study of so many articles per outlet with random lengths, topics, voices, tones and words."""
    rng = np.random.default_rng(seed)
    words = [f"{first}{second}" for first in ("ka", "mo", "ri", "tu") for second in ("ba", "de", "fi", "go")]
    articles = {}
    for outlet, size in sizes.items():
        for number in range(size):
            paragraphs = [
                (
                    int(rng.integers(-1, 3)),
                    [
                        (str(rng.choice(["narration", "direct"])), float(rng.integers(-9, 10)) / 10,
                         " ".join(rng.choice(words, 8)))
                        for _ in range(int(rng.integers(1, 4)))
                    ],
                )
                for _ in range(int(rng.integers(2, 9)))
            ]  # fmt: skip
            articles[f"{outlet.lower()}-{number}"] = (outlet, paragraphs)
    return study(articles)


def ratio_sums(
    totals: Sequence[Sequence[float]], units: Sequence[Sequence[float]], outlets: Sequence[str]
) -> Sums:
    """Sums of one family from counts per article (rows) and measure (columns); values are 0 or 1."""
    design = Design.of({f"a{place:03d}": outlet for place, outlet in enumerate(outlets)})
    total, unit = np.array(totals, dtype=np.float64), np.array(units, dtype=np.float64)
    keys = pd.DataFrame(
        [("family", "share", "", "all", str(place), "", "", 1) for place in range(total.shape[1])],
        columns=list(KEY),
    )
    return Sums(design, keys, total, total, unit, unit)
