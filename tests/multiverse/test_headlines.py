"""The headline contrasts of the bundled study, against its own tables."""

from __future__ import annotations

import shutil
from pathlib import Path

import pandas as pd
import pytest

from analysis import pipeline, store
from analysis.figures import tone_in_topics
from analysis.figures.rows import widest
from analysis.multiverse.headlines import Headlines, headlines
from analysis.multiverse.specification import FEWEST
from analysis.progress import ignore
from analysis.settings import Settings
from analysis.stages import embedded
from tests.conftest import SEEDS

Read = dict[str, pd.DataFrame]


@pytest.fixture(scope="module")
def tables(tmp_path_factory: pytest.TempPathFactory) -> Read:
    """The tables of the bundled study's report, the committed one brought up to date."""
    out = tmp_path_factory.mktemp("report") / "out"
    shutil.copytree(SEEDS.parent / "reports", out)
    pipeline.report(SEEDS, out)
    return {path.stem: store.read_table(out, path.stem) for path in Path(out / "tables").glob("*.parquet")}


@pytest.fixture(scope="module")
def found(tables: Read, bundled: Settings) -> Headlines:
    """Its headline contrasts."""
    return headlines(bundled, tables.__getitem__, lambda texts: embedded(texts, bundled, ignore))


@pytest.mark.slow
def test_the_reference_is_the_difference_that_the_report_shows(tables: Read, found: Headlines) -> None:
    estimates = tables["estimates"]
    estimates = estimates[(estimates["voice"] == "all") & estimates["instrument"].isin(["", "vader"])]
    measures = {"wording tone in topic": "wording tone"}
    checked = 0
    for each in found.contrasts:
        if each.kind == "word":
            row = tables["keyness"].query("voice == 'all' and word == @each.word and outlet == @each.outlet")
            assert each.reference == round(row["log_odds"].iloc[0], 6)
            assert row["rank"].iloc[0] == 1
        else:
            own = estimates[
                (estimates["measure"] == measures.get(each.kind, each.kind)) & (estimates["topic"] == each.topic)
                & (estimates["target"] == each.target) & (estimates["frame"] == each.frame)
                & (estimates["outlet"] == each.outlet)
            ]  # fmt: skip
            assert own["difference"].tolist() == [pytest.approx(each.reference, abs=1e-6)]
        checked += 1
    assert checked >= 10


@pytest.mark.slow
def test_what_the_findings_tell_is_among_the_headlines(tables: Read, found: Headlines) -> None:
    names = {each.name for each in found.contrasts}
    estimates = tables["estimates"]
    shares = estimates[(estimates["measure"] == "topic share") & (estimates["voice"] == "all")]
    apart = widest(shares, "topic", "estimate").sort_values("estimate", kind="stable").iloc[-1]
    assert f"topic share:{apart['topic']}:{apart['outlet']}" in names
    data = tone_in_topics.all_text(tone_in_topics.prepare(estimates, tables["topics"]))
    for end in tone_in_topics.furthest_apart(tone_in_topics.firmly_shared(data)):
        assert f"wording tone in topic:{end['topic']}:{end['outlet']}" in names


@pytest.mark.slow
def test_every_contrast_of_topics_has_two_hundred_specifications_or_more(found: Headlines) -> None:
    for each in found.contrasts:
        if each.topic:
            assert len(found.plans[each.name]) >= FEWEST


@pytest.mark.slow
def test_narration_is_no_choice_for_an_outlet_that_does_not_narrate(found: Headlines) -> None:
    by_outlet = {each.outlet: {chosen.voice for chosen in found.plans[each.name]} for each in found.contrasts}
    assert by_outlet["TASS"] == {"all"}
    assert by_outlet["The Moscow Times"] == {"all", "narration"}
