"""A sample in which every stratum has its place, drawn the same way by everybody."""

from __future__ import annotations

import hashlib
from collections import Counter
from typing import TYPE_CHECKING

import pandas as pd

from analysis.errors import SheetError

if TYPE_CHECKING:
    from collections.abc import Sequence

ALWAYS = ("outlet", "voice")
THIRDS = ("low", "middle", "high")


def thirds(scores: pd.Series[float]) -> pd.Series[str]:
    """Whether each score is in the low, the middle or the high third by rank; equal scores share their mid-rank.

    A missing score is in no third ("").
    """
    ranks = scores.rank(pct=True)
    cut = pd.cut(ranks, [0, 1 / 3, 2 / 3, 1], labels=list(THIRDS)).astype("object")
    return cut.where(scores.notna(), "").astype("str")


def strata_columns(units: pd.DataFrame, n: int, extra: Sequence[str]) -> list[str]:
    """The columns whose combinations are the strata: outlet and voice, then each further one that leaves n enough.

    Raises:
        SheetError: outlets and voices alone make more strata than n.
    """
    columns = list(ALWAYS)
    least = units.groupby(columns).ngroups
    if least > n:
        remedy = f"draw {least} or more, so that every voice of every outlet is in the sample"
        raise SheetError(f"--n {n} is too few for {least} outlets and voices", remedy=remedy)
    for column in extra:
        if units.groupby([*columns, column]).ngroups <= n:
            columns.append(column)
    return columns


def sample(units: pd.DataFrame, n: int, columns: Sequence[str], *, seed: int) -> pd.DataFrame:
    """A stratified sample of n units, every stratum with at least one and the rest in proportion to its size.

    Units are taken in the order of a digest of the seed and their content, so that neither the order of the rows nor
    the machine matters. Of two units of a stratum, one from a paragraph that is not in the sample yet comes first.

    Args:
        units: one row each; columns `unit`, `paragraph_id` and the strata's.
        n: how many; at least as many as there are strata. All units where there are no more.
        columns: whose combinations are the strata.
        seed: of the digest.

    Returns:
        The drawn rows, in an order that says nothing of their strata.
    """
    ordered = units.assign(key=[digest(seed, "draw", unit) for unit in units["unit"]]).sort_values("key")
    groups = [own for _, own in ordered.groupby(list(columns), sort=True)]
    quotas = allocated([len(own) for own in groups], min(n, len(units)))
    used: Counter[str] = Counter()
    chosen: list[str] = []
    for own, quota in sorted(zip(groups, quotas, strict=True), key=lambda pair: len(pair[0])):
        left = list(own[["unit", "paragraph_id"]].itertuples(index=False, name=None))
        for _ in range(quota):
            unit, paragraph_id = min(left, key=lambda pair: used[pair[1]])
            left.remove((unit, paragraph_id))
            used[paragraph_id] += 1
            chosen.append(unit)
    drawn = ordered[ordered["unit"].isin(chosen)]
    order = [digest(seed, "order", unit) for unit in drawn["unit"]]
    return drawn.assign(key=order).sort_values("key", ignore_index=True).drop(columns="key")


def allocated(sizes: Sequence[int], n: int) -> list[int]:
    """How many of n each stratum gets: one, and of the rest its share by the largest remainder.

    share = (n - strata) (size - 1) / (units - strata), so that no stratum gets more than it has.
    """
    rest, spare = n - len(sizes), sum(sizes) - len(sizes)
    shares = [rest * (size - 1) / spare if spare else 0.0 for size in sizes]
    given = [1 + int(share) for share in shares]
    remainders = sorted(range(len(sizes)), key=lambda place: (-(shares[place] % 1), place))
    for place in remainders[: n - sum(given)]:
        given[place] += 1
    return given


def digest(*parts: object) -> str:
    """SHA-256 of some parts, in hexadecimal."""
    return hashlib.sha256("\0".join(map(str, parts)).encode()).hexdigest()
