"""What `framing validate frames` and `framing validate microframes` run."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from analysis.cli.progress import shown

if TYPE_CHECKING:
    from analysis.framing.card import Card


def measured(data: Path, *, fit: bool) -> tuple[Card, ...]:
    """Both cards; with `fit` the scale is made anew before."""
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
        return validate_frames(instrument, data, scale=scales.read())


def microframes_measured(data: Path) -> tuple[Card, ...]:
    """Both cards of the microframes."""
    from analysis.choices import Settings, StudySettings
    from analysis.stages import embedded
    from analysis.validation.microframes import validate_microframes

    settings = Settings(Path(), StudySettings(title="axes"), outlets=(), articles=())
    with shown().stage("Embedding sentences") as step:
        return validate_microframes(lambda texts: embedded(texts, settings, step), data)
