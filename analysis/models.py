"""Folders of models: where a name leads, whether the weights are safetensors, and a digest of the files."""

from __future__ import annotations

import hashlib
import os
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

WEIGHTS = "model.safetensors"
CONFIGURATION = ("*.json", "*.txt", "*/*.json", "*.model")
PICKLES = ("*.bin", "*.pt", "*.pth", "*.ckpt", "*.pkl")
CHUNK = 2**20

SHARED = "FRAMING_MODELS"
"""Names a folder of models beside the studies': whoever runs a study says what it may read, not whoever wrote it."""


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
    """The folder that a name stands for; None where there is none.

    Args:
        name: a path. A study's leads to a folder inside its own or inside that of `SHARED`, links resolved.
        study: the folder of the study that gives the name; None for a name from the command line, which leads anywhere.
    """
    if study is None:
        path = Path(name).expanduser()
        return path.resolve() if path.is_dir() else None
    roots = [study, *(Path(given).expanduser() for given in [os.environ.get(SHARED)] if given)]
    inside = ((root / name).resolve() for root in roots if _is_inside(root / name, root))
    return next((folder for folder in inside if folder.is_dir()), None)


def leads_out(name: str, study: Path) -> bool:
    """Whether a study's name for a model is that of a folder outside, links resolved."""
    path = study / Path(name).expanduser()
    return path.is_dir() and not _is_inside(path, study)


OUTSIDE = "leads out of the study folder"
INSTEAD = f"keep the model inside, or name the folder that it is in as {SHARED}"


def _is_inside(path: Path, root: Path) -> bool:
    """Whether a path stays within a folder once its links are resolved."""
    return path.resolve().is_relative_to(root.resolve())


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
    found = sorted(path for pattern in PICKLES for path in folder.rglob(pattern))
    # Where safetensors stand beside it, a pickle is never looked at; alone in its folder it is what would be loaded.
    alone = [path.relative_to(folder) for path in found if not any(path.parent.glob("*.safetensors"))]
    if alone:
        return f"is refused: {alone[0]} is a pickle, which can run code"
    return None if any(folder.rglob("*.safetensors")) else f"has no {WEIGHTS}"


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
