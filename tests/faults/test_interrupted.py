"""An interrupt at the keyboard: one line, exit code 130, nothing half done, and the next run goes on."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from analysis import publishing, store
from tests.faults.conftest import Undisturbed
from tests.faults.small import ROOT, files, framing, variables, visible


@pytest.mark.slow
def test_a_run_that_is_interrupted_says_so_and_the_next_one_goes_on(
    undisturbed: Undisturbed, tmp_path: Path
) -> None:
    out = tmp_path / "out"
    run = subprocess.Popen(
        [sys.executable, "-m", "analysis", "report", str(undisturbed.before), "--out", str(out)],
        cwd=ROOT, env=variables(undisturbed.cache), stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
    )  # fmt: skip
    while "corpus" not in store.read_manifest(out / store.STAGING).get("stages", {}):
        assert run.poll() is None, run.communicate()
        time.sleep(0.02)
    run.send_signal(signal.SIGINT)
    told, said = run.communicate(timeout=60)
    assert (run.returncode, told, said.count("\n")) == (130, "", 1), said
    assert said.startswith("stopped; earlier results are untouched")
    assert visible(out) == {}
    again = framing("report", undisturbed.before, "--out", out, cache=undisturbed.cache)
    assert again.returncode == 0, again.stderr
    assert "corpus" not in again.stdout, "that was finished before"
    assert files(out) == files(undisturbed.before_out)


LOST = """
import os, signal, sys, time
from analysis import cli

class Falls:
    def __del__(self):
        os.kill(os.getpid(), signal.SIGINT)
        for _ in range(1000): pass

@cli.app.command()
def lost() -> None:
    Falls()
    time.sleep(30)

sys.argv = ["framing", "lost"]
cli.main()
"""


def test_an_interrupt_that_falls_into_a_destructor_is_not_lost() -> None:
    run = subprocess.run(
        [sys.executable, "-c", LOST], cwd=ROOT, capture_output=True, text=True, check=False, timeout=60
    )
    assert (run.returncode, run.stderr.count("\n")) == (130, 1), run.stderr
    assert run.stderr.startswith("stopped; ")


def test_an_interrupt_that_falls_into_the_making_of_a_dataclass_ends_with_the_same_exit_code(
    tmp_path: Path,
) -> None:
    made = LOST.replace("    Falls()", "    exec('raise KeyboardInterrupt')")
    (tmp_path / "lost_one.py").write_text(made, encoding="utf-8")
    run = subprocess.run(
        [sys.executable, "-m", "lost_one"], cwd=tmp_path, env=variables(tmp_path / "cache"),
        capture_output=True, text=True, check=False, timeout=60,
    )  # fmt: skip
    assert (run.returncode, run.stderr.count("\n")) == (130, 1), run.stderr


def test_an_interrupt_while_files_are_put_in_their_places_waits_until_all_are(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    staging = tmp_path / store.STAGING
    contents = {name: name.encode() for name in ("a.svg", "b.svg", "index.html")}
    listed = {name: store.sha256(content) for name, content in contents.items()}
    for name, content in contents.items():
        store.write_bytes(staging / name, content)
    store.write_manifest(staging, {"files": listed})
    original = Path.replace

    def pressed(path: Path, target: Path) -> Path:
        moved = original(path, target)
        if path.name == "a.svg":
            os.kill(os.getpid(), signal.SIGINT)
        return moved

    monkeypatch.setattr(Path, "replace", pressed)
    with pytest.raises(KeyboardInterrupt):
        publishing.publish(tmp_path, listed)
    assert visible(tmp_path).keys() == {*contents, store.MANIFEST}
    assert json.loads((tmp_path / store.MANIFEST).read_text()) == {"files": listed}
    assert signal.getsignal(signal.SIGINT) is signal.default_int_handler
