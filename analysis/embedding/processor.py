"""What this machine computes with: the sets of instructions that decide how numbers are rounded, and openvino."""

from __future__ import annotations

import importlib.metadata
import os
import platform
import sys
from functools import cache
from pathlib import Path
from typing import Any

from analysis.errors import EncoderError

DECIDING = (
    "avx2", "avx512f", "avx512_bf16", "avx512_vnni", "avx512_fp16", "avx_vnni", "avx_vnni_int8", "amx_bf16", "amx_int8",
    "asimd", "bf16", "i8mm", "sve",
)  # fmt: skip
"""Sets of instructions that openvino has kernels of its own for, as Linux names them."""

REMEDY = 'install the project with its extra `fast`, or choose kernels = "native"'


def openvino() -> Any:  # noqa: ANN401 - a module without types
    """The library, without the telemetry that would report every import of it to its makers over the network.

    Raises:
        EncoderError: it is not installed, or does not run on this system.
    """
    sys.modules.setdefault("openvino_telemetry", None)  # type: ignore[arg-type] # a None there cannot be imported
    try:
        import openvino
    except ImportError as error:
        raise EncoderError(
            f"the fast kernels need openvino, which cannot be loaded ({error})", remedy=REMEDY
        ) from None
    return openvino


def version() -> str:
    """The version of openvino, told without loading it.

    Raises:
        EncoderError: it is not installed.
    """
    try:
        return f"openvino {importlib.metadata.version('openvino')}"
    except importlib.metadata.PackageNotFoundError:
        raise EncoderError("the fast kernels need openvino, which is not installed", remedy=REMEDY) from None


def capped() -> str:
    """The newest instructions that openvino may use where a variable says so, as the pinned environment does; or ""."""
    return os.environ.get("ONEDNN_MAX_CPU_ISA", "")


def instructions() -> str:
    """The deciding sets of instructions that this processor has, sorted, and the cap on them.

    Two processors with the same ones run the same kernels, so they may share vectors; others may not.
    """
    return " ".join(filter(None, (of_processor(), capped() and f"up to {capped()}")))


@cache
def of_processor(source: Path = Path("/proc/cpuinfo")) -> str:
    """The deciding sets of instructions, sorted; elsewhere than on Linux the kind of processor."""
    try:
        lines = source.read_text(encoding="utf-8", errors="replace").splitlines()
    except OSError:
        return platform.machine().lower()
    flags = next((line for line in lines if line.lower().startswith(("flags", "features"))), "")
    found = sorted(set(flags.partition(":")[2].split()) & set(DECIDING))
    return " ".join(found) or platform.machine().lower()
