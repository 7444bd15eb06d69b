"""PolNeAR made a study: on lines written by hand in its form, and on the real collection where it is at hand."""

from __future__ import annotations

import gzip
import json
import os
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from analysis import settings
from analysis.corpus import read_corpus
from analysis.errors import ArticleError, StoreError, StudyError
from analysis.importing import import_polnear

BODY = "The mayor spoke on Monday.\n\nHe said the bridge would open in May."
DATA = Path(os.environ.get("FRAMING_DATA", "absent"))


def article(name: str, **fields: object) -> dict[str, Any]:
    """A line of the collection."""
    title = fields.pop("title", f"Headline of {name}")
    return {
        "id": name, "split": "dev", "publisher": "nyt", "date": "2016-03-01", "title": title, "author": "By ANN LEE",
        "wire": "None", "text": f"{title}.\n\n{BODY}", "annotations": [], **fields,
    }  # fmt: skip


def collection(folder: Path, *rows: dict[str, Any] | str) -> Path:
    """A folder that holds these lines as dev.jsonl.gz, and an empty train.jsonl.gz, under polnear/."""
    inside = folder / "polnear"
    inside.mkdir()
    lines = [row if isinstance(row, str) else json.dumps(row) for row in rows]
    (inside / "dev.jsonl.gz").write_bytes(gzip.compress("\n".join(lines).encode()))
    (inside / "train.jsonl.gz").write_bytes(gzip.compress(b""))
    return folder


def test_the_headline_is_a_headline_and_the_rest_is_the_body(tmp_path: Path) -> None:
    study = tmp_path / "study"
    import_polnear(collection(tmp_path, article("a"), article("b", publisher="huff-post")), study)
    read = settings.read(study)
    assert [outlet.name for outlet in read.outlets] == ["HuffPost", "The New York Times"]
    corpus = read_corpus(read)
    kinds = corpus.paragraphs.groupby("article_id", sort=False)["kind"].agg(list).tolist()
    assert kinds == [["headline", "body", "body"]] * 2
    assert corpus.articles["headline"].tolist() == ["Headline of b", "Headline of a"]
    assert corpus.articles["date"].tolist() == ["2016-03-01"] * 2
    assert corpus.articles["byline"].tolist() == ["ANN LEE"] * 2


def test_any_title_and_author_come_back_as_they_were(tmp_path: Path) -> None:
    title = 'He said \\"no\\" = {x} # [[articles]] \x7f \x07 "three" \'\'\' """ é\\'
    study = tmp_path / "study"
    import_polnear(collection(tmp_path, article("a", title=title, author='Ann\n"Bo" \\Lee')), study)
    (source,) = settings.read(study).articles
    assert source.headline == title
    assert source.byline == 'Ann "Bo" \\Lee'


@pytest.mark.parametrize("none", ["None", "NA", "", " none "])
def test_what_the_collection_does_not_know_is_empty(tmp_path: Path, none: str) -> None:
    import_polnear(collection(tmp_path, article("a", author=none, wire=none)), tmp_path / "study")
    (source,) = settings.read(tmp_path / "study").articles
    assert (source.byline, source.genre) == ("", "news article")


def test_an_agency_s_report_has_a_genre_of_its_own_or_is_left_out(tmp_path: Path) -> None:
    rows = (
        article("a"),
        article("b", wire="AP", author="AP"),
        article("c", author="By THE ASSOCIATED PRESS"),
    )
    data = collection(tmp_path, *rows)
    kept = import_polnear(data, tmp_path / "all")
    genres = [source.genre for source in settings.read(tmp_path / "all").articles]
    assert genres == ["news article", "wire report", "wire report"]
    assert not kept.rejected
    assert kept.notes[0].startswith("2 articles are agencies' reports (2 in The New York Times)")
    without = import_polnear(data, tmp_path / "own", wire=False)
    assert without.articles == {"The New York Times": 1}
    assert [(one.article, one.place, one.reason) for one in without.rejected] == [
        ("b", "dev.jsonl.gz, line 2", "an agency's report"),
        ("c", "dev.jsonl.gz, line 3", "an agency's report"),
    ]
    assert "- b (dev.jsonl.gz, line 2): an agency's report." in (tmp_path / "own/DATASHEET.md").read_text()


def test_what_is_no_article_is_left_out_and_told(tmp_path: Path) -> None:
    rows = (article("a"), article("A"), article("b", text="Headline of b.\n\n \n"))
    done = import_polnear(collection(tmp_path, *rows), tmp_path / "study")
    assert [(one.article, one.reason) for one in done.rejected] == [
        ("a", "an article of this name came before"),
        ("b", "no text beside the headline"),
    ]
    assert len(settings.read(tmp_path / "study").articles) == 1


