"""Where sentences name persons."""

from __future__ import annotations

import pandas as pd

from analysis.voices import read_names


def names(*sentences: str) -> list[tuple[str, str, str]]:
    """What stands at each name, the full name and the gender, over the sentences of one article."""
    texts = pd.DataFrame(
        {"sentence_id": [f"a:1.{n}" for n in range(len(sentences))], "paragraph_id": "a:1", "text": sentences}
    )
    found = read_names(texts, pd.DataFrame({"paragraph_id": ["a:1"], "article_id": ["a"]}))
    by_id = dict(zip(texts["sentence_id"], texts["text"], strict=True))
    return [
        (by_id[sentence_id][start:end], name, gender)
        for sentence_id, start, end, name, gender in found.itertuples(index=False, name=None)
    ]


def test_a_full_name_is_found_without_its_titles_and_possessive() -> None:
    assert names("President Vladimir Putin's plan failed.") == [
        ("Vladimir Putin", "Vladimir Putin", "masculine")
    ]


def test_a_surname_is_the_person_whom_the_article_names_in_full_before_or_after() -> None:
    assert names("Merkel spoke.", "Then Angela Merkel left.") == [
        ("Merkel", "Angela Merkel", "feminine"),
        ("Angela Merkel", "Angela Merkel", "feminine"),
    ]


def test_a_title_makes_a_person_of_a_surname() -> None:
    assert names("Mrs. Smith spoke to Presidents Putin and Macron.", "President Macron left.") == [
        ("Smith", "Smith", "feminine"),
        ("Macron", "Macron", ""),
        ("Macron", "Macron", ""),
    ]


def test_places_and_bodies_are_nobody() -> None:
    assert names("The United States and NATO met in Berlin.") == []
