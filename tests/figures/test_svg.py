from __future__ import annotations

import re
import xml.etree.ElementTree as ET

import pytest
from matplotlib.figure import Figure

from analysis.figures import style
from analysis.figures.svg import inlined, to_svg

HOSTILE = 'id="x" <script>alert(1)</script> & $5 and $6 url(#y) 中'


@style.styled
def a_figure(text: str = "A label") -> Figure:
    figure = style.blank(200, 100)
    axes = figure.add_axes((0.1, 0.1, 0.8, 0.8))
    axes.plot([1, 2, 3], [1 / 3, 2 / 3, 1], marker="o", color=style.INK)
    axes.set_title(text)
    return figure


def drawn(slug: str = "one", text: str = "A label", alt: str = "What it shows.") -> str:
    return to_svg(a_figure(text), slug, "A question?", alt)


def test_two_drawings_of_a_figure_are_the_same_text() -> None:
    assert drawn() == drawn()


def test_two_figures_in_one_page_share_no_id() -> None:
    ids = [re.findall(r'\bid="([^"]+)"', drawn(slug)) for slug in ("one", "two")]
    assert ids[0]
    assert not set(ids[0]) & set(ids[1])


def test_every_reference_inside_a_drawing_resolves() -> None:
    svg = drawn()
    assert set(re.findall(r'href="#([^"]+)"|url\(#([^)]+)\)', svg))
    for reference in re.findall(r'(?:href="#|url\(#)([^")]+)', svg):
        assert f'id="{reference}"' in svg


def test_text_stays_text_whatever_it_says() -> None:
    root = ET.fromstring(drawn(text=HOSTILE, alt=HOSTILE))  # noqa: S314 - our own drawing
    texts = [element.text for element in root.iter("{http://www.w3.org/2000/svg}text")]
    assert HOSTILE in texts
    assert root.find("{http://www.w3.org/2000/svg}desc").text == HOSTILE  # type: ignore[union-attr]
    assert root.find(".//{http://www.w3.org/2000/svg}script") is None


def test_a_drawing_names_neither_a_date_nor_its_maker() -> None:
    assert not re.search(r"metadata|dc:date|Matplotlib|20\d\d-", drawn())


def test_coordinates_have_at_most_two_decimals() -> None:
    assert not re.search(r"\d\.\d{3,}", drawn())


def test_a_drawing_in_the_page_takes_the_page_s_ink_and_has_no_plate() -> None:
    svg = drawn()
    inside = inlined(svg, "What it shows.")
    assert "var(--ink)" in inside
    assert style.INK not in inside
    assert style.PAPER not in inside
    assert "patch_1" in svg
    assert "patch_1" not in inside
    assert 'aria-label="What it shows."' in inside
    assert "<title" not in inside


@pytest.mark.parametrize("alt", ['"><script>', "a \\1 \\g<0> b"])
def test_an_alt_text_cannot_leave_its_attribute(alt: str) -> None:
    root = ET.fromstring(inlined(drawn(alt=alt), alt))  # noqa: S314 - our own drawing
    assert root.get("aria-label") == alt


def test_a_stand_alone_drawing_keeps_its_white_plate_and_plain_colours() -> None:
    svg = drawn()
    assert f"fill: {style.PAPER}" in svg
    assert "var(" not in svg
