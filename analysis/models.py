"""Folders of models: where a name leads, whether the weights are safetensors, and a digest of the files."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

WEIGHTS = "model.safetensors"
CONFIGURATION = ("*.json", "*.txt", "*/*.json", "*.model")
PICKLES = ("*.bin", "*.pt", "*.pth", "*.ckpt", "*.pkl")
CHUNK = 2**20


@dataclass(frozen=True)
class Model:
    """A model's folder, as found by its name."""

    name: str
    folder: Path

    @cached_property
    def weights_sha256(self) -> str:
        """Digest of all weights; of `model.safetensors` itself where that is the only file."""
        digests = [_sha256(path) for path in sorted(self.folder.rglob("*.safetensors"))]
        return digests[0] if len(digests) == 1 else _digest_of(digests)

    @cached_property
    def fingerprint(self) -> str:
        """Digest of the weights, the configuration and the tokenizer: what a result depends on besides its text."""
        paths = sorted({path for pattern in CONFIGURATION for path in self.folder.glob(pattern)})
        return _digest_of([self.weights_sha256, *(_sha256(path) for path in paths)])


def local_folder(name: str, study: Path | None) -> Path | None:
    """The folder that a name stands for, absolute or relative to the study's; None where there is none."""
    path = Path(name).expanduser()
    candidates = [path] if path.is_absolute() or study is None else [study / path]
    return next((candidate.resolve() for candidate in candidates if candidate.is_dir()), None)


def hub_folder(name: str, revision: str | None = None) -> Path | None:
    """The folder of a hub model that was fetched before; None where it was not. Nothing is downloaded."""
    from huggingface_hub import snapshot_download
    from huggingface_hub.errors import HFValidationError, LocalEntryNotFoundError

    try:
        return Path(snapshot_download(name, revision=revision, local_files_only=True))
    except (HFValidationError, LocalEntryNotFoundError):
        return None


def problem_with_weights(folder: Path) -> str | None:
    """Why the weights of a folder cannot be used, as the end of a sentence about it; None where they can."""
    if any(folder.rglob("*.safetensors")):
        return None
    pickles = sorted(path.name for pattern in PICKLES for path in folder.rglob(pattern))
    return f"refused: {pickles[0]} is a pickle, which can run code" if pickles else f"has no {WEIGHTS}"


def _sha256(path: Path) -> str:
    """Digest of a file, read in pieces."""
    digest = hashlib.sha256()
    with path.open("rb") as file:
        while piece := file.read(CHUNK):
            digest.update(piece)
    return digest.hexdigest()


def _digest_of(digests: list[str]) -> str:
    """One digest of several, in their order."""
    return hashlib.sha256("\n".join(digests).encode()).hexdigest()
