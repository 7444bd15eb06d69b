"""An interrupt at the keyboard reaches the workers of this machine too: only the command that started them speaks."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.scale.conftest import CHOICES, SEEDS


@pytest.mark.slow
def test_an_interrupt_that_reaches_all_workers_is_one_line(articles: Path, tmp_path: Path) -> None:
    choices, out = tmp_path / "choices.toml", tmp_path / "out"
    choices.write_text(CHOICES, encoding="utf-8")
    run = subprocess.Popen(
        [
            sys.executable, "-m", "analysis", "scale", "--in", str(articles / "*.parquet"), "--out", str(out),
            "--settings", str(choices), "--workers", "2", "--articles", "2",
        ],
        cwd=SEEDS.parent, start_new_session=True, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
    )  # fmt: skip
    while not any(out.glob("shards/texts/[0-9a-f]*")):
        assert run.poll() is None, run.communicate()
        time.sleep(0.02)
    os.killpg(run.pid, signal.SIGINT)
    try:
        _, said = run.communicate(timeout=60)
    finally:
        run.kill()
    assert (run.returncode, said.count("\n")) == (130, 1), said
    assert said.startswith("stopped; ")
    assert _ended(run.pid)


def _ended(group: int) -> bool:
    """Whether all processes of a group end within some seconds."""
    for _ in range(100):
        try:
            os.killpg(group, 0)
        except ProcessLookupError:
            return True
        time.sleep(0.1)
    return False
