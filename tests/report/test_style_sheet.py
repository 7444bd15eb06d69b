"""The colours of the page can be told apart in both themes (WCAG 2.2, 1.4.3 and 1.4.11)."""

from __future__ import annotations

import re

import pytest

from analysis.figures.style import looks
from analysis.report.assets import asset

STYLE = str(asset("style.css"))
LIGHT, DARK = (
    dict(re.findall(r"--(\w+): (#\w+);", block)) for block in re.findall(r":root \{([^}]*)\}", STYLE)[:2]
)


def luminance(colour: str) -> float:
    """Relative luminance of an sRGB colour."""
    parts = (int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5))
    linear = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return sum(weight * part for weight, part in zip((0.2126, 0.7152, 0.0722), linear, strict=True))


def contrast(one: str, other: str) -> float:
    """Contrast ratio of two colours, 1 to 21."""
    high, low = sorted((luminance(one), luminance(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize("ink", ["ink", "muted", "accent"])
@pytest.mark.parametrize("ground", ["paper", "plate"])
def test_text_stands_out_from_its_ground(theme: dict[str, str], ink: str, ground: str) -> None:
    assert contrast(theme[ink], theme[ground]) >= 4.5


@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=["light", "dark"])
def test_the_first_four_outlets_stand_out_from_the_page(theme: dict[str, str]) -> None:
    first = list(looks(list("abcdefgh")).values())[:4]
    assert all(contrast(look.colour, theme["paper"]) >= 3 for look in first)


def test_both_themes_name_the_same_colours() -> None:
    assert set(LIGHT) == set(DARK)


def test_there_is_a_style_for_print_and_for_the_phone() -> None:
    assert "@media print" in STYLE
    assert "@media (max-width: 48rem)" in STYLE
    assert ":focus-visible" in STYLE


def test_on_a_phone_a_table_keeps_its_first_column_and_shows_that_it_goes_on() -> None:
    phone = STYLE.split("@media (max-width: 40rem)")[1].split("@media", maxsplit=1)[0]
    assert "td:first-child { position: sticky; left: 0;" in phone
    assert "background: var(--paper)" in phone
    assert "no-repeat local" in phone
