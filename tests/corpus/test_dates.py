"""Where the date of an article comes from, in which order, and how it is written."""

from __future__ import annotations

import pytest

from analysis.corpus.blocks import Block
from analysis.corpus.dates import find_date, iso_date
from analysis.settings import Source

URL = "https://paper.example/2016/02/29/a-story"


def line(text: str, role: str = "date") -> Block:
    return Block(0, len(text), text, 1, 1, "boilerplate", role)


@pytest.mark.parametrize(
    ("entry", "lines", "url", "expected"),
    [
        (
            Source(file="a", outlet="H", date="2001-02-03", date_reason="the paper's archive"),
            [line("May 3, 2019")], URL, ("2001-02-03", "inferred: the paper's archive"),
        ),
        (
            Source(file="a", outlet="H", date="2001-02-03"),
            [line("May 3, 2019")], URL, ("2001-02-03", "stated in the manifest"),
        ),
        (
            Source(file="a", outlet="H"),
            [line("May 1, 2019", "body"), line("Updated: **May 3, 2019** at 10:15"), line("May 4, 2019")], URL,
            ("2019-05-03", "stated in the text: May 3, 2019"),
        ),
        (
            Source(file="a", outlet="H"),
            [line("No date"), line("February 30, 2019"), line("1 March 2019")], URL,
            ("2019-03-01", "stated in the text: 1 March 2019"),
        ),
        (Source(file="a", outlet="H"), [], URL, ("2016-02-29", "inferred: the url holds 2016/02/29")),
        (
            Source(file="a", outlet="H"), [], URL.replace("2016", "2017"),
            ("", "unknown: neither text nor manifest states it"),
        ),
        (Source(file="a", outlet="H"), [], "", ("", "unknown: neither text nor manifest states it")),
    ],
)  # fmt: skip
def test_the_manifest_tells_the_date_before_the_text_and_the_text_before_the_url(
    entry: Source, lines: list[Block], url: str, expected: tuple[str, str]
) -> None:
    assert find_date(lines, entry, url) == expected


MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip


@pytest.mark.parametrize(("month", "number"), [(month, place) for place, month in enumerate(MONTHS, start=1)])
def test_every_month_is_known_by_its_name_and_its_first_three_letters_in_any_case(
    month: str, number: int
) -> None:
    expected = f"2019-{number:02d}-09"
    for name in (month, month[:3], month.upper(), month.lower()):
        assert iso_date(f"{name} 9, 2019") == iso_date(f"9 {name} 2019") == expected


@pytest.mark.parametrize(
    "text", ["", "May", "May 2019", "May 3, 2019 10:15", "3, 2019", "2019-05", "2019-05-03-04", "Mai 0, 2019"]
)
def test_what_is_no_day_month_and_year_is_no_date(text: str) -> None:
    assert iso_date(text) == ""
