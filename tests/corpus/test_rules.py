"""Each rule of the reader on a line or a small article of its own."""

from __future__ import annotations

import pytest

from analysis.corpus.article import claim_blocks
from analysis.corpus.blocks import Block, split_blocks, usual_gap
from analysis.corpus.dates import iso_date
from analysis.corpus.plain import folded, plain
from analysis.settings import Source

LONG = "The minister spoke for an hour about the treaty, and the delegates listened to him without a word of reply."


def claimed(text: str, outlet: str = "The Herald", republisher: str = "") -> list[tuple[str | None, str]]:
    blocks = claim_blocks(text, Source(file="a.txt", outlet=outlet, republisher=republisher), (outlet,))
    return [(block.kind, block.text) for block in blocks]


@pytest.mark.parametrize(
    ("markdown", "seen"),
    [
        ("By [Nikolaus von Twickel](#)", "By Nikolaus von Twickel"),
        ("**The**  **Moscow Times**", "The Moscow Times"),
        ("# A headline", "A headline"),
        (
            "shared interests into [more cooperation].",
            "shared interests into [more cooperation].",
        ),
        ("a *small* step, 2 * 3 * 4", "a small step, 2 * 3 * 4"),
        ("snake_case_name and _emphasis_", "snake_case_name and emphasis"),
        ("Marks &amp; Spencer", "Marks & Spencer"),
        ("an &#8212; and &#" + "1" * 5_000 + "; it", "an — and \ufffd it"),
        ("![a photo](x.jpg) beside", "a photo beside"),
    ],
)
def test_markdown_is_removed_and_words_stay(markdown: str, seen: str) -> None:
    assert plain(markdown) == seen


def test_white_space_of_every_kind_is_folded() -> None:
    assert folded("\ufeff a\r\n\tb\xa0\u2028c ") == "a b c"


@pytest.mark.parametrize(
    ("written", "date"),
    [
        ("April 18, 2012", "2012-04-18"),
        ("18 April 2012", "2012-04-18"),
        ("September 04, 2014", "2014-09-04"),
        ("Sept. 4, 2014", "2014-09-04"),
        ("2012-04-18", "2012-04-18"),
        ("February 30, 2012", ""),
        ("2012-13-01", ""),
    ],
)
def test_dates_are_read_and_impossible_ones_refused(written: str, date: str) -> None:
    assert iso_date(written) == date


def test_blocks_tile_the_text_and_count_the_blank_lines_before() -> None:
    blocks = split_blocks("\n\none\n\ntwo\nstill two\n\n\n\nthree")
    assert [(block.text, block.gap, block.line) for block in blocks] == [
        ("one", 2, 3),
        ("two still two", 1, 5),
        ("three", 3, 10),
    ]
    assert [(block.start, block.end) for block in blocks] == [(0, 7), (7, 24), (24, 29)]


def test_a_credit_glued_to_a_paragraph_is_a_block_of_its_own() -> None:
    blocks = split_blocks("© AP PHOTO / A NAME\nAnd by the way, this goes on.")
    assert [block.text for block in blocks] == [
        "© AP PHOTO / A NAME",
        "And by the way, this goes on.",
    ]


def test_the_usual_gap_is_the_commonest_one() -> None:
    assert usual_gap([Block(0, 1, "x", gap, 1) for gap in (0, 1, 1, 3)]) == 1
    assert usual_gap([Block(0, 1, "x", 7, 1)]) == 1


@pytest.mark.parametrize(
    "caption",
    [
        "The flag flies at half mast in San Francisco (File) (Sputnik News)",
        "© AFP 2020 / A NAME Two ministers watch a third after posing for photos.",
        "A minister arriving at a news conference on Wednesday. **Yves Herman**",
        "Protesters outside the palace. (Jane Doe/Reuters)",
    ],
)
def test_a_caption_with_a_credit_is_known_wherever_it_stands(caption: str) -> None:
    assert claimed(f"# Title\n\n{LONG}\n\n{caption}\n\n{LONG}")[2] == (
        "caption",
        caption,
    )


@pytest.mark.parametrize(
    "caption",
    [
        "Two ministers (not pictured) at the table during their meeting.",
        "Merkel and Putin: they met again.",
    ],
)
def test_a_caption_without_a_credit_is_known_by_the_place_of_its_picture(
    caption: str,
) -> None:
    text = f"# Title\n\n{LONG}\n\n{LONG}\n\n\n\n{caption}\n\n{LONG}"
    assert claimed(text)[3] == ("caption", caption)
    without_gap = text.replace("\n\n\n\n", "\n\n")
    assert claimed(without_gap)[3] == ("body", caption)


