"""What may be said: in sentences and listings, for a study that is tested and for one that is not."""

from __future__ import annotations

import dataclasses
import math

import pandas as pd
import pytest

from analysis.compare.gate import gate
from analysis.compare.simulated import simulated
from analysis.report import inference, inference_tables, limits
from analysis.report.study import Study
from analysis.report.verdicts import probability, verdict_cell
from analysis.settings import CompareSettings
from tests.figures import small
from tests.report.reading import read
from tests.report.studies import ENOUGH, rendered, study


def _tested(verdict: str = "supported") -> Study:
    tables = small.all_tables() | {
        "estimates": small.estimates(verdict),
        "estimands": small.estimands(verdict),
    }
    return study(tables, allowed=ENOUGH)


def test_the_sentence_of_power_names_the_difference_in_the_middle_and_its_articles() -> None:
    assert inference.power_sentence(_tested()) == (
        "To show a true difference of 10% against 50% of the paragraphs in a topic in four studies of five, it would "
        "take about 8 articles of each outlet, if articles are as long and as much of one piece as these."
    )
    assumed = inference.power_sentence(
        study(small.all_tables() | {"power": small.power().assign(assumed=True)})
    )
    assert "as alike as is assumed (intraclass correlation 0.20)" in assumed
    never = small.power().assign(enough=False)
    assert "more than 8 articles of each outlet" in inference.power_sentence(
        study(small.all_tables() | {"power": never})
    )
    assert inference.power_sentence(study({**small.all_tables(), "power": pd.DataFrame()})) == ""


def test_a_design_that_only_describes_says_how_many_articles_would_settle_it_on_the_first_screen() -> None:
    page = read(rendered(small.all_tables()))
    assert page.prose.count("it would take about 8 articles of each outlet") == 1
    assert page.prose.count("To show 10% against 50% in a topic would take about 8 articles of each.") == 1
    none = study({**small.all_tables(), "power": pd.DataFrame()})
    assert inference.power_in_short(none) == ""


def test_other_weighing_is_told_with_how_many_signs_and_verdicts_it_turns() -> None:
    told = inference.estimand_sentence(_tested())
    assert "every paragraph or sentence counts the same, so that long articles weigh more" in told
    assert "of 6 differences of an outlet from the others" in told
    assert "one would change sign, and no verdicts would be another" in told
    assert "verdict" not in inference.estimand_sentence(study(small.all_tables()))


def test_verdicts_are_counted_where_something_is_tested() -> None:
    # Of two outlets each difference stands twice in the table, with either sign, and is one.
    assert inference.verdicts_sentence(_tested()).startswith("Of 12 differences")
    assert inference.verdicts_sentence(study(small.all_tables())) == ""


def test_strata_are_named_where_there_are_some() -> None:
    compare = dataclasses.replace(small.SETTINGS.compare, strata=("genre", "month"))
    own = dataclasses.replace(_tested(), settings=dataclasses.replace(small.SETTINGS, compare=compare))
    assert "within the same genre and the same month" in inference.strata_sentence(own)
    assert inference.strata_sentence(_tested()) == ""


def test_pairs_are_listed_where_they_differ() -> None:
    listing = inference_tables.pair_listing(_tested())
    assert listing is not None
    (row,) = listing.rows
    without = _tested().table("contrasts").assign(low=math.nan, high=math.nan)
    bare = inference_tables.pair_listing(study({**small.all_tables(), "contrasts": without}, allowed=ENOUGH))
    assert bare is not None
    assert bare.rows[0].cells[5].text == "–"
    assert [cell.text for cell in row.cells][2:] == [
        "Gazette",
        "Herald",
        "+12 points",
        "−10 to +30 points",
        "= 0.030",
    ]
    assert inference_tables.pair_listing(study(small.all_tables())) is None
    same = {**small.all_tables(), "contrasts": small.contrasts("not supported")}
    assert inference_tables.pair_listing(study(same, allowed=ENOUGH)) is None


