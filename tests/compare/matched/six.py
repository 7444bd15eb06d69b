"""Six short articles of three outlets about two events and a third subject, with vectors from a small table.

The fire is reported by Gazette and Herald (a fact in other words, a quotation), the budget by Gazette and Tribune (a
copy, and a fact in other words). Herald's second article and Tribune's second are about gardens and chess.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np
import pandas as pd

from analysis import tables
from analysis.compare.arrays import Floats
from analysis.compare.matched.matches import candidates, matched
from analysis.compare.matched.reading import Reading, read

FIRE, FALL, VOTE, LEVY, ROSES, CHESS, DOUBT = range(7)
"""What a paragraph is about: the direction of its vector."""

Paragraph = tuple[int, float, str]
"""Its subject, how far it leans to the next one, and its text."""

ARTICLES: Mapping[str, tuple[str, str, Sequence[Paragraph]]] = {
    "g1": ("Gazette", "2020-03-02", (
        (FIRE, 0.1, "Fire destroyed the old harbour market on Monday, killing three traders."),
        (FALL, 0.1, "“We heard the roof fall and ran for our lives,” Ann Baker said."),
        (DOUBT, 0.0, "Insurance inspectors doubt that cables were ever checked."),
    )),
    "h1": ("Herald", "2020-03-03", (
        (FIRE, 0.2, "Three traders died when fire destroyed the harbour market on Monday."),
        (FALL, 0.3, "Ann Baker, a florist, told us: “We heard the roof fall and ran for our lives.”"),
    )),
    "g2": ("Gazette", "2020-03-05", (
        (VOTE, 0.0, "The council passed the budget by nine votes to four on Tuesday evening."),
        (LEVY, 0.1, "A levy of two per cent on hotels will pay for new trams."),
    )),
    "t1": ("Tribune", "2020-03-06", (
        (VOTE, 0.0, "The council passed the budget by nine votes to four on Tuesday evening."),
        (LEVY, 0.3, "Hotels must pay a levy of two per cent, which buys new trams."),
    )),
    "h2": ("Herald", "2020-03-04", ((ROSES, 0.0, "Roses want water in the morning."),)),
    "t2": ("Tribune", "2020-03-04", ((CHESS, 0.0, "The champion drew both games with black."),)),
}  # fmt: skip

MATCHES = {
    ("g1:1", "h1:1"): "report",
    ("g1:2", "h1:2"): "quotation",
    ("g2:1", "t1:1"): "copy",
    ("g2:2", "t1:2"): "report",
}


@dataclass(frozen=True)
class Six:
    """The articles, their paragraphs, vectors and quotations."""

    articles: pd.DataFrame
    paragraphs: pd.DataFrame
    vectors: Floats
    quotes: pd.DataFrame

    def reading(self) -> Reading:
        """What the matching reads; nobody is named."""
        none = {name: tables.table(name, ()) for name in ("sentences", "names", "mentions")}
        return read(self.articles, self.paragraphs, quotes=self.quotes, **none)

    def pairs(self, days: float = 3.0) -> pd.DataFrame:
        """The matched pairs."""
        found = candidates(self.reading(), self.vectors, days=days)
        return found[matched(found)].reset_index(drop=True)

    def kinds(self, days: float = 3.0) -> dict[tuple[str, str], str]:
        """The kind of each matched pair."""
        own = self.pairs(days)
        return dict(zip(zip(own["first_id"], own["second_id"], strict=True), own["kind"], strict=True))

    def shuffled(self, seed: int) -> Six:
        """The same in another order of rows."""
        order = np.random.default_rng(seed).permutation(len(self.paragraphs))
        return replace(
            self,
            articles=self.articles.sample(frac=1, random_state=seed),
            paragraphs=self.paragraphs.iloc[order].reset_index(drop=True),
            vectors=self.vectors[order],
        )

    def renamed(self, names: Mapping[str, str]) -> Six:
        """The same under other names of the outlets."""
        return replace(self, articles=self.articles.assign(outlet=self.articles["outlet"].map(names)))


def six(articles: Mapping[str, tuple[str, str, Sequence[Paragraph]]] = ARTICLES) -> Six:
    """The articles as tables."""
    rows = [
        (name, outlet, ordinal, *paragraph)
        for name, (outlet, _, paragraphs) in articles.items()
        for ordinal, paragraph in enumerate(paragraphs, start=1)
    ]
    paragraphs = pd.DataFrame(
        {
            "paragraph_id": [f"{name}:{ordinal}" for name, _, ordinal, *_ in rows],
            "article_id": [name for name, *_ in rows], "outlet": [outlet for _, outlet, *_ in rows],
            "ordinal": [ordinal for _, _, ordinal, *_ in rows], "plain": [text for *_, text in rows], "analysed": True,
        }
    )  # fmt: skip
    dated = [(name, outlet, date) for name, (outlet, date, _) in articles.items()]
    vectors = np.stack([_vector(subject, lean) for _, _, _, subject, lean, _ in rows])
    return Six(
        pd.DataFrame(dated, columns=["article_id", "outlet", "date"]),
        paragraphs,
        vectors,
        _quotes(paragraphs),
    )


def _vector(subject: int, lean: float) -> Floats:
    """The direction of a subject, leaning to another."""
    vector = np.zeros(9)
    vector[subject], vector[subject + 1] = 1.0, lean
    return vector


def _quotes(paragraphs: pd.DataFrame) -> pd.DataFrame:
    """What stands between quotation marks."""
    said = paragraphs["plain"].str.extract("(“.*”)")[0]
    return pd.DataFrame(
        {
            "paragraph_id": paragraphs["paragraph_id"], "text": said, "kind": "direct", "speaker": "Ann Baker",
        }
    )[said.notna()]  # fmt: skip
