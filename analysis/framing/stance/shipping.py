"""The trained weights as the file that is shipped: safetensors in float16, without the encoder's word embeddings."""

from __future__ import annotations

import hashlib
import json
from typing import TYPE_CHECKING

import numpy as np

from analysis.framing.stance.network import FROZEN

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from numpy.typing import NDArray

VERSION_DIGITS = 12
FACTS = "stance"
"""The one entry of the file's metadata: several would be written in an order that changes."""


def ship(weights: Mapping[str, NDArray[np.float32]], path: Path, *, temperature: float) -> str:
    """Write the weights and what the loader must know.

    Args:
        weights: of a trained network, by name.
        path: the file, written anew.
        temperature: of its probabilities.

    Returns:
        The version: the first twelve digits of the digest of the weights and the temperature.
    """
    from safetensors.numpy import save_file

    digest = hashlib.sha256(repr(temperature).encode())
    shipped = {}
    for name in sorted(weights):
        if name != FROZEN:
            shipped[name] = np.ascontiguousarray(weights[name].astype(np.float16))
            digest.update(name.encode() + shipped[name].tobytes())
    version = digest.hexdigest()[:VERSION_DIGITS]
    path.parent.mkdir(parents=True, exist_ok=True)
    save_file(
        shipped, str(path), metadata={FACTS: json.dumps({"temperature": temperature, "version": version})}
    )
    return version
