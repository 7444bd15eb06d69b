"""What the page says of articles left out and of labels that mean nothing."""

from __future__ import annotations

import dataclasses
import math

import pandas as pd
import pytest

from analysis.report import robustness, self_audit
from analysis.report.findings import findings
from analysis.report.leave_one_out_notes import Contrast, contrast_row, points_apart, single_article_note
from analysis.report.listing import Listing
from tests.figures import left_out, small
from tests.figures.small import GAZETTE, HERALD
from tests.report.reading import read
from tests.report.studies import ENOUGH, rendered, study


def _cells(listing: Listing | None) -> list[list[str]]:
    """The texts of a listing."""
    assert listing is not None
    return [[cell.text for cell in row.cells] for row in listing.rows]


def test_a_note_names_the_article_that_moves_a_difference_most() -> None:
    made = study(small.all_tables())
    held = single_article_note(made, Contrast("topic share", GAZETTE, "1"), points_apart)
    assert held == (
        "Against all other outlets together Gazette differs by +50 percentage points; without Gazette 2011 it would "
        "be +100 percentage points; no single article turns it round."
    )
    turned = single_article_note(made, Contrast("wording tone", GAZETTE, instrument="vader"))
    assert turned == (
        "Against all other outlets together Gazette differs by \u22120.25; without Gazette 2011 it would be +0.10; "
        "one of 2 articles turns it round or ends it when left out."
    )
    assert single_article_note(made, Contrast("topic share", HERALD, "2"), points_apart) == "", (
        "rests on one article"
    )


@pytest.mark.parametrize(
    "contrast",
    [
        Contrast("stance", GAZETTE),
        Contrast("stance", HERALD),
        Contrast("wording tone", GAZETTE, topic="0", instrument="vader"),
        Contrast("frame", GAZETTE),
    ],
)
def test_where_there_is_nothing_to_say_there_is_no_note(contrast: Contrast) -> None:
    assert single_article_note(study(small.all_tables()), contrast) == ""
    assert single_article_note(study(small.all_tables() | {"leave_one_out": pd.DataFrame()}), contrast) == ""


def test_within_strata_there_is_no_note_since_articles_are_left_out_over_all() -> None:
    given = study(small.all_tables())
    strata = dataclasses.replace(given.settings.compare, strata=("genre",))
    within = dataclasses.replace(given, settings=dataclasses.replace(given.settings, compare=strata))
    moved = Contrast("topic share", GAZETTE, "1")
    assert contrast_row(given, moved) is not None
    assert contrast_row(within, moved) is None
    assert "in turn, over all articles and not within strata. Of" in robustness.contrasts_sentence(within)


def test_the_findings_carry_the_notes_in_their_limits() -> None:
    limits = {finding.finding_id: finding.limit for finding in findings(study(small.all_tables()))}
    assert limits["finding-attention"] == "One article of Herald.", "the difference rests on that article"
    assert "turns it round or ends it when left out" in limits["finding-tone"]
    without = small.all_tables() | {"leave_one_out": pd.DataFrame()}
    assert all("Against all other" not in finding.limit for finding in findings(study(without)))


def test_the_sentence_counts_the_contrasts_by_how_they_stand() -> None:
    told = robustness.contrasts_sentence(study(small.all_tables()))
    assert "Of 7 such differences, in all text" in told
    assert "2 keep their sign" in told
    assert "2 turn round or vanish" in told
    assert "2 rest on one article" in told
    assert "in 1 there is no difference to begin with" in told
    assert "a test supports" not in told


def test_where_differences_are_tested_the_sentence_says_how_many_of_the_supported_ones_hold() -> None:
    tables = small.all_tables() | {"estimates": small.estimates("supported").assign(target="", frame="")}
    told = robustness.contrasts_sentence(study(tables, allowed=ENOUGH))
    assert "that a test supports 2 keep their sign" in told


def test_the_widest_shares_come_first_and_then_tone_by_the_first_instrument() -> None:
    rows = _cells(robustness.contrast_listing(study(small.all_tables())))
    assert [row[0] for row in rows] == [
        "share of “Bread”", "share of “Taxes”", "share of “Harbour, Ships”", "tone, VADER", "tone, VADER",
    ]  # fmt: skip
    assert rows[3][1:] == [
        GAZETTE,
        "\u22120.25",
        "\u22120.42 to +0.10",
        "1 of 2",
        "Gazette 2011",
        "turns round or vanishes",
    ]
    assert rows[0][-1] == "rests on one article"
    listing = robustness.contrast_listing(study(small.all_tables()))
    assert listing is not None
    assert listing.rows[3].cells[5].note == "then +0.10"
    assert rows[0][2:4] == ["\u221275 points", "\u221275 to \u221275"]


