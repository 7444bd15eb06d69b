"""The sentences table."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import asdict

import pandas as pd

from analysis import tables
from analysis.records import Sentence, Voice
from analysis.voices.quotations import speech_spans
from analysis.voices.segments import sentence_spans

VOICE_OF_KIND: dict[str, Voice] = {
    "headline": "headline",
    "question": "question",
    "answer": "answer",
    "caption": "caption",
    "pullquote": "pullquote",
}
"""Kinds that have one voice. In the others, body and standfirst, narration and quotations alternate."""


def read_sentences(paragraphs: pd.DataFrame) -> pd.DataFrame:
    """The sentences of every paragraph but boilerplate, each with its voice.

    A sentence of the body is `direct` when part of it stands in a quotation of four words or more, attribution
    included, and `narration` otherwise. Indirect speech ("He said that ...") counts as narration, and the speaker of a
    direct sentence is left empty: neither is resolved here. Other kinds of paragraph have one voice, their own.

    Args:
        paragraphs: the paragraphs table.

    Returns:
        The sentences table, in the order of the paragraphs.
    """
    spoken = paragraphs[paragraphs["kind"] != "boilerplate"]
    rows = (
        asdict(sentence)
        for paragraph_id, kind, speaker, plain in spoken[
            ["paragraph_id", "kind", "speaker", "plain"]
        ].itertuples(index=False)
        for sentence in _sentences(paragraph_id, kind, speaker, plain)
    )
    return tables.table("sentences", rows)


def _sentences(paragraph_id: str, kind: str, speaker: str, plain: str) -> Iterator[Sentence]:
    """The sentences of one paragraph."""
    speech = [] if kind in VOICE_OF_KIND else speech_spans(plain)
    for ordinal, (start, end) in enumerate(sentence_spans(plain), start=1):
        is_quoted = any(first < end and start < last for first, last in speech)
        voice = _voice(kind, is_quoted=is_quoted)
        yield Sentence(
            sentence_id=f"{paragraph_id}.{ordinal}",
            paragraph_id=paragraph_id,
            ordinal=ordinal,
            text=plain[start:end],
            voice=voice,
            speaker="" if voice == "direct" else speaker,
        )


def _voice(kind: str, *, is_quoted: bool) -> Voice:
    """The voice of a sentence in a paragraph of this kind."""
    return VOICE_OF_KIND.get(kind, "direct" if is_quoted else "narration")
