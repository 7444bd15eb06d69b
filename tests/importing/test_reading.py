"""Files of every form made rows, and columns guessed."""

from __future__ import annotations

import gzip
import io
import json
from pathlib import Path

import pandas as pd
import pytest

from analysis.corpus import read_corpus
from analysis.importing.columns import guess
from analysis.importing.init import Choices
from analysis.importing.reading import Row, Unread, found, rows
from tests.importing.sources import body, jsonl, made, row
from tests.importing.sources import found as kinds


def read(path: Path) -> list[Row | Unread]:
    return [one for file in found(path) for one in rows(file)]


def values(path: Path) -> list[dict[str, object]]:
    return [dict(one.values) for one in read(path) if isinstance(one, Row)]


def cell(one: Row, column: str) -> object:
    return dict(one.values)[column]


ROWS = [{"outlet": "A", "text": "One, two.\n\nThree"}, {"outlet": "B", "text": 'He said "no"; then |'}]


def table(form: str) -> bytes:
    """The same two rows in every form of a table."""
    frame = pd.DataFrame(ROWS)
    match form.removesuffix(".gz"):
        case "csv":
            data = frame.to_csv(index=False).encode()
        case "semicolons.csv":
            data = frame.to_csv(index=False, sep=";").encode()
        case "tsv":
            data = frame.to_csv(index=False, sep="\t").encode()
        case "jsonl":
            data = "\n".join(map(json.dumps, ROWS)).encode()
        case "json":
            data = json.dumps({"status": "ok", "articles": ROWS}).encode()
        case "lines.json":
            data = "\n".join(map(json.dumps, ROWS)).encode()
        case _:
            sink = io.BytesIO()
            frame.to_parquet(sink)
            data = sink.getvalue()
    return gzip.compress(data) if form.endswith(".gz") else data


@pytest.mark.parametrize(
    "form",
    ["csv", "semicolons.csv", "tsv", "jsonl", "json", "lines.json", "parquet", "csv.gz", "tsv.gz", "jsonl.gz",
     "json.gz", "parquet.gz"],
)  # fmt: skip
def test_every_form_of_a_table_gives_the_same_rows(tmp_path: Path, form: str) -> None:
    path = tmp_path / f"news.{form}"
    path.write_bytes(table(form))
    assert values(path) == ROWS


def test_a_row_is_named_by_the_line_where_it_begins(tmp_path: Path) -> None:
    path = tmp_path / "news.csv"
    path.write_text('outlet,text\nA,"one\n\ntwo"\nB,three\n', encoding="utf-8")
    assert [one.place for one in read(path)] == ["news.csv, line 2", "news.csv, line 5"]


def test_ragged_lines_nul_bytes_and_huge_cells_are_rows_that_were_not_read_or_read_whole(
    tmp_path: Path,
) -> None:
    path = tmp_path / "news.csv"
    path.write_text(f'outlet,text\nA,one,two\nB\nC,"a\0b"\nD,{"x" * 200_000}\nE,five\n', encoding="utf-8")
    given = read(path)
    assert [one.reason for one in given if isinstance(one, Unread)] == [
        "3 cells where the first line has 2", "1 cells where the first line has 2",
    ]  # fmt: skip
    assert [cell(one, "outlet") for one in given if isinstance(one, Row)] == ["C", "D", "E"]


def test_bytes_that_are_no_utf8_are_read_and_told(tmp_path: Path) -> None:
    legacy, wide = tmp_path / "a.csv", tmp_path / "b.csv"
    legacy.write_bytes("outlet,text\nA,caf\xe9 \x93yes\x94\nB,plain\n".encode("latin-1"))
    wide.write_bytes("outlet,text\nA,café\n".encode("utf-16"))
    one, two = read(legacy)
    (three,) = read(wide)
    assert isinstance(one, Row)
    assert isinstance(two, Row)
    assert isinstance(three, Row)
    assert (cell(one, "text"), one.encoding, two.encoding) == ("café “yes”", "windows-1252", "")
    assert (cell(three, "text"), three.encoding) == ("café", "utf-16")


def test_objects_inside_are_taken_apart(tmp_path: Path) -> None:
    path = jsonl(tmp_path / "a.jsonl", {"source": {"id": None, "name": "A"}, "text": "x"})
    assert values(path) == [{"source.id": None, "source.name": "A", "text": "x"}]


def test_a_folder_gives_each_document_the_outlet_of_its_first_sub_folder(tmp_path: Path) -> None:
    source = tmp_path / "news"
    for file, text in (
        ("The Herald/2020/a.txt", f"A headline\n\n{body(0)}"),
        (
            "The Gazette/b.md",
            f"---\ntitle: 'Of the bridge'\ndate: 2020-03-04\nauthor: Ann Lee\n---\n\n{body(1)}",
        ),
        ("The Gazette/c.md", f"# Of the school\n\n{body(2)}"),
        ("README.md", "Not an article."),
        (".hidden/d.txt", "Nor this."),
        ("The Gazette/e.pdf", "%PDF"),
    ):
        (source / file).parent.mkdir(parents=True, exist_ok=True)
        (source / file).write_text(text, encoding="utf-8")
    quality, study = made(source, tmp_path / "study")
    entries = {(one.outlet, one.headline, one.date, one.byline) for one in study.articles}
    assert entries == {
        ("The Herald", "", "", ""), ("The Gazette", "Of the bridge", "2020-03-04", "Ann Lee"),
        ("The Gazette", "Of the school", "", ""),
    }  # fmt: skip
    assert (quality.rows, quality.kept, kinds(quality)["unreadable"]) == (4, 3, 1)
    articles = read_corpus(study).articles
    assert sorted(articles["headline"]) == ["A headline", "Of the bridge", "Of the school"]