def test_only_contrasts_that_one_article_turns_are_called_fragile() -> None:
    rows = _cells(robustness.fragile_listing(study(small.all_tables())))
    assert [row[0] for row in rows] == ["share of “Harbour, Ships”"] * 2 + ["tone, VADER"] * 2
    steady = left_out.leave_one_out().query("standing != 'turns'")
    assert robustness.fragile_listing(study(small.all_tables() | {"leave_one_out": steady})) is None


def test_the_topics_that_hang_on_an_article_are_named_with_it() -> None:
    made = study(small.all_tables())
    rows = {row[0]: row[1:] for row in _cells(robustness.topic_listing(made))}
    # The columns after the topic: paragraphs, least overlap, without which, not found without, too little left without.
    assert rows["Taxes"] == ["9", "25%", "Gazette", "Gazette", "–"]
    assert rows["Bread"] == ["9", "100%", "Gazette 2011", "–", "Herald 2014"]
    assert rows["Harbour, Ships"] == ["9", "60%", "Herald 2014", "–", "Gazette"]
    told = robustness.topics_sentence(made)
    assert "without each article (3). Of 3 topics 2 are found again whichever is left out" in told
    assert "remain to be a topic (three). One topic lies in one article alone." in told
    assert "without Gazette: an agreement of 0.40" in told
    assert "2 topics instead of 3" in told


def test_what_was_not_measured_is_not_told() -> None:
    bare = study({**small.all_tables(), "topics_without_article": pd.DataFrame(), "leave_one_out": pd.DataFrame(),
                  "leave_one_out_words": pd.DataFrame(), "self_audit": pd.DataFrame()})  # fmt: skip
    assert robustness.topics_sentence(bare) == robustness.contrasts_sentence(bare) == ""
    assert robustness.topic_listing(bare) is robustness.contrast_listing(bare) is None
    assert robustness.leading_words_listing(bare) is self_audit.audit_listing(bare) is None
    assert self_audit.audit_sentences(bare) == []


def test_leading_words_are_told_with_what_takes_them_away() -> None:
    rows = _cells(robustness.leading_words_listing(study(small.all_tables())))
    assert [row[1] for row in rows] == ["taxes", "ships", "bread", "life"]
    assert [row[-1] for row in rows] == [
        "holds",
        "rests on one article",
        "turns round or vanishes",
        "drops out",
    ]
    assert rows[2][3] == "1 of 2"


def test_a_study_that_tests_nothing_says_that_it_claims_nothing_by_design() -> None:
    told = " ".join(self_audit.audit_sentences(study(small.all_tables())))
    assert "in all 3 ways there are" in told
    assert "This study tests nothing" in told
    assert "by design" in told
    assert "would have called a difference in 3 of 3 dealings: " in told
    assert "(Bonferroni's correction) it would in 2 of 3." in told
    assert "All but the true one say nothing about the outlets" in told
    assert "Warning" not in told
    listing = self_audit.audit_listing(study(small.all_tables()))
    assert listing is not None
    assert [heading.text for heading in listing.headings] == [
        "Tests of",
        "One by one",
        "One by one, corrected",
    ]


def test_families_of_tests_are_called_what_readers_call_them() -> None:
    assert self_audit.family_title("frame, all") == "frames, all text"
    assert self_audit.family_title("topic share, narration: all outlets, pairs") == (
        "shares of topics, narration: all outlets at once, then pairs"
    )
    assert self_audit.family_title("anywhere") == "anywhere"


def test_a_rate_that_is_surely_above_its_level_is_warned_of() -> None:
    loud = small.all_tables() | {"self_audit": left_out.self_audit(tested=True, every=False)}
    told = " ".join(self_audit.audit_sentences(study(loud, allowed=ENOUGH)))
    assert "9 of 40 (23%; 13% to 33% are compatible with that)" in told
    assert "Warning: the rate is above the promised 5%" in told
    assert "where 5% is the level of all its tests together" in told
    every = loud | {
        "self_audit": left_out.self_audit(tested=True, every=False).assign(low=math.nan, high=math.nan)
    }
    assert "compatible" not in " ".join(self_audit.audit_sentences(study(every, allowed=ENOUGH)))
    quiet = loud | {"self_audit": left_out.self_audit(tested=True, every=False).assign(low=0.01)}
    assert "Warning" not in " ".join(self_audit.audit_sentences(study(quiet, allowed=ENOUGH)))


def test_the_sections_of_a_descriptive_study_speak_of_no_p_and_no_significance() -> None:
    page = read(rendered(small.all_tables()))
    told = page.prose[page.prose.rindex("What holds when an article") :]
    for word in ("significan", "p =", "p-value", "interval"):
        assert word not in told[: told.index("Every character of a source file")], word
