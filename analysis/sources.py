"""The files that a run reads, as they were when it began."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NoReturn, Self

from analysis.errors import ArticleError
from analysis.stages import source_hashes

if TYPE_CHECKING:
    from pathlib import Path

    from analysis.settings import Settings


@dataclass(frozen=True, slots=True)
class Sources:
    """The SHA-256 of every article and list of a study at one moment: what a page is about is of one state."""

    settings: Settings
    hashes: dict[str, str]

    @classmethod
    def of(cls, settings: Settings) -> Self:
        """The files of a study as they are now."""
        return cls(settings, source_hashes(settings))

    def check(self) -> None:
        """Complain of the first file that is no longer what it was.

        Raises:
            ArticleError: one was changed, removed or added since.
        """
        now = source_hashes(self.settings)
        names = sorted(self.hashes.keys() | now.keys())
        changed = next((name for name in names if self.hashes.get(name) != now.get(name)), None)
        if changed is not None:
            self.complain("changed while the study was read", self.settings.folder / changed)

    def complain(self, problem: str, where: Path | None = None) -> NoReturn:
        """Say that a file was changed in the middle of a run.

        Raises:
            ArticleError: always.
        """
        raise ArticleError(problem, where=where or self.settings.folder, remedy="run the command again")
