"""What must be known of an encoder's folder to compute its vectors without the library it was made with."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from analysis.errors import EncoderError

if TYPE_CHECKING:
    from pathlib import Path

    from analysis.models import Model

PARTS = ("Transformer", "Pooling", "Normalize")
POOLING = {"pooling_mode_mean_tokens": "mean", "pooling_mode_cls_token": "first"}
WANTED = {"model_type": "bert", "hidden_act": "gelu", "position_embedding_type": "absolute"}


@dataclass(frozen=True, slots=True)
class Architecture:
    """A BERT with its sentence pooling.

    Attributes:
        layers: of attention.
        heads: of attention in each layer.
        width: numbers in a vector.
        epsilon: of the layer normalisation.
        longest: word pieces that are read at once, the special ones among them.
        pooling: mean (of all word pieces) or first (the vector of the first one).
        normalised: whether the pooled vector is scaled to length 1 before windows are averaged.
    """

    layers: int
    heads: int
    width: int
    epsilon: float
    longest: int
    pooling: str
    normalised: bool


def architecture(model: Model) -> Architecture:
    """The architecture of a sentence-transformers model.

    Raises:
        EncoderError: a file is missing or is not JSON, or the model is of a kind that the fast kernels do not know.
    """
    config = _read(model, "config.json")
    for key, value in WANTED.items():
        if config.get(key, value) != value:
            raise _unknown(model, f"{key} is {config[key]!r}, not {value!r}")
    parts = [part["type"].rpartition(".")[2] for part in _read(model, "modules.json")]
    if tuple(parts) not in {PARTS, PARTS[:2]}:
        raise _unknown(model, f"its parts are {', '.join(parts)}, not {', '.join(PARTS)}")
    limits = _read(model, "sentence_bert_config.json")
    if limits.get("do_lower_case"):
        raise _unknown(model, "it makes texts lower-case before its tokenizer does")
    try:
        return Architecture(
            layers=config["num_hidden_layers"],
            heads=config["num_attention_heads"],
            width=config["hidden_size"],
            epsilon=config["layer_norm_eps"],
            longest=min(
                limits.get("max_seq_length") or config["max_position_embeddings"],
                config["max_position_embeddings"],
            ),
            pooling=_pooling(model),
            normalised="Normalize" in parts,
        )
    except KeyError as error:
        raise _unknown(model, f"its config.json has no {error}") from None


def _pooling(model: Model) -> str:
    """How the vectors of the word pieces become one."""
    folder = next(part["path"] for part in _read(model, "modules.json") if part["type"].endswith("Pooling"))
    given = _read(model, f"{folder}/config.json")
    modes = [name for name, value in given.items() if name.startswith("pooling_mode_") and value is True]
    named = [given["pooling_mode"]] if isinstance(given.get("pooling_mode"), str) else []
    known = [POOLING.get(mode, "") for mode in modes] + [
        {"mean": "mean", "cls": "first"}.get(mode, "") for mode in named
    ]
    if len(known) != 1 or not known[0]:
        raise _unknown(model, f"it pools by {', '.join(modes + named) or 'nothing'}")
    return known[0]


def _read(model: Model, name: str) -> Any:  # noqa: ANN401 - whatever the JSON holds
    """A JSON file of the folder."""
    path: Path = model.folder / name
    try:
        return json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise _unknown(model, f"its {name} cannot be read ({type(error).__name__})") from None


def _unknown(model: Model, reason: str) -> EncoderError:
    """The complaint about a model that only torch can run."""
    return EncoderError(
        f"the fast kernels do not know the encoder {model.name!r}: {reason}",
        where=model.folder,
        remedy='choose kernels = "native" in study.toml',
    )
