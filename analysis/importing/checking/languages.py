"""The language of a text, as far as counts of its commonest words tell."""

from __future__ import annotations

import functools
import re
from importlib import resources

COUNTED = 400
"""Words at the beginning of a text that are counted."""

FEWEST = 40
"""Words of a text whose language is told at all."""

PLAINLY = 0.25
"""Share of English function words from which on no other language is counted; no other reaches it with them."""

_WORD = re.compile(r"[^\W\d_]+")
_LATIN = re.compile(r"[a-zà-öø-ÿ]")


@functools.cache
def function_words() -> dict[str, frozenset[str]]:
    """The commonest words of each language, English first."""
    file = resources.files("analysis.importing.checking").joinpath("function_words.txt")
    lines = (line.partition(":") for line in file.read_text(encoding="utf-8").splitlines())
    return {name: frozenset(words.split()) for name, _, words in lines}


def language(text: str) -> str:
    """The language whose function words are the commonest in a text; "" where it is too short or none is found.

    share(language) = words that are on the language's list / all words, of the first `COUNTED`

    English wins ties, and wins at once from `PLAINLY` on. A text in letters of which no list has any is "not in Latin
    letters".
    """
    words = _WORD.findall(text[: COUNTED * 12].casefold())[:COUNTED]
    if len(words) < FEWEST:
        return ""
    known = function_words()
    if sum(word in known["English"] for word in words) >= len(words) * PLAINLY:
        return "English"
    counts = {name: sum(word in its_own for word in words) for name, its_own in known.items()}
    best = max(counts, key=lambda name: counts[name])
    if counts[best] * 20 >= len(words):
        return best
    latin = sum(bool(_LATIN.match(word)) for word in words)
    return "" if latin * 2 > len(words) else "not in Latin letters"
