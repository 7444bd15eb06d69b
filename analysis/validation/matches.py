"""Whether paragraphs that are matched report the same event, and the same fact (BASIL)."""

from __future__ import annotations

import dataclasses
import math
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
import pandas as pd

from analysis.compare.matched.matches import DAYS, candidates, matched
from analysis.compare.matched.score import INTERCEPT, MEASURES, NAME, OVERLAP, SIMILARITY, VERSION
from analysis.framing.agreement import result
from analysis.framing.card import Card, Result
from analysis.settings import Settings, StudySettings
from analysis.stages import embedded
from analysis.validation import basil, labelled_pairs, running_story
from analysis.validation.event_reports import CALIBRATION, EVALUATION, EventReports, read

if TYPE_CHECKING:
    from collections.abc import Iterator

    import numpy.typing as npt

    from analysis.compare.matched.reading import Reading
    from analysis.progress import Progress

WINDOWS = {
    f"articles at most {DAYS:g} days apart": DAYS,
    "at most 30 days apart": 30.0,
    "whatever the dates": math.inf,
}
SAME_EVENT = "same event"
SPLIT = (
    "half of the 60 events, by a hash of the event's id; the weights and the threshold come from the other half, of "
    "which 112 candidate pairs were labelled"
)
NOTES = (
    (
        "Candidates are mutual nearest neighbours between two outlets, among all articles of all 30 events. “Same "
        "event”: the two articles are BASIL's reports of one event."
    ),
    (
        "“Same fact or quotation”: labelled by one reader, who saw the two paragraphs without score or event, in "
        "shuffled order; matches and candidates below the threshold, drawn at random within bands. The over-all "
        "figure weighs the bands by their size. With one reader there is no measure of how far readers agree."
    ),
    (
        "A pair of paragraphs that are not each other's nearest is never a candidate and was never labelled, so how "
        "many same facts are missed altogether is not known."
    ),
    (
        "Intervals of a band are Wilson's; those of a share of 1 are Wilson's over events; the others resample events."
    ),
)


def validate(data: Path, *, progress: Progress) -> Card:
    """How right matches are on the half of BASIL's events that nothing was chosen on.

    Args:
        data: the folder of all sets, or of BASIL.
        progress: shows how far it is.

    Raises:
        ArticleError: the set is missing or broken.
    """
    reports = read(data)
    vectors = _embedded(reports.paragraphs["plain"].tolist(), progress)
    reading = reports.reading(EVALUATION)
    own = _of(reports, reading, vectors)
    events = reports.articles.set_index("article_id")["event"]
    rows = labelled_pairs.labelled(candidates(reading, own), EVALUATION)
    results = [
        *labelled_pairs.precision(rows, events),
        *running_story.precision(data, lambda texts: _embedded(texts, progress)),
        labelled_pairs.found(rows, events),
        *_same_event(reading, own, events),
    ]
    return Card(
        instrument=NAME,
        version=VERSION,
        measures=MEASURES,
        data="BASIL",
        source=f"{basil.SOURCE}, github.com/launchnlp/BASIL; open half: 60 events, three outlets each",
        licence="no licence file; texts remain their publishers'",
        split=SPLIT,
        resampled="events",
        results=tuple(results),
        notes=(*NOTES, running_story.NOTE, _near_others(reports), _weights(reports, vectors)),
    )


def _embedded(texts: list[str], progress: Progress) -> npt.NDArray[np.float64]:
    """The vectors of texts from the bundled encoder, in their order."""
    settings = Settings(Path(), StudySettings(title=basil.SOURCE), outlets=(), articles=())
    with progress.stage("Embedding paragraphs") as step:
        return np.asarray(embedded(texts, settings, step), dtype=np.float64)


def _of(reports: EventReports, reading: Reading, vectors: npt.NDArray[np.float64]) -> npt.NDArray[np.float64]:
    """The vectors of one half, in the order of its paragraphs."""
    rows = pd.Series(range(len(reports.paragraphs)), index=reports.paragraphs["paragraph_id"])
    own: npt.NDArray[np.float64] = vectors[rows[reading.paragraphs["paragraph_id"]].to_numpy()]
    return own


