"""Anyone's articles made a study: on small sources made by hand, and on real collections where they are at hand."""

from __future__ import annotations

import csv
import datetime
import gzip
import json
import os
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

from analysis import settings
from analysis.cli import app
from analysis.corpus import read_corpus
from analysis.errors import ArticleError, StoreError, StudyError
from analysis.importing.init import Choices
from tests.importing.sources import body, found, jsonl, made, row

DATA = Path(os.environ.get("FRAMING_DATA", "absent"))


def findings(study: Path) -> list[dict[str, str]]:
    with (study / "quality.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def test_a_table_becomes_a_study_that_is_read_back(tmp_path: Path) -> None:
    rows = [
        row(0, url="http://a.b/c", author="Ann Lee", bias="left"),
        row(1, outlet="The Gazette", date="5 May 2017"),
    ]
    quality, study = made(jsonl(tmp_path / "news.jsonl", *rows), tmp_path / "study")
    assert [(one.outlet, one.headline, one.date) for one in study.articles] == [
        ("The Gazette", "Headline 1", "2017-05-05"), ("The Herald", "Headline 0", "2016-03-05"),
    ]  # fmt: skip
    assert (study.articles[1].url, study.articles[1].byline) == ("http://a.b/c", "Ann Lee")
    assert (quality.rows, quality.kept, quality.left_out) == (2, 2, 0)
    corpus = read_corpus(study)
    assert list(corpus.paragraphs["kind"]) == ["headline", "body", "body", "body"] * 2
    assert "".join(corpus.paragraphs["text"][1:4]) == body(1).replace("\n\n", "")


def test_bias_and_source_are_kept_beside_the_article(tmp_path: Path) -> None:
    made(jsonl(tmp_path / "news.jsonl", row(bias="left")), tmp_path / "study")
    with (tmp_path / "study/articles.csv").open(encoding="utf-8", newline="") as file:
        (article,) = csv.DictReader(file)
    assert (article["extra_bias"], article["extra_source"]) == ("left", "news.jsonl, line 1")


def test_no_row_is_dropped_silently(tmp_path: Path) -> None:
    german = "Der Bürgermeister sagte, dass die Brücke in der Stadt nicht mehr für den Verkehr ist. " * 5
    rows: list[dict[str, Any] | str] = [
        row(0), row(1), row(0, title="Again"), row(2, text=""), row(3, text=" \n"), row(4, outlet=""), "{", "[1]",
        row(5, text=german), row(6, text="Advertisement\n\nAdvertisement"), row(7, text="x" * 1_000_001),
        row(8, text="Headline 8"), row(9),
    ]  # fmt: skip
    study = tmp_path / "study"
    quality, _ = made(jsonl(tmp_path / "news.jsonl", *rows), study)
    left_out = [one for one in findings(study) if one["outcome"] == "left out"]
    assert [(one["place"], one["check"]) for one in left_out] == [
        ("news.jsonl, line 3", "repeated"), ("news.jsonl, line 4", "no-text"), ("news.jsonl, line 5", "no-text"),
        ("news.jsonl, line 6", "no-outlet"), ("news.jsonl, line 7", "unreadable"), ("news.jsonl, line 8", "unreadable"),
        ("news.jsonl, line 9", "other-language"), ("news.jsonl, line 10", "nothing-to-analyse"),
        ("news.jsonl, line 11", "too-long"), ("news.jsonl, line 12", "no-text"),
    ]  # fmt: skip
    assert (quality.rows, quality.kept, quality.left_out) == (13, 3, 10)
    assert quality.rows == quality.kept + len(left_out)
    assert sum(check.count for check in quality.of("left out")) == quality.left_out
    assert len(list((study / "articles").iterdir())) == quality.kept


def test_the_same_words_of_another_outlet_stay_and_are_told(tmp_path: Path) -> None:
    rows = [row(0), row(0, outlet="The Gazette"), row(1, text=body(1) + "\n\nA short correction was added.")]
    quality, study = made(jsonl(tmp_path / "a.jsonl", *rows, row(1)), tmp_path / "study")
    assert len(study.articles) == 4
    assert (found(quality)["reprint"], found(quality)["near-copy"]) == (1, 1)
    assert study.reuse.policy == "weight"


def test_a_language_other_than_english_stays_when_asked_to(tmp_path: Path) -> None:
    german = "Der Bürgermeister sagte, dass die Brücke in der Stadt nicht mehr für den Verkehr ist. " * 5
    source = jsonl(tmp_path / "a.jsonl", row(0, text=german))
    with pytest.raises(ArticleError, match=r"no article is left of 1 rows; most often: not in english \(a"):
        made(source, tmp_path / "study")
    assert not (tmp_path / "study").exists()
    quality, _ = made(source, tmp_path / "study", Choices(any_language=True))
    assert quality.kept == 1


def test_a_paragraph_that_recurs_is_boilerplate_and_an_article_of_nothing_else_is_taken_back(
    tmp_path: Path,
) -> None:
    note = "The morning letter comes from our editors to you on every day of the week"
    rows = [row(number, text=f"{body(number)}\n\n{note}.") for number in range(3)]
    rows += [row(3, text=f"{note}."), row(4, outlet="The Gazette", text=f"{body(4)}\n\n{note}.")]
    quality, study = made(jsonl(tmp_path / "a.jsonl", *rows), tmp_path / "study")
    assert [(line.outlet, line.articles, line.text) for line in quality.lines] == [
        ("The Herald", 4, f"{note}.")
    ]
    assert (quality.kept, found(quality)["nothing-to-analyse"]) == (4, 1)
    assert len(list((tmp_path / "study/articles").iterdir())) == 4
    paragraphs = read_corpus(study).paragraphs
    recurring = paragraphs[paragraphs["text"] == f"{note}."]
    assert dict(zip(recurring["outlet"], recurring["kind"], strict=False)) == {
        "The Gazette": "body", "The Herald": "boilerplate",
    }  # fmt: skip


def test_outlets_that_look_alike_are_made_one_by_the_lines_on_the_page(tmp_path: Path) -> None:
    rows = [row(0, outlet="Fox News"), row(1, outlet="Fox News"), row(2, outlet="Fox News (Online)")]
    study = tmp_path / "study"
    quality, before = made(jsonl(tmp_path / "a.jsonl", *rows), study)
    assert {one.outlet for one in before.articles} == {"Fox News", "Fox News (Online)"}
    (merge,) = quality.merges
    toml = (study / "study.toml").read_text(encoding="utf-8")
    (study / "study.toml").write_text(toml[: toml.index("[[outlets]]")] + merge.toml, encoding="utf-8")
    assert [one.outlet for one in settings.read(study).articles] == ["Fox News"] * 3


def test_dates_of_no_day_are_told_and_the_articles_stay_undated(tmp_path: Path) -> None:
    dates = ["", "0000-00-00", "2016-02-31", "1850-01-01", "2024-06-01", "2016-03-05"]
    rows = [row(number, date=date) for number, date in enumerate(dates)]
    choices = Choices(today=datetime.date(2024, 5, 17))
    quality, study = made(jsonl(tmp_path / "a.jsonl", *rows), tmp_path / "study", choices)
    assert [one.date for one in study.articles] == ["", "", "", "", "", "2016-03-05"]
    counts = {name: count for name, count in found(quality).items() if "date" in name}
    assert counts == {"no-date": 1, "impossible-date": 2, "early-date": 1, "future-date": 1}
    assert quality.outlets[0].undated == 5


def test_a_text_without_breaks_is_cut_and_told_or_left_as_given(tmp_path: Path) -> None:
    text = " ".join(body(number, 2).replace("\n\n", " ") for number in range(4))
    source = jsonl(tmp_path / "a.jsonl", row(0, text=text))
    quality, study = made(source, tmp_path / "cut")
    assert found(quality)["cut"] == 1
    assert (read_corpus(study).paragraphs["kind"] == "body").sum() > 1
    assert "cut at ends of sentences" in (tmp_path / "cut/DATASHEET.md").read_text(encoding="utf-8")
    assert "cut at ends of sentences" in (tmp_path / "cut/quality.html").read_text(encoding="utf-8")
    quality, study = made(source, tmp_path / "given", Choices(paragraphs="as-given"))
    assert "cut" not in found(quality)
    assert (read_corpus(study).paragraphs["kind"] == "body").sum() == 1


def test_what_was_mended_is_told_with_its_before_and_after(tmp_path: Path) -> None:
    rows = [row(0, text=body(0) + " It didnâ€™t open.\x07\u200b"), row(1)]
    quality, study = made(jsonl(tmp_path / "a.jsonl", *rows), tmp_path / "study")
    assert {name: found(quality)[name] for name in ("encoding", "controls", "invisible")} == {
        "encoding": 1, "controls": 1, "invisible": 1,
    }  # fmt: skip
    (told,) = [one["detail"] for one in findings(tmp_path / "study") if one["check"] == "encoding"]
    assert "didnâ€™t" in told.split(" → ")[0]
    assert "didn’t" in told.split(" → ")[1]
    text = (tmp_path / "study" / study.articles[0].file).read_text(encoding="utf-8")
    assert text.endswith("It didn’t open.\n")


def test_any_title_outlet_and_path_come_back_as_they_were(tmp_path: Path) -> None:
    name = "A \"b\" \\ {c} # [d] | é, '''"
    title = 'He said "no" = {x} # [[outlets]] \\ *not* & <b>'
    _, study = made(jsonl(tmp_path / "a {b} # c.jsonl", row(0, outlet=name, title=title)), tmp_path / "study")
    assert [outlet.name for outlet in study.outlets] == [name]
    assert read_corpus(study).paragraphs["kind"][0] == "headline"
    assert study.articles[0].headline.startswith('He said "no" = {x} # [[outlets]]')


def test_the_page_escapes_what_it_shows_and_loads_nothing(tmp_path: Path) -> None:
    made(
        jsonl(tmp_path / "a.jsonl", row(0, outlet="<script>alert(1)</script>", date="<b>")),
        tmp_path / "study",
    )
    page = (tmp_path / "study/quality.html").read_text(encoding="utf-8")
    assert "<script>alert" not in page
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in page
    assert "default-src &#39;none&#39;" in page
    assert "src=" not in page.replace("-src ", "")


def test_two_runs_write_the_same_bytes(tmp_path: Path) -> None:
    source = jsonl(tmp_path / "a.jsonl", *(row(number % 5, outlet=f"O{number % 2}") for number in range(9)))
    for name in ("one", "two"):
        made(source, tmp_path / name)
    one, two = (
        {path.name: path.read_bytes() for path in (tmp_path / name).rglob("*.*")} for name in ("one", "two")
    )
    assert one == two


def test_a_folder_that_holds_something_is_left_as_it_is_and_a_failed_run_leaves_nothing(
    tmp_path: Path,
) -> None:
    source = jsonl(tmp_path / "a.jsonl", row(0))
    study = tmp_path / "study"
    study.mkdir()
    (study / "notes.txt").write_text("mine")
    with pytest.raises(StoreError, match="is not empty"):
        made(source, study)
    assert [path.name for path in study.iterdir()] == ["notes.txt"]
    (study / "notes.txt").unlink()
    broken = tmp_path / "b.csv.gz"
    broken.write_bytes(gzip.compress(b"outlet,text\n" + b"A,some words of a text\n" * 5_000)[:-30])
    with pytest.raises(ArticleError, match=r"b\.csv\.gz: cannot be read"):
        made(broken, study)
    assert list(study.iterdir()) == []
    (study / ".part").mkdir()
    made(source, study)
    assert not (study / ".part").exists()


BAD = {
    "nothing there": (None, "", {}, "not found - name a folder of text"),
    "an empty table": ("a.csv", "", {}, "a.csv: line 1: names no columns"),
    "only a first line": ("a.csv", "outlet,text\n", {}, "holds nothing that can be read as an article"),
    "a binary file": ("a.csv", "\0\1\2\3" * 50, {}, "a.csv: is no text"),
    "a binary article": ("a.txt", "\0\1\2\3" * 50, {}, "not text, but binary"),
    "no such form": ("a.xlsx", "PK", {}, "holds .xlsx and no form that is read"),
    "no text": ("a.csv", "name,number\nx,1\n", {}, "no column looks like the articles' text; there are name, number"),
    "a column twice": ("a.csv", "text,text\nx,1\n", {}, "a.csv: line 1: names the column 'text' twice"),
    "no such column": ("a.csv", "texts,outlet\nx,1\n", {"text": "text"}, "no column 'text' - did you mean 'texts'?"),
    "no such role": ("a.csv", "text,outlet\nx,1\n", {"body": "text"}, "unknown role 'body' - use text, outlet"),
    "no outlet": ("a.txt", "Some words.", {}, "nothing says whose the articles are - name it with --outlet"),
    "no JSON": ("a.json", "{", {}, "no JSON (line 1: "),
    "deep JSON": ("a.json", "[" * 100_000, {}, "nested too deeply"),
    "no Parquet": ("a.parquet", "PAR1", {}, "a.parquet: is no Parquet table"),
    "no gzip": ("a.jsonl.gz", "{}", {}, "a.jsonl.gz: cannot be read"),
}  # fmt: skip


@pytest.mark.parametrize("what", BAD)
def test_a_source_that_cannot_be_used_is_one_error_with_its_remedy(tmp_path: Path, what: str) -> None:
    name, content, columns, told = BAD[what]
    if name:
        (tmp_path / name).write_text(content, encoding="utf-8")
    with pytest.raises(StudyError) as caught:
        made(tmp_path / (name or "absent"), tmp_path / "study", Choices(columns=columns))
    assert told in str(caught.value)
    assert caught.value.remedy
    assert not (tmp_path / "study").exists()


@pytest.mark.skipif(not (DATA / "abp").is_dir(), reason="the AllSides articles are not at hand")
def test_real_articles_of_many_outlets_add_up_and_are_read(tmp_path: Path) -> None:
    source = tmp_path / "some.jsonl"
    with gzip.open(DATA / "abp/sample_2000.jsonl.gz", "rt", encoding="utf-8") as lines:
        source.write_text("".join(line for _, line in zip(range(300), lines, strict=False)), encoding="utf-8")
    quality, study = made(source, tmp_path / "study")
    assert quality.rows == 300 == quality.kept + quality.left_out
    assert len(study.articles) == quality.kept
    assert any(line.text.startswith("Advertisement") for line in quality.lines)
    assert any("Fox News" in dict(merge.names) for merge in quality.merges)
    assert read_corpus(study).articles["headline"].ne("").all()


@pytest.mark.skipif(not (DATA / "bbc_raw").is_dir(), reason="the BBC's articles are not at hand")
def test_lists_of_paragraphs_are_taken_before_a_text_in_one_piece(tmp_path: Path) -> None:
    source = tmp_path / "bbc.jsonl"
    with gzip.open(DATA / "bbc_raw/bbc.jsonl.gz", "rt", encoding="utf-8") as lines:
        given = [json.loads(line) for _, line in zip(range(50), lines, strict=False)]
    _, study = made(jsonl(source, *given), tmp_path / "study")
    paragraphs = read_corpus(study).paragraphs
    assert quality_of_first(paragraphs, study.articles[0].file) == len(given[0]["paragraphs"])


def quality_of_first(paragraphs: object, file: str) -> int:
    """How many paragraphs of the body the article of a file has."""
    import pandas as pd

    assert isinstance(paragraphs, pd.DataFrame)
    own = paragraphs[paragraphs["article_id"] == Path(file).stem]
    return int((own["kind"] == "body").sum())


def test_the_order_of_day_and_month_is_told_from_all_rows(tmp_path: Path) -> None:
    rows = [row(number, date="05/03/2016") for number in range(450)]
    quality, study = made(jsonl(tmp_path / "a.jsonl", *rows, row(450, date="25/03/2016")), tmp_path / "study")
    assert "ambiguous-date" not in found(quality)
    assert {one.date for one in study.articles} == {"2016-03-05", "2016-03-25"}


def test_a_column_that_is_named_is_looked_for_in_all_rows(tmp_path: Path) -> None:
    late = row(450)
    late["late"] = late.pop("text")
    source = jsonl(tmp_path / "a.jsonl", *(row(number) for number in range(450)), late)
    _, study = made(source, tmp_path / "study", Choices(columns={"text": "late"}))
    assert [one.headline for one in study.articles] == ["Headline 450"]
    with pytest.raises(ArticleError, match="no column 'later' - did you mean 'late'"):
        made(source, tmp_path / "other", Choices(columns={"text": "late", "title": "later"}))


def test_findings_are_of_articles_that_are_in_the_study(tmp_path: Path) -> None:
    note = "The morning letter comes from our editors to you on every day of the week"
    rows = [row(number, text=f"{body(number)}\n\n{note}.") for number in range(3)]
    rows += [row(3, text=f"{note}.", date=""), row(4, outlet="The Gazette", text=f"{note}.", date="")]
    quality, _ = made(jsonl(tmp_path / "a.jsonl", *rows), tmp_path / "study")
    told = [
        (one["check"], one["outcome"])
        for one in findings(tmp_path / "study")
        if one["place"] == "a.jsonl, line 4"
    ]
    assert told == [("nothing-to-analyse", "left out")]
    assert (found(quality)["short"], found(quality)["no-date"]) == (1, 1)
    assert "reprint" not in found(quality)
    (short,) = [check for check in quality.checks if check.check_id == "short"]
    assert [one.place for one in short.examples] == ["a.jsonl, line 5"]


def test_half_a_character_in_a_headline_is_no_reason_to_stop(tmp_path: Path) -> None:
    source = jsonl(tmp_path / "a.jsonl", row(0, title="A \ud800 headline"))
    ended = CliRunner().invoke(app, ["init", str(tmp_path / "study"), "--from", str(source)])
    assert ended.exit_code == 0, ended.output
    assert "A ? headline" in ended.output
