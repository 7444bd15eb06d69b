"""Which of the nine codes the instrument would choose for a text, and how often it is right."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from analysis.framing import agreement
from analysis.framing.frames import codebook
from analysis.validation import gvfc

if TYPE_CHECKING:
    import numpy.typing as npt

    from analysis.framing.card import Result
    from analysis.framing.frames.evidence import Floats
    from analysis.framing.frames.scale import Scale
    from analysis.validation.gvfc import Coded

FEWEST = 15
"""Leads that an outlet needs for a figure of its own."""


@dataclass(frozen=True, slots=True, eq=False)
class Measured:
    """Coded texts with the evidence of the instrument, shape (texts, frames), and its scale."""

    coded: Coded
    evidence: Floats
    scale: Scale

    def of(self, frame: str) -> Floats:
        """The evidence for one frame."""
        return self.evidence[:, codebook().names.index(frame)]


def likeliest(measured: Measured) -> npt.NDArray[np.int64]:
    """The code of the policy frame with the highest probability, for each text."""
    pairs = gvfc.mapping()["policy"]
    chances = np.stack([measured.scale.probability(measured.of(frame), frame) for frame in pairs], axis=1)
    codes = np.array(list(pairs.values()), dtype=np.int64)
    return np.asarray(codes[chances.argmax(axis=1)], dtype=np.int64)


def choices(measured: Measured) -> list[Result]:
    """Macro-F1 over the nine codes among framed texts, and F1 of each; the first theme is the truth, as published."""
    framed = measured.coded.codes[:, 0] != gvfc.NO_FRAME
    truth, given = measured.coded.codes[framed, 0] - 1, likeliest(measured)[framed] - 1
    groups = np.array(measured.coded.groups, dtype=object)[framed].tolist()
    pairs = gvfc.mapping()["policy"]
    macro = agreement.result(
        "macro-F1",
        "nine codes",
        lambda rows: agreement.macro_f1(truth[rows], given[rows], len(pairs)),
        groups,
    )
    single = [
        agreement.result(
            "F1",
            f"frame {frame}",
            lambda rows, code=code: agreement.f1(truth[rows] == code - 1, given[rows] == code - 1),  # type: ignore[misc]
            groups,
        )
        for frame, code in pairs.items()
    ]
    return [macro, *single]


def outlets(measured: Measured) -> list[Result]:
    """The share of right choices of each outlet with enough leads, the most leads first; the others together."""
    given = likeliest(measured)
    right = (measured.coded.codes == given[:, None]).any(axis=1)
    sites = np.array(measured.coded.outlets, dtype=object)
    names, sizes = np.unique(sites.astype(str), return_counts=True)
    large = [str(name) for name, size in zip(names, sizes, strict=True) if size >= FEWEST]
    parts = [(f"outlet {name}", sites == name) for name in large]
    parts.append(("other outlets", ~np.isin(sites.astype(str), large)))
    groups = np.array(measured.coded.groups, dtype=object)
    return [
        agreement.result(
            "accuracy",
            part,
            lambda rows, own=right[rows_in]: float(own[rows].mean()),  # type: ignore[misc]
            groups[rows_in].tolist(),
        )
        for part, rows_in in parts
    ]
