"""The section of matched paragraphs: what is marked, what is told, and what is left unsaid."""

from __future__ import annotations

import pandas as pd
import pytest

from analysis.report.event_tables import omission_listing, paired_listing
from analysis.report.findings import findings
from analysis.report.marking import Piece, common, lacking
from analysis.report.matched import chosen_pairs, matched_pairs, nearest_pairs
from analysis.report.matching_told import checked, told
from tests.figures import small
from tests.report.reading import read
from tests.report.studies import rendered, study


def without(*names: str) -> dict[str, pd.DataFrame]:
    """The small study without some tables."""
    return {name: table for name, table in small.all_tables().items() if name not in names}


def unmatched() -> dict[str, pd.DataFrame]:
    """The small study with nothing matched."""
    near = small.matches().assign(event=0, kind="report")
    return without("matches", "omissions", "paired", "paired_events") | {"nearest": near}


def card_tables() -> dict[str, pd.DataFrame]:
    """The small study with the validity card of the matching."""
    figures = (
        ("same fact or quotation", "all", 0.875, 0.75, 0.95, 80),
        ("recall of labelled pairs", "mutual nearest neighbours", 0.6, 0.5, 0.7, 90),
        ("same event", "two paragraphs at random", 0.04, 0.0, 0.1, 1000),
        ("same event", "articles at most 3 days apart", 1.0, 0.9, 1.0, 160),
    )
    rows = [
        {"card": "m", "instrument": "matched paragraphs", "metric": metric, "part": part, "value": value,
         "low": low, "high": high, "n": n, "groups": 30, "holds": True}
        for metric, part, value, low, high, n in figures
    ]  # fmt: skip
    card = (
        small.cards()
        .iloc[:1]
        .assign(card="m", instrument="matched paragraphs", version="1", data="BASIL", standing="current")
    )
    return small.all_tables() | {"cards": card, "validity": pd.DataFrame(rows)}


def test_words_that_the_other_lacks_are_marked_wherever_the_others_stand() -> None:
    assert lacking("Fire destroyed the old market.", "The market, destroyed by flames") == (
        Piece("Fire", True), Piece(" destroyed the ", False), Piece("old", True), Piece(" market.", False),
    )  # fmt: skip


def test_neighbouring_lacking_words_are_one_mark_and_capitals_play_no_part() -> None:
    assert lacking("It’s NATO, not Moscow", "it's nato") == (
        Piece("It’s NATO, ", False),
        Piece("not Moscow", True),
    )


def test_of_two_texts_about_one_subject_the_common_content_is_marked() -> None:
    assert common("The alliance gave a warning", "A warning of the Alliance") == (
        Piece("The ", False), Piece("alliance", True), Piece(" gave a ", False), Piece("warning", True),
    )  # fmt: skip


@pytest.mark.parametrize("text", ["", "…", "One.", "“A—b” 3,5 c’s"])
def test_the_pieces_are_the_text(text: str) -> None:
    assert "".join(piece.text for piece in lacking(text, "a b")) == text
    assert "".join(piece.text for piece in common(text, "a b")) == text


def test_the_most_differently_worded_facts_come_first_then_quotations_and_no_copies() -> None:
    rows = small.matches()
    more = pd.concat([rows, rows.iloc[:1].assign(first_id="g2:2", first_article="g2", overlap=0.4)])
    chosen = chosen_pairs(more)
    assert chosen[["first_id", "kind"]].to_numpy().tolist() == [
        ["g2:2", "report"], ["g1:2", "report"], ["g1:3", "quotation"],
    ]  # fmt: skip


def test_a_pair_says_what_speaks_for_it() -> None:
    pairs = matched_pairs(study(small.all_tables()))
    assert pairs.shown[0].title == "Likely the same fact"
    assert pairs.shown[0].evidence == (
        "likeness of meaning 0.81 (1: the same), 62% of the shorter one's content words in "
        "common, published 2 days apart, both name Ann Baker"
    )
    assert pairs.left_out == 1
    assert pairs.cited == ("g1:2", "h1:1", "g1:3", "h1:2")


