"""Which article is whose."""

from __future__ import annotations

from analysis.compare.design import Design


def test_a_design_does_not_depend_on_the_order_of_its_articles() -> None:
    owners = {"b": "Herald", "a": "Times", "c": "Gazette", "d": "Herald"}
    for design in (Design.of(owners), Design.of(dict(reversed(owners.items())))):
        assert design.articles == ("a", "b", "c", "d")
        assert design.outlets == ("Gazette", "Herald", "Times")
        assert design.labels.tolist() == [2, 1, 0, 1]
        assert design.sizes == (1, 2, 1)
        assert design.members().tolist() == [[0, 0, 1, 0], [0, 1, 0, 1], [1, 0, 0, 0]]


def test_no_articles_make_an_empty_design() -> None:
    design = Design.of({})
    assert design.sizes == ()
    assert design.members().shape == (0, 0)
