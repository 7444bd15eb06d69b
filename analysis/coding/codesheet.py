"""A blank coding sheet drawn from a study, and the instructions beside it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from analysis import store
from analysis.coding import cells
from analysis.coding.instructions import instructions
from analysis.coding.strata import sample, strata_columns
from analysis.coding.units import SCORES, read_units
from analysis.coding.variables import COLUMNS
from analysis.errors import SheetError

if TYPE_CHECKING:
    from pathlib import Path


@dataclass(frozen=True, slots=True)
class Sheet:
    """A sheet that was written: its files, how many units it has, and what its strata are."""

    path: Path
    instructions: Path
    units: int
    strata: tuple[str, ...]


def codesheet(report: Path, out: Path, *, n: int, seed: int) -> Sheet:
    """Draw a stratified sample of a report's sentences and write it as a blank sheet for human coders.

    Coders are blind: neither scores nor outlet, voice and speaker are in the sheet, and the order of the rows tells
    nothing of the strata; sentence ids name the outlet, so a unit goes by a digest, which joins it to the report later.

    Args:
        report: a report's folder.
        out: the CSV to write; its instructions go beside it, with the ending .md.
        n: sentences to draw.
        seed: another one draws other sentences.

    Raises:
        SheetError: there is no report, n is too small, or the file exists already (somebody may have filled it in).
        StoreError: a file cannot be written.
    """
    beside = out.with_suffix(".md")
    taken = next((path for path in (out, beside) if path.exists()), None)
    if taken is not None:
        raise SheetError("exists already", where=taken, remedy="choose another name with --out")
    units = read_units(report)
    columns = strata_columns(units, n, [name for name in SCORES if name in units.columns])
    drawn = sample(units, n, columns, seed=seed)
    shown = drawn[["unit", "target", "sentence", "paragraph"]]
    cells.write(
        out,
        COLUMNS,
        [{str(name): str(cell) for name, cell in row.items()} for row in shown.to_dict("records")],
    )
    store.write_bytes(beside, instructions(has_targets=bool((drawn["target"] != "").any())).encode())
    return Sheet(out, beside, len(drawn), tuple(columns))
