"""What a study's texts are, told beside them in Markdown."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from analysis.importing.study import Imported

TEMPLATE = Path(__file__).parent / "datasheet.md"


def datasheet(imported: Imported, source: str) -> str:
    """The datasheet of an imported study, with its counts.

    Args:
        imported: what was written and left out.
        source: the collection's public name and paper.
    """
    counts = imported.articles
    return TEMPLATE.read_text(encoding="utf-8").format(
        source=source,
        articles=sum(counts.values()),
        outlets=len(counts),
        table="\n".join(f"| {outlet} | {count} |" for outlet, count in counts.items()),
        notes=_listed(imported.notes) or "There is nothing more to tell.",
        rejected=_listed(f"{one.article} ({one.place}): {one.reason}." for one in imported.rejected)
        or "Nothing: every article of the source is here.",
    )


def _listed(lines: Iterable[str]) -> str:
    """Some sentences as a list."""
    return "\n".join(f"- {line}" for line in lines)