def test_the_paragraph_behind_a_caption_is_no_caption() -> None:
    short = "It was a short reply."
    text = f"# Title\n\n{LONG}\n\n{LONG}\n\n\n\nA square (Getty)\n\n\n\n{short}\n\n{LONG}"
    assert ("body", short) in claimed(text)


@pytest.mark.parametrize(
    ("first", "second", "joins"),
    [
        (
            "Moscow has been critical, but a top alliance",
            "official dismissed that on Tuesday.",
            True,
        ),
        (
            '"The structure today is the most developed,"',
            "the official said on Tuesday.",
            True,
        ),
        ("He wrote to the president of the", "United States about it.", True),
        ("He wrote about it to the president.", "it was a long letter to him.", False),
        ("The vote ended in a draw at noon", "Nobody expected that to happen.", False),
    ],
)
def test_halves_of_a_paragraph_are_joined_only_when_the_first_is_open(
    first: str, second: str, *, joins: bool
) -> None:
    blocks = claimed(f"# Title\n\n{LONG}\n\n{first}\n\n{second}")
    assert (("body", f"{first} {second}") in blocks) is joins


def test_an_interview_without_known_names_is_read_by_who_asks() -> None:
    talk = "Anna: How are you today?\n\nBen: I am well.\n\nAnd busy, too.\n\nAnna: Why is that?\n\nBen: Work."
    text = f"# Talk\n\n{LONG}\n\n{talk}"
    assert [kind for kind, _ in claimed(text)[2:]] == [
        "boilerplate", "question", "boilerplate", "answer", "answer",
        "boilerplate", "question", "boilerplate", "answer",
    ]  # fmt: skip


def test_labels_that_nobody_asks_under_are_part_of_the_text() -> None:
    text = f"# Check\n\n{LONG}\n\nOBAMA: It rose.\n\nTHE FACTS: It fell.\n\nOBAMA: It grew.\n\nTHE FACTS: It shrank."
    assert [kind for kind, _ in claimed(text)] == ["headline", *["body"] * 5]


@pytest.mark.parametrize("dateline", ["BRUSSELS —", "NEW YORK (AP) —", "DES MOINES, Iowa (Reuters) -"])
def test_a_dateline_is_split_from_the_first_paragraph_only(dateline: str) -> None:
    blocks = claimed(f"# Title\n\n{dateline} {LONG}\n\nNATO — {LONG}")
    assert blocks[1:] == [
        ("boilerplate", dateline),
        ("body", LONG),
        ("body", f"NATO — {LONG}"),
    ]


def test_a_pull_quote_repeats_a_sentence_of_the_body() -> None:
    quote = "“We know that they plan to do it again,”"
    text = (
        f"A title line\n\n{quote} - Jane Roe said\n\n{LONG}\n\n{quote} Roe told the paper on Monday evening."
    )
    assert [kind for kind, _ in claimed(text)] == [
        "headline",
        "pullquote",
        "body",
        "body",
    ]


def test_a_sentence_above_the_byline_is_the_standfirst() -> None:
    text = (
        f"# Title\n\nWhat the ministers said, and what they did not.\n\nBy Jane Roe\n\nMay 3, 2019\n\n{LONG}"
    )
    assert [kind for kind, _ in claimed(text)] == [
        "headline",
        "standfirst",
        "boilerplate",
        "boilerplate",
        "body",
    ]


def test_end_matter_needs_most_of_the_article_before_it() -> None:
    assert claimed(f"# Title\n\n{LONG}\n\nAbout the author\n\nShe writes.")[-1][0] == "boilerplate"
    assert claimed(f"# Title\n\nAbout the author\n\n{LONG}\n\n{LONG}")[-1][0] == "body"


def test_a_short_line_that_no_rule_knows_is_kept_and_reported() -> None:
    blocks = claim_blocks(
        f"# Title\n\n{LONG}\n\nJen Kirby\n\n{LONG}",
        Source(file="a", outlet="H"),
        ("H",),
    )
    assert [(block.text, block.role) for block in blocks if block.role == "unknown line"] == [
        ("Jen Kirby", "unknown line")
    ]


def test_one_paragraph_is_a_body_not_a_headline() -> None:
    assert claimed("Only this line stands here.") == [("body", "Only this line stands here.")]
