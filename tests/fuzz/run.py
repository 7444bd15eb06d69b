"""Fuzz the four readers and keep a record: `.venv/bin/python -m tests.fuzz.run`, about half an hour.

Each target gets so many inputs from atheris, and then those that it kept, repeated to 100 KB each and timed. What fails
is left in `tests/fuzz/found/`; mend it, and move the input to `tests/fuzz/regressions/TARGET/`, where a test reads it.
"""

from __future__ import annotations

import argparse
import csv
import hashlib
import importlib.util
import json
import re
import subprocess
import sys
import tempfile
import time
from importlib.metadata import version
from pathlib import Path

from tests.fuzz.properties import PROPERTIES, TIMED
from tests.fuzz.seeds import HERE, LONGEST, inputs, repeated
from tests.parsers.limits import CHARACTERS, seconds_of

RECORD = HERE / "record.csv"
FOUND = HERE / "found"
REPEATED = 150
"""Inputs of a target that are repeated and timed."""

_DONE = re.compile(r"#\d+\s+DONE\s+cov: (?P<cov>\d+) ft: (?P<ft>\d+) corp: (?P<corp>\d+)")


def main() -> int:
    """Fuzz the targets that are named, print and keep what was done; 1 where something was found."""
    parser = argparse.ArgumentParser(prog="python -m tests.fuzz.run", description=__doc__)
    parser.add_argument("targets", nargs="*", default=[], help=", ".join(PROPERTIES))
    parser.add_argument("--runs", type=int, default=200_000, help="inputs of each target")
    parser.add_argument("--seed", type=int, default=1)
    given = parser.parse_args()
    if importlib.util.find_spec("atheris") is None:
        print("atheris is missing: .venv/bin/pip install atheris", file=sys.stderr)  # noqa: T201
        return 1
    wrong = False
    for target in given.targets or PROPERTIES:
        row = fuzz(target, runs=given.runs, seed=given.seed)
        print(", ".join(f"{name}: {value}" for name, value in row.items()))  # noqa: T201
        keep(row)
        wrong |= row["failures"] != "0"
    return int(wrong)


def fuzz(target: str, *, runs: int, seed: int) -> dict[str, str]:
    """The row of the record for one target."""
    FOUND.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as name:
        corpus, status = Path(name) / "corpus", Path(name) / "status.json"
        corpus.mkdir()
        for data in inputs(target):
            (corpus / hashlib.sha1(data, usedforsecurity=False).hexdigest()).write_bytes(data)
        started, commit = time.monotonic(), _commit()
        options = [
            f"-runs={runs}", f"-seed={seed}", f"-max_len={LONGEST[target]}", "-timeout=20", "-rss_limit_mb=4096",
            f"-artifact_prefix={FOUND}/{target}-", "-print_final_stats=1", str(corpus),
        ]  # fmt: skip
        command = [sys.executable, "-m", "tests.fuzz.harness", target, str(status), *options]
        ran = subprocess.run(
            command,
            capture_output=True,
            text=True,
            check=False,
            cwd=HERE.parent.parent,
            stdin=subprocess.DEVNULL,
        )
        seconds = time.monotonic() - started
        done = _DONE.search(ran.stderr)
        if ran.returncode:
            print(ran.stderr[-4_000:], file=sys.stderr)  # noqa: T201
        told = json.loads(status.read_text(encoding="utf-8")) if status.exists() else {}
        slow = {data: seconds_for(target, data) for data in chosen(corpus)}
    return {
        "target": target,
        "inputs": str(told.get("inputs", 0)),
        "failures": str(int(ran.returncode != 0)),
        "seconds": f"{seconds:.0f}",
        "edges": done["cov"] if done else "",
        "features": done["ft"] if done else "",
        "kept": done["corp"] if done else "",
        "longest_bytes": str(LONGEST[target]),
        "slowest_ms": f"{1_000 * told.get('slowest', 0):.0f}",
        "repeated_to_100_kb": str(len(slow)),
        "slowest_repeated_s": f"{max(slow.values(), default=0):.2f}",
        "seed": str(seed),
        "atheris": version("atheris"),
        "python": ".".join(map(str, sys.version_info[:3])),
        "commit": commit,
    }


def chosen(corpus: Path) -> list[bytes]:
    """The inputs of a corpus that are repeated: some hundred, by their hashes."""
    return [path.read_bytes() for path in sorted(corpus.iterdir())[:REPEATED]]


def seconds_for(target: str, data: bytes) -> float:
    """Processor seconds for an input repeated to 100 KB; one that takes longer than ten is left in `FOUND`."""
    long = repeated(data, CHARACTERS)
    with tempfile.TemporaryDirectory() as folder:
        took = seconds_of(lambda: TIMED[target](long, Path(folder)), limit=10)
    if took > 1:
        name = hashlib.sha1(data, usedforsecurity=False).hexdigest()
        (FOUND / f"{target}-slow-{name}").write_bytes(data)
    return took


def keep(row: dict[str, str]) -> None:
    """Put a target's row into the record, in place of its earlier one."""
    rows = list(csv.DictReader(RECORD.open(encoding="utf-8"))) if RECORD.exists() else []
    rows = sorted(
        [*(one for one in rows if one["target"] != row["target"]), row], key=lambda one: one["target"]
    )
    with RECORD.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, list(row), lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)


def _commit() -> str:
    """The commit whose code was fuzzed."""
    ran = subprocess.run(
        ["git", "rev-parse", "--short", "HEAD"], capture_output=True, text=True, check=False, cwd=HERE
    )
    return ran.stdout.strip()


if __name__ == "__main__":
    sys.exit(main())
