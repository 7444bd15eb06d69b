"""Whether the axes of the microframes hold: sentences made by hand, and statements before and after an invasion."""

from __future__ import annotations

import csv
import gzip
import sys
from typing import TYPE_CHECKING, Any

import numpy as np

from analysis.errors import ArticleError
from analysis.framing import agreement
from analysis.framing.card import Card, Result
from analysis.framing.microframes import MEASURES, VERSION, axes, projections
from analysis.framing.microframes import NAME as INSTRUMENT
from analysis.validation import gold
from analysis.voices.segments import sentences_of

if TYPE_CHECKING:
    from pathlib import Path

    import numpy.typing as npt

    from analysis.framing.frames.instrument import Encode

FOLDER, FILE = "press_releases_ua_ru", "zelenskyy.csv.gz"
SOURCE = (
    "press releases of the president of Ukraine, 2021-10 to 2022-06 (github.com/PeiYiZhuo/zelenskyy-putin)"
)
INVASION = "2022-02-24"
EVERY = 8
"""Of the statements every eighth is taken, and its first `SENTENCES` sentences."""
SENTENCES = 6
EXPECTED = ("cooperation-confrontation", "victim-aggressor", "safe-threatening")
"""Axes on which statements after the invasion should lean further to the second pole; written down beforehand."""


def validate_microframes(encode: Encode, data: Path) -> tuple[Card, Card]:
    """The cards of the axes on hand-made sentences and on statements of one speaker before and after an invasion.

    Raises:
        ArticleError: the statements are not there.
    """
    made = Card(
        instrument=INSTRUMENT, version=VERSION, measures=MEASURES, data="hand-made sentences",
        source="analysis/framing/microframes/axes.toml, `check_first` and `check_second`", licence="MIT",
        split="twelve sentences for each axis that never enter it, written before anything was measured",
        resampled="sentences", results=tuple(_made(encode)),
        notes=("Face validity only: sentences that were written to lie on one side. No coded news was at hand.",),
    )  # fmt: skip
    found = _said(encode, data)
    said = Card(
        instrument=INSTRUMENT, version=VERSION, measures=MEASURES, data="statements before and after an invasion",
        source=SOURCE, licence="no licence file",
        split=f"every eighth statement, its first {SENTENCES} sentences; expected axes: {', '.join(EXPECTED)}",
        resampled="statements", results=tuple(found),
        notes=(
            _as_expected(found),
            f"AUC: the chance that a statement after {INVASION} leans further to the second pole than one before.",
            "Known groups, no coding: the subject changed with the war, and the axes cannot tell wording from subject.",
        ),
    )  # fmt: skip
    return made, said


def _as_expected(found: list[Result]) -> str:
    """On how many of the expected axes the statements moved as expected."""
    lows = {result.part.removeprefix("axis "): result.low for result in found}
    held = [name for name in EXPECTED if lows[name] > 0.5]  # noqa: PLR2004 - chance
    return (
        f"The interval lies above .5 on {len(held)} of the {len(EXPECTED)} expected axes: "
        f"{', '.join(held) or 'none'}."
    )


def _made(encode: Encode) -> list[Result]:
    """The AUC of each axis on its own check sentences."""
    results = []
    for axis in axes():
        texts = [*axis.check_first, *axis.check_second]
        truth = np.array([False] * len(axis.check_first) + [True] * len(axis.check_second))
        results.append(_auc(f"axis {axis.name}", truth, projections(encode(texts), axis, encode)))
    return results


def _said(encode: Encode, data: Path) -> list[Result]:
    """The AUC of each axis for statements after against before the invasion."""
    statements = _statements(data)
    cut = [sentences_of(body)[:SENTENCES] for _, body in statements]
    kept = [place for place, parts in enumerate(cut) if parts]
    vectors = encode([part for place in kept for part in cut[place]])
    owners = np.repeat(np.arange(len(kept)), [len(cut[place]) for place in kept])
    truth = np.array([statements[place][0] >= INVASION for place in kept])
    results = []
    for axis in axes():
        values = projections(vectors, axis, encode)
        means = np.bincount(owners, weights=values) / np.bincount(owners)
        results.append(_auc(f"axis {axis.name}", truth, means))
    return results


def _auc(part: str, truth: npt.NDArray[Any], scores: npt.NDArray[Any]) -> Result:
    """One AUC with its interval; every text is a group of its own."""
    groups = [str(number) for number in range(len(truth))]
    return agreement.result("AUC", part, lambda rows: agreement.auc(truth[rows], scores[rows]), groups)


def _statements(data: Path) -> list[tuple[str, str]]:
    """Date and body of every eighth statement, in the order of the file."""
    path = gold.find(data, FOLDER, FILE, source=SOURCE)
    csv.field_size_limit(min(sys.maxsize, 2**31 - 1))
    try:
        with gzip.open(path, "rt", encoding="utf-8", errors="replace", newline="") as lines:
            rows = [(row["date"][:10], row["body"]) for row in csv.DictReader(lines)]
    except (OSError, EOFError, ValueError, KeyError) as error:
        raise ArticleError(f"is not the set ({error})", where=path, remedy=f"lay {SOURCE} there") from None
    return rows[::EVERY]
