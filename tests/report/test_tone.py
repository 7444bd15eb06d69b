"""The listings of tone: every word list, every voice, and the sentences behind."""

from __future__ import annotations

import pandas as pd
import pytest

from analysis.report import passages, tone, tone_sentences
from analysis.report.listing import Listing
from tests.figures import small
from tests.report.studies import ENOUGH, rendered, study


def texts(table: Listing | None) -> dict[str, list[str]]:
    assert table is not None
    return {row.row_id: [cell.text for cell in row.cells] for row in table.rows}


def test_each_outlet_has_a_row_for_each_word_list_with_its_own_address() -> None:
    listed = tone.tone_listing(study(small.all_tables()))
    assert texts(listed) == {
        "row-tone-Gazette": ["Gazette", "VADER", "+0.05", "+0.05"],
        "row-tone-Gazette-afinn": ["Gazette", "AFINN", "+0.35", "+0.10"],
        "row-tone-Herald": ["Herald", "VADER", "+0.30", "+0.60"],
        "row-tone-Herald-afinn": ["Herald", "AFINN", "+0.20", "+0.50"],
    }
    assert listed is not None
    assert [cell.note for cell in listed.rows[2].cells] == ["", "", "4 sentences", "1 sentence"]
    assert [cell.note for cell in listed.rows[3].cells] == [""] * 4


def test_a_tested_study_says_of_each_row_what_the_test_says() -> None:
    tables = small.all_tables() | {"estimates": small.estimates("not supported")}
    listed = tone.tone_listing(study(tables, allowed=ENOUGH))
    assert listed is not None
    assert [row.cells[-1].text for row in listed.rows] == ["not supported"] * 4
    assert listed.rows[1].cells[-1].note == "+0.35 (+0.25 to +0.45), corrected p = 0.100"


def test_the_tone_of_a_shared_topic_stands_under_every_word_list() -> None:
    assert texts(tone.topic_tone_listing(study(small.all_tables()))) == {
        "row-topic-tone-0-Gazette-all": ["Harbour, Ships", "Gazette", "all text", "−0.30", "−0.20", "6"],
        "row-topic-tone-0-Herald-all": ["Harbour, Ships", "Herald", "all text", "+0.60", "+0.50", "4"],
    }


def test_the_sentences_at_the_ends_lead_to_paragraphs_that_are_on_the_page(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(passages, "MOST_PARAGRAPHS", 0)
    monkeypatch.setattr(passages, "FEWEST_PER_TOPIC", 0)
    tables = small.all_tables()
    scored = tone_sentences.scored_sentences(study(tables))
    assert set(scored["voice"]) <= {"narration", "direct", "question", "answer"}
    ends = tone_sentences.at_the_ends(scored, [small.GAZETTE])
    assert ends["vader"].tolist() == [-0.4, -0.2, 0.3, 0.5]
    page = rendered(tables)["index.html"].decode()
    for paragraph in ends["paragraph_id"]:
        assert f'href="#paragraph-{paragraph}"' in page
        assert f'id="paragraph-{paragraph}"' in page


def test_a_sentence_of_an_outlet_with_few_of_them_stands_there_once() -> None:
    scored = tone_sentences.scored_sentences(study(small.all_tables()))
    three = scored[scored["outlet"] == small.GAZETTE].head(3)
    assert len(tone_sentences.at_the_ends(three, [small.GAZETTE])) == 3


def test_without_tone_there_are_no_listings() -> None:
    tables = small.all_tables()
    for name in ("tone", "article_tone", "estimates"):
        tables[name] = pd.DataFrame()
    bare = study(tables)
    assert tone.tone_listing(bare) is None
    assert tone.topic_tone_listing(bare) is None
    assert (
        tone_sentences.sentence_listing(
            bare, tone_sentences.at_the_ends(tone_sentences.scored_sentences(bare), [])
        )
        is None
    )


def test_tone_is_never_called_a_stance() -> None:
    page = rendered(small.all_tables())["index.html"].decode()
    assert "It is not a stance toward anybody" in page
