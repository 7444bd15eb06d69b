"""Mutate a sample of the code, see whether the tests notice, and keep a record."""

from __future__ import annotations

import csv
import json
import os
import shutil
import subprocess
import sys
from collections import Counter
from collections.abc import Mapping, Sequence
from importlib.metadata import version
from pathlib import Path

from analysis.validation.labelled_pairs import wilson
from tests.mutation.sample import ROOT, drawn, mutants

RECORD = Path(__file__).parent / "record.csv"
MADE = ROOT / "mutants"
"""Where mutmut writes the mutated code, and what became of each mutant."""

KILLED, TIMED_OUT, SURVIVED, NOT_REACHED, OTHER = "killed", "timed_out", "survived", "not_reached", "other"
FATES = {1: KILLED, 0: SURVIVED, 33: NOT_REACHED, **dict.fromkeys((24, -24, 152), TIMED_OUT)}
"""By the code with which the tests of a mutant ended: 1 where one failed, 24 (SIGXCPU) where their time was over.

Whatever else mutmut knows is no verdict of a test. It calls 255, with which pytest ends where it cannot start, timeout.
"""

UNSET = ("FRAMING_DATA", "PYTHONDONTWRITEBYTECODE")


def measure(packages: Sequence[str], *, size: int | None, seed: int, workers: int) -> list[dict[str, str]]:
    """The rows of the record, one for each package, after a run over a sample of so many of its mutants, or all."""
    every = {package: mutants(package) for package in packages}
    chosen = {
        package: names if size is None else drawn(names, size=size, seed=seed)
        for package, names in every.items()
    }
    fates = fates_of([name for names in chosen.values() for name in names], workers=workers)
    told = {"seed": "" if size is None else str(seed), **_circumstances()}
    return [
        {
            "package": f"analysis.{package}",
            "mutants": str(len(every[package])),
            **counted([fates[name] for name in chosen[package]]),
            **told,
        }
        for package in packages
    ]


def fates_of(names: Sequence[str], *, workers: int) -> dict[str, str]:
    """What becomes of some mutants, by their names, each tried anew on code and tests as they are; see also `MADE`.

    Data that is not in the repository is left out, so that everyone gets the same; and what is compiled is kept.
    """
    shutil.rmtree(MADE, ignore_errors=True)
    outside = {name: value for name, value in os.environ.items() if name not in UNSET}
    mutmut = str(Path(sys.executable).with_name("mutmut"))
    subprocess.run([mutmut, "run", "--max-children", str(workers), *names], cwd=ROOT, env=outside, check=True)
    codes: dict[str, int | None] = {}
    for path in MADE.rglob("*.py.meta"):
        codes |= json.loads(path.read_text(encoding="utf-8"))["exit_code_by_key"]
    return {name: fate_of(codes[name]) for name in names}


def fate_of(code: int | None) -> str:
    """What became of a mutant whose tests ended with a code; None where they never ran."""
    return OTHER if code is None else FATES.get(code, OTHER)


def counted(fates: Sequence[str]) -> dict[str, str]:
    """How many mutants met which fate, and the share that is killed, with Wilson's 95 % interval.

    One whose tests run on until their time is over counts as killed, as it does for mutmut. One that no test reaches,
    or whose tests end without a verdict, does not.
    """
    count = Counter(fates)
    killed = count[KILLED] + count[TIMED_OUT]
    low, high = wilson(killed, len(fates))
    return {
        "sampled": str(len(fates)),
        **{fate: str(count[fate]) for fate in (KILLED, TIMED_OUT, SURVIVED, NOT_REACHED, OTHER)},
        "share_killed": f"{killed / len(fates):.3f}",
        "low": f"{low:.3f}",
        "high": f"{high:.3f}",
    }


def keep(rows: Sequence[Mapping[str, str]]) -> None:
    """Put the rows into the record, in place of earlier ones of the same packages."""
    kept = list(csv.DictReader(RECORD.open(encoding="utf-8"))) if RECORD.exists() else []
    new = {row["package"] for row in rows}
    both = sorted(
        [*(one for one in kept if one["package"] not in new), *rows], key=lambda one: one["package"]
    )
    with RECORD.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, list(rows[0]), lineterminator="\n")
        writer.writeheader()
        writer.writerows(both)


def _circumstances() -> dict[str, str]:
    """The versions that made a row, and the commit whose code was mutated."""
    ran = subprocess.run(
        ["git", "rev-parse", "--short", "HEAD"], capture_output=True, text=True, check=False, cwd=ROOT
    )
    return {
        "mutmut": version("mutmut"),
        "python": ".".join(map(str, sys.version_info[:3])),
        "commit": ran.stdout.strip(),
    }
