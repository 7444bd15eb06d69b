"""A whole article by all rules: its row, and the rows of its paragraphs."""

from __future__ import annotations

import dataclasses

import pytest

from analysis.corpus.article import read_article
from analysis.corpus.corpus import article_ids, slug
from analysis.corpus.source import SourceText
from analysis.records import Article, Paragraph
from analysis.settings import Outlet, Source

FIRST = " ".join(["First"] * 41) + "."
TEXT = (
    f"# A *great* story\n\nBy Jane Roe\n\nMay 3, 2019\n\n{FIRST}\n\n## Below\n\n© A. Name\n\n"
    "Second one, it is here.\n\nOdd line\n\nIt ends.\n\nAll rights reserved.\n\n"
    "Original url: <https://paper.example/2018/01/02/a> More."
)
OUTLET = Outlet("The Herald", ("Herald",))
ENTRY = Source(file="a.txt", outlet="The Herald")


def read(entry: Source = ENTRY, text: str = TEXT) -> tuple[Article, list[Paragraph]]:
    return read_article(SourceText("a.txt", text, "abc"), entry, OUTLET, "a", recurring={"it ends."})


def test_every_paragraph_has_its_place_kind_and_words() -> None:
    _, rows = read()
    assert [(row.kind, row.role, row.analysed) for row in rows] == [
        ("headline", "headline", False),
        ("boilerplate", "byline", False),
        ("boilerplate", "date", False),
        ("body", "body", True),
        ("headline", "subheading", False),
        ("caption", "caption", False),
        ("body", "body", True),
        ("boilerplate", "unknown line", False),
        ("boilerplate", "listed boilerplate", False),
        ("boilerplate", "end matter", False),
        ("boilerplate", "end matter", False),
    ]
    assert [(row.paragraph_id, row.ordinal) for row in rows] == [(f"a:{n}", n) for n in range(1, 12)]
    assert {(row.article_id, row.outlet, row.speaker) for row in rows} == {("a", "The Herald", "The Herald")}
    assert (rows[0].text, rows[0].plain) == ("# A *great* story", "A great story")
    assert all(TEXT[row.source_start : row.source_end].strip() == row.text for row in rows)


def test_what_the_page_adds_is_the_republisher_s_and_the_rest_the_outlet_s() -> None:
    article, rows = read(dataclasses.replace(ENTRY, republisher="A Mirror"))
    page = {row.kind for row in rows if row.speaker == "A Mirror"}
    assert (page, article.republisher) == ({"caption", "boilerplate"}, "A Mirror")
    assert {row.speaker for row in rows if row.kind not in page} == {"The Herald"}
    assert {row.outlet for row in rows} == {"The Herald"}


def test_an_article_tells_of_itself_what_the_manifest_does_not() -> None:
    article, _ = read()
    assert article == Article(
        article_id="a", outlet="The Herald", republisher="", date="2019-05-03",
        date_source="stated in the text: May 3, 2019", headline="A great story", byline="Jane Roe", genre=ENTRY.genre,
        url="https://paper.example/2018/01/02/a", source_path="a.txt", sha256="abc",
    )  # fmt: skip


def test_what_the_manifest_says_of_an_article_stands() -> None:
    entry = dataclasses.replace(
        ENTRY,
        headline="Another",
        byline="By itself",
        url="https://x.example/",
        genre="opinion",
        date="2001-02-03",
    )
    article, rows = read(entry)
    assert (article.headline, article.byline, article.url) == ("Another", "By itself", "https://x.example/")
    assert (article.genre, article.date, article.date_source) == (
        "opinion",
        "2001-02-03",
        "stated in the manifest",
    )
    assert rows[0].role != "headline"


@pytest.mark.parametrize(
    ("line", "url"),
    [
        ("ORIGINAL URL https://a.example/x", "https://a.example/x"),
        ("Original url:\n\n<https://a.example/x>", "https://a.example/x"),
        ("See https://a.example/x", ""),
        ("Original url: none; https://a.example/x", ""),
    ],
)
def test_a_url_is_the_one_behind_its_words_in_the_end_matter(line: str, url: str) -> None:
    article, _ = read(text=f"# Title\n\n{FIRST}\n\nAll rights reserved.\n\n{line}")
    assert article.url == url
    without, _ = read(text=f"# Title\n\n{FIRST}\n\n{line.replace(':', ' is')}\n\n{FIRST}")
    assert without.url == ""


def test_a_short_line_is_unknown_unless_it_has_four_words_or_ends_a_sentence_or_stands_alone() -> None:
    text = f"# Title\n\n{FIRST}\n\nOne two three\n\nFour words are enough\n\nThree words here.\n\n{FIRST}"
    _, rows = read(text=text)
    assert [row.role for row in rows] == ["headline", "body", "unknown line", "body", "body", "body"]
    _, (only,) = read(text="Alone")
    assert (only.kind, only.role) == ("body", "body")


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("A Story_1", "a-story-1"),
        ("--Éa!b--", "éa-b"),
        ("STRASSE ß", "strasse-ss"),
        ("_", "article"),
        ("", "article"),
    ],
)
def test_a_slug_has_letters_and_digits_in_lower_case(name: str, expected: str) -> None:
    assert slug(name) == expected


def test_articles_are_called_by_their_files_and_by_their_paths_where_those_are_the_same() -> None:
    files = ("x/one.txt", "y/one.html", "two.v2.txt", "One.md")
    sources = tuple(Source(file=file, outlet="H") for file in files)
    assert article_ids(sources) == ["x-one", "y-one", "two-v2", "one"]


def test_articles_whose_paths_make_one_slug_are_told_apart_by_a_number() -> None:
    files = ("a.txt", "a.md", "a-2.txt", "./a.html", "b/c.txt", "b_c.txt", "d/c.txt")
    sources = tuple(Source(file=file, outlet="H") for file in files)
    assert article_ids(sources) == ["a", "a-3", "a-2", "a-4", "b-c", "b-c-2", "d-c"]
