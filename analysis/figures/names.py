"""Short names for articles and topics, the same wherever they are shown."""

from __future__ import annotations

from collections import Counter

import pandas as pd

from analysis.figures.wording import clean, shorten


def article_names(articles: pd.DataFrame) -> dict[str, str]:
    """A name for each article: outlet and year; with the day, then with the id, where that would name two.

    Args:
        articles: columns `article_id`, `outlet` and `date` (ISO, or empty).
    """
    ids = articles["article_id"].tolist()
    outlets = [clean(str(outlet)) for outlet in articles["outlet"]]
    dates = [str(date) for date in articles["date"]]
    by_year = [f"{outlet} {date[:4]}".strip() for outlet, date in zip(outlets, dates, strict=True)]
    by_day = [f"{outlet} {date}".strip() for outlet, date in zip(outlets, dates, strict=True)]
    by_id = [f"{outlet} ({article_id})" for outlet, article_id in zip(outlets, ids, strict=True)]
    choices = [(Counter(names), names) for names in (by_year, by_day)]
    return {
        article_id: next((names[place] for found, names in choices if found[names[place]] == 1), by_id[place])
        for place, article_id in enumerate(ids)
    }


def topic_names(topics: pd.DataFrame, most: int = 66) -> dict[int, str]:
    """Each topic's label, cut to fit a row of a figure."""
    return {
        int(topic): shorten(label, most)
        for topic, label in zip(topics["topic"], topics["label"], strict=True)
    }
