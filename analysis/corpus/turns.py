"""Turns of an interview: labels such as "Sputnik:" at the start of a paragraph, and who speaks until the next one."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace

from analysis.corpus import patterns
from analysis.corpus.blocks import Block
from analysis.records import Kind

QUESTIONERS = frozenset({"q", "question", "interviewer", "journalist", "reporter", "moderator"})
ANSWERERS = frozenset({"a", "answer"})
ASKING_SHARE = 0.5


@dataclass(frozen=True, slots=True)
class Turn:
    """A paragraph that opens a turn: its label, and the kind of all paragraphs of the turn."""

    label: str
    kind: Kind


def find_turns(blocks: Sequence[Block], names: Sequence[str]) -> dict[int, Turn]:
    """Turns by the index of the block that opens them; empty when the article is no interview.

    An article is an interview when at least two labels open paragraphs, at least one of them twice, and one of the
    labels asks: it is one of the outlet's names, a word such as "Q", or a label at least half of whose turns hold a
    question mark. Where nobody asks (a fact check, a list), the labels are part of the text.

    Args:
        blocks: the blocks of one article; claimed ones are passed over.
        names: the outlet's name and aliases.
    """
    labels = {
        i: label for i, block in enumerate(blocks) if block.kind is None and (label := _label(block.text))
    }
    counts = Counter(labels.values())
    known = frozenset(name.casefold() for name in names) | QUESTIONERS | ANSWERERS
    kept = {i: label for i, label in labels.items() if counts[label] > 1 or label.casefold() in known}
    if len(set(kept.values())) < 2 or max(Counter(kept.values()).values()) < 2:  # noqa: PLR2004 - two sides, one of them back
        return {}
    asking = _questioners(blocks, kept, known - ANSWERERS)
    if not asking:
        return {}
    return {i: Turn(label, "question" if label in asking else "answer") for i, label in kept.items()}


def _label(text: str) -> str | None:
    """The label that opens a paragraph: one to five words that start with capitals, then a colon."""
    match = patterns.LABEL.match(text)
    if not match:
        return None
    words = match.group("label").split()
    return (
        " ".join(words)
        if all(word[0].isupper() or word in {"de", "van", "von", "al", "bin"} for word in words)
        else None
    )


def _questioners(blocks: Sequence[Block], labels: dict[int, str], known: frozenset[str]) -> set[str]:
    """The labels that ask: the known ones, else the one whose turns hold a question mark most often, if half do."""
    asking = {label for label in labels.values() if label.casefold() in known}
    if asking:
        return asking
    turns: dict[str, list[bool]] = {}
    for index, label in labels.items():
        turns.setdefault(label, []).append("?" in blocks[index].text)
    share = {label: sum(held) / len(held) for label, held in turns.items()}
    best = max(share, key=lambda label: share[label])
    return {best} if share[best] >= ASKING_SHARE else set()


def claim_turns(blocks: Sequence[Block], turns: dict[int, Turn]) -> list[Block]:
    """`blocks` in which every unclaimed block from the first turn on has the kind and speaker of its turn."""
    current: Turn | None = None
    claimed = []
    for index, block in enumerate(blocks):
        current = turns.get(index, current)
        if current is not None and block.kind is None:
            role = "turn" if index in turns else "turn, continued"
            block = replace(block, kind=current.kind, role=role, speaker=current.label)  # noqa: PLW2901
        claimed.append(block)
    return claimed
