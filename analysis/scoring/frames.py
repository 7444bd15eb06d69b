"""Frames of any texts: a score for each, streamed from file to file."""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING, Any

import numpy as np

from analysis import jsonl
from analysis.framing.frames import Frames, codebook
from analysis.framing.frames.evidence import pooled
from analysis.framing.frames.instrument import spreads
from analysis.framing.frames.scale import read
from analysis.voices.segments import sentences_of

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from analysis.framing.frames.instrument import Encode
    from analysis.progress import Step

AT_ONCE = 32
DECIMALS = 6


def score_file(source: Path, target: Path, *, encode: Encode, progress: Step) -> int:
    """Write the frame scores of every text of a JSON Lines file; holds 32 texts at a time.

    Args:
        source: objects with `id` and `text`, one a line; blank lines are passed over.
        target: written anew: `id` and, for each frame of the codebook, its score: the share of reference paragraphs
            of US news with less evidence for the frame, 0 to 1 (a rank, no probability). An empty text has null.
        encode: the sentence encoder.
        progress: told how many texts are done, and of how many.

    Returns:
        The number of texts.

    Raises:
        ArticleError: a file cannot be read or written, or a line is no such object; the message names it.
    """
    return jsonl.write(target, _scored(source, Frames.of(encode), progress, jsonl.lines(source)))


def _scored(source: Path, instrument: Frames, progress: Step, total: int) -> Iterator[dict[str, Any]]:
    """The line of each text."""
    rows = (row for _, row in jsonl.read(source, fields={"id": object, "text": str}))
    done = 0
    while batch := list(itertools.islice(rows, AT_ONCE)):
        for row, scores in zip(batch, ranks(instrument, [row["text"] for row in batch]), strict=True):
            yield {"id": row["id"], **scores}
        done += len(batch)
        progress(done, max(done, total))


def ranks(instrument: Frames, texts: list[str]) -> list[dict[str, float | None]]:
    """The score of each text for each frame; None of a text without a sentence."""
    names, scale = codebook().names, read()
    cut = [sentences_of(text) for text in texts]
    owners = [str(number) for number, parts in enumerate(cut) for _ in parts]
    found, values, _ = pooled(
        instrument.of_sentences([part for parts in cut for part in parts]), owners, spread=spreads(scale)
    )
    ranked = [np.round(scale.rank(values[:, place], name), DECIMALS) for place, name in enumerate(names)]
    scored: dict[str, dict[str, float | None]] = {
        text: {name: float(column[row]) for name, column in zip(names, ranked, strict=True)}
        for row, text in enumerate(found)
    }
    return [scored.get(str(number), dict.fromkeys(names)) for number in range(len(texts))]


def encoder(kernels: str = "compatible") -> Encode:
    """The default encoder, loaded once, reading on every processor; keeps no vectors.

    Args:
        kernels: what it computes with, as in a study; chosen for this process.
    """
    from analysis import environment
    from analysis.embedding.chosen import Chosen
    from analysis.embedding.model import DEFAULT, find_model
    from analysis.stages import cache_folder, workers

    environment.choose(kernels)
    return Chosen(find_model(DEFAULT), kernels, cache_folder() / "encoders").load(workers()).encode
