"""The whole multiverse of a small study: invariances, and a run that is killed."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pandas as pd
import pytest

from analysis import tables
from analysis.multiverse.shards import Shards
from analysis.multiverse.specification import CHOICES
from tests.multiverse import small
from tests.multiverse.small import GAZETTE, HERALD

ROOT = Path(__file__).parent.parent.parent
PATIENCE = 240.0

Found = dict[str, pd.DataFrame]


@pytest.fixture(scope="module")
def found() -> Found:
    """The multiverse of the small study."""
    return small.run(small.all_tables())


@pytest.mark.slow
def test_both_tables_keep_their_contract_and_every_cell_is_there(found: Found) -> None:
    for name, table in found.items():
        tables.check(table, name)
    rows, summary = found["multiverse"], found["multiverse_summary"].set_index("contrast")
    assert dict(rows["contrast"].value_counts()) == dict(summary["specifications"])
    parts = summary[["same_sign", "other_sign", "no_difference", "undefined", "not_found"]]
    assert (parts.sum(axis=1) == summary["specifications"]).all()


@pytest.mark.slow
def test_the_planted_differences_are_headlines_and_mostly_keep_their_sign(found: Found) -> None:
    rows = {row["contrast"]: row for row in found["multiverse_summary"].to_dict("records")}
    share, tone = rows[f"topic share:0:{GAZETTE}"], rows[f"wording tone in topic:0:{HERALD}"]
    assert share["reference"] == 4 / 8 - 2 / 8
    assert tone["reference"] == pytest.approx(-0.4 - 0.4)
    for row in (share, tone):
        assert row["same_sign"] > 0.6 * row["specifications"]
        assert row["other_sign"] == 0
    assert tone["supported"] == 1.0


@pytest.mark.slow
def test_swapping_the_outlets_flips_every_sign_and_nothing_else(found: Found) -> None:
    swapped = small.run(small.all_tables(swapped=True))
    both = found["multiverse"].merge(
        swapped["multiverse"], on=["contrast", *CHOICES], suffixes=("", "_after")
    )
    assert {f"topic share:0:{GAZETTE}", f"wording tone in topic:0:{HERALD}"} <= set(both["contrast"])
    assert (both["difference"] + both["difference_after"]).dropna().abs().max() < 1e-9
    assert both["outcome"].equals(both["outcome_after"]), "the reference has changed its sign too"
    assert both["p"].equals(both["p_after"])


@pytest.mark.slow
def test_the_order_of_the_rows_does_not_matter(found: Found) -> None:
    again = small.run(small.all_tables(reverse=True))
    for name, table in found.items():
        pd.testing.assert_frame_equal(again[name], table)


@pytest.mark.slow
def test_a_run_takes_up_what_an_earlier_one_finished(found: Found, tmp_path: Path) -> None:
    shards = Shards(tmp_path / "shards", "key")
    small.run(small.all_tables(), shards=shards)
    kept = sorted((tmp_path / "shards").iterdir())
    for path in kept[::2]:
        path.unlink()
    kept[1].write_text("damaged", encoding="utf-8")
    before = {path: path.stat().st_mtime_ns for path in kept[3::2]}
    again = small.run(small.all_tables(), shards=shards)
    for name, table in found.items():
        pd.testing.assert_frame_equal(again[name], table)
    assert sorted((tmp_path / "shards").iterdir()) == kept
    assert {path: path.stat().st_mtime_ns for path in before} == before, (
        "what was finished was not done again"
    )
    shards.remove()
    assert not (tmp_path / "shards").exists()


def test_another_key_finds_nothing_of_what_was_kept(tmp_path: Path) -> None:
    Shards(tmp_path, "key").keep("task", [{"difference": 0.5}])
    assert Shards(tmp_path, "key").find("task") == [{"difference": 0.5}]
    assert Shards(tmp_path, "another").find("task") is None
    assert Shards(tmp_path, "key").find("another") is None


@pytest.mark.slow
def test_a_run_that_is_killed_and_begun_again_ends_with_the_same_bytes(found: Found, tmp_path: Path) -> None:
    stopped = tmp_path / "stopped"
    stopped.mkdir()
    process = _begun(stopped)
    _wait_for_a_shard(stopped, process)
    os.killpg(process.pid, signal.SIGKILL)
    process.wait(PATIENCE)
    finished = set((stopped / "shards").glob("*.json"))
    assert not (stopped / "multiverse.csv").exists(), "it was killed before its end"
    assert _begun(stopped).wait(PATIENCE) == 0
    assert finished < set((stopped / "shards").glob("*.json"))
    for name, table in found.items():
        whole = table.to_csv(index=False).encode()
        assert (stopped / f"{name}.csv").read_bytes() == whole, (
            "as a run in one process that nobody disturbed"
        )


def _begun(folder: Path) -> subprocess.Popen[bytes]:
    """A run in a process, and a process group, of its own."""
    command = [sys.executable, "-m", "tests.multiverse.small", str(folder)]
    return subprocess.Popen(command, cwd=ROOT, start_new_session=True)


def _wait_for_a_shard(folder: Path, process: subprocess.Popen[bytes]) -> None:
    """Wait until the first layouts are kept."""
    end = time.monotonic() + PATIENCE
    while not list((folder / "shards").glob("*.json")):
        assert process.poll() is None, "it ended before anything was kept"
        assert time.monotonic() < end, "nothing was kept"
        time.sleep(0.02)
