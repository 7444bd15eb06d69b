"""The section of words: each word leads to a paragraph that has it, and says how far it rests on one article."""

from __future__ import annotations

import pandas as pd
import pytest

from analysis.figures.leading_words import against_all, label, leading
from analysis.report import words
from analysis.report.word_evidence import WordEvidence, pattern
from tests.figures import small
from tests.report.reading import read
from tests.report.studies import ENOUGH, rendered, study

COURIER = "Courier"


@pytest.mark.parametrize(
    ("word", "text", "found"),
    [
        ("russia", "In Russia\N{RIGHT SINGLE QUOTATION MARK}s view", True),
        ("russia", "Russian views", False),
        ("missile defence", "a missile-defence shield", True),
        ("russia allies", "Russia's allies", True),
        ("o'brien", "O\N{RIGHT SINGLE QUOTATION MARK}Brien said", True),
        ("u.s.", "the U.S. view", True),
        ("red line", "a red, line", False),
    ],
)
def test_a_counted_word_is_found_in_running_text(word: str, text: str, found: bool) -> None:
    assert (pattern(word).search(text) is not None) is found


def test_evidence_keeps_to_the_outlet_the_topic_and_the_voice() -> None:
    evidence = WordEvidence(study(small.all_tables()))
    assert evidence.paragraph(small.GAZETTE, "taxes") == "g1:5"
    assert evidence.paragraph(small.HERALD, "ships", topic="0") == "h1:1"
    assert evidence.paragraph(small.GAZETTE, "harbour", topic="1") == ""
    assert evidence.paragraph(small.GAZETTE, "captain", voice="narration") == ""
    assert evidence.found == ["g1:5", "h1:1"]


def test_a_word_inside_a_leading_phrase_gives_way_to_it() -> None:
    rows = small.keyness().query("topic == '' and outlet == 'Gazette'").head(1)
    phrase = rows.assign(word="higher taxes", length=2, rank=2, z=2.0)
    inside = pd.concat([rows.assign(inside="higher taxes"), phrase], ignore_index=True)
    assert leading(inside, 10)["word"].tolist() == ["higher taxes"]
    assert leading(inside, 10)["rank"].tolist() == [1]
    # Where the phrase does not lead itself, the word stays.
    assert leading(inside.head(1), 10)["word"].tolist() == ["taxes"]


def test_a_list_is_of_one_question_only() -> None:
    rows = small.keyness()
    pair = rows.head(1).assign(other=small.HERALD)
    both = pd.concat([rows, pair], ignore_index=True)
    assert set(against_all(both)["topic"]) == set(against_all(both)["other"]) == {""}


def test_a_long_phrase_is_a_label_of_two_lines() -> None:
    assert label("foreign ministry spokesman") == "foreign ministry\nspokesman"
    assert label("taxes") == "taxes"


def test_every_word_of_the_tables_leads_to_its_paragraph() -> None:
    shown = words.words(study(small.all_tables()))
    links = {row.cells[0].text: row.cells[0].href for table in shown.by_outlet for row in table.rows}
    assert links == {"taxes": "#paragraph-g1:5", "bread": "#paragraph-h1:2"}
    assert set(shown.cited) >= {"g1:5", "h1:2"}
    page = read(rendered(small.all_tables()))
    assert {link[1:] for link in page.links if link.startswith("#paragraph")} <= set(page.ids)


def test_within_topics_a_tested_study_lists_what_is_supported() -> None:
    tables = small.all_tables() | {"keyness": small.keyness("supported")}
    tables["keyness"].loc[tables["keyness"]["word"] == "ships", "verdict"] = "not supported"
    within = words.words(study(tables, allowed=ENOUGH)).within_topics
    assert within is not None
    assert [row.cells[2].text for row in within.rows] == ["harbour"]
    tables["keyness"] = tables["keyness"].assign(verdict="not supported")
    unsure = words.words(study(tables, allowed=ENOUGH)).within_topics
    assert unsure is not None
    assert [row.cells[2].text for row in unsure.rows] == ["harbour", "ships"]


