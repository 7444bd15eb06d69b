"""What a process saw of its machine: the proof that a variation took effect."""

from __future__ import annotations

import importlib
import json
import locale
import os
import sys
import time
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from analysis.stages import workers

Seen = Mapping[str, str]
"""What was seen, by the name of it."""


def look() -> dict[str, str]:
    """Cores, kernels and surroundings of this process, once the libraries are loaded."""
    import threadpoolctl

    pools = threadpoolctl.threadpool_info()
    umask = os.umask(0)
    os.umask(umask)
    torch = sys.modules.get("torch")
    return {
        "cores": str(workers()),
        "threads": str(max((pool["num_threads"] for pool in pools), default=1)),
        "AVX512": "yes" if _numpy().__cpu_features__.get("AVX512F") else "no",
        "NumPy": " ".join(numpy_kernels()) or "baseline",
        "OpenBLAS": " ".join(sorted({pool["architecture"] for pool in pools if "architecture" in pool})),
        "torch": torch.backends.cpu.get_cpu_capability() if torch else "not loaded",
        "zone": time.strftime("%z"),
        "encoding": locale.getencoding(),
        "umask": f"{umask:03o}",
        "hash seed": os.environ.get("PYTHONHASHSEED", "random"),
    }


def numpy_kernels() -> list[str]:
    """The sets of instructions above its baseline that NumPy has kernels for and uses here."""
    return [name for name in _numpy().__cpu_dispatch__ if _numpy().__cpu_features__[name]]


def _numpy() -> Any:  # noqa: ANN401 - a module without types
    """The module in which NumPy keeps what it knows of the processor."""
    return importlib.import_module("numpy._core._multiarray_umath")


def write(path: Path) -> None:
    """Write down what this process sees."""
    path.write_text(json.dumps(look()), encoding="utf-8")


def read(path: Path) -> dict[str, str]:
    """What a process wrote down; nothing when it did not get so far."""
    found: dict[str, Any] = json.loads(path.read_text(encoding="utf-8")) if path.is_file() else {}
    return {name: str(value) for name, value in found.items()}


def changes(base: Seen, other: Seen) -> str:
    """What another process saw otherwise than the base, as `what before -> after`; all of it without a base."""
    return ", ".join(
        f"{name} {base[name]} -> {value}" if name in base else f"{name} {value}"
        for name, value in other.items()
        if base.get(name) != value
    )
