"""No regular expression of the package needs time that grows faster than the text."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable

import pytest

from tests.parsers.limits import CHARACTERS, SECONDS, seconds_of
from tests.parsers.patterns import METHODS, Used, made, made_by_functions, modules, patterns_of
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


def too_slow(used: Used, *, together: bool = False) -> str:
    """The beginning of a long text, made of an expression, that takes too long; "" where there is none."""
    texts = (hostile(used.pattern, length, together=together) for length in (SHORT, LARGE))
    for short, large in zip(*texts, strict=True):
        if seconds_of(work(used, short), limit=0.25) < SLOW * len(short):
            continue
        allowed = SECONDS / CHARACTERS * len(large)
        if seconds_of(work(used, large), limit=2 * allowed) > allowed:
            return f"{large[:60]}..."
    return ""


def slow_ones(expressions: Iterable[Used], *, together: bool = False) -> dict[str, str]:
    """The expressions that need more than they may for some text, and the beginning of that text."""
    found = {used.where: too_slow(used, together=together) for used in expressions}
    return {where: text for where, text in found.items() if text}


@pytest.mark.parametrize("module", modules())
def test_every_expression_of_a_module_reads_hostile_texts_in_time(module: str) -> None:
    assert slow_ones(patterns_of(module)) == {}


@pytest.mark.slow
@pytest.mark.parametrize("module", modules())
def test_every_expression_of_a_module_reads_texts_of_several_pumps_in_time(module: str) -> None:
    assert slow_ones(patterns_of(module), together=True) == {}


def test_expressions_that_functions_make_read_hostile_texts_in_time() -> None:
    assert slow_ones(Used(where, pattern, METHODS) for where, pattern in made().items()) == {}


def test_every_expression_that_a_function_makes_has_an_example_here() -> None:
    assert made_by_functions() <= {where.partition(",")[0] for where in made()}


def test_expressions_are_found_in_modules_in_records_and_inside_functions() -> None:
    held = {
        used.where: used
        for module in ("corpus.outlets.tass", "settings")
        for used in patterns_of(f"analysis.{module}")
    }
    assert "analysis.corpus.outlets.tass.RULES.dateline" in held
    assert held["analysis.settings._is_date"].methods == {"fullmatch"}
    assert len(modules()) > 60


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
