"""The quotation finder's validity card, from its figures on PolNeAR."""

from __future__ import annotations

from typing import TYPE_CHECKING

from analysis.framing.card import Card, Result
from analysis.validation import gold
from analysis.voices.quotes import MEASURES, NAME, VERSION
from analysis.voices.validity import validate

if TYPE_CHECKING:
    from collections.abc import Hashable, Mapping
    from pathlib import Path

METRICS = ("F1", "precision", "recall", "speaker's head name")
"""Their order on the card, its headline first; other metrics come after them."""

PARTS = {
    "all kinds": "all",
    "": "all",
    "direct by direct": "direct, found as direct",
    "direct, any attribution": "direct, against coded ones of any kind",
}
NOTES = (
    (
        "A quotation counts as found when it shares a character with one that a coder marked. Direct, mixed and "
        "indirect are told apart by the quotation marks in the text, not by the coders."
    ),
    (
        "The finder's own kinds are not PolNeAR's, so the F1 of a kind takes the recall of that kind and the precision "
        "of all quotations."
    ),
    (
        "The speaker is right when the finder's speaker holds the head name of the coded source; only direct "
        "quotations with a named source are counted."
    ),
    (
        "n counts coded quotations for a recall, found ones for a precision, characters where the name says so, and "
        "direct quotations with a named source for the speaker; for an F1 it counts what its recall counts."
    ),
    "PolNeAR is political news of seven US outlets; interviews and translated reports are not in it.",
)


def card(data: Path) -> Card:
    """How well quotations and their speakers are found, on PolNeAR's development articles.

    Raises:
        ArticleError: the folder does not hold the set.
    """
    measured = validate(gold.folder(data, "polnear"))
    results = [_result(row) for row in measured.to_dict("records")]
    return Card(
        instrument=NAME,
        version=VERSION,
        measures=MEASURES,
        data="PolNeAR",
        source="Newell, Margolin and Ruths (2018), An attribution relations corpus for political news, LREC; "
        "networkdynamics/PolNeAR on GitHub",
        licence="none stated",
        split="the development part, of which nothing was used to write the rules; those were written on the "
        "training part",
        resampled="articles",
        results=tuple(sorted(results, key=_place)),
        notes=NOTES,
    )


def _result(row: Mapping[Hashable, object]) -> Result:
    """One measure as a figure of the card: "recall, direct" is the recall of the part "direct"."""
    metric, _, part = str(row["measure"]).partition(", ")
    value, low, high = (float(str(row[name])) for name in ("value", "low", "high"))
    articles = int(str(row["articles"]))
    return Result(metric, PARTS.get(part, part), value, low, high, int(str(row["n"])), articles)


def _place(result: Result) -> tuple[int, bool]:
    """Where a figure stands on the card: by metric, the whole before its parts."""
    place = METRICS.index(result.metric) if result.metric in METRICS else len(METRICS)
    return place, result.part != "all"
