"""The file of the shipped weights: safetensors in float16, without the encoder's word embeddings."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from analysis.errors import EncoderError

if TYPE_CHECKING:
    from collections.abc import Mapping

    from numpy.typing import NDArray

FILE = Path(__file__).parent / "weights" / "stance.safetensors"
FROZEN = "encoder.embeddings.word_embeddings.weight"
"""Word embeddings stay the encoder's own: half of all weights, and they need not be shipped."""
FACTS = "stance"
"""The one entry of the file's metadata: several would be written in an order that changes."""
VERSION_DIGITS = 12
REMEDY = "restore the file, or make it with `framing train stance`"


@dataclass(frozen=True, slots=True)
class Facts:
    """What the loader must know: the version of the weights, and what logits are divided by."""

    version: str
    temperature: float


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
    told = json.dumps({"temperature": temperature, "version": version})
    save_file(shipped, str(path), metadata={FACTS: told})
    path.chmod(0o644)
    return version


def facts(path: Path = FILE) -> Facts:
    """What the file says of itself, without reading the weights.

    Raises:
        EncoderError: it is missing, no safetensors, or of another network.
    """
    from safetensors import SafetensorError, safe_open

    try:
        with safe_open(str(path), framework="np") as file:
            told = json.loads((file.metadata() or {}).get(FACTS, "{}"))
        return Facts(str(told["version"]), float(told["temperature"]))
    except (OSError, SafetensorError) as error:
        raise EncoderError(f"cannot be read ({error})", where=path, remedy=REMEDY) from None
    except (ValueError, KeyError, TypeError):
        raise EncoderError("holds the weights of another network", where=path, remedy=REMEDY) from None


def tensors(path: Path = FILE) -> dict[str, NDArray[np.float32]]:
    """The weights by name, in float32."""
    from safetensors.numpy import load_file

    return {name: tensor.astype(np.float32) for name, tensor in load_file(str(path)).items()}


def frozen(base: Path) -> dict[str, NDArray[np.float32]]:
    """The encoder's own word embeddings, under their name in the network.

    Raises:
        EncoderError: the folder holds no BERT encoder in safetensors.
    """
    from safetensors import SafetensorError, safe_open

    file = base / "model.safetensors"
    try:
        with safe_open(str(file), framework="np") as stored:
            return {FROZEN: stored.get_tensor(FROZEN.removeprefix("encoder.")).astype(np.float32)}
    except (OSError, SafetensorError) as error:
        raise EncoderError(
            f"holds no BERT encoder ({error})", where=base, remedy="use the default encoder"
        ) from None
