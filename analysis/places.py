"""Where a study lies, and where its report goes when nothing else is said."""

from __future__ import annotations

from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
"""The checkout that holds this package, and the bundled study beside it."""

BUNDLED = Path("seeds")
"""The bundled study, seen from the checkout."""


def default_out(study: Path) -> Path:
    """Where a study's report goes when nothing else is said: the bundled study's stands at the top level."""
    return Path("reports") if study == BUNDLED else study / "report"
