"""Leave-one-article-out: which contrasts hang on a single article."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pandas as pd

from analysis import tables
from analysis.compare.arrays import ratio, rows_at_once
from analysis.compare.sums import KEY

if TYPE_CHECKING:
    from collections.abc import Iterator

    import numpy.typing as npt

    from analysis.compare.arrays import Floats
    from analysis.compare.sums import Sums

DECIMALS = 9
"""Differences are told to nine decimals: equal quotients may be rounded differently, and such differences tie."""

HOLDS, TURNS, ONE_ARTICLE = "holds", "turns", "rests on one article"
NO_DIFFERENCE, NOT_ESTIMABLE = "no difference", "not estimable"

Columns = dict[str, "npt.NDArray[np.generic]"]


def leave_one_out(sums: Sums) -> pd.DataFrame:
    """Every contrast of an outlet with the rest, with each article left out in turn.

    d = N_k / D_k - N_r / D_r
    d without article i = (N_k - N_i) / (D_k - D_i) - N_r / D_r, i an article of the outlet k; likewise of the rest r

    N and D are the sums of a measure's values and units over articles, so nothing is fitted anew. Articles without
    units of the measure are not left out, as that would change nothing. Leaving out is no test, and how far the
    difference moves is no interval: it says whether one text alone makes the finding (the influence of a single case;
    Cook 1977, Technometrics 19).

    Returns:
        The table `leave_one_out`, one row per measure and outlet, in the order of `estimates`; none with fewer than
        two outlets. `difference`, of the measure's unit, as in `estimates` without strata; `smallest` and `largest`,
        the same with an article left out. `articles` with units, `outlet_articles` and `rest_articles` of them.
        `flips`: articles without which the difference has another sign or is 0; `outlet_flip_share` and
        `rest_flip_share`: of the outlet's and of the rest's articles, 0 to 1, nan without any. `undefined`: articles
        without which nothing is left to compare. `article_id`: the article without which the difference moves most (of
        several, the first by name; "" where none can be left out), and `without`: the difference then.

        `standing` is how to read the row: "not estimable" (the outlet or the rest has no units); "rests on one
        article" (all units of the outlet, or of the rest, are in one article, so that without it there is no
        contrast, whatever the others do); "no difference" (d is 0); "turns" (`flips` is above 0); else "holds": no
        single article makes or turns the difference. All differences are rounded to nine decimals before they are
        compared.
    """
    outlets = sums.design.outlets
    pieces = [_of_outlet(sums, place) for place in range(len(outlets))] if len(outlets) > 1 else []
    rows = [
        {**dict(zip(KEY, key, strict=True)), "outlet": outlet, **{name: piece[name][m] for name in piece}}
        for m, key in enumerate(sums.keys.itertuples(index=False))
        for outlet, piece in zip(outlets, pieces, strict=False)
    ]
    return tables.table("leave_one_out", rows).drop(columns="scale", errors="ignore")


def _of_outlet(sums: Sums, place: int) -> Columns:
    """The columns of one outlet, a value for each measure; computed some measures at a time."""
    blocks = list(_blocks(sums, place))
    if not blocks:
        return {}
    return {name: np.concatenate([block[name] for block in blocks]) for name in blocks[0]}


def _blocks(sums: Sums, place: int) -> Iterator[Columns]:
    """The columns of one outlet, for as many measures as fit in memory at once."""
    own = (sums.design.labels == place)[:, None]
    articles, measures = sums.total.shape
    size = rows_at_once(8 * articles)
    denominators = sums.denominators
    for start in range(0, measures, size):
        some = slice(start, start + size)
        present = sums.units[:, some] > 0
        whole, without = _differences(sums.total[:, some], denominators[:, some], own)
        sides = present & own, present & ~own
        yield _columns(whole, np.where(present, without, np.nan), sides, sums.design.articles)


def _differences(
    numerators: Floats, denominators: Floats, own: npt.NDArray[np.bool_]
) -> tuple[Floats, Floats]:
    """The difference of each measure, and that without each article (articles x measures)."""

    def side(mine: npt.NDArray[np.bool_]) -> tuple[Floats, Floats]:
        parts = [np.where(mine, matrix, 0.0) for matrix in (numerators, denominators)]
        sums = [part.sum(axis=0) for part in parts]
        return ratio(*sums), ratio(*(total - part for total, part in zip(sums, parts, strict=True)))

    (outlet, outlet_without), (rest, rest_without) = side(own), side(~own)
    return (outlet - rest).round(DECIMALS) + 0.0, (outlet_without - rest_without).round(DECIMALS) + 0.0


def _columns(
    whole: Floats, without: Floats, sides: tuple[npt.NDArray[np.bool_], ...], names: tuple[str, ...]
) -> Columns:
    """The columns of the table.

    Args:
        whole: the difference of each measure.
        without: that without each article; nan where there is none.
        sides: which articles of the outlet and of the rest have units.
        names: of the articles.
    """
    defined = np.isfinite(without)
    flips = defined & (np.sign(without) != np.sign(whole)) & (whole != 0)
    outlet, rest = (side.sum(axis=0) for side in sides)
    outlet_flips, rest_flips = ((flips & side).sum(axis=0) for side in sides)
    influence = np.where(defined, np.abs(without - whole), -1.0).round(DECIMALS)
    most, movable = influence.argmax(axis=0), defined.any(axis=0)
    return {
        "difference": whole,
        "smallest": np.where(movable, np.where(defined, without, np.inf).min(axis=0), np.nan),
        "largest": np.where(movable, np.where(defined, without, -np.inf).max(axis=0), np.nan),
        "articles": outlet + rest,
        "outlet_articles": outlet,
        "rest_articles": rest,
        "flips": outlet_flips + rest_flips,
        "outlet_flip_share": ratio(outlet_flips, outlet),
        "rest_flip_share": ratio(rest_flips, rest),
        "undefined": outlet + rest - defined.sum(axis=0),
        "article_id": np.where(movable, np.array(names, dtype=object)[most], ""),
        "without": np.where(movable, np.take_along_axis(without, most[None], axis=0)[0], np.nan),
        "standing": _standing(whole, flips.any(axis=0), np.minimum(outlet, rest) == 1),
    }


def _standing(whole: Floats, flips: npt.NDArray[np.bool_], single: npt.NDArray[np.bool_]) -> Floats:
    """How to read each contrast, as `leave_one_out` says."""
    standing = np.where(flips, TURNS, HOLDS)
    standing = np.where(whole == 0, NO_DIFFERENCE, standing)
    standing = np.where(single, ONE_ARTICLE, standing)
    named: Floats = np.where(np.isfinite(whole), standing, NOT_ESTIMABLE)
    return named
