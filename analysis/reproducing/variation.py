"""One way of rendering a study that must not show in the result."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

COLD, WARM = 1, 0
"""Whether every vector is computed anew, or none is."""


@dataclass(frozen=True, slots=True)
class Variation:
    """What one run has otherwise than the base; everything else it has the same, in a folder of its own.

    Attributes:
        name: what it is asked for by.
        varies: what is otherwise, for a reader.
        environment: variables that are set from outside, before Python starts.
        unpinned: variables that are set once `analysis` has pinned its own, so that they win.
        wrapper: the command that Python is run by, such as an emulator.
        cores: how many processors the run may use; 0 for all.
        umask: which permissions new files lack; none: as it is.
        place: the folder, below the run's own, that holds the study and the package.
        elsewhere: whether the run is started in a folder that has nothing to do with the study.
        shuffled: whether the articles are listed, and their files made, in another order.
        rows: whether, in place of a report, each stage is run once on tables whose rows are shuffled.
        recompute: every how many-th vector is computed anew, the others being the base's; COLD: all, WARM: none.
        obstacle: why this machine cannot do it; empty when it can.
    """

    name: str
    varies: str
    environment: Mapping[str, str] = field(default_factory=dict)
    unpinned: Mapping[str, str] = field(default_factory=dict)
    wrapper: tuple[str, ...] = ()
    cores: int = 0
    umask: int | None = None
    place: str = "."
    elsewhere: bool = False
    shuffled: bool = False
    rows: bool = False
    recompute: int = COLD
    obstacle: str = ""

    @property
    def promised(self) -> bool:
        """Whether the result must be the same: not when a pin is left out, which only shows what the pin is for."""
        return not self.unpinned

    @property
    def needs_vectors(self) -> bool:
        """Whether it takes vectors, or tables, over from the base."""
        return self.rows or self.recompute != COLD
