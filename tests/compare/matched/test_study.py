"""The whole matching of six articles, from their tables to the tests over events."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pandas as pd

from analysis import tables
from analysis.compare.matched.study import Matched, match
from analysis.settings import CompareSettings
from tests.compare.matched.six import MATCHES, Six, six


def matched(study: Six) -> Matched:
    """The matching; each paragraph is one sentence of narration, of tone 0.5 in the Gazette and 0 elsewhere."""
    paragraphs = study.paragraphs
    sentences = pd.DataFrame(
        {
            "sentence_id": paragraphs["paragraph_id"] + ".1", "paragraph_id": paragraphs["paragraph_id"],
            "ordinal": 1, "text": paragraphs["plain"], "voice": "narration", "speaker": paragraphs["outlet"],
        }
    )  # fmt: skip
    tones = np.where(paragraphs["outlet"] == "Gazette", 0.5, 0.0)
    return match(
        articles=study.articles,
        paragraphs=paragraphs,
        vectors=study.vectors,
        sentences=sentences,
        quotes=study.quotes,
        names=tables.table("names", ()),
        mentions=tables.table("mentions", ()),
        tone=pd.DataFrame({"sentence_id": sentences["sentence_id"], "tone": tones, "instrument": "vader"}),
        targets=pd.DataFrame({"sentence_id": sentences["sentence_id"], "target": "NATO", "stance": 0.0}),
        settings=CompareSettings(),
        rng=np.random.default_rng(1),
    )


def test_the_matches_of_two_events_are_compared_by_every_measure() -> None:
    found = matched(six())
    pairs = list(zip(found.matches["first_id"], found.matches["second_id"], strict=True))
    assert dict(zip(pairs, found.matches["kind"], strict=True)) == MATCHES
    assert dict(zip(pairs, found.matches["event"], strict=True)) == {
        ("g1:1", "h1:1"): 1, ("g1:2", "h1:2"): 1, ("g2:1", "t1:1"): 2, ("g2:2", "t1:2"): 2,
    }  # fmt: skip
    rows = found.paired_events
    told = rows[["outlet", "other", "measure", "voice", "target", "event", "pairs", "difference"]]
    assert list(told.itertuples(index=False, name=None)) == [
        ("Gazette", other, measure, voice, target, event, 2, difference)
        for other, event in (("Herald", 1), ("Tribune", 2))
        for measure, voice, target, difference in (
            ("narration share", "all", "", 0.0), ("stance", "all", "NATO", 0.0), ("wording tone", "all", "", 0.5),
            ("wording tone", "narration", "", 0.5),
        )
    ]  # fmt: skip
    assert set(found.paired["verdict"]) == {"descriptive only"}
    assert set(found.paired["events"]) == {1}
    assert not found.omissions.empty
    assert found.nearest.empty


def test_where_nothing_matches_what_came_nearest_is_shown_whatever_the_days_between() -> None:
    study = six()
    apart = np.eye(len(study.vectors)) + 0.4 * np.eye(len(study.vectors), k=1) + 0.01
    years = study.articles.assign(
        date=[f"20{number:02d}-01-01" for number in range(10, 10 + len(study.articles))]
    )
    found = matched(replace(study, articles=years, vectors=apart))
    assert found.matches.empty
    assert found.paired.empty
    assert not found.nearest.empty
