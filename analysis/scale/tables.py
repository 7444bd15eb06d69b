"""All tables of a report on a corpus in parts, stage by stage, under the names that a small study gives them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import pandas as pd

from analysis import tables as contract
from analysis.compare import compare_aggregates, words_check
from analysis.compare.robustness import robustness_of_aggregates
from analysis.compare.simulated import simulated
from analysis.compare.strata import strata_of
from analysis.corpus.audit import parser_audit, unknown_lines
from analysis.framing.card import cards
from analysis.framing.validity import frame_validity
from analysis.stages import CARDS, INSTRUMENTS, MATCHING
from analysis.topics.result import topic_sizes, topics_table
from analysis.voices import read_reuse
from analysis.voices.summary import narration_left, reporting_verbs, topic_voices, words_by_speaker

if TYPE_CHECKING:
    from collections.abc import Mapping

    from analysis.progress import Progress
    from analysis.scale.model import TopicModel
    from analysis.scale.whole import Whole
    from analysis.settings import Settings
    from analysis.topics.term_counts import TermCounts

Tables = dict[str, pd.DataFrame]


STAGE_NAMES = (
    "corpus", "voices", "vectors", "topics", "tone", "mentions", "targets", "frames", "topic voices", "compare",
    CARDS.name, INSTRUMENTS.name, MATCHING.name, "robustness", "scope",
)  # fmt: skip
"""The stages whose tables are made here."""


@dataclass(frozen=True, slots=True, eq=False)
class Read:
    """What was read off all parts.

    Attributes:
        articles: the table of all articles, and `rejected` rows.
        rejected: the rows that could not be used.
        cues: how often each article introduces each speaker by each cue.
        whole: the sums.
        terms: of the topics.
        model: the topics of the sample.
        numbers: of the topics, by those of the consensus.
        sample: the row-level tables of the reading sample.
        sizes: how many rows these tables have in all.
    """

    articles: pd.DataFrame
    rejected: pd.DataFrame
    cues: pd.DataFrame
    whole: Whole
    terms: TermCounts
    model: TopicModel
    numbers: Mapping[int, int]
    sample: Tables
    sizes: Mapping[str, int]


def report_tables(read: Read, settings: Settings, progress: Progress) -> dict[str, Tables]:
    """The tables of every stage, by the stage's name.

    What outlets are compared on is of the whole corpus; what holds texts, and what is read off texts side by side, is
    of the reading sample, and the table `scope` says so.
    """
    rows, settings_of = read.sample, settings.compare
    made: dict[str, Tables] = {
        "corpus": {
            "articles": read.articles,
            "paragraphs": rows["paragraphs"],
            "audit": parser_audit(rows["paragraphs"]),
            "unknown_lines": unknown_lines(rows["paragraphs"]),
            "rejected": read.rejected,
        },
        "voices": {
            **{name: rows[name] for name in ("quotes", "terms", "sentences", "names", "word_voices")},
            "reuse": read_reuse(rows["paragraphs"], rows["quotes"], settings.reuse),
            "words_by_speaker": words_by_speaker(read.whole.voices),
            "narration_left": narration_left(read.whole.voices),
            "reporting_verbs": reporting_verbs(read.cues),
        },
        "vectors": {"vectors": rows["vectors"]},
        "topics": _topics(read, settings) | {"assignments": rows["assignments"]},
        **{name: {name: rows[name]} for name in ("tone", "mentions", "targets")},
        "frames": {
            "frames": rows["frames"],
            "microframes": rows["microframes"],
            "frame_validity": frame_validity(() if settings.models.frames else cards()),
        },
    }
    made["topic voices"] = {"topic_voices": topic_voices(read.whole.voices)}
    strata = strata_of(read.articles, settings_of.strata)
    with progress.stage("Comparing outlets"):
        result = compare_aggregates(
            read.whole.aggregates, settings=settings_of, seed=settings.study.seed, strata=strata
        )
    made["compare"] = {
        name: getattr(result, name)
        for name in (
            "design", "estimates", "contrasts", "estimands", "power", "keyness", "prior_sensitivity", "shared_topics",
            "article_tone", "confounding",
        )
    } | {"simulated": simulated(), "words_check": words_check.kept()}  # fmt: skip
    flat = {name: table for own in made.values() for name, table in own.items()}
    for stage in (CARDS, INSTRUMENTS, MATCHING):
        with progress.stage(stage.title) as step:
            made[stage.name] = stage.run(settings, flat.__getitem__, step)
            flat |= made[stage.name]
    with progress.stage("Checking what holds") as step:
        made["robustness"] = robustness_of_aggregates(
            read.whole.aggregates, result.keyness, settings=settings, strata=strata, progress=step
        )
    made["scope"] = {"scope": _scope(read)}
    return made


def _topics(read: Read, settings: Settings) -> Tables:
    """The tables of the topics over the whole corpus."""
    covered, number = read.whole.aggregates.covered, read.numbers
    places = sorted((topic for topic in number if topic >= 0), key=lambda topic: number[topic])
    overlaps = read.model.overlaps.iloc[places]
    reasons = [read.model.reason] if read.model.reason else []
    return {
        "topics": topics_table(
            topic_sizes(covered),
            read.terms,
            reproducibility=overlaps["halves"].tolist(),
            single_run=overlaps["runs"].tolist(),
            words=settings.topics.words,
        ),
        "exemplars": contract.check(read.whole.exemplars, "exemplars"),
        "cut_profile": read.model.profile,
        "no_topics": pd.DataFrame({"reason": pd.Series(reasons, dtype="str")}),
    }


def _scope(read: Read) -> pd.DataFrame:
    """The table `scope`: rows of each table of texts in the whole corpus, and here; no rows where all are here."""
    if len(read.sample["paragraphs"]) == read.sizes["paragraphs"]:
        return contract.table("scope", ())
    articles = {"table": "articles", "rows": len(read.articles), "shown": len(read.articles)}
    cut = (
        {"table": name, "rows": rows, "shown": len(read.sample[name])} for name, rows in read.sizes.items()
    )
    return contract.table("scope", (articles, *cut))
