"""One correction over everything that a study tests: values, contrasts and words, family by family."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import numpy as np
import pandas as pd

from analysis.compare.multiplicity import across_families, holm_within_families
from analysis.compare.verdicts import decided, verdicts

if TYPE_CHECKING:
    from analysis.compare.arrays import Floats


class Together(NamedTuple):
    """The tables `estimates`, `contrasts` and `keyness`, corrected together."""

    estimates: pd.DataFrame
    contrasts: pd.DataFrame
    keyness: pd.DataFrame


def together(
    estimates: pd.DataFrame, contrasts: pd.DataFrame, keyness: pd.DataFrame, *, alpha: float
) -> Together:
    """The three tables with `q` corrected across the families of all three, and `verdict` by it.

    Each table comes with p corrected within its families. Corrected table by table, each would raise a false alarm in
    alpha of studies in which nothing differs, and a reader of the page reads them all; over all families at once
    (Benjamini and Bogomolov 2014, see `multiplicity`) alpha holds for all three. Tests of matched paragraphs are
    corrected among themselves, which the page says. The families: those of the measures,
    for each outlet against the rest; the same again for all outlets at once, and for pairs; and of the words, each
    voice, topic and kind of comparison. Equivalence, another claim, is corrected likewise over both tables.

    Args:
        estimates: columns `family`, `outlet`, `p`, `p_equivalence`; outlets in turn.
        contrasts: columns `family`, `kind`, `p`, `p_equivalence`.
        keyness: columns `voice`, `topic`, `other`, `p_article`.
        alpha: the level.
    """
    kind = keyness["other"].map(lambda other: "pair" if other else "rest")
    families = [
        ("measures; " + estimates["family"]).to_numpy(dtype=object),
        (contrasts["kind"] + "; " + contrasts["family"]).to_numpy(dtype=object),
        ("words; " + keyness["voice"] + "; " + keyness["topic"] + "; " + kind).to_numpy(dtype=object),
    ]
    tables = (estimates, contrasts, keyness)
    p = [
        table[name].to_numpy(dtype=np.float64)
        for table, name in zip(tables, ("p", "p", "p_article"), strict=True)
    ]
    numbers = np.unique(np.concatenate(families).astype(str), return_inverse=True)[1]
    q = np.split(across_families(np.concatenate(p), numbers), np.cumsum([len(each) for each in p])[:-1])
    first, second, third = (table.assign(q=each) for table, each in zip(tables, q, strict=True))
    outlets = estimates["outlet"].nunique()
    first, second = _equivalence(first, second, outlets)
    return Together(
        first.assign(verdict=verdicts(first, outlets=outlets, alpha=alpha).astype("str")),
        second.assign(verdict=_of_contrasts(second, alpha)),
        third.assign(verdict=decided(q[2], _none(q[2]), alpha)).astype({"verdict": "str"}),
    )


def _equivalence(
    estimates: pd.DataFrame, contrasts: pd.DataFrame, outlets: int
) -> tuple[pd.DataFrame, pd.DataFrame]:
    """Both tables with `q_equivalence` corrected together, by Holm within each family and across families.

    Of two outlets the first stands for both: their differences are one question told twice.
    """
    step = 2 if outlets == 2 else 1  # noqa: PLR2004 - see above
    own = estimates.iloc[::step]
    p = np.concatenate([own["p_equivalence"], contrasts["p_equivalence"]])
    names = [*("rest; " + own["family"]), *(contrasts["kind"] + "; " + contrasts["family"])]
    families = np.unique(np.array(names, dtype=str), return_inverse=True)[1]
    q = across_families(holm_within_families(p, families), families)
    own_q = np.repeat(q[: len(own)], step)
    return estimates.assign(q_equivalence=own_q), contrasts.assign(q_equivalence=q[len(own) :])


def _of_contrasts(rows: pd.DataFrame, alpha: float) -> pd.Series[str]:
    """The verdicts on contrasts; what is not estimable or not tested stays so."""
    found = decided(rows["q"].to_numpy(), rows["q_equivalence"].to_numpy(), alpha)
    return pd.Series(found, index=rows.index).where(rows["q"].notna(), rows["verdict"]).astype("str")


def _none(like: Floats) -> Floats:
    """No p-values."""
    return np.full(like.shape, np.nan)
