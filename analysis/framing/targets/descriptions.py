"""Descriptions of an actor: "the alliance" is NATO where the paragraph has named NATO before."""

from __future__ import annotations

import re
from collections import deque
from typing import TYPE_CHECKING

from analysis.framing.targets.mention import Mention, first_in
from analysis.framing.targets.names import alternatives, pattern

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from analysis.choices import Actor

_OTHER = re.compile(r"[^\S\n]+(?:[A-Z]|of\b)")


class Descriptions:
    """Finds the actors of a study by what they are called once they have been named.

    Args:
        actors: of the study; two may share a description.
    """

    def __init__(self, actors: Sequence[Actor]) -> None:
        owners: dict[str, list[str]] = {}
        for actor in actors:
            for description in actor.descriptions:
                owners.setdefault(description, []).append(actor.name)
        longest = sorted(owners, key=lambda text: (-len(text), text))
        self._owners = [owners[text] for text in longest]
        self._pattern = alternatives(pattern(text) for text in longest)

    def find(self, text: str, named: Sequence[Mention], before: Collection[str]) -> list[Mention]:
        """The mentions by description in a sentence.

        A description counts when just one of the actors that it can mean has been named before it in the paragraph,
        and when no name or "of" follows ("the president of Syria").

        Args:
            text: the sentence.
            named: its mentions by name, in order.
            before: the actors that earlier sentences of the paragraph name.
        """
        found = []
        earlier, ahead = set(before), deque(named)
        for match in self._pattern.finditer(text) if self._owners else ():
            while ahead and ahead[0].end <= match.start():
                earlier.add(ahead.popleft().target)
            meant = [owner for owner in self._owners[(match.lastindex or 1) - 1] if owner in earlier]
            inside = first_in(named, match.start(), match.end()) is not None
            if len(meant) == 1 and not inside and not _OTHER.match(text, match.end()):
                found.append(Mention(match.start(), match.end(), meant[0], "description"))
        return found
