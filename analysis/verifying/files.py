"""One file of a report against the same file made anew, each kind by what a reader gets from it."""

from __future__ import annotations

import io
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

import numpy as np
import pandas as pd

from analysis.verifying.markup import PIXELS, apart, apart_on_paper
from analysis.verifying.numbers import distance

Standing = Literal["identical", "same to tolerance", "differs"]

MOST_SHADE = 0.5
"""How far two pictures may be apart, as the mean difference of a channel on its scale of 255."""


@dataclass(frozen=True, slots=True)
class FileVerdict:
    """A file, whether it is what comes out now, and how it differs if it does."""

    path: str
    standing: Standing
    detail: str = ""


def compare_file(path: str, report: Path, out: Path) -> FileVerdict:
    """The verdict on one file: by its bytes, else by its content; a kind that is not known has to be the same bytes."""
    if not (report / path).is_file():
        return FileVerdict(path, "differs", "it is missing")
    if not (out / path).is_file():
        return FileVerdict(path, "differs", "it is not made any more")
    before, after = (report / path).read_bytes(), (out / path).read_bytes()
    if before == after:
        return FileVerdict(path, "identical")
    compare = KINDS.get(Path(path).suffix, _of_bytes)
    try:
        standing, detail = compare(before, after)
    except (ValueError, OSError) as error:  # what pandas, Arrow and Pillow raise for damaged content
        standing, detail = "differs", f"it cannot be read ({str(error).splitlines()[0]})"
    return FileVerdict(path, standing, detail)


Verdict = tuple[Standing, str]


def _of_bytes(before: bytes, after: bytes) -> Verdict:
    """Text and JSON: nothing but the same bytes will do."""
    place = next((at for at, (one, other) in enumerate(zip(before, after, strict=False)) if one != other), -1)
    return "differs", f"from byte {max(place, min(len(before), len(after)) if place < 0 else place) + 1:,} on"


def _of_csv(before: bytes, after: bytes) -> Verdict:
    """A table as text: its numbers."""
    return _of_tables(*(pd.read_csv(io.BytesIO(content)) for content in (before, after)))


def _of_parquet(before: bytes, after: bytes) -> Verdict:
    """A table as Parquet: its numbers."""
    return _of_tables(*(pd.read_parquet(io.BytesIO(content)) for content in (before, after)))


def _of_tables(before: pd.DataFrame, after: pd.DataFrame) -> Verdict:
    """Two tables by their largest difference."""
    gap = distance(before, after)
    if gap.is_within:
        return "same to tolerance", f"numbers to {gap.largest:.1g}"
    by = "" if np.isinf(gap.largest) else f" by {gap.largest:.2g}"
    return "differs", f"numbers{by} ({gap.where})" if by else gap.where


def _of_markup(before: bytes, after: bytes) -> Verdict:
    """A drawing or a page: its texts and its marks."""
    return _of_pixels(apart(before.decode("utf-8"), after.decode("utf-8")))


def _of_pdf(before: bytes, after: bytes) -> Verdict:
    """A drawing on paper."""
    return _of_pixels(apart_on_paper(before, after))


def _of_pixels(pixels: float) -> Verdict:
    """A distance of marks as a verdict."""
    if pixels <= PIXELS:
        return "same to tolerance", f"marks to {pixels:.2g} pixels"
    return "differs", "other texts or marks" if np.isinf(pixels) else f"marks by {pixels:.2g} pixels"


def _of_picture(before: bytes, after: bytes) -> Verdict:
    """A PNG by its pixels."""
    from PIL import Image

    pictures = (Image.open(io.BytesIO(content)).convert("RGB") for content in (before, after))
    one, other = (np.asarray(picture, dtype=float) for picture in pictures)
    if one.shape != other.shape:
        return "differs", "another size"
    shade = float(np.abs(one - other).mean())
    if shade <= MOST_SHADE:
        return "same to tolerance", f"shades to {shade:.2g} of 255"
    return "differs", f"shades by {shade:.2g} of 255"


KINDS: dict[str, Callable[[bytes, bytes], Verdict]] = {
    ".csv": _of_csv, ".parquet": _of_parquet, ".svg": _of_markup, ".html": _of_markup, ".pdf": _of_pdf,
    ".png": _of_picture,
}  # fmt: skip
