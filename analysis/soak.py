"""Many reports in one process, each of another text: does its memory stay what it was?"""

from __future__ import annotations

import gc
import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from analysis.errors import BenchError

STATM = Path("/proc/self/statm")
MIB = 2**20

PARAGRAPHS = (
    "The minister spoke for {n} minutes about the treaty with the neighbours. Delegates from NATO listened to her.",
    '"We are very sorry about the delay of {n} days," said Jane Roe, the minister, after the talks on the treaty.',
    "A storm closed the harbour on Monday, and {n} ships waited outside. Russia sent two of its own to help.",
    "Farmers asked for help after the third dry summer in a row. Some {n} of them had lost their whole harvest.",
    'The bank raised its rate for the {n}th time. "This is a shameful mistake," John Doe told the newspaper.',
    "Nurses at {n} hospitals voted to go on strike in May. The government called their demands cruel and unfair.",
    "Police found {n} stolen cars in a barn near the border with Russia, and thanked the villagers for their courage.",
    "The new bridge will carry {n} trains a day from next year, a great success for the engineers and for NATO.",
)
STUDY = """\
[study]
title = "A study that changes"
[topics]
layouts = 20
neighbours = [3, 4]
epochs = 30
[compare]
permutations = 100
resamples = 100
audits = 1
[[outlets]]
name = "The Herald"
[[outlets]]
name = "The Gazette"
[[actors]]
name = "NATO"
[[actors]]
name = "Russia"
kind = "state"
"""
ARTICLES = ("herald-1.txt", "herald-2.txt", "gazette-1.txt", "gazette-2.txt")


@dataclass(frozen=True, slots=True)
class Soak:
    """What the process held, in MiB, once it had warmed up and at its end, and how many reports it made in between."""

    reports: int
    before: float
    after: float

    @property
    def growth(self) -> float:
        """The share by which memory grew; below 0 when it fell."""
        return self.after / self.before - 1


def soak(folder: Path, *, reports: int, warm_up: int) -> Iterator[float]:
    """Render a made-up study so often in this process, one article written anew before each report.

    Every stage is computed each time, topics included, in this process and not in workers.

    Args:
        folder: an empty one, for the study, its report and a cache of vectors.
        reports: how many.
        warm_up: how many of them come before memory is compared: libraries fill caches of a fixed size.

    Yields:
        MiB of resident memory after each report.

    Raises:
        BenchError: fewer reports than it takes to warm up, or a system that does not tell the memory of a process.
    """
    if not STATM.is_file():
        raise BenchError(
            "this system does not tell how much memory a process holds", remedy="run it on Linux"
        )
    if reports <= warm_up:
        raise BenchError(
            f"{reports} reports are no more than the warm-up", remedy=f"ask for more than {warm_up}"
        )
    os.environ |= {"FRAMING_CACHE": str(folder / "cache"), "FRAMING_WORKERS": "1"}
    from analysis import pipeline

    write_study(folder / "study")
    for number in range(reports):
        write_article(folder / "study", ARTICLES[number % len(ARTICLES)], number + len(ARTICLES))
        outcome = pipeline.report(folder / "study", folder / "out")
        if not {"corpus", "vectors", "topics", "page"} <= set(outcome.computed):
            raise BenchError(f"report {number + 1} was not computed anew ({', '.join(outcome.computed)})")
        yield resident()


def judged(held: list[float], warm_up: int) -> Soak:
    """What became of memory: its mean over the last tenth of the reports beside that over as many after the warm-up.

    Args:
        held: MiB after each report.
        warm_up: reports that are left out.
    """
    rest = held[warm_up:]
    few = max(len(rest) // 10, 1)
    return Soak(len(rest), sum(rest[:few]) / few, sum(rest[-few:]) / few)


def write_study(folder: Path, settings: str = STUDY) -> None:
    """Write a study of four short articles by two outlets."""
    folder.mkdir(parents=True)
    entries = (
        f'[[articles]]\nfile = "{file}"\noutlet = "The {file.partition("-")[0].title()}"\n'
        for file in ARTICLES
    )
    (folder / "study.toml").write_text(settings + "".join(entries), encoding="utf-8")
    for place, file in enumerate(ARTICLES):
        write_article(folder, file, place)


def write_article(folder: Path, file: str, number: int) -> None:
    """Write one of its articles, whose figures and order hang on a number."""
    first = number % len(PARAGRAPHS)
    ordered = (*PARAGRAPHS[first:], *PARAGRAPHS[:first])
    text = "\n\n".join(one.format(n=100 * number + place) for place, one in enumerate(ordered, start=1))
    (folder / file).write_text(text + "\n", encoding="utf-8")


def resident() -> float:
    """What this process holds in memory, in MiB, once what nobody refers to is gone."""
    gc.collect()
    pages = int(STATM.read_text(encoding="ascii").split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE") / MIB
