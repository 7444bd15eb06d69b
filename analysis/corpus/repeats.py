"""Which phrases stand in which lines of words, all looked for at once."""

from __future__ import annotations

from collections.abc import Iterable


def longest_holders(phrases: Iterable[str], lines: Iterable[str]) -> dict[str, int]:
    """The characters of the longest line that holds each phrase, word for word; 0 where none does.

    The time grows with the length of phrases and lines together, however often they repeat one another: Aho and
    Corasick (1975), "Efficient string matching: an aid to bibliographic search", Communications of the ACM 18.

    Args:
        phrases: words with a space between them.
        lines: likewise.
    """
    machine = _Machine()
    ends = {phrase: machine.learn(phrase.split()) for phrase in phrases}
    machine.link()
    longest = [0] * len(machine.next)
    for line in lines:
        state = 0
        for word in line.split():
            state = machine.step(state, word)
            longest[state] = max(longest[state], len(line))
    for state in reversed(machine.order):
        shorter = machine.back[state]
        longest[shorter] = max(longest[shorter], longest[state])
    return {phrase: longest[end] for phrase, end in ends.items()}


class _Machine:
    """States for beginnings of phrases: `next` leads on by a word, `back` to the longest end that begins one too."""

    def __init__(self) -> None:
        self.next: list[dict[str, int]] = [{}]
        self.back: list[int] = []
        self.order: list[int] = []

    def learn(self, words: Iterable[str]) -> int:
        """The state behind a phrase, with those on the way to it."""
        state = 0
        for word in words:
            if word not in self.next[state]:
                self.next[state][word] = len(self.next)
                self.next.append({})
            state = self.next[state][word]
        return state

    def link(self) -> None:
        """Find `back` of every state, shorter beginnings first, and keep that `order`."""
        self.back = [0] * len(self.next)
        self.order = list(self.next[0].values())
        for state in self.order:
            for word, longer in self.next[state].items():
                self.back[longer] = self.step(self.back[state], word)
                self.order.append(longer)

    def step(self, state: int, word: str) -> int:
        """The state behind one more word."""
        while state and word not in self.next[state]:
            state = self.back[state]
        return self.next[state].get(word, 0)
