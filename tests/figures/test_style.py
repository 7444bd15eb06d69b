from __future__ import annotations

import matplotlib as mpl
import pandas as pd

from analysis.figures import style


def test_twenty_outlets_have_twenty_different_looks() -> None:
    chosen = style.looks([f"outlet {number}" for number in range(20)]).values()
    assert len({(look.colour, look.marker) for look in chosen}) == 20


def test_neighbouring_outlets_differ_in_colour_and_in_marker() -> None:
    first = list(style.looks(list("abcdefgh")).values())
    assert len({look.colour for look in first}) == 8
    assert len({look.marker for look in first}) == 8


def test_colours_are_those_of_okabe_and_ito() -> None:
    palette = {mpl.colors.to_hex(colour) for colour in mpl.colormaps["okabe_ito"].colors}  # type: ignore[attr-defined]
    assert {look.colour for look in style.looks(list("abcdefgh")).values()} == palette


def test_an_outlet_keeps_its_look_where_another_is_missing() -> None:
    outlets = pd.CategoricalDtype(["a", "b", "c"], ordered=True)
    everyone = pd.DataFrame({"outlet": pd.Series(["a", "b", "c"], dtype=outlets)})
    assert style.looks_of(everyone.tail(1)) == {"c": style.looks(["a", "b", "c"])["c"]}


def test_pale_colours_have_a_dark_edge() -> None:
    by_colour = {look.colour: look.edge for look in style.looks(list("abcdefgh")).values()}
    assert {colour for colour, edge in by_colour.items() if edge == style.INK} == {
        "#e69f00",
        "#56b4e9",
        "#f0e442",
    }


def test_the_style_is_gone_after_the_figure() -> None:
    before = dict(mpl.rcParams)
    with style.context():
        assert mpl.rcParams["svg.fonttype"] == "none"
    assert dict(mpl.rcParams) == before


def test_the_user_s_own_matplotlib_settings_do_not_reach_a_figure() -> None:
    with mpl.rc_context({"lines.linewidth": 9.0, "font.size": 30.0}), style.context():
        assert mpl.rcParams["lines.linewidth"] == mpl.rcParamsDefault["lines.linewidth"]
        assert mpl.rcParams["font.size"] == style.SIZE
