"""A whole run: parts read, topics found in a sample, everything placed, counted, summed, compared and told."""

from __future__ import annotations

import dataclasses
import functools
from dataclasses import dataclass
from typing import TYPE_CHECKING

from analysis import environment
from analysis.errors import EmptyGroupError, SettingsError
from analysis.framing.microframes.projection import baselines
from analysis.locking import alone
from analysis.scale.count import Counted, Known, count_part, listing_shard
from analysis.scale.job import SHARDS, Job, Receipt, check_names, together
from analysis.scale.model import read_model
from analysis.scale.outcome import publish, tables_in_parts
from analysis.scale.parts import outlets_in, planned
from analysis.scale.place import Placed, numbering, place_part
from analysis.scale.reading import chosen_articles, read_sample
from analysis.scale.shards import Shard, swept
from analysis.scale.steps import Steps
from analysis.scale.tables import Read, Tables, report_tables
from analysis.scale.texts import read_part
from analysis.scale.topics import find_topics
from analysis.scale.whole import Whole, listed, terms
from analysis.settings import Outlet

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from analysis.progress import Progress
    from analysis.scale.crew import Crew
    from analysis.scale.parts import Part
    from analysis.settings import Settings


@dataclass(frozen=True, slots=True)
class Sizes:
    """How large pieces are: articles of a part, and articles that the report shows word for word."""

    part: int = 200
    sample: int = 300


@dataclass(frozen=True, slots=True)
class Scaled:
    """What a run made.

    Attributes:
        page: of the report.
        parts: of the corpus.
        made: parts that were read now; the others had been read before.
        articles: that are in the study.
        paragraphs: that are analysed.
        rejected: rows that could not be used; the table `rejected` tells them.
    """

    page: Path
    parts: int
    made: int
    articles: int
    paragraphs: int
    rejected: int


def run_scale(
    pattern: str, out: Path, *, settings: Settings, crew: Crew, sizes: Sizes, progress: Progress
) -> Scaled:
    """Compare the outlets of a corpus in Parquet files, and render its report.

    Args:
        pattern: names the files; a row is an article (`parts` says which columns it may have).
        out: where shards, tables and the report go: a disk that all workers see under the same path.
        settings: of the study; outlets that it does not list are taken from the articles.
        crew: who does the work.
        sizes: of parts and of the reading sample.
        progress: shows how far the run is.

    Raises:
        SettingsError: copies are to be weighed or left out, which takes all texts at once.
        StudyError: a file cannot be read or written, two articles have one name, nothing can be analysed, or the
            cluster was lost. What is done is kept: the same command goes on from there.
    """
    with alone(out, progress=progress):
        return _scaled(pattern, out, settings, sizes=sizes, steps=Steps(crew, progress))


def _scaled(pattern: str, out: Path, settings: Settings, *, sizes: Sizes, steps: Steps) -> Scaled:
    """The run itself, by one process at a time."""
    if settings.reuse.policy != "keep":
        problem = f"the policy {settings.reuse.policy!r} needs all copies in one memory"
        raise SettingsError(problem, where="reuse.policy", remedy='use "keep" for a corpus in parts')
    environment.choose(settings.kernels)
    parts = planned(pattern, articles=sizes.part)
    job = Job(out.resolve() / SHARDS, _with_outlets(settings, parts, steps))
    receipts = steps.over("Reading the parts", functools.partial(read_part, job), parts)
    used = [receipt for receipt in receipts if receipt.paragraphs]
    if not used:
        raise _nothing(job, receipts, pattern)
    check_names(together(job, used, "articles"))
    model, placed = _placed(job, used, steps)
    phrases, counted = _counted(job, placed, steps)

    def made() -> dict[str, Tables]:
        read = _read(job, receipts, model=model, counted=counted, size=sizes.sample, steps=steps)
        return report_tables(read, job.settings, steps.progress)

    chosen = {**dataclasses.asdict(job.settings), "folder": "", "sample": sizes.sample}
    key = [[receipt.key for receipt in receipts], [part.key for part in counted], chosen]
    page = publish(out, made, job.settings, key=key, progress=steps.progress)
    tables_in_parts(job, out, receipts, counted)
    swept(job.root, _kept(job, receipts, counted, [model, phrases]))
    return Scaled(
        page,
        len(parts),
        made=sum(receipt.was_made for receipt in receipts),
        articles=sum(receipt.articles for receipt in used),
        paragraphs=sum(receipt.paragraphs for receipt in used),
        rejected=sum(receipt.rejected for receipt in receipts),
    )


