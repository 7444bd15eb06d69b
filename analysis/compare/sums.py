"""Article-level sums: the one form in which every measure reaches the engine."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
import pandas as pd

from analysis.compare.arrays import Floats, Integers, ratio
from analysis.compare.design import Design

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

KEY = ("family", "measure", "instrument", "voice", "topic", "target", "frame", "scale")
"""What one measure is: a test family, what is measured where, and how many of its whole numbers make 1."""

COUNTS = ("total", "squares", "units", "paragraphs")
"""What is summed over an article: its units' values, their squares, its units, the paragraphs of these."""

MEAN_SCALE = 1_000_000_000

COLUMNS = {
    **dict.fromkeys(KEY, "str"), "scale": "int64", "article_id": "str", **dict.fromkeys(COUNTS, "int64"),
}  # fmt: skip


def article_sums(rows: Iterable[pd.DataFrame]) -> pd.DataFrame:
    """The given pieces as one table of article-level sums, one row per measure and article.

    Values are whole numbers: a count, or a score times `scale` (10,000 for a tone of four decimals). Sums
    of whole numbers below 2^53 are exact in any order, on any processor and any number of threads. A
    missing `instrument`, `topic`, `target` or `frame` is "".
    """
    pieces = [
        piece.assign(**{name: "" for name in ("instrument", "topic", "target", "frame") if name not in piece})
        for piece in rows
    ]
    empty = pd.DataFrame({name: pd.Series(dtype=dtype) for name, dtype in COLUMNS.items()})
    return pd.concat([empty, *(piece for piece in pieces if len(piece))])[list(COLUMNS)].astype(COLUMNS)


