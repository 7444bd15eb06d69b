"""What the commands take that a user waits for, each as a whole process, beside the time it is allowed."""

from __future__ import annotations

import os
import shutil
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from analysis.watching import MIB, watched

PACKAGE = Path(__file__).parent
STYLE = Path("analysis/report/templates/style.css")


@dataclass(frozen=True, slots=True)
class Timing:
    """What a command took, and what it may take.

    Attributes:
        what: the command.
        seconds: of wall time, the median of its runs.
        allowed: seconds that it may take.
        memory: GiB that its processes held at once, at most; in the run that held most.
    """

    what: str
    seconds: float
    allowed: float
    memory: float = 0.0

    @property
    def ratio(self) -> float:
        """Share of the allowed time that was used; above 1 it is too slow."""
        return self.seconds / self.allowed


def measure(study: Path, *, runs: int = 3) -> Iterator[Timing]:
    """Time the report of a study from nothing, unchanged and restyled, and the help text.

    A copy of the package is timed, in a folder of its own with empty caches, because one of the measurements changes a
    style. The first run is made once, the others `runs` times.

    Args:
        study: folder of the study.
        runs: how often the short commands are run.

    Raises:
        BenchError: a command failed; what it printed last is in the message.
    """
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        shutil.copytree(PACKAGE, folder / "analysis", ignore=shutil.ignore_patterns("__pycache__"))
        shutil.copytree(study, folder / "study")
        command = ("report", "study", "--out", "out")
        yield _timed("report, first run", folder, [command], 90)
        yield _timed("report, nothing changed", folder, [command] * runs, 2)
        yield _timed("report, a style changed", folder, _restyled(folder, [command] * runs), 8)
        yield _timed("--help", folder, [("--help",)] * max(runs, 5), 0.4)


ARTICLES, MEASURES = 5_000, 50


def inference() -> Timing:
    """How long the engine takes for intervals and tests of 50 measures over 5,000 articles of two outlets.

    10,000 resamples and 10,000 permutations, in a process of its own.

    Raises:
        BenchError: it failed.
    """
    command = [sys.executable, "-c", "from analysis.bench import _infer; _infer()"]
    used = watched(command, {**os.environ, "PYTHONPATH": str(PACKAGE.parent)})
    return Timing(f"inference, {ARTICLES:,} articles", used.seconds, 10, used.together / MIB)


def _infer() -> None:
    """Estimate simulated measures as the engine does."""
    import numpy as np

    from analysis.compare.engine import estimate
    from analysis.compare.gate import gate
    from analysis.settings import CompareSettings
    from analysis.validation.corpora import Population, draw

    half = ARTICLES // 2
    sums = draw(Population((half, half), (0.3, 0.3)), MEASURES, np.random.default_rng(1))
    settings = CompareSettings()
    allowed = gate(sums.design.sizes_by_outlet, settings)
    estimate(sums, gate=allowed, settings=settings, rng=np.random.default_rng(2))


@dataclass(frozen=True, slots=True)
class Rate:
    """Sentences that an instrument reads in a second, and how many it must on two cores (0: no bar)."""

    what: str
    sentences: float
    wanted: float = 0


WORDS = (
    "The ministers of the alliance said on Monday that {} had broken the treaty, and the paper called its answer "
    "number {} shameful and cruel."
)
"""A sentence of as many word pieces (about 30) as the median of the news sentences of NewsMTSC."""
NAMED = ("Russia", "NATO", "Ukraine", "Germany")
WARM_UP = 8


def rates(count: int = 300) -> Iterator[Rate]:
    """How fast the instruments read sentences once they are loaded, on all processors.

    Args:
        count: sentences that are timed.
    """
    from analysis.embedding.model import DEFAULT, find_model
    from analysis.embedding.transformer import TransformerEncoder
    from analysis.framing.frames import Frames
    from analysis.framing.tone import chosen
    from analysis.stages import bundled_stance_model, workers

    texts = [WORDS.format(NAMED[number % len(NAMED)], number) for number in range(count)]
    starts = [text.index(NAMED[number % len(NAMED)]) for number, text in enumerate(texts)]
    spans = [(start, text.index(" had broken")) for start, text in zip(starts, texts, strict=True)]
    tones, model = chosen((), ()), bundled_stance_model()
    frames = Frames.of(TransformerEncoder(find_model(DEFAULT), workers=workers()).encode)
    yield Rate(
        "tone, every word list", _rate(lambda n: [[one.tone(t) for one in tones] for t in texts[:n]], count)
    )
    yield Rate("stance", _rate(lambda n: model.probabilities(texts[:n], spans[:n]), count), 60)
    yield Rate("frames", _rate(lambda n: frames.of_sentences(texts[:n]), count))


def _rate(read: Callable[[int], object], count: int) -> float:
    """Sentences a second of what reads the first so many, after a few to warm up."""
    read(WARM_UP)
    start = time.perf_counter()
    read(count)
    return count / (time.perf_counter() - start)


def _timed(what: str, folder: Path, runs: Iterable[tuple[str, ...]], allowed: float) -> Timing:
    """What a command takes in the copy at `folder`: the median time of its runs, and the memory of the largest.

    Args:
        what: the command's name.
        folder: of the copy.
        runs: the arguments of every run.
        allowed: seconds that it may take.
    """
    used = [
        watched([sys.executable, "-m", "analysis", *run], _environment(folder), folder=folder) for run in runs
    ]
    seconds = statistics.median(one.seconds for one in used)
    return Timing(what, seconds, allowed, max(one.together for one in used) / MIB)


def _environment(folder: Path) -> dict[str, str]:
    """This process's environment with caches of its own, and the copied package before the installed one."""
    caches = {name: str(folder / "cache") for name in ("FRAMING_CACHE", "XDG_CACHE_HOME")}
    return {**os.environ, "PYTHONPATH": str(folder), **caches}


def _restyled(folder: Path, runs: Iterable[tuple[str, ...]]) -> Iterator[tuple[str, ...]]:
    """Each run with the style sheet of the copied package changed before it, as an editor would."""
    for run in runs:
        with (folder / STYLE).open("a", encoding="utf-8") as file:
            file.write("\n/* changed */\n")
        yield run
