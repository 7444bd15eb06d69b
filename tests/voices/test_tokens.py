"""Words, marks and quotations of a sentence, and the sentences of a text."""

from __future__ import annotations

import pytest

from analysis.voices.segments import clause_spans, sentence_spans, sentences_of, stretches
from analysis.voices.tokens import Token, tokens


def words(text: str) -> list[str]:
    found = tokens(text, 0, len(text), ())
    assert all(text[token.start : token.end] == token.text for token in found)
    return [token.text for token in found]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Gen. Smith left.", ["Gen.", "Smith", "left", "."]),
        ("J. Smith, of U.S. rank.", ["J.", "Smith", ",", "of", "U.S.", "rank", "."]),
        ("i . x.", ["i", ".", "x", "."]),
        ("Gen . Smith", ["Gen", ".", "Smith"]),
        ("the states' rights, O’Neill's co-op", ["the", "states'", "rights", ",", "O’Neill's", "co-op"]),
        ("“No” ‘it’ *is* — so", ["No", "it", "is", "—", "so"]),
        ("", []),
    ],
)
def test_a_full_stop_goes_with_an_abbreviation_and_marks_of_quotation_are_left_out(
    text: str, expected: list[str]
) -> None:
    assert words(text) == expected


def test_a_quotation_is_one_token_cut_at_the_sentence_and_others_are_passed_over() -> None:
    text = "ab “cd ef” gh “ij” kl"
    spans = [(3, 10), (14, 18)]
    assert tokens(text, 0, 13, spans) == [
        Token("ab", 0, 2),
        Token("“cd ef”", 3, 10, quotation=True),
        Token("gh", 11, 13),
    ]
    assert tokens(text, 5, 16, spans) == [
        Token("d ef”", 5, 10, quotation=True), Token("gh", 11, 13), Token("“i", 14, 16, quotation=True),
    ]  # fmt: skip
    assert tokens(text, 10, 14, spans) == [Token("gh", 11, 13)]


@pytest.mark.parametrize(
    ("text", "pronoun", "stem", "is_possessive"),
    [
        ("I’ve", "i", "I’ve", False),
        ("She's", "she", "She", True),
        ("Smith’s", "", "Smith", True),
        ("states'", "", "states", True),
        ("they", "they", "they", False),
        ("theirs", "", "theirs", False),
    ],
)
def test_a_word_tells_its_pronoun_and_its_possessive(
    text: str, pronoun: str, stem: str, *, is_possessive: bool
) -> None:
    token = Token(text, 0, len(text))
    assert (token.pronoun, token.stem, token.possessive) == (pronoun, stem, is_possessive)


def test_capitals_and_words_are_told_from_marks_and_quotations() -> None:
    told = {
        text: (token.capital, token.word)
        for text, quotation in (("Ann", False), ("ann", False), ("4", False), (",", False), ("Yes", True))
        for token in [Token(text, 0, len(text), quotation=quotation)]
    }
    assert told == {
        "Ann": (True, True), "ann": (False, True), "4": (False, True), ",": (False, False), "Yes": (False, False),
    }  # fmt: skip
    assert Token("Smith’S", 0, 7).lower == "smith's"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It was J. Smith of Rep. Jones. He left.", ["It was J. Smith of Rep. Jones.", "He left."]),
        ("He met Sen.", ["He met Sen."]),
        ("  no mark at all ", ["no mark at all "]),
        ("\u200b ", []),
    ],
)
def test_a_title_or_an_initial_ends_no_sentence(text: str, expected: list[str]) -> None:
    assert [text[start:end] for start, end in sentence_spans(text)] == expected


def test_each_line_is_a_paragraph_of_its_own() -> None:
    assert sentences_of("One is. Two is.\n \nThree\nfour.") == ["One is.", "Two is.", "Three", "four."]


@pytest.mark.parametrize(
    ("text", "quoted", "expected"),
    [
        ("“Why is it? It is.” He left.", "“Why is it? It is.”", ["“Why is it? It is.”", "He left."]),
        ("“Why is it?” he said. He left.", "“Why is it?”", ["“Why is it?” he said.", "He left."]),
        ("“Why is it?” He said so. He left.", "“Why is it?”", ["“Why is it?” He said so.", "He left."]),
        ("“Why is it?” He left. It is.", "“Why is it?”", ["“Why is it?”", "He left.", "It is."]),
        ("“It is so.” He said so.", "“It is so.”", ["“It is so.”", "He said so."]),
        ("“It is so.” - Ann Smith", "“It is so.”", ["“It is so.” - Ann Smith"]),
        (
            "“It is?” One two three four five six seven eight nine ten eleven twelve thirteen said it.", "“It is?”",
            ["“It is?” One two three four five six seven eight nine ten eleven twelve thirteen said it."],
        ),
        (
            "“It is?” One two three four five six seven eight nine ten eleven twelve thirteen fourteen said it.",
            "“It is?”",
            [
                "“It is?”",
                "One two three four five six seven eight nine ten eleven twelve thirteen fourteen said it.",
            ],
        ),
    ],
)  # fmt: skip
def test_a_sentence_reaches_over_its_quotation_and_to_its_attribution(
    text: str, quoted: str, expected: list[str]
) -> None:
    start = text.index(quoted)
    spans = clause_spans(text, [(start, start + len(quoted))])
    assert [text[first:last] for first, last in spans] == expected


def test_brackets_in_a_thicket_are_read_as_hyphens_and_a_few_are_not() -> None:
    few = "It is (so. Or) not. He left."
    assert len(list(stretches(few))) == 2
    many = "(" * 3_000 + " It is. He left."
    assert [many[start:end] for start, end in stretches(many)][-1] == "He left."