def _weights(reports: EventReports, vectors: npt.NDArray[np.float64]) -> str:
    """The weights that the labels of the calibration half give, beside those in use."""
    reading = reports.reading(CALIBRATION)
    rows = labelled_pairs.labelled(candidates(reading, _of(reports, reading, vectors)), CALIBRATION)
    fitted = labelled_pairs.fit(rows)
    return (
        f"Weights fitted to {len(rows)} labelled pairs of the calibration half: intercept {fitted[0]:.2f}, similarity "
        f"{fitted[1]:.2f}, words in common {fitted[2]:.2f}; in use are {INTERCEPT}, {SIMILARITY} and {OVERLAP}."
    )


def _near_others(reports: EventReports) -> str:
    """How hard the test is: how many pairs of articles about different events lie within the window."""
    own = reports.articles[reports.articles["half"] == EVALUATION]
    both = own.assign(day=pd.to_datetime(own["date"])).merge(
        own.assign(day=pd.to_datetime(own["date"])), how="cross"
    )
    both = both[(both["outlet_x"] < both["outlet_y"]) & (both["event_x"] != both["event_y"])]
    gaps = (both["day_x"] - both["day_y"]).dt.days.abs()
    near = " and ".join(f"{int((gaps <= days).sum())} within {days:g} days" for days in (DAYS, 30.0))
    return (
        f"Of the {len(both):,} pairs of articles of two outlets about different events, {near} of one another: BASIL's "
        "events are spread over ten years, so that few other stories are near in time. "
        "The running story shows what that hides."
    )


def _same_event(
    reading: Reading, vectors: npt.NDArray[np.float64], events: pd.Series[str]
) -> Iterator[Result]:
    """How often matches are of one event, and how many of the event's pairs of articles have one, by window."""
    yield _floor(reading, events)
    articles = reading.paragraphs[["article_id", "outlet", "day"]].drop_duplicates("article_id")
    known = _article_pairs(articles.assign(event=articles["article_id"].map(events)))
    for part, days in WINDOWS.items():
        pairs = candidates(reading, vectors, days=days)
        own = pairs[matched(pairs)]
        first, second = own["first_article"].map(events), own["second_article"].map(events)
        yield _share(SAME_EVENT, part, first == second, first)
        sizes = own.groupby(["first_article", "second_article"]).size()
        counts = known["pair"].map(lambda pair, sizes=sizes: sizes.get(pair, 0))
        yield _share("same-event article pairs with a match", part, counts >= 1, known["event"])
        yield _share("same-event article pairs with two or more", part, counts >= 2, known["event"])  # noqa: PLR2004
        numbers = first[first == second].value_counts().reindex(known["event"].unique(), fill_value=0)
        yield _mean("matches per event", part, numbers)


def _floor(reading: Reading, events: pd.Series[str]) -> Result:
    """The chance that two paragraphs of different outlets, drawn at random, are of one event."""
    own = reading.paragraphs.assign(event=reading.paragraphs["article_id"].map(events))
    outlet = pd.crosstab(own["event"], own["outlet"]).to_numpy(np.float64)
    within = (outlet.sum(axis=1) ** 2 - (outlet**2).sum(axis=1)).sum()
    total = outlet.sum() ** 2 - (outlet.sum(axis=0) ** 2).sum()
    return Result(
        SAME_EVENT, "two paragraphs at random", within / total, math.nan, math.nan, len(own), len(outlet)
    )


def _article_pairs(articles: pd.DataFrame) -> pd.DataFrame:
    """Every pair of articles of different outlets that report one event, as `pair` and `event`."""
    both = articles.merge(articles, on="event")
    both = both[both["outlet_x"] < both["outlet_y"]]
    return both.assign(
        pair=pd.Series(zip(both["article_id_x"], both["article_id_y"], strict=True), index=both.index)
    )


def _share(metric: str, part: str, hits: pd.Series[bool], groups: pd.Series[str]) -> Result:
    """A share with its interval over events; Wilson's where it is 1, since draws of nothing else do not vary."""
    values = hits.to_numpy(np.float64)
    share = result(metric, part, lambda at: float(values[at].mean()), groups.tolist())
    if share.value < 1:
        return share
    low, high = labelled_pairs.wilson(share.groups, share.groups)
    return dataclasses.replace(share, low=low, high=high)


def _mean(metric: str, part: str, numbers: pd.Series[int]) -> Result:
    """The mean of a number that each event has, by which it is indexed."""
    values = numbers.to_numpy(np.float64)
    return result(metric, part, lambda at: float(values[at].mean()), numbers.index.tolist())
