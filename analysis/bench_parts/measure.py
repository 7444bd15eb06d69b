"""One run over a corpus in parts, on workers of this machine: how long each step took, and what memory it had."""

from __future__ import annotations

import resource
import time
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass, field
from multiprocessing import get_context
from typing import TYPE_CHECKING

from analysis import settings as studies
from analysis.bench_parts.corpus import Choices, articles, as_corpus
from analysis.progress import Step, ignore
from analysis.scale import Sizes, run_scale
from analysis.scale.crew import Cluster, gathered

if TYPE_CHECKING:
    from pathlib import Path

    import pandas as pd

    from analysis.scale import Scaled

MIB = 1024
BY_PART = ("Reading the parts", "Placing paragraphs", "Counting")
"""The steps whose work grows with the paragraphs and is shared by the workers."""


@dataclass(slots=True)
class Clock:
    """A progress that remembers how long each stage took, in seconds of wall time."""

    seconds: dict[str, float] = field(default_factory=dict)

    @contextmanager
    def stage(self, title: str) -> Iterator[Step]:
        """Time a stage."""
        start = time.perf_counter()
        yield ignore
        self.seconds[title] = self.seconds.get(title, 0.0) + time.perf_counter() - start


@dataclass(frozen=True, slots=True)
class Measured:
    """A run that was measured.

    Attributes:
        done: what it made.
        workers: processes that shared it.
        seconds: wall time of each step.
        worker_memory: MiB, the most that any worker had at once.
        memory: MiB, the most that the process had that sums and renders.
        shards: bytes of all shards.
        settings: file of the choices.
        corpus: the articles.
    """

    done: Scaled
    workers: int
    seconds: dict[str, float]
    worker_memory: float
    memory: float
    shards: int
    settings: Path
    corpus: pd.DataFrame

    @property
    def rate(self) -> float:
        """Paragraphs that one worker takes through all steps by parts in a second."""
        spent = sum(self.seconds.get(title, 0.0) for title in BY_PART)
        return self.done.paragraphs / (spent * self.workers)


def measure(data: Path, out: Path, *, count: int, workers: int, choices: Choices) -> Measured:
    """Run `framing scale` on so many articles, from nothing, in a process of its own.

    The system counts the peak memory of a process, and of those that it starts, from what it held before; so one that
    has made another report already says nothing.

    Args:
        data: folder of the evaluation data.
        out: an empty or new folder.
        count: articles.
        workers: processes of one thread each.
        choices: of the study.

    Raises:
        StudyError: the collection is not there, or the run fails.
    """
    with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as pool:
        return pool.submit(_measure, data, out, count=count, workers=workers, choices=choices).result()


def _measure(data: Path, out: Path, *, count: int, workers: int, choices: Choices) -> Measured:
    """The same in this process."""
    rows = articles(data, count)
    pattern = as_corpus(rows, out / "corpus")
    path = out / "choices.toml"
    path.write_text(choices.of(rows), "utf-8")
    clock, settings = Clock(), studies.without_articles(path, title="", kernels=choices.kernels)
    with gathered(None, workers=workers) as crew:
        done = run_scale(
            pattern, out / "run", settings=settings, crew=crew, sizes=Sizes(part=50), progress=clock
        )
        peaks = crew.client.run(peak).values() if isinstance(crew, Cluster) else [peak()]
    files = [path.stat().st_size for path in (out / "run" / "shards").rglob("*") if path.is_file()]
    return Measured(done, workers, clock.seconds, max(peaks), peak(), sum(files), path, rows)


def peak() -> float:
    """The most memory that this process has had, in MiB."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / MIB
