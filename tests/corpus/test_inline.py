"""Datelines and labels are cut off at the right character of the source, whatever white space stands there."""

from __future__ import annotations

from dataclasses import replace

import pytest

from analysis.corpus.blocks import Block, split_blocks
from analysis.corpus.inline import split_inline
from analysis.corpus.outlets import rules_for
from analysis.records import Kind


def cut(text: str, *kinds: tuple[Kind, str], outlet: str = "") -> list[Block]:
    blocks = [
        replace(block, kind=kind, role=role, speaker="Jane Roe")
        for block, (kind, role) in zip(split_blocks(text), kinds, strict=True)
    ]
    return split_inline(blocks, text, rules_for(outlet))


BODY: tuple[Kind, str] = ("body", "body")


def told(blocks: list[Block]) -> list[tuple[str | None, str, str]]:
    return [(block.kind, block.role, block.text) for block in blocks]


def test_the_dateline_of_the_first_paragraph_of_the_body_is_boilerplate_and_the_rest_stays() -> None:
    text = "Title\n\nNEW \n YORK (AP)  —\u00a0 Rain fell.\n\nBRUSSELS — Here too."
    title, dateline, rest, other = cut(text, ("headline", "headline"), BODY, BODY)
    assert told([title, other]) == [("headline", "headline", "Title"), (*BODY, "BRUSSELS — Here too.")]
    assert told([dateline, rest]) == [("boilerplate", "dateline", "NEW YORK (AP) —"), (*BODY, "Rain fell.")]
    start = text.index("Rain")
    assert (dateline.start, dateline.end, rest.start, rest.end) == (7, start, start, text.index("BRUSSELS"))
    assert (dateline.gap, rest.gap, dateline.line, rest.line) == (1, 0, 3, 3)
    assert dateline.speaker == rest.speaker == "Jane Roe"


def test_an_outlet_s_own_dateline_is_known_there_only() -> None:
    text = "MOSCOW, November 5. /TASS/. Rain fell."
    assert [block.text for block in cut(text, BODY, outlet="TASS")] == [
        "MOSCOW, November 5. /TASS/.",
        "Rain fell.",
    ]
    assert [block.text for block in cut(text, BODY)] == [text]


@pytest.mark.parametrize("text", ["Rain fell — here.", "NATO met.", "Jane Roe: Yes.", "NEW YORK — "])
def test_a_paragraph_without_a_dateline_or_nothing_behind_it_stays_whole(text: str) -> None:
    assert told(cut(text, BODY)) == [(*BODY, text.strip())]


def test_the_label_of_each_turn_is_cut_off_and_what_continues_a_turn_stays() -> None:
    text = "Q:  One?\n\nJane Roe :\n Two.\n\nQ: Three, continued.\n\nBRUSSELS — Four."
    turn: tuple[Kind, str] = ("answer", "turn")
    assert told(cut(text, ("question", "turn"), turn, ("answer", "turn, continued"), turn)) == [
        ("boilerplate", "turn label", "Q:"),
        ("question", "turn", "One?"),
        ("boilerplate", "turn label", "Jane Roe :"),
        ("answer", "turn", "Two."),
        ("answer", "turn, continued", "Q: Three, continued."),
        ("answer", "turn", "BRUSSELS — Four."),
    ]
