"""Every finding states its numbers, its n and its limit, and leads to the paragraphs behind it."""

from __future__ import annotations

import dataclasses
import re

import pandas as pd
import pytest

from analysis.report.findings import attention, findings
from analysis.report.findings.finding import Finding
from analysis.settings import CompareSettings, ReuseSettings
from tests.figures import small
from tests.report.studies import ENOUGH, study


def found(tables: dict[str, pd.DataFrame] | None = None) -> dict[str, Finding]:
    """The findings of the small study by id."""
    return {finding.finding_id: finding for finding in findings(study(tables or small.all_tables()))}


def test_the_findings_come_in_a_fixed_order() -> None:
    assert list(found()) == [
        "finding-voices",
        "finding-attention",
        "finding-matched",
        "finding-tone-in-topic",
        "finding-words",
        "finding-frame",
        "finding-tone",
        "finding-word-lists",
        "finding-shared",
    ]


def test_who_speaks_is_told_in_shares_of_words() -> None:
    finding = found()["finding-voices"]
    assert finding.text == (
        "Gazette says 79% of its words in its own voice and Herald 31%. In Herald the answers of Ann Baker "
        "make up 13% of the words. The outlets themselves quote or report most: the captain in Gazette (12% of "
        "its words)."
    )
    assert "Rules tell quoted and reported words from the outlet's own." in finding.limit
    assert finding.size == "Gazette, 34 words in 2 articles; Herald, 16 words in 1 article"
    assert finding.limit.endswith("One article of Herald.")


def test_the_most_uneven_topic_is_told_with_counts_and_for_narration() -> None:
    finding = found()["finding-attention"]
    assert finding.text == (
        "“Bread” takes up 75% of the paragraphs in Herald (3 of 4) and none of the 6 in Gazette. In the "
        "paragraphs with at least one whole sentence of the outlet's own: none of the 1 in Herald and none of the 4 "
        "in Gazette."
    )
    assert finding.figure_id == "topic-shares"
    assert [claim.evidence for claim in finding.claims] == [
        ("row-share-2-Herald--all-text", "row-share-2-Gazette--all-text"),
        ("row-share-2-Herald--narration-only", "row-share-2-Gazette--narration-only"),
    ]
    assert finding.anchors == ("finding-attention-1", "finding-attention-2")
    assert finding.cited == ("h1:3",)


def test_the_widest_gap_in_tone_within_a_topic_names_topic_and_both_means() -> None:
    finding = found()["finding-tone-in-topic"]
    assert finding.text == (
        "Only one topic has three paragraphs or more from several outlets, “Harbour, Ships”. Its mean tone is "
        "−0.30 in Gazette and +0.60 in Herald, on a scale from −1 (negative) to +1 (positive), by VADER. The two are "
        "−0.20 and +0.50 by AFINN."
    )
    assert finding.cited == ("g1:3", "h1:1")
    assert "no stance" in finding.limit


def test_the_words_are_told_with_their_use_by_both_sides() -> None:
    finding = found()["finding-words"]
    assert finding.text == (
        "Gazette uses “taxes” 3 times, 100.0 in every 1,000 words; the others never use it. The words that "
        "stand out first are in Gazette “taxes”; in Herald “bread”. Where they speak of one topic, “Harbour, Ships”, "
        "“harbour” sets them apart most: Gazette uses it 4 times in its 100 words on it, the others once in "
        "50 words."
    )
    assert finding.cited == ("g1:5",)
    assert finding.passages[0].text == "Taxes rose again this year."


def test_the_tone_of_two_outlets_is_told_in_the_comparative() -> None:
    finding = found()["finding-tone"]
    assert finding.text == (
        "By VADER the wording of Gazette is the more negative, +0.05 against +0.30 in Herald, on a scale from −1 "
        "(negative) to +1 (positive). The two are +0.35 and +0.20 by AFINN (the other way round)."
    )
    assert finding.cited == ("g1:3", "h1:1")


