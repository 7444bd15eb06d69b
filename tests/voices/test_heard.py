"""Which cue a quotation takes: one whose content it is, or one that stands near enough."""

from __future__ import annotations

import pytest

from analysis.voices.heard import Heard
from analysis.voices.reports import Report
from tests.voices.parsed import sentence

QUOTED = "“It rained a whole lot here”"


def report(cue: str, first: int, contents: tuple[tuple[int, int], ...] = ()) -> Report:
    return Report(first, first + 1, cue, "neutral", f"{cue} active quote", None, contents)


@pytest.mark.parametrize(
    ("text", "first", "cue"),
    [
        (f"Here {QUOTED} one two three cried Ann.", 5, "cried"),
        (f"Here {QUOTED} one two three four cried Ann.", 6, ""),
        (f"Ann cried one two three {QUOTED} again.", 1, "cried"),
        (f"Ann cried one two three four {QUOTED} again.", 1, ""),
    ],
)
def test_a_cue_four_tokens_away_is_taken_on_either_side(text: str, first: int, cue: str) -> None:
    heard = Heard(0, sentence(text), ((report("cried", first), None),), None)
    (found,) = heard.quoted()
    assert (found.kind, found.cue) == ("direct", cue)


def test_a_cue_whose_content_it_is_is_taken_from_farther() -> None:
    text = f"Ann cried one two three four {QUOTED} again."
    heard = Heard(0, sentence(text), ((report("cried", 1, ((6, 8),)), None),), None)
    assert [found.cue for found in heard.quoted()] == ["cried"]


def test_of_two_cues_the_nearer_is_taken() -> None:
    tokens = sentence(f"{QUOTED} one cried two three roared.")
    for order in ((2, 5), (5, 2)):
        said = tuple((report(tokens[first].lower, first), None) for first in order)
        assert [found.cue for found in Heard(0, tokens, said, None).quoted()] == ["cried"]
