"""A model's labels as the study's own: negative, neutral and positive, or names of frames."""

from __future__ import annotations

from typing import TYPE_CHECKING

from analysis.errors import ModelError

if TYPE_CHECKING:
    from collections.abc import Sequence

POLES = {
    "negative": ("negative", "neg", "against"),
    "neutral": ("neutral", "neu", "none"),
    "positive": ("positive", "pos", "favor", "favour"),
}


def poles(labels: Sequence[str], *, model: str) -> list[int]:
    """The places of negative, neutral and positive among a model's labels.

    Raises:
        ModelError: the model has other labels, more or fewer; the message names those that it has.
    """
    folded = [_folded(label) for label in labels]
    places = [
        next((place for place, label in enumerate(folded) if label in names), None)
        for names in POLES.values()
    ]
    known = [place for place in places if place is not None]
    if len(known) != len(POLES) or len(labels) != len(POLES):
        raise ModelError(
            f"the model {model!r} has the labels {', '.join(map(repr, labels))}, not {', '.join(POLES)}",
            remedy="use a model with these three, or name them so in id2label of its config.json",
        )
    return known


def frames(labels: Sequence[str], codebook: Sequence[str], *, model: str) -> list[str]:
    """The codebook's frame that each of a model's labels names, in the order of the labels.

    Raises:
        ModelError: a label names no frame, or two name the same one.
    """
    known = {_folded(name): name for name in codebook}
    unknown = [label for label in labels if _folded(label) not in known]
    found = [known[_folded(label)] for label in labels if _folded(label) in known]
    doubled = next((name for name in found if found.count(name) > 1), None)
    if unknown or doubled:
        what = f"{unknown[0]!r} is no frame of the codebook" if unknown else f"two labels mean {doubled!r}"
        raise ModelError(
            f"the model {model!r} has the labels {', '.join(map(repr, labels))}: {what}",
            remedy=f"name them in id2label of its config.json after {', '.join(codebook)}",
        )
    return found


def _folded(label: str) -> str:
    """A label without case, and with one space for whatever separates its words."""
    return " ".join("".join(c if c.isalnum() else " " for c in label.casefold()).split())
