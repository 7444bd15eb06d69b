"""The instruments that a study uses, each with the version whose validity card may be quoted."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from analysis.framing import frames, hub, microframes
from analysis.framing.chosen import DIGITS, MEASURES, NAME
from analysis.framing.stance import model, weights
from analysis.framing.tone import instruments, read_lexicons

if TYPE_CHECKING:
    from collections.abc import Iterator

    from analysis.settings import Settings


@dataclass(frozen=True, slots=True)
class Shipped:
    """An instrument in use: what cards call it, its version, and what it measures in one sentence."""

    name: str
    version: str
    measures: str


def shipped(settings: Settings) -> list[Shipped]:
    """The instruments of this package that a study uses.

    Raises:
        ModelError: a model that the study names is absent or refused.
        SettingsError: a word list that the study names cannot be read.
    """
    return [*_bundled(settings), *_chosen(settings)]


def _bundled(settings: Settings) -> Iterator[Shipped]:
    """Those that come with the package, and the study's word lists."""
    for each in instruments(read_lexicons(settings.lexicons, settings.folder)):
        yield Shipped(f"tone {each.name}", each.version, each.measures)
    if settings.actors and not settings.models.stance:
        yield Shipped(model.NAME, weights.facts().version, model.MEASURES)
    if not settings.models.frames:
        yield Shipped(frames.INSTRUMENT, frames.VERSION, frames.MEASURES)
    yield Shipped(microframes.NAME, microframes.VERSION, microframes.MEASURES)


def _chosen(settings: Settings) -> Iterator[Shipped]:
    """The models that a study names."""
    for task in hub.TASKS:
        found = hub.find(task, settings)
        if found:
            yield Shipped(f"{task} {NAME}", found.fingerprint[:DIGITS], MEASURES[task])
