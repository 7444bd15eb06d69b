"""The five bundled articles, read as a person reads them."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from analysis.corpus import Corpus
from analysis.corpus.plain import folded
from analysis.settings import Settings

CHECKED = Path(__file__).parent / "bundled_paragraphs.csv"
"""Kind, role and speaker of every paragraph, each compared with its source by eye."""


def source_of(bundled: Settings, corpus: Corpus, article_id: str) -> str:
    path = corpus.articles.set_index("article_id").loc[article_id, "source_path"]
    return (bundled.folder / str(path)).read_bytes().decode()


def test_every_paragraph_has_the_kind_and_speaker_that_a_reader_gives_it(
    corpus: Corpus,
) -> None:
    with CHECKED.open(encoding="utf-8", newline="") as file:
        expected = [tuple(row) for row in csv.reader(file)][1:]
    rows = corpus.paragraphs
    words = rows["text"].str.split().str[:6].str.join(" ")
    found = list(
        zip(
            rows["paragraph_id"],
            rows["kind"],
            rows["role"],
            rows["speaker"],
            words,
            strict=True,
        )
    )
    assert found == expected


def test_every_character_of_a_file_is_in_exactly_one_paragraph(bundled: Settings, corpus: Corpus) -> None:
    for article_id, rows in corpus.paragraphs.groupby("article_id"):
        source = source_of(bundled, corpus, str(article_id))
        starts, ends = list(rows["source_start"]), list(rows["source_end"])
        assert starts == [0, *ends[:-1]]
        assert ends[-1] == len(source)


def test_the_text_of_a_paragraph_stands_at_its_offsets(bundled: Settings, corpus: Corpus) -> None:
    for row in corpus.paragraphs.itertuples():
        source = source_of(bundled, corpus, str(row.article_id))
        assert folded(source[int(str(row.source_start)) : int(str(row.source_end))]) == row.text


@pytest.mark.parametrize(
    ("article_id", "kinds"),
    [
        ("moscow-times-2012", {"body": 18}),
        ("moscow-times-2010", {"body": 9}),
        ("moscow-times-2014", {"body": 9}),
        ("tass-2014", {"body": 9}),
        ("sputnik-2020", {"body": 2, "question": 9, "answer": 48}),
    ],
)
def test_the_analysed_paragraphs_number_104(corpus: Corpus, article_id: str, kinds: dict[str, int]) -> None:
    analysed = corpus.paragraphs[corpus.paragraphs["analysed"]]
    assert analysed.loc[analysed["article_id"] == article_id, "kind"].value_counts().to_dict() == kinds
    assert len(analysed) == 104


@pytest.mark.parametrize(
    ("article_id", "start", "end"),
    [
        (
            "moscow-times-2012",
            "Moscow has been highly critical",
            "dismissed that criticism Tuesday as hardly justified.",
        ),
        (
            "moscow-times-2012",
            "The NATO official who spoke anonymously",
            'the most developed," the official said.',
        ),
        (
            "moscow-times-2014",
            '"It is precisely at such a moment',
            "a rights and security group.",
        ),
    ],
)
def test_a_paragraph_broken_by_a_page_is_one_again(
    corpus: Corpus, article_id: str, start: str, end: str
) -> None:
    rows = corpus.paragraphs[corpus.paragraphs["article_id"] == article_id]
    (text,) = rows.loc[rows["text"].str.startswith(start), "text"]
    assert text.endswith(end)


def test_the_articles_state_their_dates_or_say_what_they_are_inferred_from(
    corpus: Corpus,
) -> None:
    rows = corpus.articles.set_index("article_id")
    assert dict(rows["date"]) == {
        "moscow-times-2010": "2010-09-22",
        "moscow-times-2012": "2012-04-18",
        "moscow-times-2014": "2014-09-04",
        "tass-2014": "2014-11-05",
        "sputnik-2020": "2020-09-17",
    }
    assert rows.loc["moscow-times-2012", "date_source"] == "stated in the text: April 18, 2012"
    assert str(rows.loc["tass-2014", "date_source"]).startswith("inferred: the dateline gives November 5;")


def test_urls_and_bylines_come_from_the_text(corpus: Corpus) -> None:
    rows = corpus.articles.set_index("article_id")
    assert rows.loc["moscow-times-2012", "byline"] == "Nikolaus von Twickel"
    assert rows.loc["moscow-times-2010", "byline"] == "The Moscow Times"
    assert (
        rows.loc["moscow-times-2010", "url"]
        == "https://www.themoscowtimes.com/2010/09/22/groundwork-laid-for-medvedev-nato-talks-a1639"
    )
    assert rows.loc["tass-2014", "url"] == ""


def test_the_audit_accounts_for_every_character_and_knows_every_line(
    corpus: Corpus,
) -> None:
    shares = corpus.audit.groupby("article_id")["share"].sum()
    assert list(shares) == pytest.approx([1.0] * 5)
    assert corpus.audit["characters"].sum() == 2292 + 3776 + 2110 + 2486 + 47829
    assert corpus.unknown_lines.empty


def test_reading_twice_gives_the_same_tables(bundled: Settings, corpus: Corpus) -> None:
    from analysis.corpus import read_corpus

    again = read_corpus(bundled)
    assert again.paragraphs.equals(corpus.paragraphs)
    assert again.articles.equals(corpus.articles)


def test_the_datasheet_gives_the_words_of_each_article(bundled: Settings, corpus: Corpus) -> None:
    analysed = corpus.paragraphs[corpus.paragraphs["analysed"]]
    words = analysed["plain"].map(lambda text: len(text.split())).groupby(analysed["article_id"]).sum()
    sheet = (bundled.folder / "DATASHEET.md").read_text(encoding="utf-8")
    rows = [line.split(" | ") for line in sheet.splitlines() if line.startswith("| ") and "articles/" in line]
    assert {row[0].removeprefix("| "): int(row[4].replace(",", "")) for row in rows} == words.to_dict()
