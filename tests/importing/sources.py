"""Small sources made by hand, of every form that is read."""

from __future__ import annotations

import gzip
import json
from pathlib import Path
from typing import Any

from analysis import settings
from analysis.importing.init import Choices, init_study, plan
from analysis.report.quality import Quality
from analysis.settings import Settings

SUBJECTS = (
    "bridge",
    "school",
    "market",
    "harbour",
    "theatre",
    "library",
    "stadium",
    "station",
    "museum",
    "garden",
)


def body(number: int = 0, paragraphs: int = 3) -> str:
    """A text of its own for every number: no two share a run of three words but by their grammar."""
    subject, other = SUBJECTS[number % 10], SUBJECTS[(number // 10 + number) % 10]
    return "\n\n".join(
        f"The {subject} of district {number} opened on day {place} and the mayor said it was as fine as "
        f"the {other} number {number}-{place}, which had cost {number * 7 + place} million and was not the town's own."
        for place in range(paragraphs)
    )


def row(number: int = 0, **values: Any) -> dict[str, Any]:  # noqa: ANN401 - whatever JSON holds
    """An article as a row."""
    return {
        "outlet": "The Herald", "date": "2016-03-05", "title": f"Headline {number}", "text": body(number), **values,
    }  # fmt: skip


def jsonl(path: Path, *rows: dict[str, Any] | str) -> Path:
    """A file of JSON Lines, gzipped where its name says so."""
    lines = [one if isinstance(one, str) else json.dumps(one) for one in rows]
    data = "".join(f"{line}\n" for line in lines).encode()
    path.write_bytes(gzip.compress(data) if path.suffix == ".gz" else data)
    return path


def made(source: Path, study: Path, choices: Choices | None = None) -> tuple[Quality, Settings]:
    """A study of a source, and its settings as they are read back."""
    quality = init_study(plan(source, choices or Choices()), study)
    return quality, settings.read(study)


def found(quality: Quality) -> dict[str, int]:
    """What was found, by kind."""
    return {check.check_id: check.count for check in quality.checks if check.count}
