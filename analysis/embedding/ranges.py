"""The channel sizes of an encoder, measured once on a machine and kept; a damaged copy is as good as none."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

import numpy as np

from analysis import store

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from numpy.typing import NDArray

    Sizes = dict[str, NDArray[np.float32]]

DIGEST_BYTES = 32


def kept(folder: Path | None, key: str, measure: Callable[[], Sizes]) -> Sizes:
    """The sizes that are kept under a key, or measured now and kept.

    Args:
        folder: where they are kept; none means that they are measured.
        key: what they depend on.
        measure: measures them.

    Raises:
        StoreError: the folder cannot be written to.
    """
    if folder is None:
        return measure()
    path = folder / f"{hashlib.sha256(key.encode()).hexdigest()}.sizes"
    found = _read(path)
    if found is None:
        found = measure()
        content = _packed(found)
        store.write_bytes(path, hashlib.sha256(content).digest() + content)
    return found


def _packed(found: Sizes) -> bytes:
    """The sizes as the bytes of a safetensors file."""
    from safetensors.numpy import save

    return save({name: np.ascontiguousarray(found[name]) for name in sorted(found)})


def _read(path: Path) -> Sizes | None:
    """The sizes of a file, or None when there is none that can be trusted."""
    from safetensors.numpy import load

    try:
        stored = path.read_bytes()
    except OSError:
        return None
    digest, content = stored[:DIGEST_BYTES], stored[DIGEST_BYTES:]
    return load(content) if content and hashlib.sha256(content).digest() == digest else None
