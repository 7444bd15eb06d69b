"""What one sentence reports: the cue, how it is built, whose it is, and the words."""

from __future__ import annotations

import pytest

from analysis.voices.reports import reports
from tests.voices.parsed import named, sentence, text_of

QUOTED = "“It rained a lot here.”"


def told(text: str) -> list[tuple[str, str, str | None, list[str]]]:
    """Cue, construction, source and contents of each report, in order."""
    tokens = sentence(text)
    found = reports(tokens)
    for report in found:
        assert " ".join(token.lower for token in tokens[report.first : report.last]).endswith(report.cue)
    return [
        (
            report.cue,
            report.construction.rpartition(" ")[2],
            named(report.source),
            [text_of(tokens, first, last) for first, last in report.contents],
        )
        for report in found
    ]


@pytest.mark.parametrize(
    ("text", "construction", "words"),
    [
        ("Ann said that it rained.", "that", "that it rained"),
        ("Ann said, in a speech on Monday, that it rained; she left.", "that", "that it rained"),
        ("Ann said that it rained — she left.", "that", "that it rained"),
        ("Ann told Bob that it rained.", "that", "that it rained"),
        ("Ann asked him how it rained.", "that", "how it rained"),
        ("Ann said it rained.", "bare", "it rained"),
        ("Ann said yesterday it rained.", "bare", "it rained"),
        ("Ann told Bob it rained.", "bare", "it rained"),
        *[
            (f"Ann told {whom} rain had fallen.", "bare", "rain had fallen")
            for whom in ("him", "her", "them", "me", "us")
        ],
        ("Ann said no rain.", "words", "no rain"),
        (f"Ann told reporters, {QUOTED}", "quote", QUOTED),
        (f"Ann said: {QUOTED}", "quote", QUOTED),
        (f"Ann told reporters on Monday, {QUOTED}", "quote", QUOTED),
        ("Ann called it “a very great loss indeed” for all.", "quote", "“a very great loss indeed” for all"),
        ("It rained, Ann said.", "post", "It rained"),
        ("It rained all day, Ann said on Monday.", "post", "It rained all day"),
        ("It rained, Ann told Bob.", "post", "It rained"),
        ("In particular, Ann said, it rained.", "bare", "it rained"),
        ("Ann refused to go.", "to", "to go"),
        ("Ann criticised the plan.", "object", "the plan"),
        ("Ann criticised the plan of May!", "object", "the plan of May"),
        ("Ann hopes it rains.", "bare", "it rains"),
    ],
)
def test_a_verb_reports_a_clause_a_quotation_or_its_object(text: str, construction: str, words: str) -> None:
    ((_, *found),) = told(text)
    assert found == [construction, "Ann", [words]]


@pytest.mark.parametrize(
    ("text", "cue", "words"),
    [("Ann called for rain.", "called for", "rain"), ("Ann called on Bob to go.", "called on", "Bob to go")],
)
def test_a_verb_s_preposition_is_part_of_the_cue(text: str, cue: str, words: str) -> None:
    assert told(text) == [(cue, "preposition", "Ann", [words])]


@pytest.mark.parametrize(
    "text",
    [
        "Ann asked when it rained.",
        "Ann said on Monday it rained.",
        "Ann said; it rained.",
        "Ann said so.",
        "Ann said yesterday.",
        "Ann denied that.",
        "Ann believes in rain.",
        "Ann told Bob but nobody that it would rain.",
        "Ann criticised in May.",
        "The plan was criticised.",
        "Ann, told of it, left.",
        "Ann was accused of lies.",
        "Ann said, because it was late and it was dark and the men of the town had left, that it rained.",
        "Exclusive: It Rained All Day Yesterday In Town",
        "According to her it rained.",
        "“It rained a lot here” — the mayor",
        "“It rained a lot here” - Ann Smith left again",
        "Ann said that it rained " + "so " * 396,
    ],
)
def test_what_has_none_of_a_verb_s_constructions_reports_nothing(text: str) -> None:
    assert told(text) == []


def test_a_sentence_of_four_hundred_tokens_is_still_read() -> None:
    ((cue, *_),) = told("Ann said that it rained" + " so" * 395)
    assert cue == "said"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("According to Ann Smith, it rained.", ("according to", "according", "Ann Smith", ["it rained"])),
        ("Yet according to Ann, it rained.", ("according to", "according", "Ann", ["it rained"])),
        ("It rained, according to Ann Smith.", ("according to", "according", "Ann Smith", ["It rained"])),
        ("It rained according to Ann.", ("according to", "according", "Ann", ["It rained"])),
        (
            "Ann Smith: It Rained All Day Yesterday In Town",
            (":", "label", "Ann Smith", ["It Rained All Day Yesterday In Town"]),
        ),
        (f"Ann Smith: {QUOTED}", (":", "label", "Ann Smith", [QUOTED])),
        (f"In the town of Waco: {QUOTED}", (":", "colon", None, [QUOTED])),
        (f"Then the mayor had this: {QUOTED}", (":", "colon", "the mayor", [QUOTED])),
        ("“It rained a lot here” - Ann Smith", ("-", "signature", "Ann Smith", ["“It rained a lot here”"])),
    ],
)
def test_a_phrase_a_colon_and_a_dash_name_a_source_too(
    text: str, expected: tuple[str, str, str | None, list[str]]
) -> None:
    assert told(text) == [expected]
    assert {report.cue_class for report in reports(sentence(text))} == {"neutral"}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Ann said it rained, adding that it snowed.",
            [("said", "bare", "Ann", ["it rained"]), ("adding", "that", "Ann", ["that it snowed"])],
        ),
        (
            "Ann said it rained and urged Bob to go.",
            [("said", "bare", "Ann", ["it rained"]), ("urged", "object", "Ann", ["Bob to go"])],
        ),
        (
            "Ann said that it rained and warned that it snowed.",
            [
                ("said", "that", "Ann", ["that it rained and warned that it snowed"]),
                ("warned", "that", "Ann", ["that it snowed"]),
            ],
        ),
        (
            "Ann said he knew that it rained.",
            [("said", "bare", "Ann", ["he knew that it rained"]), ("knew", "that", "he", ["that it rained"])],
        ),
        ("Ann was told that it rained.", [("told", "that", None, ["that it rained"])]),
        (
            "It rained for long, Ann said, the war had ended.",
            [("said", "post", "Ann", ["It rained for long", "the war had ended"])],
        ),
        ("It rained for long, Ann said, a b.", [("said", "post", "Ann", ["It rained for long"])]),
    ],
)
def test_reports_of_one_sentence_share_its_source_and_part_its_words(
    text: str, expected: list[tuple[str, str, str | None, list[str]]]
) -> None:
    assert told(text) == expected


def test_a_clause_is_told_from_an_act_of_speech() -> None:
    forms = {
        report.construction: report.form
        for text in ("Ann said that it rained.", "Ann criticised the plan.", "Ann called for rain.")
        for report in reports(sentence(text))
    }
    assert forms == {
        "say finite that": "clause", "criticise finite object": "act", "call finite preposition": "act",
    }  # fmt: skip