def test_with_one_word_list_the_tone_is_told_without_its_name_and_agreement_is_not_spoken_of() -> None:
    tables = small.all_tables()
    for name in ("estimates", "tone", "article_tone"):
        tables[name] = tables[name][tables[name]["instrument"] != "afinn"]
    alone = found(tables)
    assert "finding-word-lists" not in alone
    assert alone["finding-tone"].text == (
        "The wording of Gazette is the more negative, +0.05 against +0.30 in Herald, on a scale from −1 (negative) to "
        "+1 (positive)."
    )


def test_the_sentences_behind_a_tone_are_those_at_the_ends_of_the_first_word_list() -> None:
    tables = small.all_tables()
    tone = tables["tone"]
    turned = tone["tone"].where(tone["instrument"] == "vader", -3 * tone["tone"])
    tables["tone"] = tone.assign(tone=turned)
    assert found(tables)["finding-tone"].cited == found()["finding-tone"].cited == ("g1:3", "h1:1")


def test_word_lists_that_turn_the_order_of_the_outlets_round_are_said_to() -> None:
    finding = found()["finding-word-lists"]
    assert finding.text == (
        "Over all text the word lists do not put the outlets in the same order: Gazette and Herald are turned round. "
        "The most negative is Gazette by VADER and Herald by AFINN. In narration the word lists put the outlets in the "
        "same order, the most negative first: Gazette and Herald."
    )
    assert finding.claims[0].evidence[:2] == (
        "row-tone-Gazette--all-text",
        "row-tone-Gazette-afinn--all-text",
    )
    assert (
        finding.passages[0].lead
        == "One of the sentences on which they part most (VADER +0.60 and AFINN +0.30)"
    )
    assert finding.cited == ("h1:1", "g2:2")


def test_tones_that_hardly_differ_are_called_nearly_alike() -> None:
    tables = small.all_tables()
    tables["estimates"] = tables["estimates"].replace({"estimate": {0.3: 0.08}})
    assert "nearly alike: from +0.05 in Gazette to +0.08 in Herald" in found(tables)["finding-tone"].text


def test_the_common_ground_is_counted_and_its_broadest_topic_named() -> None:
    finding = found()["finding-shared"]
    assert finding.text == (
        "One of the three topics is spoken about by more than one outlet. The broadest, “Harbour, Ships”, "
        "runs through 2 articles of 2 outlets."
    )
    assert finding.cited == ("g1:2", "h1:1")


def test_outlets_that_share_no_topic_are_said_to_share_none() -> None:
    tables = small.all_tables()
    tables["topics"] = tables["topics"].assign(outlets=1)
    assert (
        found(tables)["finding-shared"].text
        == "None of the three topics is spoken about by more than one outlet."
    )


def test_one_outlet_is_compared_with_nobody() -> None:
    tables = small.all_tables()
    alone = tables["articles"]["outlet"] == small.GAZETTE
    tables["articles"] = tables["articles"][alone]
    for name in ("paragraphs", "estimates", "keyness", "article_tone", "prior_sensitivity"):
        tables[name] = tables[name][tables[name]["outlet"] == small.GAZETTE]
    assert set(found(tables)) <= {"finding-words"}


@pytest.mark.parametrize(
    "absent", ["topics", "estimates", "keyness", "sentences", "tone", "exemplars", "word_voices", "quotes"]
)
def test_findings_do_without_a_table_that_is_missing(absent: str) -> None:
    tables = small.all_tables()
    del tables[absent]
    assert isinstance(found(tables), dict)


def test_a_supported_finding_comes_first_and_says_so() -> None:
    tables = small.all_tables()
    estimates = small.estimates("not supported")
    tone = (estimates["measure"] == "wording tone") & (estimates["topic"] == "")
    tables["estimates"] = estimates.assign(verdict=estimates["verdict"].mask(tone, "supported"))
    first = findings(study(tables, allowed=ENOUGH))[0]
    assert first.finding_id == "finding-tone"
    assert (
        "The difference of Gazette from the others, +0.05 (95% interval −0.05 to +0.15), is more than dealing the "
        "articles out to the outlets anew gives (corrected p = 0.100)." in first.text
    )


