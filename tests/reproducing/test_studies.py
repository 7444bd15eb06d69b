"""Copies of a study whose articles stand in another order."""

from __future__ import annotations

from pathlib import Path

import pytest

from analysis import settings as study_settings
from analysis.errors import SettingsError
from analysis.reproducing.studies import copy_study, reordered
from tests.conftest import SEEDS

MANIFEST = """[study]
title = "A study"

[[articles]]
file = "a.txt" # the first

[[outlets]]
name = "The Herald"

[[articles]]
file = "b.txt"
[[articles]]
file = "c.txt"
"""


def test_articles_change_places_and_all_else_stays() -> None:
    turned = reordered(MANIFEST, Path("study.toml"))
    assert turned == (
        '[study]\ntitle = "A study"\n\n[[articles]]\nfile = "c.txt"\n[[outlets]]\nname = "The Herald"\n\n'
        '[[articles]]\nfile = "b.txt"\n[[articles]]\nfile = "a.txt" # the first\n\n'
    )


def test_a_text_that_looks_like_a_header_is_told_and_not_torn_apart() -> None:
    text = MANIFEST.replace('"a.txt" # the first', '"a.txt"\ndate_reason = """\n[[articles]]\n"""')
    with pytest.raises(SettingsError, match=r"study\.toml: its articles cannot be put in another order"):
        reordered(text, Path("study.toml"))


def test_the_bundled_study_says_the_same_when_its_articles_are_listed_in_another_order(
    tmp_path: Path,
) -> None:
    copy_study(SEEDS, tmp_path / "same", shuffled=False)
    copy_study(SEEDS, tmp_path / "turned", shuffled=True)
    same, turned = (tmp_path / name / "study.toml" for name in ("same", "turned"))
    assert same.read_bytes() == (SEEDS / "study.toml").read_bytes() != turned.read_bytes()
    first, second = (study_settings.read(path.parent) for path in (same, turned))
    assert first.articles == second.articles
    assert second.articles[0].file.endswith("moscow-times-2010.txt")


def test_the_report_is_not_copied(tmp_path: Path) -> None:
    for name in ("study.toml", "report/index.html", "texts/report"):
        (tmp_path / "study" / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / "study" / name).write_text("")
    copy_study(tmp_path / "study", tmp_path / "copy", shuffled=False)
    copied = {
        path.relative_to(tmp_path / "copy").as_posix()
        for path in (tmp_path / "copy").rglob("*")
        if path.is_file()
    }
    assert copied == {"study.toml", "texts/report"}
