"""What a table holds of the corpus: everything, or only the reading sample of a corpus too large to be shown whole."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

import pandas as pd

BY_TEXT = frozenset({
    "paragraphs", "sentences", "quotes", "terms", "names", "mentions", "tone", "targets", "frames", "microframes",
    "word_voices", "assignments", "reuse", "vectors",
})  # fmt: skip
"""Tables with a row for each piece of text: where one of them is a sample, all are, unless `scope` says otherwise."""

SUMMED = {"who-speaks": {"word_voices": "words_by_speaker"}}
"""By figure: the table of sums over the whole corpus that can stand in for a table that is cut."""

LOOKED_UP = {
    "reporting-verbs": {"quotes", "paragraphs"}, "microframes": {"microframes"}, "wording-tone": {"articles"},
    "topic-confounding": {"articles"}, "instrument-agreement": {"articles"},
}  # fmt: skip
"""By figure: the tables of which it counts nothing, and only takes names or an order from them."""

VERBS = " The numbers are those of the whole corpus; the verbs in brackets are the commonest of {sample}."


@dataclass(frozen=True, slots=True)
class Scope:
    """How much of each table is here: by its name, its rows in the whole corpus and those at hand.

    Empty in an ordinary study, which has all its tables whole. `articles` are those of the whole corpus, `read` those
    whose texts are at hand.
    """

    rows: Mapping[str, tuple[int, int]] = field(default_factory=dict)
    articles: int = 0
    read: int = 0

    @classmethod
    def of(cls, tables: Mapping[str, pd.DataFrame]) -> Scope:
        """The scope of some tables, from the table `scope` among them."""
        said = tables.get("scope", pd.DataFrame())
        if said.empty:
            return cls()
        columns = said[["table", "rows", "shown"]].itertuples(index=False, name=None)
        rows = {str(table): (int(every), int(shown)) for table, every, shown in columns}
        here = len(tables["articles"])
        texts = tables["paragraphs"]["article_id"].nunique() if "paragraphs" in tables else here
        return cls(rows, rows.get("articles", (here, here))[0], int(texts))

    @property
    def is_sample(self) -> bool:
        """Whether any table is cut."""
        return any(shown < every for every, shown in self.rows.values())

    def is_cut(self, *tables: str) -> bool:
        """Whether any of these tables holds only a part of the corpus."""
        return any(self._is_cut(table) for table in tables)

    def whole(self, table: str) -> int | None:
        """How many rows a table has in the whole corpus; None where `scope` does not say."""
        return self.rows[table][0] if table in self.rows else None

    @property
    def sample(self) -> str:
        """What the texts at hand are called."""
        return f"the reading sample of {self.read:,} of {self.articles:,} articles"

    def within(self, *tables: str) -> str:
        """What follows a statement that is made from these tables, with a leading space; "" where they are whole."""
        return f" in {self.sample}" if self.is_cut(*tables) else ""

    def shown_from(self, *tables: str) -> str:
        """A sentence on where what is shown is from, with a leading space; "" where these tables are whole."""
        return f" What is shown here is from {self.sample}." if self.is_cut(*tables) else ""

    def _is_cut(self, table: str) -> bool:
        if table in self.rows:
            every, shown = self.rows[table]
            return shown < every
        return self.is_sample and table in BY_TEXT


def instead(slug: str, scope: Scope, tables: Mapping[str, pd.DataFrame]) -> dict[str, str]:
    """The sums that a figure takes instead of tables that are cut, where there are any: cut table -> sums."""
    named = SUMMED.get(slug, {}).items()
    return {cut: sums for cut, sums in named if scope.is_cut(cut) and len(tables.get(sums, ()))}


def told(slug: str, names: tuple[str, ...], scope: Scope) -> str:
    """What a caption says of tables that are cut, with a leading space; "" where the figure shows the whole corpus.

    Args:
        slug: the figure's.
        names: the tables that it is made from.
        scope: what these hold.
    """
    if scope.is_cut(*(name for name in names if name not in LOOKED_UP.get(slug, ()))):
        return f" Counted here is {scope.sample}, not the whole corpus."
    return VERBS.format(sample=scope.sample) if slug == "reporting-verbs" and scope.is_cut("quotes") else ""