def test_of_two_ends_the_one_that_a_test_supports_is_told_and_makes_the_finding_supported() -> None:
    tables = small.all_tables()
    estimates = small.estimates("not supported")
    high = (estimates["measure"] == "wording tone") & (estimates["outlet"] == small.HERALD)
    tables["estimates"] = estimates.assign(verdict=estimates["verdict"].mask(high, "supported"))
    told = {finding.finding_id: finding for finding in findings(study(tables, allowed=ENOUGH))}
    for name in ("finding-tone", "finding-tone-in-topic"):
        assert told[name].is_supported
        assert f"The difference of {small.HERALD} from the others" in told[name].text
        assert "is more than dealing the articles out to the outlets anew gives" in told[name].text


def test_outlets_of_one_tone_are_two_outlets_and_no_contrast() -> None:
    tables = small.all_tables()
    estimates = small.estimates("not supported")
    tone = estimates["measure"] == "wording tone"
    tables["estimates"] = estimates.assign(estimate=estimates["estimate"].mask(tone, 0.0))
    told = {finding.finding_id: finding for finding in findings(study(tables, allowed=ENOUGH))}
    for name in ("finding-tone", "finding-tone-in-topic"):
        assert not told[name].is_contrast
        assert small.GAZETTE in told[name].text
        assert small.HERALD in told[name].text


@pytest.mark.parametrize(
    ("compare", "reuse"),
    [
        (CompareSettings(estimand="articles"), ReuseSettings()),
        (CompareSettings(), ReuseSettings(policy="weight")),
    ],
)
def test_a_share_of_weighed_paragraphs_is_no_count(compare: CompareSettings, reuse: ReuseSettings) -> None:
    given = study(small.all_tables(), allowed=ENOUGH)
    chosen = dataclasses.replace(given.settings, compare=compare, reuse=reuse)
    plain, weighed = (
        next(finding.text for finding in findings(each) if finding.finding_id == "finding-attention")
        for each in (given, dataclasses.replace(given, settings=chosen))
    )
    assert re.search(r"\d% of the paragraphs in \w+ \(\d of \d\)", plain)
    assert re.search(r"\d% of the paragraphs in \w+ \(of \d, weighed\)", weighed)
    assert not re.search(r"\(\d of \d\)", weighed)


def test_a_difference_shown_to_be_small_is_said_to_be() -> None:
    tables = small.all_tables()
    tables["estimates"] = small.estimates("equivalent")
    told = {finding.finding_id: finding.text for finding in findings(study(tables, allowed=ENOUGH))}
    assert "is shown to be smaller than +0.05, the least that matters." in told["finding-tone"]


def test_a_descriptive_study_never_speaks_of_a_test() -> None:
    tables = small.all_tables()
    tables["estimates"] = small.estimates("supported")
    assert not [finding for finding in found(tables).values() if "p =" in finding.text]


def test_every_finding_leads_to_a_paragraph_and_has_a_limit() -> None:
    analysed = set(small.paragraphs().query("analysed")["paragraph_id"])
    for finding in found().values():
        assert finding.cited
        assert set(finding.cited) <= analysed
        assert finding.limit
        assert finding.size


def test_an_outlet_that_never_speaks_itself_is_said_to_have_no_such_paragraph() -> None:
    rows = pd.DataFrame({
        "voice": ["narration"] * 2, "topic": ["0"] * 2, "outlet": ["Herald", "Gazette"], "estimate": [0.25, 0.0],
        "paragraphs": [8, 3],
    })  # fmt: skip
    assert attention._narration(rows, "0", ["Herald", "Courier", "Gazette"]).endswith(
        "25% of the 8 in Herald and none of the 3 in Gazette; Courier has no such paragraph."
    )
