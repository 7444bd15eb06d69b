from __future__ import annotations

import pandas as pd

from analysis.figures.names import article_names


def names(*rows: tuple[str, str, str]) -> list[str]:
    return list(article_names(pd.DataFrame(rows, columns=["article_id", "outlet", "date"])).values())


def test_an_article_is_called_by_its_outlet_and_year() -> None:
    assert names(("a", "Gazette", "2010-01-02"), ("b", "Herald", "2010-05-06")) == [
        "Gazette 2010",
        "Herald 2010",
    ]


def test_two_of_one_year_are_told_apart_by_day_and_two_of_one_day_by_id() -> None:
    found = names(
        ("a", "Gazette", "2010-01-02"), ("b", "Gazette", "2010-05-06"), ("c", "Gazette", "2010-05-06"),
        ("d", "Gazette", ""), ("e", "Gazette", ""),
    )  # fmt: skip
    assert found == ["Gazette 2010-01-02", "Gazette (b)", "Gazette (c)", "Gazette (d)", "Gazette (e)"]
