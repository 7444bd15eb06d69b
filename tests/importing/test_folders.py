"""Folders: what is linked, what may not be read, and what leads to nothing."""

from __future__ import annotations

import errno
import os
from pathlib import Path

import pytest

from analysis.errors import ArticleError
from analysis.importing.reading import found
from tests.importing.sources import body, made
from tests.importing.sources import found as kinds


def test_linked_folders_are_read_once_and_where_they_are(tmp_path: Path) -> None:
    source, other = tmp_path / "news", tmp_path / "other"
    for file in (source / "Herald/a.txt", source / "top.txt", other / "x/b.txt"):
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(body(0))
    (source / "Gazette").symlink_to(other)
    (source / "A link to the Herald").symlink_to(source / "Herald")
    (source / "Herald/up").symlink_to(source)
    (other / "again").symlink_to(other / "x")
    assert [(one.name, one.outlet) for one in found(source)] == [
        ("Gazette/x/b.txt", "Gazette"), ("Herald/a.txt", "Herald"), ("top.txt", ""),
    ]  # fmt: skip


def test_folders_that_may_not_be_read_and_broken_links_are_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    source = tmp_path / "news"
    for name in ("Herald", "Gazette"):
        (source / name).mkdir(parents=True)
        (source / name / "a.txt").write_text(body(len(name)))
    (source / "Herald/b.txt").symlink_to(source / "gone.txt")
    (source / "Herald/.c.txt").symlink_to(source / "gone.txt")
    scandir = os.scandir

    def refuse(path: object) -> object:
        if str(path).endswith("Gazette"):
            raise PermissionError(errno.EACCES, "Permission denied", str(path))
        return scandir(path)  # type: ignore[call-overload]

    monkeypatch.setattr(os, "scandir", refuse)
    quality, study = made(source, tmp_path / "study")
    assert [one.outlet for one in study.articles] == ["Herald"]
    assert (quality.rows, kinds(quality)["unreadable"]) == (3, 2)
    told = (tmp_path / "study/quality.csv").read_text(encoding="utf-8")
    assert "Gazette,,,left out,unreadable,a folder that cannot be read (Permission denied)" in told
    assert "Herald/b.txt,,,left out,unreadable,a link that leads to nothing" in told


def test_a_folder_of_broken_links_and_a_name_that_is_too_long_are_errors(tmp_path: Path) -> None:
    (tmp_path / "a.txt").symlink_to(tmp_path / "gone.txt")
    with pytest.raises(
        ArticleError, match=r"nothing that can be read \(a\.txt: a link that leads to nothing\)"
    ):
        found(tmp_path)
    with pytest.raises(ArticleError, match=r"cannot be read \(File name too long\) - name a folder"):
        found(tmp_path / ("x" * 300))
