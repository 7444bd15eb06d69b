from __future__ import annotations

from pathlib import Path

import pytest

from analysis.errors import ArticleError, SettingsError, StudyError
from analysis.notebook import open_study, opened, write_study
from analysis.places import BUNDLED, ROOT

SETTINGS = """
[study]
title = "One paper"

[[outlets]]
name = "The Herald"

[[articles]]
file = "articles/a.txt"
outlet = "The Herald"
"""


def test_a_study_is_written_as_its_folder(tmp_path: Path) -> None:
    folder = write_study("one", SETTINGS, {"articles/a.txt": "\nA headline\n\nA line.\n\n"}, to=tmp_path)
    assert folder == tmp_path / "one"
    assert (folder / "study.toml").read_text(encoding="utf-8").startswith("[study]\n")
    assert (folder / "articles/a.txt").read_text(encoding="utf-8") == "A headline\n\nA line.\n"


def test_without_a_place_each_study_gets_a_folder_of_its_own() -> None:
    first, second = (write_study("one", SETTINGS, {}) for _ in range(2))
    assert first != second
    assert first.name == second.name == "one"


def test_errors_name_the_file_from_the_study_on(tmp_path: Path) -> None:
    misspelt = write_study(
        "misspelt", SETTINGS.replace('outlet = "The Herald"', 'outlet = "Herald"'), {}, to=tmp_path
    )
    with pytest.raises(SettingsError, match=r"^misspelt/study\.toml: .*unknown outlet 'Herald'"):
        open_study(misspelt)
    missing = write_study("missing", SETTINGS, {}, to=tmp_path)
    with pytest.raises(ArticleError, match=r"^missing/articles/a\.txt: the manifest names it"):
        open_study(missing)


def test_jupyter_shows_an_error_of_the_user_s_as_one_line() -> None:
    error = StudyError("there is no such file", where="a.txt", remedy="add it")
    assert error._render_traceback_() == ["error: a.txt: there is no such file - add it"]


def test_the_bundled_study_is_found_from_anywhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv(opened.OUT, raising=False)
    bundled = ROOT / BUNDLED
    assert (bundled / "study.toml").is_file()
    assert opened._report_of(bundled) == ROOT / "reports"
    assert opened._report_of(Path("mine")) == Path("mine/report")
    monkeypatch.setenv(opened.OUT, str(tmp_path))
    assert opened._report_of(bundled) == tmp_path
    assert opened._report_of(Path("mine")) == Path("mine/report")
