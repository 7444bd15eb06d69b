"""What is found while a study is made: every finding a line of quality.csv, and the first few of each kind held."""

from __future__ import annotations

import csv
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, Self

from analysis.importing.checks import KINDS
from analysis.report.quality import Check, Example
from analysis.spreadsheet import escaped

if TYPE_CHECKING:
    from types import TracebackType

COLUMNS = ("place", "article", "outlet", "outcome", "check", "detail")
EXAMPLES = 5


class Log:
    """A CSV file that grows by a line with every finding."""

    def __init__(self, path: Path) -> None:
        self._file = path.open("w", encoding="utf-8", newline="")
        self._table = csv.writer(self._file, lineterminator="\n")
        self._table.writerow(COLUMNS)
        self._counts: Counter[str] = Counter()
        self._examples: dict[str, list[Example]] = {}

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._file.close()

    def add(self, check: str, place: str, detail: str = "", *, article: str = "", outlet: str = "") -> None:
        """Note a finding.

        Args:
            check: its kind, of `KINDS`.
            place: where the row stands; the outlet's name where it is about an outlet.
            detail: what is the matter with this one.
            article: its file in the study; "" for a row that is not in it.
            outlet: whose it is.
        """
        cells = (place, article, outlet, KINDS[check].outcome, check, detail)
        self._table.writerow([escaped(_printable(cell)) for cell in cells])
        self._counts[check] += 1
        examples = self._examples.setdefault(check, [])
        if len(examples) < EXAMPLES:
            examples.append(Example(place, detail))

    def count(self, check: str) -> int:
        """How many findings there are of a kind."""
        return self._counts[check]

    @property
    def commonest(self) -> tuple[str, Example] | None:
        """The commonest reason for which rows were left out, and the first of these rows."""
        left_out = [name for name in self._counts if KINDS[name].outcome == "left out"]
        name = max(left_out, key=lambda name: self._counts[name], default="")
        return (KINDS[name].title, self._examples[name][0]) if name else None

    def checks(self) -> tuple[Check, ...]:
        """Every kind of finding with its count and examples, in the order of `KINDS`."""
        return tuple(
            Check(
                name,
                kind.title,
                kind.outcome,
                self._counts[name],
                kind.told,
                tuple(self._examples.get(name, ())),
            )
            for name, kind in KINDS.items()
        )


def _printable(cell: str) -> str:
    """A cell without halves of characters, which no file can hold."""
    return cell.encode("utf-8", "replace").decode()
