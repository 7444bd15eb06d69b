"""A run of either of the two in a process of its own."""

from __future__ import annotations

import json
import os
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from analysis import environment, provenance
from analysis.bench_scale.outcome import Outcome, worth
from analysis.watching import watched

if TYPE_CHECKING:
    from collections.abc import Sequence

PLAIN, OURS = "plain", "ours"
SCRIPT = Path(__file__).parent / "plain.py"


@dataclass(frozen=True, slots=True)
class Asked:
    """What our run is asked for: the kernels of the encoder, and how many topics; None leaves it to the documents."""

    kernels: str
    topics: int | None = None


def run(who: str, rows: Sequence[dict[str, Any]], asked: Asked | None) -> Outcome:
    """One run on labelled paragraphs, in an empty folder and with an empty cache.

    Args:
        who: plain or ours.
        rows: `text` and `topic` of each paragraph.
        asked: what ours is asked for; None for plain BERTopic.

    Raises:
        BenchError: the process failed; what it printed last is in the message.
    """
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        source, target = folder / "texts.jsonl", folder / "topics.json"
        with source.open("w", encoding="utf-8") as file:
            file.writelines(
                json.dumps({"id": place, "text": row["text"]}) + "\n" for place, row in enumerate(rows)
            )
        if asked is None:
            used = watched(_plain(source, target), _unpinned())
            found = json.loads(target.read_text(encoding="utf-8"))
            topics, embedding = found["topics"], found["embedding"]
        else:
            used = watched(_ours(source, target, asked), _own(folder))
            topics = [json.loads(line)["topic"] for line in target.read_text(encoding="utf-8").splitlines()]
            embedding = _embedding(folder / "cache")
    spent = {"seconds": used.seconds, "processor": used.processor, "memory": used.memory}
    labels = [row["topic"] for row in rows]
    return Outcome(who=who, paragraphs=len(rows), embedding=embedding, **spent, **worth(topics, labels))  # type: ignore[arg-type]


def _plain(source: Path, target: Path) -> list[str]:
    """The command of plain BERTopic, which does not find this package."""
    from analysis.embedding.model import DEFAULT, find_model

    return [sys.executable, "-P", str(SCRIPT), str(source), str(target), str(find_model(DEFAULT).folder)]


def _ours(source: Path, target: Path, asked: Asked) -> list[str]:
    """The command of this project."""
    ends = ["--in", str(source), "--out", str(target), "--kernels", asked.kernels]
    if asked.topics is not None:
        ends += ["--topics", str(asked.topics)]
    return [sys.executable, "-m", "analysis", "topics", *ends]


def _unpinned() -> dict[str, str]:
    """This process's environment without what this package pins in it; but nothing is fetched."""
    pinned = environment.pinned_variables().keys() - {"HF_HUB_OFFLINE", "TRANSFORMERS_OFFLINE"}
    return {name: value for name, value in os.environ.items() if name not in pinned}


def _own(folder: Path) -> dict[str, str]:
    """This process's environment with this very package before an installed one, and an empty cache."""
    return {
        **os.environ,
        "PYTHONPATH": str(provenance.PACKAGE.parent),
        "FRAMING_CACHE": str(folder / "cache"),
    }


def _embedding(cache: Path) -> float:
    """Seconds from the opening of the vector cache to its last record: its file is named by the time and grows."""
    return sum(
        path.stat().st_mtime - int(path.name.partition("-")[0]) / 1e9 for path in cache.rglob("*.vectors")
    )
