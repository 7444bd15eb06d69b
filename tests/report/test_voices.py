"""The page's part on who speaks: what it holds, what it leaves out, and where narration is too little."""

from __future__ import annotations

import dataclasses

import pandas as pd
import pytest

from analysis.report import reuse, speakers
from analysis.report.narration import narration_sentences, narration_warning
from analysis.settings import ReuseSettings
from tests.figures import small
from tests.figures.small import GAZETTE, HERALD
from tests.report.reading import Page, read
from tests.report.studies import rendered, study

VOICE_TABLES = (
    "quotes", "terms", "reuse", "word_voices", "words_by_speaker", "reporting_verbs", "topic_voices", "narration_left",
)  # fmt: skip
FIGURES = {f"figure-{slug}" for slug in ("who-speaks", "speakers", "reporting-verbs", "topic-voices")}


@pytest.fixture(scope="module")
def page() -> Page:
    """The page of the small study."""
    return read(rendered(small.all_tables()))


def prose(page: Page) -> str:
    """A page's prose on one line."""
    return " ".join(page.prose.split())


def test_every_speaker_opens_to_the_passages_with_cue_and_place(page: Page) -> None:
    text = " ".join(page.text.split())
    assert "The captain Gazette 1 passage, 4 words" in text
    assert (
        "Quoted with “said”: “The harbour is lost,” Gazette, Gazette 2011, characters 300–399 of g1.txt"
        in text
    )
    assert (
        "Reported with “claimed” (doubting): Bread is dear Herald, Ann Baker speaking, Herald 2014, characters "
        "300–399 of h1.txt" in text
    )
    assert {"speaker-the-captain", "speaker-nobody-known", "speaker-inside-Carl-Dean"} <= set(page.ids)


def test_whom_the_outlets_quote_stands_apart_from_whom_an_interviewee_quotes() -> None:
    found = speakers.speakers(study(small.all_tables()))
    assert [view.name for view in found.by_outlets] == ["The captain", "Not found"]
    assert [(view.name, view.size) for view in found.inside] == [("Carl Dean", "2 passages, 6 words")]
    assert found.cited == ("g1:3", "g2:2", "h1:3", "h1:4")


@pytest.mark.parametrize("change", [{"form": "act"}, {"cue_class": "thinking"}, {"speaker": "Ann Baker"}])
def test_acts_thoughts_and_what_somebody_says_of_themselves_are_no_passages(change: dict[str, str]) -> None:
    tables = small.all_tables()
    reported = tables["quotes"]["kind"] == "indirect"
    for column, value in change.items():
        tables["quotes"].loc[reported, column] = value
    (carl,) = speakers.speakers(study(tables)).inside
    assert [passage.text for passage in carl.passages] == ["Bread is life."]


def test_of_many_speakers_and_passages_the_page_says_how_many_are_left_out() -> None:
    tables = small.all_tables()
    one = tables["quotes"].head(1)
    others = [one.assign(quote_id=f"x{n}", speaker=f"Speaker {n}") for n in range(40)]
    same = [one.assign(quote_id=f"y{n}") for n in range(30)]
    tables["quotes"] = pd.concat([tables["quotes"], *others, *same], ignore_index=True)
    page = read(rendered(tables))
    assert "11 more passages are in the folder of tables." in prose(page)
    assert "19 more speakers are in the folder of tables." in prose(page)
    assert {link[1:] for link in page.links if link.startswith("#")} <= set(page.ids)


def test_without_the_tables_of_voices_the_section_says_so_and_has_no_figures() -> None:
    tables = {name: table for name, table in small.all_tables().items() if name not in VOICE_TABLES}
    page = read(rendered(tables))
    assert "Who speaks was not told apart in these texts." in prose(page)
    assert not FIGURES & set(page.ids)
    assert "finding-voices" not in page.ids
    assert "Copies" not in prose(page)
    assert "rules for English" not in prose(page)


def test_a_study_without_quotations_says_that_nobody_is_quoted() -> None:
    tables = small.all_tables()
    for name in ("quotes", "reporting_verbs", "reuse"):
        tables[name] = tables[name].iloc[:0]
    tables["word_voices"] = tables["word_voices"].query("voice == 'narration'")
    page = read(rendered(tables))
    assert "Nobody is quoted in these texts." in prose(page)
    assert FIGURES & set(page.ids) == {"figure-who-speaks", "figure-topic-voices"}


