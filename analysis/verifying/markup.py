"""Whether two drawings or pages show the same: the same texts, and the same marks up to a fraction of a pixel."""

from __future__ import annotations

import re

PIXELS = 0.05
"""How far a coordinate may be from where it was: no eye tells it on a screen."""

_NUMBER = re.compile(r"-?\d+(?:\.\d+)?")
_TAG = re.compile(r"(<[^<>]*>)")
_HASH = re.compile(r"\b[0-9a-f]{64}\b|sha256-[A-Za-z0-9+/=]{44}")
_LENGTH = re.compile(r"/Length \d+")
_STRING = re.compile(r"(\((?:[^()\\]|\\.)*\)|<[0-9A-Fa-f]*>)")


def apart(before: str, after: str) -> float:
    """How many pixels the marks of two SVGs or pages are apart at most.

    Numbers inside tags are coordinates and may differ; numbers in texts are what a reader reads and may not. Hashes of
    files that differ by so little differ as well, and are passed over.

    Returns:
        0 for the same, infinity when a text or anything but a number in a tag differs.
    """
    return 0.0 if before == after else _largest(_TAG.split(_plain(before)), _TAG.split(_plain(after)))


def apart_on_paper(before: bytes, after: bytes) -> float:
    """The same for two PDFs that are not compressed: strings are texts, all other numbers coordinates."""
    if before == after:
        return 0.0
    one, other = (
        _LENGTH.sub("", content.partition(b"\nxref")[0].decode("latin-1")) for content in (before, after)
    )
    return _largest(_STRING.split(one), _STRING.split(other), texts=1)


def _plain(markup: str) -> str:
    """Markup without hashes."""
    return _HASH.sub("", markup)


def _largest(before: list[str], after: list[str], *, texts: int = 0) -> float:
    """The largest distance of two numbers over pieces that alternate between texts and tags.

    Args:
        before: pieces in order.
        after: those of the other.
        texts: 0 when the first piece, and every other one, is a text; 1 when the second is.
    """
    if len(before) != len(after) or before[texts::2] != after[texts::2]:
        return float("inf")
    pairs = zip(before[1 - texts :: 2], after[1 - texts :: 2], strict=True)
    return max((_of_tag(one, other) for one, other in pairs if one != other), default=0.0)


def _of_tag(before: str, after: str) -> float:
    """The largest distance of two numbers of one tag."""
    if _NUMBER.sub("#", before) != _NUMBER.sub("#", after):
        return float("inf")
    pairs = zip(_NUMBER.findall(before), _NUMBER.findall(after), strict=True)
    return max(abs(float(one) - float(other)) for one, other in pairs)
