"""What one article, paragraph, sentence and quote is. Collections of them are tables (see `tables`)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Kind = Literal[
    "headline",
    "standfirst",
    "body",
    "question",
    "answer",
    "caption",
    "pullquote",
    "boilerplate",
]
Voice = Literal[
    "narration",
    "direct",
    "indirect",
    "question",
    "answer",
    "caption",
    "pullquote",
    "headline",
    "boilerplate",
]

ANALYSED_KINDS: frozenset[Kind] = frozenset({"body", "question", "answer"})


@dataclass(frozen=True, slots=True)
class Article:
    """One text as its outlet published it; `republisher` is empty unless somebody else reprinted it."""

    article_id: str
    outlet: str
    republisher: str
    date: str
    date_source: str
    headline: str
    byline: str
    genre: str
    url: str
    source_path: str
    sha256: str


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A stretch of a source file: `text` is what stands at `source_start:source_end`, its white space folded.

    `plain` is the same text as a reader sees it, without markdown; instruments read `plain`. `role` says why a
    paragraph has its kind (a byline and a navigation line are both boilerplate).
    """

    paragraph_id: str
    article_id: str
    outlet: str
    ordinal: int
    kind: Kind
    role: str
    speaker: str
    text: str
    plain: str
    source_start: int
    source_end: int
    analysed: bool


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence of a paragraph, with whose voice it is."""

    sentence_id: str
    paragraph_id: str
    ordinal: int
    text: str
    voice: Voice
    speaker: str


@dataclass(frozen=True, slots=True)
class Quote:
    """Characters `start:end` of a paragraph's `plain` text that are somebody's words, or a report of them.

    `form` is words (between quotation marks), clause ("said that ...") or act ("criticised the plan"). `speaker` is
    empty where it was not found. `quoted_by` is whose paragraph it stands in: the outlet's, or an interviewee's who
    quotes others. `cue` is the verb or phrase that introduces it, `cue_class` that verb's class (`voices.lexicon`);
    both may be empty.
    """

    quote_id: str
    paragraph_id: str
    text: str
    start: int
    end: int
    kind: Literal["direct", "indirect"]
    form: Literal["words", "clause", "act"]
    speaker: str
    quoted_by: str
    cue: str
    cue_class: str


@dataclass(frozen=True, slots=True)
class Term:
    """Characters `start:end` of a paragraph's `plain` text in quotation marks: a title or a scare quote, no speech."""

    term_id: str
    paragraph_id: str
    text: str
    start: int
    end: int
