"""Which rows of a long table are drawn, which outlets, and what is said of those that are not."""

from __future__ import annotations

import pandas as pd
import pytest

from analysis.figures import outlets, sampled, scope, style
from analysis.figures.scope import Scope


def rows(**sizes: int) -> pd.DataFrame:
    """So many rows of each outlet."""
    names = [outlet for outlet, size in sizes.items() for _ in range(size)]
    return pd.DataFrame(
        {"outlet": names, "name": [f"{outlet}-{place}" for place, outlet in enumerate(names)]}
    )


def drawn(data: pd.DataFrame, most: int) -> pd.DataFrame:
    """Those that are drawn."""
    return sampled.drawn(sampled.with_drawn(data, data["name"], data["name"], most=most))


def test_a_table_that_fits_is_drawn_as_it_is() -> None:
    data = rows(Gazette=3, Herald=2)
    kept = sampled.with_drawn(data, data["name"], data["name"], most=5)
    assert kept is data
    assert not sampled.told(kept, "rows")


def test_each_outlet_keeps_one_row_and_its_part_of_the_rest() -> None:
    # Two rows are set aside, one for each; of the other 101 there is room for 8: 100 * 8/101 = 7.9 and 1 * 8/101 = 0.1.
    sizes = drawn(rows(Gazette=101, Herald=2), 10)["outlet"].value_counts().to_dict()
    assert sizes == {"Gazette": 8, "Herald": 1}


def test_the_same_rows_are_drawn_in_any_order() -> None:
    data = rows(Gazette=60, Herald=40)
    shuffled = data.sample(frac=1, random_state=3)
    assert set(drawn(data, 20)["name"]) == set(drawn(shuffled, 20)["name"])


def test_the_caption_states_how_many_of_how_many_are_drawn() -> None:
    data = rows(Gazette=101, Herald=2)
    told = sampled.told(sampled.with_drawn(data, data["name"], data["name"], most=10), "rows")
    assert told.startswith(" Drawn are 9 of 103 rows, chosen by a hash of their content")


def test_up_to_96_outlets_no_two_look_alike() -> None:
    looks = style.looks([f"Paper {number}" for number in range(96)])
    assert len({(look.colour, look.marker) for look in looks.values()}) == 96


def test_of_many_outlets_those_with_the_most_articles_have_room_in_the_order_of_the_study() -> None:
    ordered = [f"Paper {number}" for number in range(20)]
    counts = dict.fromkeys(ordered, 1) | {"Paper 19": 9}
    assert outlets.with_room(counts, ordered) == [*ordered[:14], "Paper 19"]
    assert outlets.with_room(counts, ordered[:15]) == ordered[:15]


def test_a_table_is_cut_where_scope_says_so_and_the_others_by_text_with_it() -> None:
    said = pd.DataFrame(
        {"table": ["paragraphs", "names", "articles"], "rows": [90, 4, 30], "shown": [9, 4, 3]}
    )
    texts = pd.DataFrame({"article_id": ["a", "a", "b", "c"]})
    held = Scope.of(
        {"scope": said, "articles": pd.DataFrame({"article_id": ["a", "b", "c"]}), "paragraphs": texts}
    )
    assert held.is_cut("paragraphs") and held.is_cut("sentences")
    assert not held.is_cut("names") and not held.is_cut("estimates")
    assert held.sample == "the reading sample of 3 of 30 articles"


@pytest.mark.parametrize("tables", [{}, {"scope": pd.DataFrame()}])
def test_without_a_scope_nothing_is_cut(tables: dict[str, pd.DataFrame]) -> None:
    assert not Scope.of(tables).is_sample
    assert not Scope.of(tables).is_cut("paragraphs")


def test_a_figure_of_sums_is_not_said_to_be_of_a_sample() -> None:
    held = Scope({"word_voices": (9, 3), "quotes": (4, 2)}, 30, 3)
    sums = pd.DataFrame({"outlet": ["Gazette"], "words": [9]})
    assert scope.instead("who-speaks", held, {"words_by_speaker": sums}) == {
        "word_voices": "words_by_speaker"
    }
    assert not scope.told("who-speaks", ("words_by_speaker",), held)
    assert "Counted here is the reading sample of 3 of 30 articles" in scope.told(
        "speakers", ("word_voices",), held
    )
    assert "the verbs in brackets are the commonest of the reading sample" in scope.told(
        "reporting-verbs", ("reporting_verbs", "quotes"), held
    )
