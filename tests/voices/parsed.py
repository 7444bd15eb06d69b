"""Sentences as the rules see them, for tests that ask one rule at a time."""

from __future__ import annotations

from collections.abc import Sequence

from analysis.voices.passages import Passage, parse
from analysis.voices.phrases import Phrase
from analysis.voices.tokens import Token
from analysis.voices.verbs import Verb, reporting_verbs

Tokens = tuple[Token, ...]


def sentence(text: str) -> Tokens:
    """The tokens of a text that is one sentence, its quotations found."""
    (only,) = parse(Passage(text)).sentences
    return only


def place(tokens: Sequence[Token], word: str) -> int:
    """The index of the first token that is this word, or that starts with it where it is a quotation."""
    return next(
        at for at, token in enumerate(tokens) if token.text == word or token.text.startswith(f"“{word}")
    )


def text_of(tokens: Sequence[Token], first: int, last: int) -> str:
    """The tokens `first:last`, with a space between them."""
    return " ".join(token.text for token in tokens[first:last])


def named(phrase: Phrase | None) -> str | None:
    """The words of a phrase."""
    return None if phrase is None else " ".join(token.text for token in phrase.tokens)


def verb_of(tokens: Sequence[Token], word: str) -> Verb:
    """The reporting verb that is this word."""
    return next(verb for verb in reporting_verbs(tokens) if tokens[verb.at].text == word)
