"""Where the sentences of a text begin and end."""

from __future__ import annotations

from collections.abc import Iterator

import syntok.segmenter as syntok


def sentence_spans(text: str) -> Iterator[tuple[int, int]]:
    """Start and end offsets of the sentences of `text`, in order; white space between them belongs to none.

    syntok keeps a closing quotation mark with its sentence and does not break at "U.S." or "Gen.".
    """
    for paragraph in syntok.analyze(text):
        for sentence in paragraph:
            if sentence:
                yield sentence[0].offset, sentence[-1].offset + len(sentence[-1].value)