@dataclass(frozen=True, slots=True, eq=False)
class Sums:
    """Article-level sums as matrices (articles x measures), columns in the order of `keys`.

    A measure's value for any set of articles is sum(total) / (scale sum(units)); articles without units add
    nothing. All are whole numbers, so that sums are exact: where copies are weighed, `total`, `squares` and `units`
    are in parts of a paragraph, of which `parts` make a whole one.
    """

    design: Design
    keys: pd.DataFrame
    total: Floats
    squares: Floats
    units: Floats
    paragraphs: Floats
    parts: int = 1

    @classmethod
    def of(cls, table: pd.DataFrame, design: Design, *, parts: int = 1) -> Sums:
        """The matrices of a table of article-level sums over the articles of a design.

        Args:
            table: made by `article_sums`.
            design: whose articles they are.
            parts: how many of the sums' units make one, where copies are weighed.
        """
        summed = table.groupby([*KEY, "article_id"], sort=True, as_index=False)[list(COUNTS)].sum()
        keys, (columns,) = united([summed[list(KEY)]])
        rows = pd.Index(design.articles, dtype="str").get_indexer(pd.Index(summed["article_id"]))
        numbered = summed[list(COUNTS)].assign(measure=columns, article=rows)
        return cls.of_numbered(keys, numbered, design, parts=parts)

    @classmethod
    def of_numbered(cls, keys: pd.DataFrame, rows: pd.DataFrame, design: Design, *, parts: int = 1) -> Sums:
        """The matrices of rows that name their `measure` and their `article` by place, each pair once.

        Args:
            keys: of the measures, in reading order.
            rows: columns `measure`, `article` and `COUNTS`.
            design: whose articles they are.
            parts: how many of the sums' units make one.
        """
        matrices = {name: np.zeros((len(design.articles), len(keys))) for name in COUNTS}
        for name, matrix in matrices.items():
            matrix[rows["article"].to_numpy(), rows["measure"].to_numpy()] = rows[name]
        return cls(design, keys, **matrices, parts=parts)

    @classmethod
    def beside(cls, *several: Sums) -> Sums:
        """The measures of several sums over the same articles, in the order of their keys."""
        keys = pd.concat([sums.keys for sums in several], ignore_index=True)
        order = reading_order(keys)
        matrices = {
            name: np.concatenate([getattr(sums, name) for sums in several], axis=1)[:, order]
            for name in COUNTS
        }
        first = several[0]
        return cls(first.design, keys.iloc[order].reset_index(drop=True), **matrices, parts=first.parts)

    @property
    def families(self) -> Integers:
        """The test family of each measure, numbered."""
        return np.unique(self.keys["family"].to_numpy(dtype=object), return_inverse=True)[1]

    @property
    def denominators(self) -> Floats:
        """Articles x measures: what the totals are divided by, units times scale."""
        return self.units * np.asarray(self.keys["scale"], dtype=np.float64)

    def article_means(self) -> Sums:
        """The same measures with every article's own value counted once: for means over articles.

        An article's value is kept to nine decimals, as a whole number, so that its sums are exact too.
        """
        values = np.nan_to_num(ratio(self.total, self.denominators))
        whole, has_units = np.rint(values * MEAN_SCALE), (self.units > 0).astype(np.float64)
        keys = self.keys.assign(scale=MEAN_SCALE)
        return Sums(self.design, keys, whole, whole * whole, has_units, self.paragraphs)

    def only(self, outlets: Sequence[int]) -> Sums:
        """The articles of some outlets, given by number; an outlet keeps its place among them."""
        kept = np.isin(self.design.labels, list(outlets))
        articles = np.array(self.design.articles, dtype=object)[kept].tolist()
        names = [self.design.outlets[label] for label in self.design.labels[kept]]
        strata = [str(number) for number in self.design.strata[kept]]
        design = Design.of(dict(zip(articles, names, strict=True)), dict(zip(articles, strata, strict=True)))
        matrices = {name: getattr(self, name)[kept] for name in COUNTS}
        return Sums(design, self.keys, **matrices, parts=self.parts)

    def measured(self, measures: Integers) -> Sums:
        """Some of the measures, given by number."""
        keys = self.keys.iloc[measures].reset_index(drop=True)
        matrices = {name: getattr(self, name)[:, measures] for name in COUNTS}
        return Sums(self.design, keys, **matrices, parts=self.parts)

    def per_outlet(self, matrix: Floats) -> Floats:
        """Sums of a matrix over each outlet's articles: outlets x measures."""
        sums: Floats = self.design.members() @ matrix
        return sums

    def estimates(self) -> Floats:
        """Each outlet's value of each measure: outlets x measures, nan where it has no units."""
        return ratio(self.per_outlet(self.total), self.per_outlet(self.denominators))

    def rest(self) -> Floats:
        """The value over all other outlets' articles: outlets x measures, nan where they have no units."""
        others = [matrix.sum(axis=0) - self.per_outlet(matrix) for matrix in (self.total, self.denominators)]
        return ratio(*others)

    def articles_with_units(self) -> Integers:
        """How many of each outlet's articles have any units: outlets x measures."""
        return self.per_outlet((self.units > 0).astype(np.float64)).astype(np.int64)


def united(several: Sequence[pd.DataFrame]) -> tuple[pd.DataFrame, list[Integers]]:
    """All different keys of several tables in reading order, and the place among them of each table's rows."""
    different = pd.concat(list(several), ignore_index=True).drop_duplicates()
    keys = different.iloc[reading_order(different)].reset_index(drop=True)
    index = pd.MultiIndex.from_frame(keys)
    return keys, [index.get_indexer(pd.MultiIndex.from_frame(each[list(KEY)])) for each in several]


def reading_order(keys: pd.DataFrame) -> Integers:
    """The places of keys in reading order: by family and names, topics by number, no topic first."""
    number = pd.to_numeric(keys["topic"].replace("", "-1"))
    placed = keys.assign(number=number, place=range(len(keys)))
    ordered = placed.sort_values([*KEY[:4], "number", *KEY[4:]], kind="stable")
    return ordered["place"].to_numpy(dtype=np.int64)
