"""Every reader keeps to a second of processor time for 100 KB, whatever the text is."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.parsers.limits import CHARACTERS, SECONDS, seconds_of
from tests.parsers.readers import FILES, READERS
from tests.parsers.shapes import EVERY, text

QUICK = 10_000
FIXED = 0.1
"""Seconds that a reader may take for a text of no length: tables have a price of their own."""

STEPS = {"voices": 4, "targets": 5}
"""How many readers of the text each of these is, one behind the other; the others are one."""

LINEAR = 6
"""Times as long for four times the text, at most; a quadratic step takes sixteen times as long."""


def is_in_time(read: Callable[[str], object], shape: str, length: int, steps: int = 1) -> bool:
    """Whether a reader takes no longer than it may for a text of so many characters.

    A busy machine makes it up to three times as slow, so a slow one is looked at again: the time must grow as the text.
    """
    given, quarter = text(shape, length), text(shape, length // 4)
    allowed = FIXED + steps * SECONDS * length / CHARACTERS
    took = seconds_of(lambda: read(given), limit=3 * allowed)
    if took <= allowed:
        return True
    return took <= 3 * allowed and took <= LINEAR * seconds_of(lambda: read(quarter), limit=3 * allowed)


@pytest.fixture(scope="module", autouse=True)
def warm() -> None:
    """Word lists and libraries are loaded before anything is timed."""
    for read in READERS.values():
        read("Ann Smith said: “We are glad of it all.” NATO's aim is <p>clear</p>.\n\nQ: Why?\n\nA: So.")


@pytest.mark.parametrize("shape", EVERY)
@pytest.mark.parametrize("reader", [reader for reader in READERS if reader not in STEPS])
def test_a_text_of_one_thing_over_and_over_is_read_in_time(reader: str, shape: str) -> None:
    assert is_in_time(READERS[reader], shape, QUICK)


@pytest.mark.slow
@pytest.mark.parametrize("shape", EVERY)
@pytest.mark.parametrize("reader", READERS)
def test_100_kb_of_one_thing_over_and_over_are_read_in_time(reader: str, shape: str) -> None:
    assert is_in_time(READERS[reader], shape, CHARACTERS, STEPS.get(reader, 1))


@pytest.mark.slow
@pytest.mark.parametrize("shape", EVERY)
@pytest.mark.parametrize("form", FILES)
def test_100_kb_of_one_thing_over_and_over_in_a_file_are_read_in_time(
    form: str, shape: str, tmp_path: Path
) -> None:
    assert is_in_time(lambda given: FILES[form](given, tmp_path / "a"), shape, CHARACTERS)


def test_a_quadratic_reader_is_found() -> None:
    def read(given: str) -> list[str]:
        return [given[:at].replace("a", "bb") for at in range(0, len(given), 2)]

    assert not is_in_time(read, "one word", 40_000)
