"""The processor and thread settings under which every machine computes the same bits.

Libraries choose their kernels by processor when they are loaded, and different kernels round differently; the consensus
of topics amplifies a difference of 3e-8 in a vector into other topics. So the choices are fixed here, before numpy,
numba and torch are imported: `import analysis` does it. Nothing else may be imported by this module.
"""

from __future__ import annotations

import os
import platform
import sys

ANY_PROCESSOR = {
    "HF_HUB_OFFLINE": "1",
    "TRANSFORMERS_OFFLINE": "1",
    "TOKENIZERS_PARALLELISM": "false",
    "OMP_NUM_THREADS": "1",
    "OPENBLAS_NUM_THREADS": "1",
    "MKL_NUM_THREADS": "1",
    "NUMBA_NUM_THREADS": "1",
}
"""Offline always; one thread in each process, because sums over threads are taken in an order that varies."""

X86_64 = {
    "ATEN_CPU_CAPABILITY": "avx2",
    "ONEDNN_MAX_CPU_ISA": "AVX2",
    "MKL_CBWR": "COMPATIBLE",
    "NUMBA_CPU_NAME": "generic",
    "NUMBA_CPU_FEATURES": "",
    "OPENBLAS_CORETYPE": "Haswell",
}
"""The kernels of x86-64-v3, which every x86-64 processor since about 2015 has."""

READ_AT_IMPORT = ("numpy", "numba", "torch")

TORCH = ("ATEN_CPU_CAPABILITY", "ONEDNN_MAX_CPU_ISA", "MKL_CBWR")
"""What torch alone reads; a study may choose it anew as long as torch is not loaded (see `choose`)."""


def pinned_variables() -> dict[str, str]:
    """Environment variables that fix kernels and threads on this kind of processor."""
    x86_64 = platform.machine().lower() in {"x86_64", "amd64"}
    return {**ANY_PROCESSOR, **(X86_64 if x86_64 else {})}


def pin() -> tuple[str, ...]:
    """Set the variables for this process and its children.

    Returns:
        Names of libraries that were imported before and so may not obey them; empty when the promise holds.
    """
    wanted = pinned_variables()
    changed = {name for name, value in wanted.items() if os.environ.get(name) != value}
    os.environ.update(wanted)
    loaded = READ_AT_IMPORT if changed.difference(TORCH) else ("torch",) if changed else ()
    return tuple(name for name in loaded if name in sys.modules)


FAST = ("float32", "bfloat16", "int8")
"""The precisions of the encoder that runs on openvino, with the processor's own kernels."""

KERNELS = ("compatible", "native", *FAST)
"""What a study computes vectors with: torch and the kernels that every processor has, torch and the processor's own, or
openvino. Whatever else torch computes then uses the processor's own too."""

_loaded_with: list[bool] = []
"""Whether torch or openvino, whichever `choose` first saw loaded, got the compatible kernels; empty before."""


def choose(kernels: str) -> bool:
    """Set whose kernels torch and openvino compute with, here and in children; numpy's and numba's stay pinned.

    The compatible ones give the same bits on every x86-64-v3 processor; the processor's own are two to twelve times as
    fast (`framing bench`), and give the same bits again on processors of the same kind only.

    Returns:
        Whether both will obey: not when one was imported under another choice, however often this one is made.
    """
    pinned = {name: value for name, value in pinned_variables().items() if name in TORCH}
    compatible = kernels == "compatible"
    if not {"torch", "openvino"} & sys.modules.keys():
        _loaded_with.clear()
    elif not _loaded_with:
        # They were loaded after the choice that still stands in the environment.
        _loaded_with.append(all(os.environ.get(name) == value for name, value in pinned.items()))
    for name in TORCH:
        os.environ.pop(name, None)
    if compatible:
        os.environ.update(pinned)
    return not pinned or not _loaded_with or _loaded_with[0] == compatible


def unpin() -> bool:
    """Give this process the processor's own kernels, for training: several times faster, and the bits may differ.

    Returns:
        Whether they will be used: torch keeps the pinned ones when it was imported before.
    """
    for name in X86_64:
        os.environ.pop(name, None)
    return "torch" not in sys.modules
