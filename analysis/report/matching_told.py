"""What was matched, and how right that is, in sentences."""

from __future__ import annotations

from typing import Any

import pandas as pd

from analysis.compare.matched.matches import DAYS
from analysis.compare.matched.reading import day_number
from analysis.compare.matched.score import NAME
from analysis.figures.wording import capitalised, count, listed, percent, spelled
from analysis.report.study import Study
from analysis.report.validity import current_cards

WINDOW = f"{spelled(int(DAYS))} days"
PRECISION, RECALL, EVENT = "same fact or quotation", "recall of labelled pairs", "same event"
WITHIN, AT_RANDOM = f"articles at most {DAYS:g} days apart", "two paragraphs at random"
KINDS = (
    ("report", "reports the same fact in other words", "report the same fact in other words"),
    ("quotation", "prints the same quotation", "print the same quotation"),
    ("copy", "is nearly the same word for word", "are nearly the same word for word"),
)


def told(study: Study) -> str:
    """How many paragraphs are matched in how many events; where none is, why."""
    if len(study.outlets) < 2:  # noqa: PLR2004 - a match takes two outlets
        return "One outlet alone has nothing to be matched with."
    if study.has("matches"):
        sampled = f" This is counted{study.scope.within('matches')}." if study.scope.is_cut("matches") else ""
        return _matched(study.table("matches"), sampled)
    return f"No paragraphs were matched.{_why_none(study)}"


def checked(study: Study) -> str:
    """How the matching was checked and what came out; what it means where it was not."""
    cards = current_cards(study, NAME)
    if not cards:
        return (
            "How right such matches are has not been measured for this study's encoder: read both paragraphs."
        )
    card, figures = cards[0]
    right, hit = _figure(figures, PRECISION, "all"), _figure(figures, RECALL, "mutual nearest neighbours")
    event, chance = _figure(figures, EVENT, WITHIN), _figure(figures, EVENT, AT_RANDOM)
    if right is None or hit is None or event is None or chance is None:
        return ""
    return (
        f"The matching was checked on {card['data']}, in which three US outlets report the same events, on the half of "
        f"the events that nothing was chosen on. One reader labelled {right['n']} matches. By that reading "
        f"{_with_interval(right)} of all matches report the same fact or print the same quotation, so that about "
        f"{_one_in(1 - right['value'])} does not; and of the {hit['n']:,} labelled nearest paragraphs that do, "
        f"{_with_interval(hit)} are found. {capitalised(_of_all(event))} found there join articles on the same event; "
        f"of two paragraphs at random {percent(chance['value'])} do.{_running(figures)}"
    )


def _running(figures: pd.DataFrame) -> str:
    """How right matches are in a running story, with a leading space; "" where that was not measured."""
    story = _figure(figures, PRECISION, "running story")
    if story is None:
        return ""
    return (
        f" Where outlets report one running story day by day (the US primaries in PolNeAR), {_with_interval(story)} of "
        f"{story['n']} labelled matches were right: there a match has to be read before it is believed."
    )


def _matched(rows: pd.DataFrame, sampled: str) -> str:
    """The number of matches by kind, and of events; `sampled` says of what, where that is not the corpus."""
    kinds = rows["kind"].value_counts()
    parts = [told for kind, one, several in KINDS if (told := _number(int(kinds.get(kind, 0)), one, several))]
    events = rows.loc[rows["event"] > 0, "event"].nunique()
    return (
        f"{capitalised(count(len(rows), 'pair'))} of paragraphs of two outlets match: {listed(parts)}. Articles that "
        f"share two matches or more are taken for reports of one event: {count(events, 'event')}, with "
        f"{count(_articles(rows), 'article')}. Only articles at most {WINDOW} apart are compared."
        f"{_undated(int(rows['days_apart'].isna().sum()))}{sampled}"
    )


def _number(number: int, one: str, several: str) -> str:
    """A number with its verb; "" for none."""
    return f"{number:,} {one if number == 1 else several}" if number else ""


def _undated(pairs: int) -> str:
    """What unknown dates mean, with a leading space."""
    if not pairs:
        return ""
    return f" In {count(pairs, 'pair')} a date is unknown, so that only the words speak for one event."


def _articles(rows: pd.DataFrame) -> int:
    """How many articles the events have."""
    own = rows[rows["event"] > 0]
    return len({*own["first_article"], *own["second_article"]})


def _why_none(study: Study) -> str:
    """Why nothing is matched, with a leading space."""
    gap = _nearest_days(study.table("articles"))
    if gap is None:
        return f" Only articles at most {WINDOW} apart, or without a date, are compared."
    if gap > DAYS:
        return (
            f" Only articles at most {WINDOW} apart are compared, and the two nearest of different outlets appeared "
            f"{count(gap, 'day')} apart. Whether they report a fact in common was not examined."
        )
    return f" Articles at most {WINDOW} apart were compared, and those without a date with all."


def _nearest_days(articles: pd.DataFrame) -> float | None:
    """The smallest number of days between articles of two outlets; None where one has no date.

    In the order of days the two stand next to each other: what stands between two articles of different outlets is of
    another outlet than one of them.
    """
    days = articles["date"].map(day_number)
    if days.isna().any():
        return None
    ordered = articles.assign(day=days).sort_values(["day", "article_id"], kind="stable")
    gaps = ordered["day"].diff()[ordered["outlet"] != ordered["outlet"].shift()].dropna()
    return float(gaps.min()) if len(gaps) else None


def _figure(figures: pd.DataFrame, metric: str, part: str) -> pd.Series[Any] | None:
    """A card's figure of a metric and part."""
    own = figures[(figures["metric"] == metric) & (figures["part"] == part)]
    return own.iloc[0] if len(own) else None


def _with_interval(figure: pd.Series[Any]) -> str:
    """A share with its interval."""
    return f"{percent(figure['value'])} (95% interval {percent(figure['low'])} to {percent(figure['high'])})"


def _of_all(figure: pd.Series[Any]) -> str:
    """A share of the matches, or all of them, with their number."""
    number = count(figure["n"], "match", "matches")
    return f"all {number}" if figure["value"] == 1 else f"{percent(figure['value'])} of the {number}"


def _one_in(share: float) -> str:
    """A share as "one in eight"."""
    return f"one in {spelled(round(1 / share))}" if share > 0 else "none"
