"""One observation in plain words, with all that a reader needs in order to doubt it."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

import pandas as pd

from analysis.figures.estimates import has_interval
from analysis.figures.wording import clauses, count, decimal, listed_up_to, signed
from analysis.report.counts import articles_by_outlet, paragraphs_by_outlet
from analysis.report.passages import Passage
from analysis.report.study import Study
from analysis.report.verdicts import probability, span

MOST_NAMED = 8


@dataclass(frozen=True, slots=True)
class Claim:
    """One statement of a finding, and where the page has its numbers: cells, rows, topics or sections, by their ids."""

    text: str
    evidence: tuple[str, ...]


def claims(*told: tuple[str, Iterable[str]]) -> tuple[Claim, ...]:
    """Statements in order, each with its evidence; empty ones are passed over."""
    return tuple(
        Claim(text.strip(), tuple(dict.fromkeys(evidence))) for text, evidence in told if text.strip()
    )


@dataclass(frozen=True, slots=True)
class Finding:
    """An observation: its statements, its n, its limit, and where its figure and paragraphs stand.

    `is_supported` says that a test supports it, `is_contrast` that it tells of a difference at all.
    """

    finding_id: str
    headline: str
    claims: tuple[Claim, ...]
    size: str
    limit: str
    figure_id: str
    passages: tuple[Passage, ...]
    is_supported: bool = False
    is_contrast: bool = True

    @property
    def text(self) -> str:
        """Its statements in one."""
        return " ".join(claim.text for claim in self.claims)

    @property
    def anchors(self) -> tuple[str, ...]:
        """The id of each statement in the page."""
        return tuple(f"{self.finding_id}-{number}" for number in range(1, len(self.claims) + 1))

    @property
    def cited(self) -> tuple[str, ...]:
        """The ids of the paragraphs behind it."""
        return tuple(passage.paragraph_id for passage in self.passages)


def outlet_sizes(study: Study, outlets: list[str]) -> str:
    """The paragraphs and articles of each outlet, as an n."""
    articles, paragraphs = articles_by_outlet(study), paragraphs_by_outlet(study)
    told = [
        f"{outlet}, {count(paragraphs.get(outlet, 0), 'paragraph')} in {count(articles.get(outlet, 0), 'article')}"
        for outlet in outlets
    ]
    return clauses(told, "outlet")


def of_many(shown: int, outlets: int) -> str:
    """What is left unsaid where only the ends of many outlets are named, with a leading space; "" for a few."""
    return f" These are the highest and the lowest of {outlets} outlets." if shown < outlets else ""


def single_texts(study: Study, outlets: list[str]) -> str:
    """That some of these outlets are here with one article; "" when none is. The limits say what it means."""
    single = outlets_of_one(study, outlets)
    if not single:
        return ""
    named = listed_up_to(single, MOST_NAMED, "outlet")
    return f"One article{'' if len(single) == 1 else ' each'} of {named}."


def outlets_of_one(study: Study, outlets: list[str]) -> list[str]:
    """Those of the outlets that are here with one article."""
    articles = articles_by_outlet(study)
    return [outlet for outlet in outlets if articles.get(outlet, 0) == 1]


def support(
    study: Study, estimate: pd.Series, written: Callable[[float], str] = signed, *, of: str = ""
) -> str:
    """What the test of an estimate against the other outlets says, with a leading space; "" when there is no test.

    Args:
        study: the study.
        estimate: of one outlet.
        written: how a difference is written.
        of: the outlet, where the sentence before names several.
    """
    if not study.is_tested or estimate["verdict"] not in {"supported", "not supported", "equivalent"}:
        return ""
    level = decimal(100 * (1 - study.settings.compare.alpha), 0)
    low, high = estimate["difference_low"], estimate["difference_high"]
    told = f"The difference {f'of {of} ' if of else ''}from the others, {written(estimate['difference'])}"
    if has_interval(low, high, estimate["verdict"]):
        told = f"{told} ({level}% interval {span(low, high, written)})"
    p = f"corrected p {probability(estimate['q'])}"
    if estimate["verdict"] == "supported":
        return f" {told}, is more than dealing the articles out to the outlets anew gives ({p})."
    if estimate["verdict"] == "equivalent":
        return f" {told}, is shown to be smaller than {written(estimate['smallest_effect'])}, the least that matters."
    return f" {told}, is no more than dealing the articles out to the outlets anew may give ({p})."
