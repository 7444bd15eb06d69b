"""Whether the instruments of tone agree on which outlet is worded more negatively, in words."""

from __future__ import annotations

from itertools import combinations

import pandas as pd

from analysis.figures import instruments, style
from analysis.figures.wording import decimal, listed, spelled

VOICES = {"all": "all text", "narration": "narration", "quoted": "quoted or reported", "answer": "answers"}
FEWEST = 2
FEWEST_PARAGRAPHS = 3
MOST_LISTED = 4
MOST_NAMED = 3
ALIKE = 0.05
"""Mean tones less far apart are called nearly alike."""
DECIMALS = 4


def agreement(data: pd.DataFrame, voice: str) -> str:
    """Whether the instruments put the outlets in the same order in one voice, in words; "" where nothing can differ."""
    tones = comparable(data, voice)
    if tones.empty:
        return ""
    where = "Over all text" if voice == "all" else f"In {VOICES[voice]}"
    found = pairs(tones)
    if len(found["same"]) == sum(map(len, found.values())):
        order = tones.iloc[:, 0].sort_values(kind="stable").index.tolist()
        named = listed(order) if len(order) <= MOST_LISTED else f"{order[0]} to {order[-1]}"
        return f"{where} the word lists put the outlets in the same order, the most negative first: {named}."
    lowest = listed(f"{tones[name].idxmin()} by {instruments.spoken(name)}" for name in tones.columns)
    return (
        f"{where} the word lists do not put the outlets in the same order: {_kinds(found)}. The most negative is "
        f"{lowest}."
    )


def comparable(data: pd.DataFrame, voice: str) -> pd.DataFrame:
    """The tones of one voice, an outlet a row and an instrument a column, in their orders.

    Outlets with fewer than three paragraphs in the voice are left out: a mean of one or two is hardly one. Nothing
    comes back where fewer than two outlets or instruments are left.
    """
    own = data[(data["voice"] == voice) & (data["paragraphs"] >= FEWEST_PARAGRAPHS)]
    outlets = [outlet for outlet in style.study_outlets(own) if outlet in set(own["outlet"])]
    single = own.drop_duplicates(["instrument", "outlet"]).astype({"outlet": "str"})
    wide = single.pivot(index="outlet", columns="instrument", values="tone")  # noqa: PD010 - one value each
    table = wide.reindex(index=outlets, columns=instruments.in_order(own)).dropna()
    return table if min(table.shape) >= FEWEST else table.iloc[:0]


def pairs(tones: pd.DataFrame) -> dict[str, list[tuple[str, str]]]:
    """The pairs of outlets by whether the instruments agree on which of the two is the more negative.

    Args:
        tones: an outlet a row, an instrument a column.

    Returns:
        "same": the same one under all instruments. "turned": one of them by .05 or more under one instrument, the other
        by as much under another. "close": the rest, in which some instrument has the two nearly alike.
    """
    found: dict[str, list[tuple[str, str]]] = {"same": [], "turned": [], "close": []}
    for one, other in combinations(tones.index, 2):
        gaps = (tones.loc[other] - tones.loc[one]).round(DECIMALS)
        same = (gaps > 0).all() or (gaps < 0).all()
        turned = gaps.min() <= -ALIKE and gaps.max() >= ALIKE
        found["same" if same else "turned" if turned else "close"].append((one, other))
    return found


def _kinds(found: dict[str, list[tuple[str, str]]]) -> str:
    """How many pairs of outlets stand alike, are turned round and are nearly alike, in words."""
    total = sum(map(len, found.values()))
    told = []
    for kind, words in (
        ("same", "the same way round in all"),
        ("turned", "turned round"),
        ("close", f"nearly alike (under {decimal(ALIKE)}) by some of them"),
    ):
        count = len(found[kind])
        if count:
            named = (
                f" ({'; '.join(' and '.join(pair) for pair in found[kind])})" if count <= MOST_NAMED else ""
            )
            told.append(
                f"{spelled(count)} {'is' if count == 1 else 'are'} {words}{named if kind != 'same' else ''}"
            )
    return f"of the {spelled(total, 'pair')} of outlets {listed(told)}" if total > 1 else f"{_pair(found)}"


def _pair(found: dict[str, list[tuple[str, str]]]) -> str:
    """What becomes of the only pair of outlets."""
    ((kind, (pair,)),) = ((kind, own) for kind, own in found.items() if own)
    words = (
        "are turned round"
        if kind == "turned"
        else f"are nearly alike (under {decimal(ALIKE)}) by some of them"
    )
    return f"{' and '.join(pair)} {words}"
