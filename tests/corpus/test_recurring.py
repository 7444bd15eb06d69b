"""Paragraphs that a study lists as boilerplate stay in the tables and leave the analysis."""

from __future__ import annotations

from pathlib import Path

import pytest

from analysis import settings
from analysis.corpus import read_corpus
from analysis.corpus.blocks import split_blocks
from analysis.corpus.recurring import claim_recurring, read_recurring
from analysis.errors import ArticleError, SettingsError
from tests.conftest import MakeStudy

NOTE = "Our newsletter brings the best of the week to you."
TEXT = f"The mayor spoke for an hour about the bridge.\n\n{NOTE}\n\nThe council listened to her without a word.\n"


def kinds(folder: Path, listed: str) -> dict[str, list[str]]:
    (folder / "boilerplate.txt").write_text(listed, encoding="utf-8")
    paragraphs = read_corpus(settings.read(folder)).paragraphs
    return {str(name): list(rows["kind"]) for name, rows in paragraphs.groupby("article_id")}


@pytest.fixture
def folder(make_study: MakeStudy) -> Path:
    extra = 'corpus = {boilerplate_file = "boilerplate.txt"}\n'
    return make_study({"a.txt": ("The Herald", TEXT), "b.txt": ("The Gazette", TEXT)}, extra)


def test_a_paragraph_listed_for_an_outlet_is_boilerplate_there_only(folder: Path) -> None:
    found = kinds(folder, f"# what recurs\n\nThe Herald\t{NOTE}\n")
    assert found == {"a": ["body", "boilerplate", "body"], "b": ["body", "body", "body"]}


def test_a_paragraph_listed_without_an_outlet_is_everyone_s(folder: Path) -> None:
    found = kinds(folder, f"{NOTE.upper()}\n")
    assert found["a"] == found["b"] == ["body", "boilerplate", "body"]


def test_a_paragraph_listed_under_an_alias_stays_the_outlet_s_after_a_merge(folder: Path) -> None:
    toml = folder / "study.toml"
    merged = toml.read_text().replace('[[outlets]]\nname = "The Gazette"\n', "")
    toml.write_text(
        merged.replace('name = "The Herald"\n', 'name = "The Herald"\naliases = ["The Gazette"]\n')
    )
    found = kinds(folder, f"The Gazette\t{NOTE}\n")
    assert found["a"] == found["b"] == ["body", "boilerplate", "body"]


def test_a_part_of_a_paragraph_is_not_it(folder: Path) -> None:
    assert set(kinds(folder, NOTE[:-1] + "\n")["a"]) == {"body"}


def test_a_list_that_is_missing_or_outside_is_named(folder: Path) -> None:
    with pytest.raises(ArticleError, match=r"boilerplate\.txt: the manifest names it"):
        read_corpus(settings.read(folder))
    toml = folder / "study.toml"
    toml.write_text(toml.read_text().replace('"boilerplate.txt"', '"../b.txt"'))
    with pytest.raises(SettingsError, match=r"corpus\.boilerplate_file: '\.\./b\.txt' leads out"):
        settings.read(folder)


def test_without_a_list_nothing_is_listed(tmp_path: Path) -> None:
    assert read_recurring(tmp_path, "").of("The Herald") == frozenset()


def test_a_list_holds_a_paragraph_a_line_behind_its_outlet_or_everyone_s(tmp_path: Path) -> None:
    lines = [
        "# a remark",
        "",
        "  ",
        "The Herald\tOne  Line",
        "ANOTHER line",
        " The Herald \tTwo\tcells",
        "#hash",
    ]
    (tmp_path / "list.txt").write_text("\ufeff" + "\n".join(lines), encoding="utf-8")
    listed = read_recurring(tmp_path, "list.txt")
    assert listed.keys == {"The Herald": {"one line", "two cells"}, "": {"another line", "#hash"}}
    assert listed.of("The Herald") == {"one line", "two cells", "another line", "#hash"}
    assert listed.of("The Post", "The Herald") == listed.of("The Herald")
    assert listed.of("The Gazette") == {"another line", "#hash"}


def test_a_listed_paragraph_is_claimed_with_its_reason_and_all_others_stay() -> None:
    blocks = split_blocks("One.\n\nTWO\n  lines.\n\nThree.")
    claimed = claim_recurring(blocks, {"two lines.", "two"})
    assert [(block.kind, block.role, block.text) for block in claimed] == [
        (None, "", "One."),
        ("boilerplate", "listed boilerplate", "TWO lines."),
        (None, "", "Three."),
    ]
    assert claim_recurring(blocks, frozenset()) == blocks
