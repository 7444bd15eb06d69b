"""Paragraphs that a study lists as boilerplate: what an outlet prints under many articles."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field, replace
from pathlib import Path

from analysis.corpus.blocks import Block
from analysis.corpus.plain import folded
from analysis.corpus.source import read_source

ROLE = "listed boilerplate"


@dataclass(frozen=True, slots=True)
class Recurring:
    """The listed paragraphs, by the outlet that prints them; those under "" are everyone's."""

    keys: Mapping[str, frozenset[str]] = field(default_factory=dict)

    def of(self, *names: str) -> frozenset[str]:
        """The keys of the paragraphs of an outlet under any of its names, everyone's included."""
        return frozenset().union(*(self.keys.get(name, frozenset()) for name in (*names, "")))


def key(text: str) -> str:
    """What two printings of one paragraph have in common: their characters, white space folded, capitals aside."""
    return folded(text).casefold()


def read_recurring(folder: Path, file: str) -> Recurring:
    """The list in a text file of a study: a paragraph a line, behind its outlet and a tab where it is one outlet's.

    Blank lines and those that start with # and a space are passed over.

    Raises:
        ArticleError: the file is missing, empty or no UTF-8 text.
    """
    if not file:
        return Recurring()
    found: dict[str, set[str]] = {}
    for line in read_source(folder, file, "utf-8-sig").text.splitlines():
        if line.strip() and not line.startswith("# "):
            outlet, tab, text = line.partition("\t")
            found.setdefault(outlet.strip() if tab else "", set()).add(key(text if tab else line))
    return Recurring({outlet: frozenset(keys) for outlet, keys in found.items()})


def claim_recurring(blocks: Sequence[Block], recurring: AbstractSet[str]) -> list[Block]:
    """`blocks` with those claimed as boilerplate whose `key` is in `recurring`."""
    if not recurring:
        return list(blocks)
    return [
        replace(block, kind="boilerplate", role=ROLE) if key(block.text) in recurring else block
        for block in blocks
    ]