PAGE = """<!doctype html><html><head><title>Of the bridge | The Herald</title>
<meta property="og:site_name" content="The Herald"><meta property="og:title" content="Of the bridge">
<meta property="article:published_time" content="2020-03-04T10:00:00Z"><meta name="author" content="Ann Lee">
<link rel="canonical" href="https://herald.example/bridge"></head>
<body><nav><a href="/">Home</a> <a href="/news">News</a></nav><article><h1>Of the bridge</h1>{paragraphs}</article>
<footer>Cookies</footer></body></html>"""


def test_a_web_page_gives_its_article_and_its_metadata(tmp_path: Path) -> None:
    paragraphs = "".join(f"<p>{paragraph}</p>" for paragraph in body(0, 6).split("\n\n"))
    (tmp_path / "page.html").write_text(PAGE.format(paragraphs=paragraphs), encoding="utf-8")
    _, study = made(tmp_path / "page.html", tmp_path / "study")
    (article,) = study.articles
    assert (article.outlet, article.headline, article.date) == ("The Herald", "Of the bridge", "2020-03-04")
    assert (article.byline, article.url) == ("Ann Lee", "https://herald.example/bridge")
    read_back = read_corpus(study).paragraphs
    assert list(read_back["plain"][read_back["kind"] == "body"]) == body(0, 6).split("\n\n")


def test_a_page_without_an_article_is_not_read(tmp_path: Path) -> None:
    (tmp_path / "page.html").write_text("<html><body></body></html>", encoding="utf-8")
    assert read(tmp_path) == [Unread("page.html", "no article found in the page")]


def test_articles_as_json_files_are_one_each_or_lists(tmp_path: Path) -> None:
    source = tmp_path / "news"
    source.mkdir()
    (source / "a.json").write_text(json.dumps(row(0)), encoding="utf-8")
    (source / "b.json").write_text(json.dumps([row(1), row(2)]), encoding="utf-8")
    (source / "c.json").write_text("[]", encoding="utf-8")
    (source / "d.json").write_text("[1]", encoding="utf-8")
    quality, study = made(source, tmp_path / "study")
    assert (quality.rows, len(study.articles)) == (5, 3)


def test_paragraphs_as_lists_and_as_lists_of_sentences_are_read(tmp_path: Path) -> None:
    paragraphs = body(0).split("\n\n")
    sentences = [[f"{paragraph} It was so.", "Nobody spoke."] for paragraph in body(1).split("\n\n")]
    source = jsonl(tmp_path / "a.jsonl", row(0, text=paragraphs), row(1, text=sentences))
    _, study = made(source, tmp_path / "study")
    read_back = read_corpus(study).paragraphs
    texts = [list(rows["text"][1:]) for _, rows in read_back.groupby("article_id", sort=False)]
    assert texts == [paragraphs, [" ".join(paragraph) for paragraph in sentences]]


def test_a_list_of_paragraphs_is_taken_before_a_text_in_one_piece(tmp_path: Path) -> None:
    paragraphs = body(0).split("\n\n")
    _, study = made(
        jsonl(tmp_path / "a.jsonl", row(0, text=" ".join(paragraphs), paragraphs=paragraphs)),
        tmp_path / "study",
    )
    assert list(read_corpus(study).paragraphs["text"][1:]) == paragraphs


def test_columns_are_guessed_by_name_then_by_content(tmp_path: Path) -> None:
    given = {
        "Source Name": "A",
        "when": "2020-01-02",
        "what": body(0),
        "where": "https://a.b/c",
        "Headline": "H",
    }
    path = jsonl(tmp_path / "a.jsonl", given)
    guessed = {
        one.role: one.columns for one in guess([one for one in read(path) if isinstance(one, Row)], {})
    }
    assert guessed == {
        "text": ("what",), "outlet": ("Source Name",), "date": ("when",), "title": ("Headline",), "url": ("where",),
        "author": (), "bias": (),
    }  # fmt: skip


def test_a_column_of_numbers_is_no_text_whatever_it_is_called(tmp_path: Path) -> None:
    path = jsonl(tmp_path / "a.jsonl", {"article": 7, "paper": "A", "words": body(0)})
    text, *_ = guess([one for one in read(path) if isinstance(one, Row)], {})
    assert text.columns == ("words",)


def test_a_chosen_column_goes_before_a_guess(tmp_path: Path) -> None:
    source = jsonl(tmp_path / "a.jsonl", row(0, paper="The Gazette", story=body(1)))
    _, study = made(source, tmp_path / "study", Choices(columns={"outlet": "paper", "text": "story"}))
    assert study.articles[0].outlet == "The Gazette"
    assert body(1) in (tmp_path / "study" / study.articles[0].file).read_text(encoding="utf-8")


def test_a_table_without_outlets_is_its_name_s_and_an_outlet_that_is_named_is_everyone_s(
    tmp_path: Path,
) -> None:
    source = tmp_path / "news"
    source.mkdir()
    for name in ("daily_planet", "gazette"):
        jsonl(source / f"{name}.jsonl", {"text": body(len(name))})
    _, study = made(source, tmp_path / "by-name")
    assert [outlet.name for outlet in study.outlets] == ["daily planet", "gazette"]
    _, study = made(source, tmp_path / "named", Choices(outlet="The Herald"))
    assert [outlet.name for outlet in study.outlets] == ["The Herald"]
