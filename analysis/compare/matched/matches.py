"""The tables `matches` and `nearest`: paragraphs of two outlets that report the same, and what came nearest to it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pandas as pd

from analysis import tables
from analysis.compare.matched.neighbours import mutual_neighbours
from analysis.compare.matched.score import QUOTATION, REPORT, THRESHOLD, kind_of, probability
from analysis.compare.matched.wording import longest_run, overlap, shared_quotation

if TYPE_CHECKING:
    from analysis.compare.arrays import Floats
    from analysis.compare.matched.reading import Reading

DAYS = 3.0
"""How far apart the articles may have appeared: in the calibration half of BASIL, the reports of one event are three
days apart at most."""

NEAREST = 12
"""How many pairs the table `nearest` keeps."""


def candidates(reading: Reading, vectors: Floats, *, days: float = DAYS) -> pd.DataFrame:
    """Mutual nearest neighbours across outlets, each with its evidence.

    Args:
        reading: of the study.
        vectors: shape (paragraphs, dimensions), in the order of `reading.paragraphs`.
        days: how far apart their articles may have appeared; undated articles are compared with all.

    Returns:
        One row per pair, ordered by ids: `first_id`, `second_id` with their outlets and articles, `similarity`,
        `overlap`, `probability`, `kind` (of what they share: quotation, copy or report) and `days_apart` (nan where a
        date is unknown). Which of the two is first follows the alphabet of the outlets and says nothing.
    """
    paragraphs = reading.paragraphs
    found = mutual_neighbours(vectors, paragraphs, days=days)
    first = paragraphs.iloc[found["first"].to_numpy()].reset_index(drop=True)
    second = paragraphs.iloc[found["second"].to_numpy()].reset_index(drop=True)
    pairs = pd.DataFrame(
        {
            "first_id": first["paragraph_id"], "second_id": second["paragraph_id"],
            "first_outlet": first["outlet"], "second_outlet": second["outlet"],
            "first_article": first["article_id"], "second_article": second["article_id"],
            "similarity": found["similarity"], "days_apart": (first["day"] - second["day"]).abs(),
        }
    )  # fmt: skip
    ids = list(zip(pairs["first_id"], pairs["second_id"], strict=True))
    wordings = [(reading.wordings(one), reading.wordings(other)) for one, other in ids]
    pairs["overlap"] = np.array([overlap(*pair) for pair in wordings], dtype=np.float64)
    pairs["probability"] = probability(pairs["similarity"].to_numpy(), pairs["overlap"].to_numpy())
    pairs["kind"] = pd.Series([kind_of(*pair) for pair in wordings], dtype="str")
    return pairs.sort_values(["first_id", "second_id"], kind="stable", ignore_index=True)


def matched(pairs: pd.DataFrame) -> pd.Series[bool]:
    """Which candidates report the same: a shared quotation, a copy, or a probability of the threshold or more."""
    return (pairs["kind"] != REPORT) | (pairs["probability"] >= THRESHOLD)


def matches_table(reading: Reading, pairs: pd.DataFrame, events: dict[str, int]) -> pd.DataFrame:
    """The table `matches`: the candidates that are matched, with the evidence that a reader can check.

    Args:
        reading: of the study.
        pairs: the matched candidates.
        events: the number of each article's event (see `events`); 0 where its articles share too little to be one.
    """
    return tables.table(
        "matches", _rows(reading, pairs, [events.get(each, 0) for each in pairs["first_article"]])
    )


def nearest_table(reading: Reading, pairs: pd.DataFrame) -> pd.DataFrame:
    """The table `nearest`: of the candidates without regard to date, the twelve that are likeliest, then by id.

    It is made where nothing matches, for a reader to see what came nearest.
    """
    ordered = pairs.sort_values(
        ["probability", "first_id", "second_id"], ascending=[False, True, True], kind="stable"
    ).head(NEAREST)
    return tables.table("nearest", _rows(reading, ordered, [0] * len(ordered)))


def _rows(reading: Reading, pairs: pd.DataFrame, events: list[int]) -> list[dict[str, object]]:
    """The rows of a table of pairs."""
    rows = []
    for event, pair in zip(events, pairs.to_dict("records"), strict=True):
        first, second = str(pair["first_id"]), str(pair["second_id"])
        one, other = reading.wordings(first), reading.wordings(second)
        quotation = shared_quotation(one, other) if pair["kind"] == QUOTATION else ()
        rows.append(
            {
                "event": event, **{str(name): value for name, value in pair.items()},
                "shared_actors": "; ".join(reading.shared("actors", first, second)),
                "shared_names": "; ".join(reading.shared("names", first, second)),
                "shared_numbers": "; ".join(sorted(one.numbers & other.numbers)),
                "longest_run": len(longest_run(one.words, other.words)), "quotation": " ".join(quotation),
            }
        )  # fmt: skip
    return rows
