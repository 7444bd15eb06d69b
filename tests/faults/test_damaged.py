"""Files that are damaged, lost, or of another version: made anew, or told, and never taken for what they are not."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd
import pytest

from analysis import measured, store
from analysis.coding.codesheet import codesheet
from analysis.embedding import cache
from analysis.errors import StoreError
from analysis.multiverse.shards import Shards
from analysis.report.citations.stored import read_references
from analysis.workspace import Workspace
from tests.faults.conftest import Forks, Undisturbed
from tests.faults.small import assert_one_line, files, framing

Damage = Callable[[Path], object]


def flipped(path: Path) -> None:
    """A bit in the middle is another one."""
    content = bytearray(path.read_bytes())
    content[len(content) // 2] ^= 1
    path.write_bytes(content)


DAMAGES: dict[str, Damage] = {
    "cut short": lambda path: path.write_bytes(path.read_bytes()[:-7]),
    "empty": lambda path: path.write_bytes(b""),
    "a flipped bit": flipped,
    "lost": lambda path: path.unlink(),
    "another file": lambda path: path.write_bytes(b"PAR1 or whatever"),
}
SOME = (
    "index.html", "ro-crate-metadata.json", "tables/paragraphs.parquet", "tables/vectors.parquet",
    "tables/assignments.parquet", "tables/tone.csv", "tables/estimates.parquet", "figures/who-speaks.svg",
    "figures/frame-profile.parquet", "paste/methods.md",
)  # fmt: skip
"""Files of every kind, and of stages that others stand on."""


@pytest.mark.slow
@pytest.mark.parametrize("damage", DAMAGES.values(), ids=DAMAGES.keys())
def test_damaged_files_of_a_report_are_made_anew(
    undisturbed: Undisturbed, forks: Forks, out: Path, damage: Damage
) -> None:
    for name in SOME:
        damage(out / name)
    ended = forks.report(undisturbed.before, out)
    assert ended.code == 0, ended.said
    assert files(out) == files(undisturbed.before_out)


@pytest.mark.slow
def test_damaged_files_of_a_run_that_was_killed_are_made_anew(
    undisturbed: Undisturbed, forks: Forks, tmp_path: Path
) -> None:
    out = tmp_path / "out"
    assert forks.report(undisturbed.before, out, event=150).code < 0
    staged = [
        path for path in (out / store.STAGING).rglob("*") if path.is_file() and path.name != store.MANIFEST
    ]
    assert len(staged) > 10
    for place, path in enumerate(staged):
        list(DAMAGES.values())[place % len(DAMAGES)](path)
    ended = forks.report(undisturbed.before, out)
    assert ended.code == 0, ended.said
    assert files(out) == files(undisturbed.before_out)


def of_another_version(manifest: dict[str, Any]) -> dict[str, Any]:
    """A manifest as another version of the program would have written it: with other keys."""
    stages = {name: {**made, "key": "0" * 64} for name, made in manifest["stages"].items()}
    return {**manifest, "stages": stages}


MANIFESTS: dict[str, Callable[[dict[str, Any]], object]] = {
    "of another version": of_another_version,
    "a list": lambda manifest: [manifest],
    "stages in a list": lambda manifest: {**manifest, "stages": list(manifest["stages"])},
    "stages without files": lambda manifest: {
        **manifest, "stages": {name: {"key": made["key"]} for name, made in manifest["stages"].items()},
    },
    "files that are numbers": lambda manifest: {**manifest, "files": dict.fromkeys(manifest["files"], 1), "stages": 1},
    "files in a list": lambda manifest: {**manifest, "files": list(manifest["files"])},
}  # fmt: skip


@pytest.mark.slow
@pytest.mark.parametrize("change", MANIFESTS.values(), ids=MANIFESTS.keys())
def test_a_manifest_that_another_version_wrote_is_as_good_as_none(
    undisturbed: Undisturbed, forks: Forks, out: Path, change: Callable[[dict[str, Any]], object]
) -> None:
    path = out / store.MANIFEST
    path.write_text(json.dumps(change(json.loads(path.read_text(encoding="utf-8")))), encoding="utf-8")
    ended = forks.report(undisturbed.before, out)
    assert ended.code == 0, ended.said
    assert files(out) == files(undisturbed.before_out)


@pytest.mark.slow
def test_damaged_vectors_of_the_cache_are_computed_anew(undisturbed: Undisturbed, tmp_path: Path) -> None:
    cache = Path(shutil.copytree(undisturbed.cache, tmp_path / "cache"))
    damaged = list(cache.rglob("*.vectors"))
    assert damaged
    for path in damaged:
        flipped(path)
        path.write_bytes(path.read_bytes()[:-100])
    run = framing("report", undisturbed.before, "--out", tmp_path / "out", cache=cache)
    assert run.returncode == 0, run.stderr
    assert files(tmp_path / "out") == files(undisturbed.before_out)


def test_vectors_that_another_version_stored_are_not_used(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    vector = np.array([0.6, 0.8], dtype=np.float32)
    with monkeypatch.context() as earlier:
        earlier.setattr(cache, "VERSION", "1")
        cache.VectorCache(tmp_path, "encoder").put({"text": vector})
        assert cache.VectorCache(tmp_path, "encoder").get("text") is not None
    assert cache.VectorCache(tmp_path, "encoder").get("text") is None


@pytest.mark.parametrize("damage", DAMAGES.values(), ids=DAMAGES.keys())
def test_a_damaged_part_of_a_multiverse_that_was_stopped_is_as_good_as_none(
    tmp_path: Path, damage: Damage
) -> None:
    shards = Shards(tmp_path, "key")
    shards.keep("task", [{"difference": 0.5, "topics": "a, b"}])
    assert shards.find("task") == [{"difference": 0.5, "topics": "a, b"}]
    (path,) = tmp_path.iterdir()
    damage(path)
    assert shards.find("task") is None


FRAME = pd.DataFrame({"setting": ["other seeds"], "ari": [0.5]})


@pytest.mark.parametrize("damage", DAMAGES.values(), ids=DAMAGES.keys())
def test_a_damaged_measurement_beside_the_study_is_as_good_as_none(tmp_path: Path, damage: Damage) -> None:
    measured.keep(tmp_path, "stability", "key", {"stability": FRAME})
    assert measured.tables(tmp_path, "stability", "key")["stability"].equals(FRAME)
    damage(tmp_path / measured.FOLDER / "tables/stability.parquet")
    assert measured.tables(tmp_path, "stability", "key") == {}


def test_a_measurement_whose_keeping_was_broken_off_is_not_lost(tmp_path: Path) -> None:
    measured.keep(tmp_path, "stability", "old", {"stability": FRAME})
    folder = tmp_path / measured.FOLDER
    workspace = Workspace(folder)
    workspace.save_tables("stability", "new", {"stability": FRAME.assign(ari=0.6)})
    store.write_manifest(workspace.staging, {"stages": workspace.stages, "files": workspace.files})
    (workspace.staging / "tables/stability.parquet").replace(folder / "tables/stability.parquet")
    assert measured.tables(tmp_path, "stability", "new")["stability"]["ari"].tolist() == [0.6]
    assert not workspace.staging.exists()


@pytest.mark.slow
def test_nothing_is_cited_from_a_table_that_is_not_what_was_rendered(
    undisturbed: Undisturbed, out: Path
) -> None:
    table = store.read_table(out, "observations")
    assert len(read_references(out)) > len(table)
    (out / "tables/observations.parquet").write_bytes(store.parquet(table.assign(text="Something else.")))
    with pytest.raises(
        StoreError, match=r"observations\.parquet: is not what was rendered - run the report again"
    ):
        read_references(out)
    assert_one_line(framing("cite", "--report", out, cache=undisturbed.cache), "is not what was rendered")


@pytest.mark.slow
def test_no_sheet_is_drawn_from_a_report_that_lost_a_table(out: Path, tmp_path: Path) -> None:
    (out / "tables/tone.parquet").unlink()
    with pytest.raises(StoreError, match=r"tone\.parquet: is not what was rendered"):
        codesheet(out, tmp_path / "sheet.csv", n=4, seed=1)
    assert not (tmp_path / "sheet.csv").exists()
