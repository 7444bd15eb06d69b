"""The sentences table."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import asdict, dataclass

import pandas as pd

from analysis import tables
from analysis.records import Sentence, Voice
from analysis.voices.lexicon import ATTITUDE
from analysis.voices.segments import sentence_spans

VOICE_OF_KIND: dict[str, Voice] = {
    "headline": "headline",
    "question": "question",
    "answer": "answer",
    "caption": "caption",
    "pullquote": "pullquote",
}
"""Kinds that have one voice. In the others, body and standfirst, narration and quotations alternate."""


@dataclass(frozen=True, slots=True)
class Span:
    """Somebody's words or a report of them at `start:end` of a paragraph."""

    start: int
    end: int
    voice: Voice
    speaker: str


def read_sentences(paragraphs: pd.DataFrame, quotes: pd.DataFrame) -> pd.DataFrame:
    """The sentences of every paragraph but boilerplate, each with its voice and speaker.

    A sentence of the body is `direct` when quoted words are in it, attribution included; otherwise `indirect` when it
    reports a clause of somebody's; otherwise `narration`. Acts of speech without a clause ("criticised the plan") and
    attitudes ("hopes that ...") are the outlet's account and stay narration. Other kinds of paragraph have one voice.

    Args:
        paragraphs: the paragraphs table.
        quotes: the quotes table of the same paragraphs.

    Returns:
        The sentences table, in the order of the paragraphs. A speaker that was not found is empty.
    """
    spoken = paragraphs[paragraphs["kind"] != "boilerplate"]
    spans = voiced_spans(quotes)
    rows = (
        asdict(sentence)
        for row in spoken[["paragraph_id", "kind", "speaker", "plain"]].itertuples(index=False, name=None)
        for sentence in _sentences(row, spans.get(row[0], []))
    )
    return tables.table("sentences", rows)


def voiced_spans(quotes: pd.DataFrame) -> dict[str, list[Span]]:
    """The stretches of each paragraph that are not the outlet's own account: quoted words, and reported clauses."""
    is_voiced = (quotes["kind"] == "direct") | (
        (quotes["form"] == "clause") & (quotes["cue_class"] != ATTITUDE)
    )
    columns = ["paragraph_id", "start", "end", "kind", "speaker"]
    spans: dict[str, list[Span]] = {}
    for paragraph_id, *rest in quotes.loc[is_voiced, columns].itertuples(index=False, name=None):
        spans.setdefault(paragraph_id, []).append(Span(*rest))
    return spans


def standing_in(spans: Sequence[Span], places: Iterable[tuple[int, int]]) -> Iterator[list[Span]]:
    """For each of some places of a paragraph, which are in order, the spans that overlap it, by their starts."""
    ahead = deque(sorted(spans, key=lambda span: span.start))
    here: list[Span] = []
    for start, end in places:
        while ahead and ahead[0].start < end:
            here.append(ahead.popleft())
        here = [span for span in here if start < span.end]
        yield here


def _sentences(paragraph: tuple[str, str, str, str], spans: Sequence[Span]) -> Iterator[Sentence]:
    """The sentences of one paragraph: its id, kind, speaker and plain text."""
    paragraph_id, kind, speaker, plain = paragraph
    places = list(sentence_spans(plain))
    found = zip(places, standing_in(spans, places), strict=True)
    for ordinal, ((start, end), here) in enumerate(found, start=1):
        voice, by = _voice(kind, speaker, here)
        yield Sentence(
            sentence_id=f"{paragraph_id}.{ordinal}",
            paragraph_id=paragraph_id,
            ordinal=ordinal,
            text=plain[start:end],
            voice=voice,
            speaker=by,
        )


def _voice(kind: str, speaker: str, spans: Sequence[Span]) -> tuple[Voice, str]:
    """Voice and speaker of a sentence that the `spans` stand in; the first span of the stronger voice decides."""
    if kind in VOICE_OF_KIND:
        return VOICE_OF_KIND[kind], speaker
    strongest = min(spans, key=lambda span: span.voice != "direct", default=None)
    return (strongest.voice, strongest.speaker) if strongest else ("narration", speaker)
