"""The entry: both on every size, and what came of it in files."""

from __future__ import annotations

import dataclasses
import functools
from dataclasses import dataclass
from typing import TYPE_CHECKING

from analysis import store
from analysis.bench_scale import growth
from analysis.bench_scale.assigned import ALL, SAMPLE, agreement
from analysis.bench_scale.kept import kept
from analysis.bench_scale.paragraphs import labelled, spread
from analysis.bench_scale.running import OURS, PLAIN, Asked, run
from analysis.progress import ignore

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from pathlib import Path

    import pandas as pd

    from analysis.bench_scale.outcome import Outcome
    from analysis.scoring.topics import Embed

WHO = (PLAIN, OURS)


@dataclass(frozen=True, slots=True)
class Plan:
    """What is compared.

    Attributes:
        sizes: numbers of paragraphs.
        who: plain, ours or both.
        kernels: of our encoder.
    """

    sizes: tuple[int, ...]
    who: tuple[str, ...] = WHO
    kernels: str = "int8"


def outcomes(data: Path, out: Path, plan: Plan, told: Callable[[Outcome], None]) -> list[Outcome]:
    """Every run of a plan, the smaller sizes first; those that are kept are not made again.

    Where plain BERTopic ran, ours is asked for as many topics as it found: mutual information grows with their number.
    """
    rows = labelled(data)
    found = []
    for size in sorted(plan.sizes):
        part = spread(rows, size)
        topics = None
        for who in plan.who:
            asked = Asked(plan.kernels, topics) if who == OURS else None
            make = functools.partial(run, who, part, asked)
            one = kept(out / "runs", who, paragraphs=size, asked=asked, run=make)
            topics = one.topics
            told(one)
            found.append(one)
    return found


def sampled(data: Path, embed: Embed, *, workers: int) -> pd.DataFrame:
    """The agreement of sample-and-assign with the full fit, on 3,000 paragraphs of which 1,000 are the sample."""
    texts = [row["text"] for row in spread(labelled(data), ALL)]
    return agreement(texts, lambda some: embed(some, ignore), sample=SAMPLE, workers=workers)


def write(out: Path, tables: dict[str, pd.DataFrame]) -> Iterator[Path]:
    """The tables as CSV and, of the runs, the figure as SVG and PNG; each path as it is written."""
    for name, table in tables.items():
        yield _written(out / f"{name}.csv", store.csv(table, float_format="%.6g"))
    from analysis.figures import bench_growth
    from analysis.figures.formats import to_png
    from analysis.figures.svg import to_svg

    data = bench_growth.prepare(tables["runs"], tables["exponents"])
    figure, alt = bench_growth.draw(data), bench_growth.describe(data)
    svg = to_svg(figure, bench_growth.SLUG, bench_growth.TITLE, alt).encode()
    yield _written(out / f"{bench_growth.SLUG}.svg", svg)
    yield _written(out / f"{bench_growth.SLUG}.png", to_png(figure, bench_growth.TITLE, alt))


def summary(found: Sequence[Outcome]) -> tuple[dict[str, pd.DataFrame], list[str]]:
    """The tables `runs` and `exponents` of all runs, and the verdicts."""
    import pandas as pd

    grown = growth.growths(found)
    names = [one.name for one in dataclasses.fields(growth.Growth)]
    exponents = pd.DataFrame([dataclasses.astuple(one) for one in grown], columns=names)
    return {"runs": growth.table(found), "exponents": exponents}, growth.verdicts(found, grown)


def _written(path: Path, content: bytes) -> Path:
    """Where the content was written."""
    store.write_bytes(path, content)
    return path
