"""Every variation, the cheap ones first; what this machine cannot do says why."""

from __future__ import annotations

import locale
import os
import shutil
from collections.abc import Iterable, Iterator

from analysis.errors import StudyError
from analysis.reproducing import seen
from analysis.reproducing.variation import WARM, Variation

BASE = Variation("base", "nothing: what all others are compared with")
TOGETHER = "together"

THREADS = dict.fromkeys(
    ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS", "NUMBA_NUM_THREADS"), "2"
)
KERNELS = {
    "ATEN_CPU_CAPABILITY": "default", "MKL_CBWR": "SSE4_2", "NUMBA_CPU_NAME": "nehalem", "ONEDNN_MAX_CPU_ISA": "SSE41",
    "OPENBLAS_CORETYPE": "Nehalem",
}  # fmt: skip
ZONE = {"TZ": "<+1245>-12:45"}
ASCII = {"LC_ALL": "C", "LANG": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}
TURKISH = "tr_TR.UTF-8"
HASHES = {"PYTHONHASHSEED": "20120418"}
PLACE = "another place/ünal ve şirket"
UMASK = 0o077
PROCESSORS = {"haswell": "Haswell", "skylake": "Skylake-Client", "epyc-rome": "EPYC-Rome"}
EMULATOR = "qemu-x86_64"
EMULATED = 40
"""Every fortieth vector is computed under emulation: a vector takes seconds there, and all of them hours."""


def every(emulated: int = EMULATED) -> list[Variation]:
    """All variations.

    Args:
        emulated: every how many-th vector is computed anew on an emulated processor.
    """
    return [*_small(), *_orders(), *_kernels(), _together(), *_emulated(emulated)]


def chosen(names: Iterable[str], emulated: int = EMULATED) -> list[Variation]:
    """The variations of these names, in their own order; all when no name is given.

    Raises:
        StudyError: there is none of a name.
    """
    known, wanted = {one.name: one for one in every(emulated)}, list(names)
    for name in wanted:
        if name not in known:
            raise StudyError(f"there is no variation {name!r}", remedy=f"choose from {', '.join(known)}")
    return [one for name, one in known.items() if not wanted or name in wanted]


def _small() -> Iterator[Variation]:
    """What differs between two runs, two users and two machines of one kind."""
    yield Variation("again", "nothing: a second run")
    yield Variation("warm", "every vector is taken from the cache", recompute=WARM)
    yield Variation("one-core", "one processor, so one worker", cores=1, obstacle=_no_second_core())
    yield Variation("threads", "two threads asked for by every library's variable", environment=THREADS)
    yield Variation("path", "study and package in a folder with a space and letters beyond ASCII, run from another",
                    place=PLACE, elsewhere=True)  # fmt: skip
    yield Variation("zone", "time zone 12:45 east", environment=ZONE)
    yield Variation("locale", "locale C, ASCII as the encoding", environment=ASCII)
    yield Variation("turkish", "a Turkish locale, in which i and I are two letters",
                    environment={"LC_ALL": TURKISH, "LANG": TURKISH}, obstacle=_no_locale(TURKISH))  # fmt: skip
    yield Variation("umask", "new files are readable by their owner only", umask=UMASK)
    yield Variation("hash-seed", "another order of Python's sets", environment=HASHES)
    yield Variation("home", "another home, with settings of matplotlib in it", environment={"HOME": "home"})


def _orders() -> Iterator[Variation]:
    """Orders that mean nothing."""
    yield Variation("order", "articles listed and files made in another order", shuffled=True)
    yield Variation("rows", "every stage is given tables whose rows are shuffled", rows=True, recompute=WARM)


def _kernels() -> Iterator[Variation]:
    """Kernels that libraries choose by processor, switched by their own variables."""
    newer, dispatched = _numpy_features()
    yield Variation("numpy-avx2", "NumPy without its AVX512 kernels", obstacle="" if newer else "no AVX512 here",
                    environment={"NPY_DISABLE_CPU_FEATURES": " ".join(newer)})  # fmt: skip
    yield Variation("numpy-sse4", "NumPy without any kernels above its baseline",
                    environment={"NPY_DISABLE_CPU_FEATURES": " ".join(dispatched)})  # fmt: skip
    yield Variation("kernels", "older kernels asked for by every library's variable, which the pins override",
                    environment=KERNELS)  # fmt: skip
    for kind in ("Sandybridge", "SkylakeX"):
        blas = {"OPENBLAS_CORETYPE": kind}
        reason = "no AVX512 here" if kind == "SkylakeX" and not newer else ""
        yield Variation(f"blas-{kind.lower()}", f"not promised: OpenBLAS not pinned, but given kernels for {kind}",
                        unpinned=blas, cores=1, obstacle=reason)  # fmt: skip


def _together() -> Variation:
    """All that is cheap, in one run: for CI."""
    newer, dispatched = _numpy_features()
    features = {"NPY_DISABLE_CPU_FEATURES": " ".join(newer or dispatched)}
    return Variation(
        TOGETHER, "path, zone, locale, umask, hash seed, home, order, one core, threads, kernels, NumPy's AVX512",
        environment={**ZONE, **ASCII, **HASHES, **THREADS, **KERNELS, **features, "HOME": "home"},
        cores=1, umask=UMASK, place=PLACE, elsewhere=True, shuffled=True,
    )  # fmt: skip


def _emulated(recompute: int) -> Iterator[Variation]:
    """Other processors, emulated.

    One core makes one worker: a worker is a new process, which would not be emulated. NumPy keeps to its baseline,
    because the emulator (QEMU 7.2) crashes in the gathers of its AVX2 sort; `numpy-avx2` has that sort.
    """
    _, dispatched = _numpy_features()
    missing = "" if shutil.which(EMULATOR) else f"{EMULATOR} is not on the PATH (Debian: qemu-user)"
    for name, processor in PROCESSORS.items():
        yield Variation(
            name, f"processor {processor}, emulated; {_vectors(recompute)}", wrapper=(EMULATOR, "-cpu", processor),
            environment={"NPY_DISABLE_CPU_FEATURES": " ".join(dispatched)}, cores=1, recompute=recompute,
            obstacle=missing,
        )  # fmt: skip


def _vectors(recompute: int) -> str:
    """How many vectors are computed anew, for a reader."""
    return "all vectors anew" if recompute == 1 else f"one vector in {recompute} anew"


def _numpy_features() -> tuple[list[str], list[str]]:
    """Sets of instructions that NumPy has kernels for and this processor has: those of AVX512, and all."""
    present = seen.numpy_kernels()
    return [name for name in present if name.startswith(("AVX512", "X86_V4"))], present


def _no_second_core() -> str:
    """Why one core is no variation here."""
    several = hasattr(os, "sched_setaffinity") and len(os.sched_getaffinity(0)) > 1
    return "" if several else "there is one processor only, or processes cannot be bound to one"


def _no_locale(name: str) -> str:
    """Why a locale cannot be had here."""
    before = locale.setlocale(locale.LC_ALL)
    try:
        locale.setlocale(locale.LC_ALL, name)
    except locale.Error:
        return f"the locale {name} is not installed"
    locale.setlocale(locale.LC_ALL, before)
    return ""
