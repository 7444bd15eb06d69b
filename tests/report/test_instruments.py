"""The page on its instruments: cards before findings, stale ones not quoted, and disagreements to read."""

from __future__ import annotations

import pandas as pd
import pytest

from analysis.report.cards import NOT_VALID
from tests.figures import small
from tests.report.reading import Page, read
from tests.report.studies import rendered


@pytest.fixture(scope="module")
def html() -> str:
    """The page of the small study."""
    return rendered(small.all_tables())["index.html"].decode()


@pytest.fixture(scope="module")
def page(html: str) -> Page:
    """The same, read."""
    return read({"index.html": html.encode()})


def prose(page: Page) -> str:
    return " ".join(page.prose.split())


def test_the_instruments_stand_before_the_first_finding_and_their_cards_before_the_sections(
    html: str,
) -> None:
    assert html.index('id="validity-lines"') < html.index('class="finding"')
    assert html.index('id="card-by-hand-gold"') < html.index('<section id="voices"')


def test_every_figure_of_a_card_can_be_cited(page: Page) -> None:
    assert {
        "card-by-hand-gold", "row-card-by-hand-gold-Pearson-r-all", "row-card-by-hand-gold-Pearson-r-outlet-fox",
        "row-card-seeds-gold-AUC-frame-economic", "row-validity-by-hand-1", "row-validity-unmeasured-1",
    } <= set(page.ids)  # fmt: skip
    assert "0.550 0.500 to 0.600 200" in prose(page)
    assert {link[1:] for link in page.links if link.startswith("#")} <= set(page.ids)


def test_a_stale_card_is_marked_and_its_figures_are_nowhere(page: Page) -> None:
    assert prose(page).lower().count("stale and not quoted: measured on version 1, in use is 2") == 3
    assert "0.123" not in page.text
    assert "row-card-guess-gold-macro-F1-all" not in page.ids


def test_a_frame_whose_interval_reaches_below_60_is_not_valid_here(page: Page) -> None:
    assert prose(page).count(NOT_VALID) == 1
    assert (
        "Seeds Gold n = 300 AUC 0.64 to 0.75 over 2 frames Not valid here: Economic consequences (generic frame)"
        in prose(page)
    )


def test_an_instrument_without_a_card_is_called_not_measured(page: Page) -> None:
    assert "Unmeasured – Not measured read it as what it computes: the tone of words" in prose(page)


def test_an_instrument_measured_on_several_sets_has_one_line_with_each_figure_the_largest_set_first() -> None:
    tables = small.all_tables()
    more = small.cards().head(1).assign(card="by-hand-silver", data="Silver")
    figure = small.validity().head(1).assign(card="by-hand-silver", value=0.1, low=0.0, high=0.2, n=90)
    tables["cards"] = pd.concat([tables["cards"], more], ignore_index=True)
    tables["validity"] = pd.concat([tables["validity"], figure], ignore_index=True)
    text = prose(read(rendered(tables)))
    assert "By hand Gold n = 200 Pearson r 0.55 (0.50 to 0.60) On Silver: 0.10 (0.00 to 0.20), n = 90" in text


def test_cards_of_instruments_that_are_not_used_stand_apart(html: str) -> None:
    assert html.index("Measured for comparison") < html.index('id="card-other-gold"')
    assert 'href="#card-other-gold"' not in html


def test_the_card_tells_its_data_licence_split_and_limits(page: Page) -> None:
    text = prose(page)
    for told in ("Roe (2020)", "MIT", "the test part", "Made by hand.", "Not real."):
        assert told in text


def test_a_study_without_cards_says_so_and_one_without_instruments_has_no_section() -> None:
    tables = small.all_tables()
    bare = read(rendered(tables | {name: tables[name].iloc[:0] for name in ("cards", "validity")}))
    assert "No instrument in use has a validity card." in prose(bare)
    none = read(rendered({name: table for name, table in tables.items() if name != "instruments"}))
    assert not {"validity", "validity-lines"} & set(none.ids)
    assert {link[1:] for link in none.links if link.startswith("#")} <= set(none.ids)


def test_disagreements_come_with_sentence_scores_words_and_place(page: Page) -> None:
    text = " ".join(page.text.split())
    assert "“The harbour is lost,” the captain said." in text
    assert "tone (a) −0.90, z = −2.0; stance c +0.80, z = 1.5Words in the lists: a: lost −1.3" in text
    assert {"row-disagreement-g1:3.1", "row-disagreement-h1:1.1", "disagreements"} <= set(page.ids)


def test_pairs_of_instruments_are_rows_with_their_range_over_articles(page: Page) -> None:
    assert "tone (a) – tone (b) 10 +0.80 +0.70 +0.90 88% of 8" in prose(page)
    assert "row-agreement-tone-a-stance-c" in page.ids


def test_with_one_instrument_the_section_is_left_out() -> None:
    tables = small.all_tables()
    for name in ("instrument_agreement", "disagreement"):
        tables[name] = tables[name].iloc[:0]
    alone = read(rendered(tables))
    assert not {"agreement", "figure-instrument-agreement", "disagreements"} & set(alone.ids)
    assert "Do the instruments agree?" not in prose(alone)
