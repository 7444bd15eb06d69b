"""Files are written whole, found current or not, and published together."""

from __future__ import annotations

import errno
import os
import sys
from pathlib import Path

import pandas as pd
import pytest

from analysis import store
from analysis.errors import StoreError
from analysis.workspace import Workspace

FRAME = pd.DataFrame({"name": ["é", "b,c"], "value": [0.1, 2.0]})


def test_a_table_comes_back_as_it_was_written(tmp_path: Path) -> None:
    store.write_table(tmp_path, "things", FRAME)
    assert store.read_table(tmp_path, "things").equals(FRAME)
    assert (tmp_path / "tables/things.csv").read_text(encoding="utf-8") == 'name,value\né,0.1\n"b,c",2.0\n'


@pytest.mark.skipif(sys.platform != "linux", reason="other systems refuse such a name")
def test_a_table_is_read_from_a_folder_whose_name_is_not_valid_text(tmp_path: Path) -> None:
    folder = tmp_path / os.fsdecode(b"\xfcnal")
    store.write_table(folder, "things", FRAME)
    assert store.read_table(folder, "things").equals(FRAME)


def test_the_same_table_gives_the_same_bytes(tmp_path: Path) -> None:
    first = store.write_table(tmp_path / "a", "things", FRAME)
    second = store.write_table(tmp_path / "b", "things", FRAME.copy())
    assert first == second


def test_vectors_are_kept_out_of_csv(tmp_path: Path) -> None:
    files = store.write_table(tmp_path, "vectors", pd.DataFrame({"vector": [[0.1, 0.2]]}))
    assert list(files) == ["tables/vectors.parquet"]


def test_a_damaged_table_is_named(tmp_path: Path) -> None:
    store.write_table(tmp_path, "things", FRAME)
    (tmp_path / "tables/things.parquet").write_bytes(b"PAR1 no")
    with pytest.raises(StoreError, match=r"things\.parquet: cannot be read"):
        store.read_table(tmp_path, "things")


def test_a_folder_that_cannot_be_written_to_is_named(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    with pytest.raises(StoreError, match="cannot be written"):
        store.write_bytes(tmp_path / "file" / "x.txt", b"x")


def test_a_failed_write_leaves_the_old_file_and_no_other(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    store.write_bytes(tmp_path / "x.txt", b"old")

    def fail(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "replace", fail)
    with pytest.raises(StoreError, match="No space left on device"):
        store.write_bytes(tmp_path / "x.txt", b"new")
    assert [path.name for path in tmp_path.iterdir()] == ["x.txt"]
    assert (tmp_path / "x.txt").read_bytes() == b"old"


def test_nothing_is_published_before_the_end(tmp_path: Path) -> None:
    workspace = Workspace(tmp_path)
    workspace.save_tables("one", "key", {"things": FRAME})
    assert not (tmp_path / "tables").exists()
    assert workspace.publish({})
    assert (tmp_path / "tables/things.csv").is_file()
    assert not (tmp_path / store.STAGING).exists()


def test_a_stage_is_kept_under_its_key_only_and_while_its_files_are_unchanged(tmp_path: Path) -> None:
    workspace = Workspace(tmp_path)
    workspace.save_tables("one", "key", {"things": FRAME})
    workspace.publish({})
    assert Workspace(tmp_path).keep("one", "key")
    assert not Workspace(tmp_path).keep("one", "another key")
    assert not Workspace(tmp_path, fresh=True).keep("one", "key")
    (tmp_path / "tables/things.csv").write_text("edited by hand")
    assert not Workspace(tmp_path).keep("one", "key")


def test_a_run_that_was_stopped_is_taken_up_again(tmp_path: Path) -> None:
    Workspace(tmp_path).save_tables("one", "key", {"things": FRAME})
    assert Workspace(tmp_path).keep("one", "key")


def test_what_a_stopped_run_under_other_choices_left_is_not_published(tmp_path: Path) -> None:
    other = FRAME.assign(value=FRAME["value"] + 1)
    first = Workspace(tmp_path)
    first.save_tables("one", "a", {"things": FRAME})
    first.publish({})
    before = {path: path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()}
    Workspace(tmp_path).save_tables("one", "b", {"things": other})
    again = Workspace(tmp_path)
    assert again.keep("one", "a")
    again.publish({})
    assert {path: path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()} == before


def test_publishing_again_changes_nothing_and_says_so(tmp_path: Path) -> None:
    workspace = Workspace(tmp_path)
    workspace.save_tables("one", "key", {"things": FRAME})
    assert workspace.publish({"study": "x"})
    again = Workspace(tmp_path)
    again.keep("one", "key")
    assert not again.publish({"study": "x"})


def test_files_of_an_earlier_run_that_no_stage_makes_any_more_are_removed(tmp_path: Path) -> None:
    outside = tmp_path / "outside.txt"
    outside.write_text("stays")
    out = tmp_path / "out"
    first = Workspace(out)
    first.save_files("page", "1", {"old.svg": b"old", "index.html": b"page"}, {"figures": FRAME})
    first.publish({})
    manifest = store.read_manifest(out)
    manifest["files"]["../outside.txt"] = ""
    store.write_manifest(out, manifest)
    (out / "mine.txt").write_text("not the study's")
    second = Workspace(out)
    second.save_files("page", "2", {"index.html": b"new page"}, {"figures": FRAME})
    second.publish({})
    assert sorted(path.name for path in out.iterdir()) == [
        "index.html",
        "manifest.json",
        "mine.txt",
        "tables",
    ]
    assert outside.read_text() == "stays"


def test_a_damaged_manifest_means_that_everything_is_made_anew(tmp_path: Path) -> None:
    (tmp_path / "manifest.json").write_text("{")
    assert store.read_manifest(tmp_path) == {}


def test_stages_kept_together_are_those_that_stood_when_the_page_was_made(tmp_path: Path) -> None:
    out = tmp_path / "out"
    first = Workspace(out)
    first.save_files("figure a", "1", {"a.svg": b"first"})
    first.save_files("page", "1", {"index.html": b"page"})
    first.publish({})
    stopped = Workspace(out)
    stopped.save_files("figure a", "2", {"a.svg": b"second"})
    again = Workspace(out)
    assert again.keep("page", "1")
    assert again.keep_all("figure ", of="page")
    assert again.content("a.svg") == b"first"


def test_a_lost_file_of_stages_kept_together_is_noticed(tmp_path: Path) -> None:
    out = tmp_path / "out"
    first = Workspace(out)
    first.save_files("figure a", "1", {"a.svg": b"first"})
    first.save_files("page", "1", {"index.html": b"page"})
    first.publish({})
    (out / "a.svg").unlink()
    again = Workspace(out)
    assert again.keep("page", "1")
    assert not again.keep_all("figure ", of="page")


@pytest.mark.parametrize(
    ("number", "remedy"),
    [
        (errno.ENOSPC, "free some space or choose another folder, and run the command again"),
        (errno.EACCES, "make the folder writable or choose another folder, and run the command again"),
        (errno.ENAMETOOLONG, "choose another folder, and run the command again"),
    ],
)
def test_what_cannot_be_written_comes_with_what_helps_against_it(number: int, remedy: str) -> None:
    told = store.unwritable(OSError(number, os.strerror(number)), Path("out"))
    assert told.remedy == remedy
    assert str(told).startswith(f"out: cannot be written ({os.strerror(number)})")
