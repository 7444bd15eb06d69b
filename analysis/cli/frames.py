"""What `framing validate frames` and `framing validate microframes` run and print."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from analysis.cli.progress import shown

if TYPE_CHECKING:
    from analysis.framing.card import Card


def measured(data: Path, *, keep: bool, fit: bool) -> Iterator[str]:
    """The lines of both cards; with `keep` they are kept, with `fit` the scale is made anew before."""
    from analysis.choices import Settings, StudySettings
    from analysis.framing.frames import Frames, codebook
    from analysis.framing.frames import scale as scales
    from analysis.stages import embedded
    from analysis.validation import frame_scale
    from analysis.validation.frames import validate_frames

    settings = Settings(Path(), StudySettings(title="GVFC"), outlets=(), articles=())
    with shown().stage("Embedding sentences") as step:
        instrument = Frames.of(lambda texts: embedded(texts, settings, step))
        if fit:
            scales.write(frame_scale.fit(instrument, data, book=codebook()))
            scales.read.cache_clear()
            yield f"{scales.FILE} written"
        made = validate_frames(instrument, data, scale=scales.read())
    yield from _told(made, keep=keep)


def microframes_measured(data: Path, *, keep: bool) -> Iterator[str]:
    """The lines of both cards of the microframes; with `keep` they are kept."""
    from analysis.choices import Settings, StudySettings
    from analysis.stages import embedded
    from analysis.validation.microframes import validate_microframes

    settings = Settings(Path(), StudySettings(title="axes"), outlets=(), articles=())
    with shown().stage("Embedding sentences") as step:
        made = validate_microframes(lambda texts: embedded(texts, settings, step), data)
    yield from _told(made, keep=keep)


def _told(made: tuple[Card, ...], *, keep: bool) -> Iterator[str]:
    """Cards in lines."""
    from analysis.framing import card as cards

    for one in made:
        yield f"\n{one.data}: {one.split}"
        for result in one.results:
            span = f"{result.low:.3f} to {result.high:.3f}"
            yield f"{result.metric:<18}{result.part:<38}{result.value:>7.3f}  {span}  n {result.n:,}"
        yield from one.notes
        if keep:
            yield f"kept: {cards.keep(one)}"
