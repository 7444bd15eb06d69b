"""The errors that a user of the study can cause and mend.

Every one of them is a single sentence that names the offending value, where it stands and the remedy. The command line
prints it as one red line and ends with exit code 1; anything else is a bug and shows its traceback.
"""

from __future__ import annotations

import reprlib
from pathlib import Path

_BRIEF = reprlib.Repr()
_BRIEF.maxstring = _BRIEF.maxother = _BRIEF.maxlong = 200
_BRIEF.maxlevel = 3


def shown(value: object) -> str:
    """A value as a complaint names it: as Python writes it, cut short where it is long or deep."""
    try:
        return _BRIEF.repr(value)
    except ValueError:  # a whole number of more digits than Python writes
        return f"a very large {type(value).__name__}"


class StudyError(Exception):
    """Something in the user's files, settings or machine stops the study.

    Args:
        problem: what is wrong, naming the offending value.
        where: the file, line or key it was found at, if there is one.
        remedy: what to do about it.
    """

    def __init__(
        self,
        problem: str,
        *,
        where: str | Path | None = None,
        remedy: str | None = None,
    ) -> None:
        place = f"{where}: " if where else ""
        advice = f" - {remedy}" if remedy else ""
        super().__init__(" ".join(f"{place}{problem}{advice}".split()))
        self.problem = problem
        self.where = where
        self.remedy = remedy

    def _render_traceback_(self) -> list[str]:
        """What Jupyter shows in place of a traceback: the one sentence, as on the command line."""
        return [f"error: {self}"]


class SettingsError(StudyError):
    """A key of `study.toml` is unknown, missing, of the wrong type or out of range."""


class ArticleError(StudyError):
    """An article file is missing, empty, or is not text that can be read."""


class EncoderError(StudyError):
    """The sentence encoder is missing, is not the pinned one, or is in a format that is refused."""


class ModelError(StudyError):
    """A model that `study.toml` names is absent, not pinned, in a format that is refused, or labels otherwise."""


class SheetError(StudyError):
    """A coding sheet cannot be drawn or read, or was filled in with something that is not allowed."""


class TableError(StudyError):
    """A table lacks a column, holds a wrong type or a value outside its range."""


class DocumentsError(StudyError):
    """Documents are too few, or too much alike, for the topics that were asked for."""


class EmptyGroupError(StudyError):
    """A quantity was asked for of a table without rows."""


class StoreError(StudyError):
    """A stored table or result cannot be read or written."""


class WorkersError(StudyError):
    """A process that shared the work of this one was ended from outside, as where memory is short."""


class VerificationError(StudyError):
    """There is no report to verify, or its study cannot be run again."""


class CitationError(StudyError):
    """What is to be cited is not there, or no report is."""


class NotFoundError(StudyError):
    """A study has no paragraph, topic, figure, table or card of the name that was asked for."""


class BenchError(StudyError):
    """A run that is timed fails."""


class NotebookError(StudyError):
    """A notebook is missing, cannot be read, or stops at a cell."""


class ScaleError(StudyError):
    """The workers of a cluster cannot be reached, are lost, or were started otherwise than the results demand."""