def test_an_outlet_that_is_not_known_is_called_by_its_own_name(tmp_path: Path) -> None:
    done = import_polnear(collection(tmp_path, article("a", publisher="daily-planet")), tmp_path / "study")
    assert done.articles == {"Daily Planet": 1}


def test_a_line_break_behind_a_sentence_ends_a_paragraph_and_one_inside_does_not(tmp_path: Path) -> None:
    text = "T.\n\nThe first ends here.\nThe second goes\non and ends.”\nThe third \x1b is last."
    import_polnear(collection(tmp_path, article("a", title="T", text=text)), tmp_path / "study")
    written = (tmp_path / "study/articles/a.txt").read_text(encoding="utf-8")
    second = "The second goes\non and ends.”"
    assert written == f"T\n\nThe first ends here.\n\n{second}\n\nThe third   is last.\n"


@pytest.mark.parametrize(
    ("row", "told"),
    [
        ("{", "dev.jsonl.gz: line 2: is not JSON"),
        ('{"id": "b"}', "dev.jsonl.gz: line 2: has no 'publisher'"),
        (article("b", date="2016-13-01"), "line 2: '2016-13-01' is not a date - write YYYY-MM-DD"),
        (article("../b"), "line 2: '../b' cannot be a file's name"),
        (article("b", title=" "), "line 2: 'title' is empty"),
        (article("b", text=3), "line 2: 'text' is 3, no str"),
    ],
)
def test_a_damaged_line_is_named_with_its_remedy_and_nothing_is_written(
    tmp_path: Path, row: dict[str, Any] | str, told: str
) -> None:
    with pytest.raises(StudyError) as caught:
        import_polnear(collection(tmp_path, article("a"), row), tmp_path / "study")
    assert told in str(caught.value)
    assert caught.value.remedy
    assert not (tmp_path / "study").exists()


def test_a_file_that_is_cut_short_or_missing_is_named(tmp_path: Path) -> None:
    data = collection(tmp_path, article("a"))
    whole = (data / "polnear/dev.jsonl.gz").read_bytes()
    (data / "polnear/dev.jsonl.gz").write_bytes(whole[:12] + b"\xff" * 8 + whole[20:])
    with pytest.raises(ArticleError, match=r"dev\.jsonl\.gz: cannot be read"):
        import_polnear(data, tmp_path / "study")
    (data / "polnear/dev.jsonl.gz").unlink()
    with pytest.raises(ArticleError, match=r"polnear/dev\.jsonl\.gz not found"):
        import_polnear(data, tmp_path / "study")


def test_a_folder_that_holds_something_is_left_as_it_is(tmp_path: Path) -> None:
    data, study = collection(tmp_path, article("a")), tmp_path / "study"
    study.mkdir()
    (study / "notes.txt").write_text("mine", encoding="utf-8")
    with pytest.raises(StoreError, match="is not empty"):
        import_polnear(data, study)
    assert [path.name for path in study.iterdir()] == ["notes.txt"]
    with pytest.raises(StoreError, match="is a file"):
        import_polnear(data, study / "notes.txt")


def test_the_order_of_the_lines_changes_nothing(tmp_path: Path) -> None:
    rows = [article("b"), article("a"), article("c", publisher="politico", date="2016-01-01")]
    folders = []
    for name, given in (("one", rows), ("two", rows[::-1])):
        (tmp_path / name).mkdir()
        import_polnear(collection(tmp_path / name, *given), tmp_path / name / "study")
        folders.append(tmp_path / name / "study")
    one, two = (
        [(path.name, path.read_bytes()) for path in sorted(folder.rglob("*.t*"))] for folder in folders
    )
    assert one == two


@pytest.mark.skipif(not (DATA / "polnear").is_dir(), reason="PolNeAR is not at hand")
def test_the_collection_is_924_articles_each_with_its_headline(tmp_path: Path) -> None:
    done = import_polnear(DATA, tmp_path / "study")
    assert done.articles == dict.fromkeys(done.articles, 132)
    assert len(done.articles) == 7
    assert not done.rejected
    read = settings.read(tmp_path / "study")
    corpus = read_corpus(read)
    headlines = corpus.paragraphs[corpus.paragraphs["role"] == "headline"]
    assert headlines["article_id"].nunique() == len(headlines) == 924
    assert set(headlines["ordinal"]) == {1}
    assert Counter(corpus.articles["genre"]) == {"news article": 848, "wire report": 76}
