"""How long the commands take that a user waits for, each as a whole process, beside the time it is allowed."""

from __future__ import annotations

import os
import resource
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

PACKAGE = Path(__file__).parent
STYLE = Path("analysis/report/templates/style.css")


@dataclass(frozen=True, slots=True)
class Timing:
    """Seconds of wall time that a command took, the median of its runs, and how many it may take."""

    what: str
    seconds: float
    allowed: float

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
        subprocess.CalledProcessError: a command failed; what it printed stands on standard error.
    """
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        shutil.copytree(PACKAGE, folder / "analysis", ignore=shutil.ignore_patterns("__pycache__"))
        shutil.copytree(study, folder / "study")
        command = ("report", "study", "--out", "out")
        yield Timing("report, first run", _timed(folder, command, 1), 90)
        yield Timing("report, nothing changed", _timed(folder, command, runs), 2)
        yield Timing(
            "report, a style changed", _timed(folder, command, runs, before=lambda: _restyle(folder)), 8
        )
        yield Timing("--help", _timed(folder, ("--help",), max(runs, 5)), 0.4)


ARTICLES, MEASURES = 5_000, 50


def inference() -> Timing:
    """How long the engine takes for intervals and tests of 50 measures over 5,000 articles of two outlets.

    10,000 resamples and 10,000 permutations, in a process of its own, whose peak memory `peak_memory` knows.
    """
    start = time.perf_counter()
    subprocess.run([sys.executable, "-c", "from analysis.bench import _infer; _infer()"], check=True)
    return Timing(f"inference, {ARTICLES:,} articles", time.perf_counter() - start, 10)


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


def peak_memory() -> float:
    """Peak memory of the largest process timed so far, in GiB."""
    return resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 2**20


def _timed(
    folder: Path, arguments: tuple[str, ...], runs: int, *, before: Callable[[], None] = lambda: None
) -> float:
    """Median wall time of the command in seconds, in the copy at `folder`."""
    seconds = []
    for _ in range(runs):
        before()
        start = time.perf_counter()
        subprocess.run(
            [sys.executable, "-m", "analysis", *arguments],
            cwd=folder,
            env=_environment(folder),
            check=True,
            capture_output=True,
        )
        seconds.append(time.perf_counter() - start)
    return statistics.median(seconds)


def _environment(folder: Path) -> dict[str, str]:
    """This process's environment with caches of its own, and the copied package before the installed one."""
    return {**os.environ, "PYTHONPATH": str(folder), "XDG_CACHE_HOME": str(folder / "cache")}


def _restyle(folder: Path) -> None:
    """Change the style sheet of the copied package, as an editor would."""
    with (folder / STYLE).open("a", encoding="utf-8") as file:
        file.write("\n/* changed */\n")
