"""One target under atheris: `python -m tests.fuzz.harness TARGET STATUS [libFuzzer's options and folders]`.

`tests.fuzz.run` starts it; nothing else needs to. The code of the study and the parsers below it are instrumented, so
that an input which reaches something new is kept and changed further.
"""

from __future__ import annotations

import json
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

import atheris

atheris.enabled_hooks.add("str")
with atheris.instrument_imports(include=["analysis", "syntok", "tomllib"]):
    from tests.fuzz.properties import PROPERTIES

LIMIT = 1.0
"""Processor seconds for one input, all of which are short."""

TOLD = 1_000
"""Inputs after which the status is written again."""


class Watched:
    """A property that counts its inputs and remembers the slowest; what it knows is in the file `status`."""

    def __init__(self, holds: Callable[[bytes, Path], None], folder: Path, status: Path) -> None:
        self._holds = holds
        self._folder = folder
        self._status = status
        self._inputs = 0
        self._slowest = (0.0, 0)

    def __call__(self, data: bytes) -> None:
        """Check one input."""
        started = time.process_time()
        self._holds(data, self._folder)
        took = time.process_time() - started
        if took > LIMIT:
            raise TimeoutError(f"{took:.2f} s for {len(data)} bytes")
        self._inputs += 1
        self._slowest = max(self._slowest, (took, len(data)))
        if self._inputs % TOLD == 0:
            seconds, size = self._slowest
            told = {"inputs": self._inputs, "slowest": seconds, "slowest_bytes": size}
            self._status.write_text(json.dumps(told), encoding="utf-8")


def main() -> None:
    """Fuzz until libFuzzer has had enough."""
    _, target, status, *options = sys.argv
    with tempfile.TemporaryDirectory() as folder:
        atheris.Setup([sys.argv[0], *options], Watched(PROPERTIES[target], Path(folder), Path(status)))
        atheris.Fuzz()


if __name__ == "__main__":
    main()
