"""The matrix: a study rendered once as the base, then under each variation, and compared."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from analysis import store
from analysis.errors import StudyError
from analysis.reproducing import seen
from analysis.reproducing.comparing import Difference, differences, digests
from analysis.reproducing.running import Run, render, snapshot
from analysis.reproducing.variation import Variation
from analysis.reproducing.variations import BASE

COMMITTED = Variation("committed", "nothing: the report that is kept")


@dataclass(frozen=True, slots=True)
class Outcome:
    """What one variation showed.

    Attributes:
        variation: what was otherwise.
        files: how many files were compared.
        differences: those that differ, the earliest in the pipeline first.
        seconds: wall time of the run.
        saw: what the process saw otherwise than the base.
        failure: why it gave no result, if so.
    """

    variation: Variation
    files: int = 0
    differences: tuple[Difference, ...] = ()
    seconds: float = 0
    saw: str = ""
    failure: str = ""

    @property
    def verdict(self) -> str:
        """`base`, `identical`, `differs`, `failed` or `skipped`."""
        if self.variation == BASE:
            return "base"
        if self.variation.obstacle:
            return "skipped"
        if self.failure:
            return "failed"
        return "differs" if self.differences else "identical"

    @property
    def holds(self) -> bool:
        """Whether nothing speaks against the promise: what this machine cannot do, or is not promised, does not."""
        return self.verdict not in {"differs", "failed"} or not self.variation.promised


def matrix(
    study: Path, variations: Iterable[Variation], scratch: Path, *, against: Path | None = None
) -> Iterator[Outcome]:
    """Compare a study's report under each variation with the base, one after the other.

    Args:
        study: folder of the study.
        variations: in the order in which they are run.
        scratch: for everything that is rendered; a folder that is empty or not there.
        against: a report of the same code that stands as the base. One is rendered all the same, and compared with it,
            when a variation takes vectors over.

    Raises:
        StudyError: the base cannot be rendered, or `against` holds no report.
    """
    wanted = list(variations)
    if against is not None and not store.read_manifest(against):
        raise StudyError("holds no report", where=against, remedy="render one, or leave out --against")
    source = snapshot(study, scratch / "source")
    base, compared = None, against
    if against is None or any(one.needs_vectors and not one.obstacle for one in wanted):
        base = _rendered_base(study, source, scratch)
        compared = against or base.out
        yield outcome_of(COMMITTED if against else BASE, base, compared, base)
    for variation in wanted:
        if variation.obstacle or compared is None:
            yield Outcome(variation)
            continue
        run = render(variation, source, scratch / variation.name, base=base)
        yield outcome_of(variation, run, compared, base)


def _rendered_base(study: Path, source: Path, scratch: Path) -> Run:
    """The base."""
    run = render(BASE, source, scratch / BASE.name)
    if run.failure:
        raise StudyError(
            f"the study cannot be rendered: {run.failure}", where=study, remedy="run `framing report`"
        )
    return run


def outcome_of(variation: Variation, run: Run, compared: Path, base: Run | None) -> Outcome:
    """A run compared with a report; of shuffled rows, only the tables that were made."""
    only = sorted(digests(run.out)) if variation.rows else None
    saw = seen.changes(base.seen if base and base is not run else {}, run.seen)
    told = "; ".join(filter(None, [saw, f"{run.computed} vectors computed"]))
    if run.failure:
        return Outcome(variation, seconds=run.seconds, failure=run.failure)
    files = len(only if only is not None else digests(compared))
    found = differences(compared, run.out, only=only)
    return Outcome(variation, files, found, run.seconds, told)
