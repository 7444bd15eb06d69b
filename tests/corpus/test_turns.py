"""Which paragraphs open the turns of an interview, who asks, and how far a turn goes."""

from __future__ import annotations

from dataclasses import replace

import pytest

from analysis.corpus.blocks import Block, split_blocks
from analysis.corpus.turns import Turn, claim_turns, find_turns

NAMES = ("The Herald", "Herald Online")


def blocks_of(*texts: str) -> list[Block]:
    return split_blocks("\n\n".join(texts))


def sides(*texts: str) -> list[str]:
    """Each paragraph's label with a question mark where it asks; "-" where it opens no turn."""
    turns = find_turns(blocks_of(*texts), NAMES)
    told = {i: turn.label + ("?" if turn.kind == "question" else "") for i, turn in turns.items()}
    assert {turn.kind for turn in turns.values()} <= {"question", "answer"}
    return [told.get(i, "-") for i in range(len(texts))]


@pytest.mark.parametrize(
    ("texts", "expected"),
    [
        (
            ("herald online: So?", "Jane Roe: No.", "Herald Online: Tell us.", "Jane Roe: Why?"),
            ["-", "Jane Roe", "Herald Online?", "Jane Roe"],  # a label starts with capitals
        ),
        (("THE HERALD: Go on.", "Ann: No.", "Ann: Yes."), ["THE HERALD?", "Ann", "Ann"]),
        (("Q: One.", "A: Two?", "Q: Three."), ["Q?", "A", "Q?"]),
        (("Q: One.", "A: Two?", "Interviewer: Three.", "A: Four?"), ["Q?", "A", "Interviewer?", "A"]),
        (("Q: One.", "A: Two.", "Note: Three.", "Q: Four."), ["Q?", "A", "-", "Q?"]),
    ],
)
def test_who_bears_the_outlet_s_name_or_a_questioner_s_asks_whatever_the_marks(
    texts: tuple[str, ...], expected: list[str]
) -> None:
    assert sides(*texts) == expected


@pytest.mark.parametrize(
    "texts",
    [
        ("Q: One?", "A: Two."),  # nobody speaks twice
        ("Q: One?", "Q: Two?", "Jane Roe: Three."),  # nobody who is known speaks beside
        ("Ann: One.", "Ben: Two.", "Ann: Three.", "Ben: Four."),  # nobody asks
        ("Ann: One?", "Ben: Two.", "Ann: Three.", "Ben: Four.", "Ann: Five."),  # in a third of the turns
        ("Ann", "Ben said: two", "No label at all."),
        (),
    ],
)
def test_labels_are_no_interview_unless_two_sides_speak_one_again_and_one_asks(
    texts: tuple[str, ...],
) -> None:
    assert set(sides(*texts)) <= {"-"}


def test_of_unknown_labels_the_one_asks_whose_turns_hold_a_question_mark_most_often() -> None:
    half = ("Ann: One?", "Ben: Two.", "Ann: Three.", "Ben: Four.")
    assert sides(*half) == ["Ann?", "Ben", "Ann?", "Ben"]
    both = ("Ann: One?", "Ben: Two?", "Ann: Three.", "Ben: Four?")
    assert sides(*both) == ["Ann", "Ben?", "Ann", "Ben?"]


@pytest.mark.parametrize(
    ("name", "is_label"),
    [
        ("Charles de Gaulle", True),
        ("Jan van Dyk", True),
        ("Ursula von Werth", True),
        ("Yusuf bin Omar", True),
        ("Nasser al Omari", True),
        ("De Gaulle", True),
        ("Jan the Elder", False),
        ("jan Dyk", False),
        ("One Two Three Four Five", True),
        ("One Two Three Four Five Six", False),
    ],
)
def test_a_label_is_a_name_of_up_to_five_words_with_capitals_and_particles(
    name: str, *, is_label: bool
) -> None:
    found = sides(f"{name}: One.", "Q: Two?", f"{name}: Three.")
    assert found == ([name, "Q?", name] if is_label else ["-"] * 3)


def test_what_an_earlier_rule_claimed_opens_no_turn() -> None:
    first, *others = blocks_of("Q: One?", "Ann: Two.", "Q: Three?", "Ann: Four.")
    turns = find_turns([replace(first, kind="caption"), *others], NAMES)
    assert turns == {1: Turn("Ann", "answer"), 2: Turn("Q", "question"), 3: Turn("Ann", "answer")}


def test_a_turn_goes_on_over_what_nobody_claimed_until_the_next() -> None:
    blocks = blocks_of("Before.", "Q: One?", "A photo.", "And more?", "Ann: Two.", "So it is.")
    blocks[2] = replace(blocks[2], kind="caption", role="caption")
    claimed = claim_turns(blocks, {1: Turn("Q", "question"), 4: Turn("Ann", "answer")})
    assert [(block.kind, block.role, block.speaker) for block in claimed] == [
        (None, "", ""),
        ("question", "turn", "Q"),
        ("caption", "caption", ""),
        ("question", "turn, continued", "Q"),
        ("answer", "turn", "Ann"),
        ("answer", "turn, continued", "Ann"),
    ]
    assert [block.text for block in claimed] == [block.text for block in blocks]