def test_the_matches_are_counted_and_unknown_dates_said() -> None:
    text = told(study(small.all_tables()))
    assert text.startswith(
        "3 pairs of paragraphs of two outlets match: 1 reports the same fact in other words, 1 prints"
    )
    assert "1 event, with 2 articles" in text
    assert "In 1 pair a date is unknown" in text


def test_where_nothing_matches_the_reason_is_the_time_between_the_articles() -> None:
    tables = unmatched()
    assert "Articles" in told(study(tables)) or "Only articles" in told(study(tables))
    tables["articles"] = tables["articles"].assign(date=["2011-03-04", "2011-03-05", "2011-03-14"])
    assert "appeared 9 days apart" in told(study(tables))
    tables["articles"] = tables["articles"].assign(date=["2011-03-04", "2011-03-05", "2011-03-08"])
    assert "was not examined" not in told(study(tables))


def test_what_came_nearest_is_shown_as_no_match() -> None:
    tables = unmatched()
    shown = nearest_pairs(study(tables)).shown
    assert {pair.title for pair in shown} == {"Alike in wording, not matched"}
    page = read(rendered(tables))
    assert "They need not speak of the same thing" in page.prose
    assert "Side by side" not in page.prose


def test_the_check_is_quoted_with_its_intervals() -> None:
    text = checked(study(card_tables()))
    assert "One reader labelled 80 matches" in text
    assert "88% (95% interval 75% to 95%)" in text
    assert "about one in eight does not" in text
    assert "60% (95% interval 50% to 70%) are found" in text
    assert "All 160 matches found there join articles on the same event" in text
    assert "of two paragraphs at random 4% do" in text


def test_without_a_card_for_the_encoder_no_figure_is_quoted() -> None:
    assert "has not been measured" in checked(study(small.all_tables()))


def test_an_outlet_s_row_says_what_it_has_alone_and_leads_there() -> None:
    listed = omission_listing(study(small.all_tables()))
    assert listed is not None
    gazette, herald = ([cell.text for cell in row.cells[1:]] for row in listed.rows)
    assert gazette == ["Gazette", "2", "1", "The Captain", "–"]
    assert herald == ["Herald", "2", "0", "–", "Ida Quill"]
    assert listed.rows[0].cells[3].href == "#paragraph-g1:6"
    assert listed.rows[0].cells[0].text == "Headline of g1, 4 March 2011"


def test_too_few_events_are_listed_without_a_test() -> None:
    listed = paired_listing(study(small.all_tables()))
    assert listed is not None
    cells = [cell.text for cell in listed.rows[0].cells]
    assert cells == [
        "Wording tone, all text",
        "Gazette less Herald",
        "−0.20",
        "3",
        "12",
        "too few events to test",
    ]


def test_a_tested_difference_is_listed_with_interval_and_corrected_p() -> None:
    tables = small.all_tables()
    tables["paired"] = tables["paired"].assign(
        low=-0.4, high=-0.1, p=0.01, q=0.02, verdict="supported", events=8
    )
    listed = paired_listing(study(tables))
    assert listed is not None
    assert listed.rows[0].cells[-1].text == "supported"
    assert listed.rows[0].cells[-1].note == "−0.40 to −0.10, corrected p = 0.020"


def test_the_finding_is_the_pair_furthest_apart_in_tone() -> None:
    found = {finding.finding_id: finding for finding in findings(study(small.all_tables()))}[
        "finding-matched"
    ]
    assert "Gazette and Herald seem to report the same fact" in found.text
    assert "−0.20 in the one and +0.60 in the other" in found.text
    assert found.cited == ("g1:2", "h1:1")


def test_without_matches_there_is_no_such_finding() -> None:
    assert "finding-matched" not in {finding.finding_id for finding in findings(study(unmatched()))}


def test_the_section_marks_words_in_the_page() -> None:
    page = read(rendered(small.all_tables()))
    assert page.all("mark")
    assert "Side by side" in page.prose


def test_a_single_outlet_has_nothing_to_match() -> None:
    tables = unmatched()
    tables["articles"] = tables["articles"].assign(outlet="Gazette")
    assert told(study(tables)) == "One outlet alone has nothing to be matched with."