def test_all_outlets_at_once_come_before_pairs() -> None:
    assert inference.omnibus_sentence(_tested()) == (
        "Before any two outlets are compared, all are at once: in the one measure they differ. Only where all differ "
        "are pairs called, 1 of 1."
    )


def test_simulated_corpora_are_told_for_a_study_that_is_tested_only() -> None:
    told = inference.simulated_sentence(_tested())
    assert "held the truth in 94.1 to 95.5% of corpora" in told
    assert "called a difference where there is none in 4.8 to 4.8%" in told
    tables = small.all_tables() | {"estimates": small.estimates("supported")}
    assert "Does the engine keep its word?" in read(rendered(tables, allowed=ENOUGH)).prose
    assert "Does the engine keep its word?" not in read(rendered(small.all_tables())).prose


def test_the_kept_figures_of_the_engine_can_be_told() -> None:
    told = inference.simulated_sentence(study(small.all_tables() | {"simulated": simulated()}))
    assert "over 13 populations" in told
    assert "less than a tenth of its paragraphs, ten articles are few" in told


def test_what_clustering_leaves_has_a_row_for_each_outlet_with_several_articles_where_something_is_tested() -> (
    None
):
    listing = inference_tables.clustering_listing(_tested())
    assert listing is not None
    rows = {
        (row.cells[0].text, row.cells[1].text): [cell.text for cell in row.cells[2:]] for row in listing.rows
    }
    assert rows["Gazette", "Topic share"] == ["2", "6", "0.20", "1.5", "4"]
    assert {outlet for outlet, _ in rows} == {"Gazette"}, "one article says nothing of how alike articles are"
    assert inference_tables.clustering_listing(study(small.all_tables())) is None


@pytest.mark.parametrize(("p", "written"), [(0.0004, "< 0.001"), (0.001, "= 0.001"), (0.0312, "= 0.031")])
def test_small_probabilities_are_not_written_as_none(p: float, written: str) -> None:
    assert probability(p) == written


def test_a_verdict_carries_its_difference_interval_and_p() -> None:
    own = _tested()
    found = own.table("estimates").query("measure == 'wording tone' and topic == ''").head(1)
    (cell,) = verdict_cell(own, found)
    assert cell.text == "supported"
    assert cell.note == "+0.05 (−0.05 to +0.15), corrected p = 0.100"
    assert verdict_cell(study(small.all_tables()), found) == []
    assert verdict_cell(own, found.head(0))[0].text == "not estimable"


def test_the_table_of_the_design_says_how_often_chance_gives_the_sharpest_difference() -> None:
    made = pd.DataFrame({
        "comparison": ["all outlets", "many"], "assignments": [20.0, 1e30], "smallest_p": [0.1, 1e-30],
        "verdict": ["descriptive only", "descriptive only"],
    })  # fmt: skip
    listing = limits.design_listing(study({**small.all_tables(), "design": made}))
    assert listing is not None
    assert [[cell.text for cell in row.cells[1:]] for row in listing.rows] == [
        ["20", "10%"],
        ["1.0e+30", "under 0.1%"],
    ]
    varied = made.assign(verdict=["descriptive only", "test"])
    listing = limits.design_listing(study({**small.all_tables(), "design": varied}))
    assert listing is not None
    assert listing.headings[-1].text == "verdict"


def test_the_first_screen_gives_the_reason_why_a_single_article_is_not_tested() -> None:
    allowed = gate({small.GAZETTE: 30, small.HERALD: 1}, CompareSettings())
    prose = read(rendered(small.all_tables(), allowed=allowed)).prose
    assert "a single article cannot be told from its outlet" in prose
    assert "so nothing is tested" not in prose


def test_only_inferred_dates_are_inferred_from_something() -> None:
    tables = small.all_tables()
    sources = ["text", "inferred: the order", "text"]
    tables["articles"] = tables["articles"].assign(date=["", "2020-01-01", "2020-01-02"], date_source=sources)
    told = " ".join(limits.limit_sentences(study(tables)))
    inferred = "The date of 1 article is inferred (the table of articles says from what)"
    assert f"{inferred} and 1 article has no date." in told
