"""The table `paired`: how two outlets word the same events, tested as pairs."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pandas as pd

from analysis import tables
from analysis.compare.gate import DESCRIPTIVE_ONLY
from analysis.compare.matched.sign_flip import sign_flip, smallest_p
from analysis.compare.multiplicity import across_families

if TYPE_CHECKING:
    from analysis.compare.arrays import Floats
    from analysis.settings import CompareSettings

MEASURE = ["measure", "instrument", "voice", "target"]
OUTLETS = ["outlet", "other"]
DECIMALS = 6


def event_differences(matches: pd.DataFrame, values: pd.DataFrame) -> pd.DataFrame:
    """How two outlets' matched paragraphs differ within each event.

    difference = mean over its matched pairs of (value of the outlet's paragraph - value of the other's)

    Args:
        matches: the table `matches`; rows of event 0 are left out.
        values: the value of each paragraph under each measure (see `values`); a pair in which one paragraph has none
            (no narration, no mention of the actor) is left out.

    Returns:
        The table `paired_events`: one row per pair of outlets, measure and event, ordered by these, with `pairs`
        (count >= 1) and `difference`.
    """
    inside = matches.loc[
        matches["event"] > 0, ["event", "first_id", "second_id", "first_outlet", "second_outlet"]
    ]
    one = inside.merge(values.rename(columns={"paragraph_id": "first_id"}), on="first_id")
    both = one.merge(values.rename(columns={"paragraph_id": "second_id"}), on=["second_id", *MEASURE])
    both = both.assign(
        difference=both["value_x"] - both["value_y"], outlet=both["first_outlet"], other=both["second_outlet"]
    ).sort_values([*OUTLETS, *MEASURE, "event", "first_id", "second_id"], kind="stable")
    grouped = both.groupby([*OUTLETS, *MEASURE, "event"], sort=True)["difference"]
    rows = grouped.agg(difference="mean", pairs="size").round(DECIMALS).reset_index()
    return tables.table("paired_events", rows.to_dict("records"))  # type: ignore[arg-type]


def paired(
    by_event: pd.DataFrame,
    *,
    settings: CompareSettings,
    rng: np.random.Generator,
) -> pd.DataFrame:
    """Mean differences between the matched paragraphs of two outlets, over the events that both report.

    difference = mean over the events of the event's difference (see `event_differences`)

    The event is the unit: its pairs are averaged first.

    Args:
        by_event: the table `paired_events`.
        settings: how many flips, and the level.
        rng: where flips are drawn from when there are too many to go through.

    Returns:
        The table `paired`, by outlets and measure: `events` and `pairs` (counts >= 1), `difference`, `smallest_p` (what
        so many events can reach). Where that is not below alpha the verdict is "descriptive only" and nothing else is
        given; at .05 fewer than six events never suffice. Else `low` and `high`: Student's t interval over the events;
        `p_alone`, by sign flips; `p`, with max-T over all measures of the two outlets; `q`, corrected across pairs of
        outlets (see `multiplicity`); verdict "supported" where q < alpha, else "not supported".
    """
    pieces = [_tested(own, settings, rng) for _, own in by_event.groupby(OUTLETS, sort=True)]
    if not pieces:
        return tables.table("paired", ())
    rows = pd.concat(pieces, ignore_index=True)
    families = rows.groupby(OUTLETS, sort=True).ngroup().to_numpy().astype(np.int64)
    rows["q"] = across_families(rows["p"].to_numpy(np.float64), families).round(DECIMALS)
    verdicts = np.where(rows["q"] < settings.alpha, "supported", "not supported")
    rows["verdict"] = np.where(rows["q"].isna(), DESCRIPTIVE_ONLY, verdicts)
    return tables.table("paired", rows.to_dict("records"))  # type: ignore[arg-type]


def _tested(own: pd.DataFrame, settings: CompareSettings, rng: np.random.Generator) -> pd.DataFrame:
    """The measures of two outlets."""
    grouped = own.groupby([*OUTLETS, *MEASURE], sort=True)
    rows = grouped.agg(events=("event", "size"), pairs=("pairs", "sum"), difference=("difference", "mean"))
    rows = rows.round({"difference": DECIMALS}).reset_index()
    rows["smallest_p"] = [smallest_p(int(events), settings) for events in rows["events"]]
    blank = np.full(len(rows), np.nan)
    rows = rows.assign(**dict.fromkeys(("low", "high", "p_alone", "p"), blank))
    testable = (rows["smallest_p"] < settings.alpha).to_numpy()
    if not testable.any():
        return rows
    wide = own.pivot_table(index="event", columns=MEASURE, values="difference", sort=True, dropna=False)
    keys = pd.MultiIndex.from_frame(rows.loc[testable, MEASURE])
    differences = wide.sort_index().reindex(columns=keys).dropna(how="all").to_numpy(np.float64)
    found = sign_flip(differences, settings=settings, rng=rng)
    low, high = _t_interval(differences, settings.alpha)
    rows.loc[testable, ["low", "high"]] = np.column_stack([low, high]).round(DECIMALS)
    rows.loc[testable, ["p_alone", "p"]] = np.column_stack([found.alone, found.within_family]).round(DECIMALS)
    return rows


def _t_interval(differences: Floats, alpha: float) -> tuple[Floats, Floats]:
    """Student's interval of each column's mean over the events that it has."""
    from scipy import stats

    counts = np.isfinite(differences).sum(axis=0)
    mean = np.nanmean(differences, axis=0)
    spread = np.nanstd(differences, axis=0, ddof=1) / np.sqrt(counts)
    reach = stats.t.ppf(1 - alpha / 2, counts - 1) * spread
    return mean - reach, mean + reach
