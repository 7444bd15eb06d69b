"""The mutants of a package, and those of them that a seed draws."""

from __future__ import annotations

import hashlib
from pathlib import Path

from mutmut.mutation.file_mutation import mutate_file_contents
from mutmut.utils.format_utils import get_mutant_name

ROOT = Path(__file__).resolve().parent.parent.parent


def mutants(package: str) -> list[str]:
    """The names of all mutants that mutmut makes of a package of `analysis`, in order."""
    found = []
    for path in sorted((ROOT / "analysis" / package).rglob("*.py")):
        made = mutate_file_contents(str(path), path.read_text(encoding="utf-8"))
        found += [get_mutant_name(path.relative_to(ROOT), name) for name in made.mutant_names]
    return sorted(found)


def drawn(names: list[str], *, size: int, seed: int) -> list[str]:
    """As many of the names as are wanted, those whose hashes with the seed come first; sorted.

    A name keeps its place when other mutants come or go, so that two samples of one seed are nearly the same.
    """
    by_hash = sorted(names, key=lambda name: hashlib.sha256(f"{seed}:{name}".encode()).digest())
    return sorted(by_hash[:size])
