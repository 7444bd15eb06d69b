"""No regular expression of the package needs time that grows faster than the text."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest

from tests.parsers.limits import CHARACTERS, SECONDS, seconds_of
from tests.parsers.patterns import MADE, Used, every_pattern, made_by_functions
from tests.parsers.pumping import hostile

SHORT, LARGE = 1_200, 24_000
"""Characters of the first try, and of the second, which only the slow of the first are given."""

SLOW = 0.5e-6
"""Seconds for a character, above which a short text is slow enough for another look; linear ones need a tenth."""


def work(used: Used, text: str) -> Callable[[], object]:
    """All that the package does with an expression, on one text."""
    pattern, methods = used.pattern, used.methods

    def run() -> None:
        for method in methods & {"search", "match", "fullmatch"}:
            getattr(pattern, method)(text)
        if methods - {"search", "match", "fullmatch"}:
            for _ in pattern.finditer(text):
                pass

    return run


def too_slow(used: Used) -> str:
    """The beginning of a long text, made of an expression, that takes too long; "" where there is none."""
    for short, large in zip(hostile(used.pattern, SHORT), hostile(used.pattern, LARGE), strict=True):
        if seconds_of(work(used, short), limit=0.25) < SLOW * len(short):
            continue
        allowed = SECONDS / CHARACTERS * len(large)
        if seconds_of(work(used, large), limit=2 * allowed) > allowed:
            return large[:60]
    return ""


@pytest.mark.parametrize("used", every_pattern(), ids=lambda used: used.where)
def test_an_expression_reads_a_hostile_text_in_time(used: Used) -> None:
    assert too_slow(used) == "", used.pattern.pattern


def test_every_expression_that_a_function_makes_has_an_example_here() -> None:
    assert made_by_functions() <= {where.partition(",")[0] for where in MADE}


@pytest.mark.parametrize(
    "expression",
    [
        r"\s+x",
        r"[a-z]+\d",
        r"<!--.{0,100000}?-->",
        r"(?:a|a)+b",
        r"\w*\w*\w*!",
        r"(\w+ )+$",
        r"# +([^\n]+)\n",
    ],
)
def test_the_attack_finds_expressions_that_are_not_linear(expression: str) -> None:
    assert too_slow(Used("here", re.compile(expression), frozenset({"search"})))


@pytest.mark.parametrize("expression", [r"\s+", r"[a-z]+\d?", r"<[^<>]*>", r"^\w+:", r"(?:ab|cd)+"])
def test_the_attack_leaves_linear_expressions_in_peace(expression: str) -> None:
    assert too_slow(Used("here", re.compile(expression), frozenset({"search", "findall"}))) == ""