def test_an_outlet_with_too_little_narration_is_named_in_a_sentence_and_beside_the_comparisons(
    page: Page,
) -> None:
    told = study(small.all_tables())
    assert narration_sentences(told) == [
        "Narration alone leaves too little of Herald: 5 words in 1 paragraph of one article."
    ]
    assert narration_sentences(told)[0] in prose(page)
    assert narration_warning(told) == (
        "Narration alone leaves too little of Herald (5 words) to be compared: there the numbers describe a few "
        "sentences."
    )
    assert prose(page).count(narration_warning(told)) == 5


def test_where_all_outlets_narrate_enough_no_sentence_warns() -> None:
    tables = small.all_tables()
    tables["narration_left"] = tables["narration_left"].assign(enough=True)
    page = read(rendered(tables))
    assert "leaves too little" not in prose(page)
    assert "called enough" not in prose(page)


def test_an_outlet_without_a_word_of_narration_is_said_to_have_none() -> None:
    tables = small.all_tables()
    none = pd.DataFrame(
        {
            "outlet": [HERALD],
            "words": [0],
            "paragraphs": [0],
            "articles": [0],
            "share": [0.0],
            "enough": [False],
        }
    )
    told = study(tables | {"narration_left": none})
    assert narration_sentences(told) == ["Narration alone leaves nothing of Herald."]
    assert "Herald (no words)" in narration_warning(told)


def test_copies_are_listed_with_both_places_and_how_alike_they_are(page: Page) -> None:
    text = " ".join(page.text.split())
    assert "caption, Gazette 2011, characters 400–499 of g1.txt" in text
    assert "body text, Gazette 2011, characters 300–399 of g1.txt" in text
    assert "answer, Herald 2014, characters 300–399 of h1.txt word for word" in text
    assert {"row-reuse-g1:1-g1:4", "row-reuse-g1:3.q1-h1:3.q1"} <= set(page.ids)


@pytest.mark.parametrize(
    ("policy", "told"),
    [("keep", "Each copy counts"), ("weight", "count as one"), ("collapse", "only the first copy")],
)
def test_copies_that_are_both_analysed_are_said_to_count_as_the_settings_say(policy: str, told: str) -> None:
    settings = dataclasses.replace(small.SETTINGS, reuse=ReuseSettings(policy=policy))
    sentence = reuse.reuse_sentence(dataclasses.replace(study(small.all_tables()), settings=settings))
    assert sentence.startswith("Two pairs of copies were found; in one pair both copies are analysed.")
    assert told in sentence


def test_copies_of_which_one_is_not_analysed_are_said_not_to_count_twice() -> None:
    tables = small.all_tables()
    tables["reuse"] = tables["reuse"].head(1)
    assert reuse.reuse_sentence(study(tables)) == (
        "One pair of copies was found, but no text counts twice: of each pair, one copy at most is analysed."
    )


def test_a_pull_quote_alone_is_told_in_a_sentence_and_not_listed() -> None:
    tables = small.all_tables()
    tables["reuse"] = tables["reuse"].head(1)
    tables["paragraphs"].loc[tables["paragraphs"]["paragraph_id"] == "g1:4", "kind"] = "pullquote"
    told = study(tables)
    assert reuse.reuse_listing(told) is None
    assert reuse.reuse_sentence(told).startswith(
        "Apart from pull quotes, which are not analysed, no paragraph"
    )


def test_no_copies_at_all_is_one_sentence() -> None:
    told = study(small.all_tables() | {"reuse": small.reuse().iloc[:0]})
    assert reuse.reuse_listing(told) is None
    assert (
        reuse.reuse_sentence(told) == "No paragraph or quotation of some length stands in these texts twice."
    )


def test_the_words_are_given_for_narration_too() -> None:
    tables = small.all_tables()
    narrated = small.keyness().query("word == 'taxes'").assign(voice="narration", count=2, rate_per_1000=74.1)
    tables["keyness"] = pd.concat([small.keyness(), narrated], ignore_index=True)
    text = " ".join(read(rendered(tables)).text.split())
    assert "taxes 3 100.0 0.0 2 50% 2 74.1" in text
    assert "bread 3 120.0 30.0 1 100% – –" in text


def test_the_page_no_longer_says_that_reported_speech_is_the_outlet_s_own(page: Page) -> None:
    assert "counts as the outlet's own voice" not in prose(page)
    assert "is part of it" not in prose(page)
    assert "Who speaks is found by rules for English." in prose(page)
    assert GAZETTE in prose(page)
