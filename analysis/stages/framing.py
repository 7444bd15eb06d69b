"""From sentences to tone, stance and frames."""

from __future__ import annotations

import dataclasses
from functools import lru_cache
from typing import TYPE_CHECKING

from analysis.choices import DEFAULT_ENCODER as DEFAULT
from analysis.stages.stage import Stage, analysed, as_read, file_hash, workers
from analysis.stages.topics import embedded_by, encoder, encoder_fingerprint

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from analysis.framing.stance import StanceModel
    from analysis.progress import Step
    from analysis.settings import Settings
    from analysis.stages.stage import Read, Tables


MODEL_CODE = (
    "framing/hub.py",
    "framing/chosen.py",
    "framing/classifier.py",
    "framing/labels.py",
    "models.py",
)
"""What a model that the study names is read by."""


def _tone(settings: Settings, read: Read, step: Step) -> Tables:
    import pandas as pd

    from analysis.framing.chosen import tone_model
    from analysis.framing.tone import read_lexicons, wording_tone

    own = read_lexicons(settings.lexicons, settings.folder)
    tone, model = wording_tone(read("sentences"), own, progress=step), tone_model(settings, workers=workers())
    if model:
        tone = pd.concat([tone, model.score(read("sentences"), progress=step)], ignore_index=True)
    return {"tone": tone}


def bundled_stance_model() -> StanceModel:
    """The classifier of stance toward an actor, on the bundled encoder; loaded once in the life of a process."""
    from analysis.embedding.model import DEFAULT, find_model

    return _stance_model(find_model(DEFAULT).folder, workers())


@lru_cache(maxsize=1)
def _stance_model(folder: Path, threads: int) -> StanceModel:
    """The classifier in a folder."""
    from analysis.framing import stance

    return stance.load(folder, workers=threads)


def bundled_encoder() -> str:
    """What the bundled instruments depend on beside their own weights."""
    from analysis.embedding.model import DEFAULT, find_model

    return find_model(DEFAULT).fingerprint


def _mentions(settings: Settings, read: Read, step: Step) -> Tables:  # noqa: ARG001
    from analysis.framing.targets import find_mentions

    sentences = as_read(read("sentences"), "paragraph_id")
    inside = sentences["paragraph_id"].isin(analysed(read)["paragraph_id"])
    return {"mentions": find_mentions(sentences[inside], read("names"), settings.actors)}


def _targets(settings: Settings, read: Read, step: Step) -> Tables:
    from analysis import tables
    from analysis.framing.chosen import stance_model
    from analysis.framing.targets import Stance, known_speakers

    mentions, sentences = as_read(read("mentions"), "sentence_id", by="start"), read("sentences")
    if not settings.actors or mentions.empty:
        return {"targets": tables.table("targets", ())}
    model = stance_model(settings, workers=workers()) or bundled_stance_model()
    said = sentences.assign(speaker=known_speakers(sentences["speaker"], settings.actors))
    texts = mentions.merge(
        said[["sentence_id", "text", "speaker"]], on="sentence_id", how="left", validate="many_to_one"
    )
    return {"targets": Stance(model).score(texts, progress=step)}


def _frames(settings: Settings, read: Read, step: Step) -> Tables:
    from analysis.framing.card import cards
    from analysis.framing.chosen import frame_model
    from analysis.framing.frames import Frames, codebook, frames_by_model
    from analysis.framing.microframes import Microframes
    from analysis.framing.validity import frame_validity

    spoken = read("sentences")
    spoken = spoken[spoken["paragraph_id"].isin(analysed(read)["paragraph_id"])].reset_index(drop=True)
    # The seeds' scale was made with the default encoder, whatever encoder the study's topics take.
    bundled = dataclasses.replace(settings, encoder=DEFAULT)
    chosen = encoder(bundled)
    instrument = Frames.of(lambda texts: embedded_by(chosen, texts, step))
    model = frame_model(settings, codebook().names, workers=workers())
    scored = (
        frames_by_model(model, spoken, progress=step) if model else instrument.by_voice(spoken, progress=step)
    )
    return {
        "frames": scored,
        "microframes": Microframes(instrument.encode).score(spoken, progress=step),
        # The cards are those of the bundled instrument and say nothing of a model that the study names.
        "frame_validity": frame_validity(() if model else cards()),
    }


def model_fingerprint(task: str) -> Callable[[Settings], str]:
    """What a stage depends on where the study may name a model for the task: that model's files."""

    def fingerprint(settings: Settings) -> str:
        from analysis.framing import hub

        return hub.fingerprint(task, settings)

    return fingerprint


TONE = Stage(
    name="tone",
    title="Scoring the wording",
    inputs=("sentences",),
    code=("framing/tone", *MODEL_CODE),
    distributions=("afinn", "tokenizers", "torch", "transformers", "vaderSentiment"),
    settings=lambda s: (
        [(one.name, file_hash(s.folder / one.file)) for one in s.lexicons],
        model_fingerprint("tone")(s),
    ),
    run=_tone,
)

MENTIONS = Stage(
    name="mentions",
    title="Finding the actors",
    inputs=("sentences", "paragraphs", "names"),
    code=("framing/targets",),
    distributions=("pandas",),
    settings=lambda s: dataclasses.asdict(s)["actors"],
    run=_mentions,
)

TARGETS = Stage(
    name="targets",
    title="Reading the stance",
    inputs=("mentions", "sentences"),
    code=("framing/stance", "framing/targets", "embedding/model.py", *MODEL_CODE),
    distributions=("numpy", "pandas", "tokenizers", "torch", "transformers"),
    settings=lambda s: (
        (dataclasses.asdict(s)["actors"], bundled_encoder(), model_fingerprint("stance")(s))
        if s.actors
        else None
    ),
    run=_targets,
)

FRAMES = Stage(
    name="frames",
    title="Scoring frames",
    inputs=("paragraphs", "sentences"),
    code=(
        "framing/frames",
        "framing/microframes",
        "framing/cards",
        "framing/card.py",
        "framing/validity.py",
        "embedding",
        *MODEL_CODE,
    ),
    distributions=("numpy", "pandas", "sentence-transformers", "tokenizers", "torch", "transformers"),
    settings=lambda s: (
        encoder_fingerprint(dataclasses.replace(s, encoder=DEFAULT)),
        model_fingerprint("frames")(s),
    ),
    run=_frames,
)