def test_words_within_a_topic_stand_side_by_side() -> None:
    within = words.words(study(small.all_tables())).within_topics
    assert within is not None
    cells = [[cell.text for cell in row.cells] for row in within.rows]
    assert cells == [
        ["Harbour, Ships", "Gazette", "harbour", "4", "40.0", "20.0", "2", "50%"],
        ["Harbour, Ships", "Herald", "ships", "2", "20.0", "15.0", "1", "100%"],
    ]
    assert [row.cells[0].is_repeat for row in within.rows] == [False, True]


def _paired(verdict: str) -> dict[str, pd.DataFrame]:
    """The small study with a pair in which two words differ, the second more surely."""
    tables = small.all_tables()
    first = (
        small.keyness(verdict)
        .query("topic == '' and outlet == 'Gazette'")
        .head(1)
        .assign(other="Herald", rank=2)
    )
    second = first.assign(word="bread", z=4.0, count=3, rank=1)
    tables["keyness"] = pd.concat([small.keyness(verdict), first, second], ignore_index=True)
    return tables


def test_pairs_of_a_tested_study_list_what_is_supported_the_surest_first() -> None:
    tables = _paired("supported")
    last = tables["keyness"].index[-2]
    shown = words.words(study(tables, allowed=ENOUGH)).pairs
    assert shown is not None
    assert [row.cells[2].text for row in shown.rows] == ["bread", "taxes"]
    assert shown.rows[0].cells[-1].text == "supported"
    assert shown.rows[0].cells[-1].note == "corrected p = 0.020"
    tables["keyness"].loc[last, "verdict"] = "not supported"
    fewer = words.words(study(tables, allowed=ENOUGH)).pairs
    assert fewer is not None
    assert [row.cells[2].text for row in fewer.rows] == ["bread"]


def test_pairs_of_a_described_study_have_no_verdict() -> None:
    shown = words.words(study(_paired("descriptive only"))).pairs
    assert shown is not None
    assert "Difference" not in [heading.text for heading in shown.headings]
    assert [row.cells[2].text for row in shown.rows] == ["bread", "taxes"]


def test_a_word_that_was_not_tested_says_in_how_few_articles_it_stands() -> None:
    shown = words.words(study(small.all_tables(), allowed=ENOUGH)).by_outlet[0]
    assert shown.rows[0].cells[-1].text == "not tested"
    assert shown.rows[0].cells[-1].note == "only 2 articles with it"


def test_the_check_is_told_in_counts() -> None:
    told = words.check_sentence(study(small.all_tables(), allowed=ENOUGH))
    assert "in 3 of these draws (3%)" in told
    assert "two halves at random, 100 times" in told
    assert told.endswith("did so in 99 of 100.")
    none = small.all_tables() | {"words_check": small.words_check().iloc[:0]}
    assert words.check_sentence(study(none, allowed=ENOUGH)) == ""


def test_where_nothing_is_tested_the_words_are_said_to_be_ranked_only() -> None:
    told = words.check_sentence(study(small.all_tables()))
    assert told == "These articles are too few for a test, so the words are ranked and no more."


def test_words_of_narration_leave_out_outlets_with_too_little_of_it() -> None:
    tables = small.all_tables()
    own = small.keyness().query("topic == '' and count > 1")
    tables["keyness"] = pd.concat([small.keyness(), own.assign(voice="narration")], ignore_index=True)
    shown = words.words(study(tables)).narration
    assert shown is not None
    assert {row.cells[0].text for row in shown.rows} == {"Gazette"}


def test_an_outlet_with_under_100_words_on_a_topic_has_no_words_within_it() -> None:
    tables = small.all_tables()
    tables["keyness"].loc[tables["keyness"]["word"] == "ships", "rate_per_1000"] = 20.5
    shown = words.words(study(tables)).within_topics
    assert shown is not None
    assert [row.cells[2].text for row in shown.rows] == ["harbour"]


def test_without_words_there_is_nothing_to_show() -> None:
    shown = words.words(study(small.all_tables() | {"keyness": small.keyness().iloc[:0]}))
    assert shown.listings == ()
    assert shown.cited == ()