def _nothing(job: Job, receipts: Sequence[Receipt], pattern: str) -> EmptyGroupError:
    """The complaint about a corpus of which no row could be used."""
    if not receipts:
        return EmptyGroupError("there is no row", where=pattern, remedy="name files with articles")
    reasons = together(job, receipts, "rejected")["reason"].value_counts().sort_index()
    problem = f"no article could be used; of most rows: {reasons.idxmax()}"
    return EmptyGroupError(problem, where=pattern, remedy="mend the files")


def _with_outlets(settings: Settings, parts: Sequence[Part], steps: Steps) -> Settings:
    """The settings with all outlets: those that are listed, in their order, then the others of the corpus by name."""
    paths = list(dict.fromkeys(part.path for part in parts))
    found = set[str]().union(*steps.over("Looking for outlets", outlets_in, paths))
    known = {name for outlet in settings.outlets for name in (outlet.name, *outlet.aliases)}
    others = tuple(Outlet(name) for name in sorted(found - known))
    return dataclasses.replace(settings, outlets=(*settings.outlets, *others))


def _placed(job: Job, receipts: Sequence[Receipt], steps: Steps) -> tuple[Shard, list[Placed]]:
    """The topics of a sample, and every part placed among them."""
    longest = max(receipt.longest for receipt in receipts)
    model = find_topics(job, receipts, longest, steps)
    task = functools.partial(place_part, job, model, longest)
    return model, steps.over("Placing paragraphs", task, receipts)


def _counted(job: Job, placed: Sequence[Placed], steps: Steps) -> tuple[Shard, list[Counted]]:
    """The phrases that are counted, and every part counted."""
    phrases = listing_shard(job, listed(job, placed, steps))
    totals = together(job, [part.receipt for part in placed], "axis_totals")
    known = Known(phrases, numbering(placed), baselines(totals))
    return phrases, steps.over("Counting", functools.partial(count_part, job, known), placed)


def _read(
    job: Job,
    receipts: Sequence[Receipt],
    *,
    model: Shard,
    counted: Sequence[Counted],
    size: int,
    steps: Steps,
) -> Read:
    """What was read off all parts: sums over everything, and the reading sample."""
    articles = together(job, [part.placed.receipt for part in counted], "articles")
    vocabulary, whole = terms(job, counted, steps), Whole.of(job, counted)
    chosen = chosen_articles(articles, size, set(whole.exemplars["paragraph_id"]))
    sample, rows = read_sample(job, counted, chosen, steps)
    return Read(
        articles=articles,
        rejected=together(job, receipts, "rejected"),
        cues=together(job, [part.placed.receipt for part in counted], "cues"),
        whole=whole,
        terms=vocabulary,
        model=read_model(model),
        numbers=numbering([part.placed for part in counted]),
        sample=sample,
        sizes=rows,
    )


def _kept(
    job: Job, receipts: Sequence[Receipt], counted: Sequence[Counted], others: Sequence[Shard]
) -> list[Shard]:
    """The shards that a run stands on."""
    return [
        *others,
        *(job.again("texts", receipt.key) for receipt in receipts),
        *(job.again("placed", part.placed.key) for part in counted),
        *(job.again("counted", part.key) for part in counted),
    ]
