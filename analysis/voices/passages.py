"""A paragraph taken apart: its quotations, its terms in marks, and its sentences as tokens."""

from __future__ import annotations

from dataclasses import dataclass

from analysis.voices.marks import Marked, marked_spans
from analysis.voices.segments import clause_spans
from analysis.voices.speech import is_speech
from analysis.voices.tokens import Token, tokens


@dataclass(frozen=True, slots=True)
class Passage:
    """A paragraph as the quotation finder takes it; `speaker` is who speaks in an interview's turn, else the outlet."""

    text: str
    kind: str = "body"
    speaker: str = ""


@dataclass(frozen=True, slots=True)
class Parsed:
    """A passage with its quotations (`speech`), other stretches in marks (`terms`) and sentences."""

    passage: Passage
    speech: tuple[Marked, ...]
    terms: tuple[Marked, ...]
    sentences: tuple[tuple[Token, ...], ...]


def parse(passage: Passage, *, doubled: bool = False) -> Parsed:
    """Take a passage apart; a sentence in which a quotation stands reaches to the end of that quotation.

    Args:
        passage: a paragraph.
        doubled: two apostrophes are a quotation mark.
    """
    text = passage.text
    marked = marked_spans(text, doubled=doubled)
    kinds = [is_speech(text, span) for span in marked]
    speech = tuple(span for span, speaks in zip(marked, kinds, strict=True) if speaks)
    terms = tuple(span for span, speaks in zip(marked, kinds, strict=True) if not speaks)
    places = [(span.start, span.end) for span in speech]
    sentences = (tuple(tokens(text, start, end, places)) for start, end in clause_spans(text, places))
    return Parsed(passage, speech, terms, tuple(sentence for sentence in sentences if sentence))
