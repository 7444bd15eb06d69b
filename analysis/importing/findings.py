"""What was found while a study was made, put together for the page."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from analysis.choices import CompareSettings
from analysis.compare.gate import gate
from analysis.importing.checking.alike import Alike, alike
from analysis.importing.checking.recurring import RULE, Found
from analysis.importing.checks import FEW
from analysis.importing.study import toml_value
from analysis.report.quality import Column, Merge, OutletCount, Quality, RecurringLine

if TYPE_CHECKING:
    from analysis.importing.columns import Guess
    from analysis.importing.intake import Intake, Kept
    from analysis.importing.log import Log

NAMED = 8
"""Outlets whose articles a sentence may count one by one."""


def noted_outlets(sizes: Mapping[str, int], log: Log) -> None:
    """Note the outlets that have too few articles, and a study of one outlet."""
    if len(sizes) == 1:
        log.add("one-outlet", next(iter(sizes)), outlet=next(iter(sizes)))
    for outlet, articles in sizes.items():
        if articles < FEW:
            told = f"{articles} article{'s' if articles > 1 else ''}"
            log.add("few-articles", outlet, told, outlet=outlet)


def quality_of(
    intake: Intake,
    *,
    lines: Sequence[tuple[Found, str]],
    columns: Sequence[Guess],
    title: str,
    source: str,
) -> Quality:
    """What the page tells of a finished intake.

    Args:
        intake: what was taken.
        lines: the paragraphs that recur, with their texts.
        columns: what was taken from where.
        title: of the study.
        source: the name of what was read.
    """
    sizes = intake.sizes
    by_outlet: dict[str, list[Kept]] = {outlet: [] for outlet in sizes}
    for one in intake.kept.values():
        by_outlet[one.source.outlet].append(one)
    return Quality(
        title=title,
        source=source,
        rows=intake.rows,
        kept=len(intake.kept),
        columns=tuple(Column(one.role, one.told, one.why, one.example) for one in columns),
        checks=intake.log.checks(),
        outlets=tuple(_outlet(name, articles) for name, articles in by_outlet.items()),
        merges=tuple(map(_merge, alike(sizes))),
        lines=tuple(RecurringLine(one.outlet, one.articles, text) for one, text in lines),
        rule=RULE,
        verdict=_verdict(sizes),
    )


def _outlet(name: str, articles: Sequence[Kept]) -> OutletCount:
    """What an outlet's articles add up to."""
    days = sorted(filter(None, (one.source.date for one in articles)))
    return OutletCount(
        name=name,
        articles=len(articles),
        words=sum(one.words for one in articles),
        undated=len(articles) - len(days),
        first=days[0] if days else "",
        last=days[-1] if days else "",
    )


def _merge(group: Alike) -> Merge:
    """A suggestion with the lines that follow it."""
    name, *others = group.names
    toml = f"[[outlets]]\nname = {toml_value(name)}\naliases = {toml_value(tuple(others))}\n"
    return Merge(tuple(zip(group.names, group.articles, strict=True)), group.why, toml)


def _verdict(sizes: Mapping[str, int]) -> str:
    """What the numbers of articles can show, in a sentence or two; the report's own where few outlets are counted."""
    reached = gate(sizes, CompareSettings())
    if len(sizes) <= NAMED:
        return reached.reason
    if reached.descriptive_only:
        return "With so few articles of each outlet nothing can be tested: the report will describe these articles."
    return "There are enough articles for tests of differences between outlets."
