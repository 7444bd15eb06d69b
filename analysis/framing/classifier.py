"""A transformer that sorts texts into labels, run on the processor: each text by itself, nothing dropped."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING, Any

import numpy as np

from analysis.errors import ModelError

if TYPE_CHECKING:
    from collections.abc import Sequence

    import numpy.typing as npt

    from analysis.models import Model
    from analysis.progress import Step

    Floats = npt.NDArray[np.float64]

RESERVED = 2
"""Positions that some kinds of models keep for themselves (RoBERTa's begin at 2)."""


class Classifier:
    """The logits of a model for single texts or pairs of texts.

    A text is read alone, in float32, on one thread: no batch-mate can change how its score is rounded. A text that is
    longer than the model reads is cut into windows, whose logits are averaged by their number of word pieces.

    Args:
        model: a checked folder.
        workers: texts read at the same time.

    Raises:
        ModelError: transformers cannot load the folder, or it holds no trained classifier.
    """

    def __init__(self, model: Model, *, workers: int = 1) -> None:
        self._network, self._tokenizer = _loaded(model)
        self._workers = max(workers, 1)
        positions = int(getattr(self._network.config, "max_position_embeddings", 512)) - RESERVED
        self._longest = max(min(positions, int(self._tokenizer.model_max_length)), 8)

    @property
    def labels(self) -> list[str]:
        """The model's labels in the order of its logits."""
        named = self._network.config.id2label
        return [str(named[place]) for place in range(len(named))]

    def logits(self, texts: Sequence[str], pairs: Sequence[str] | None, progress: Step) -> Floats:
        """The logits of every text, or of every text with its pair; shape (texts, labels)."""
        second: Sequence[str | None] = [None] * len(texts) if pairs is None else pairs
        rows = []
        with ThreadPoolExecutor(self._workers) as pool:
            for done, row in enumerate(pool.map(self._read, texts, second), start=1):
                rows.append(row)
                progress(done, len(texts))
        return np.array(rows, dtype=np.float64).reshape(len(texts), len(self.labels))

    def _read(self, text: str, pair: str | None) -> Floats:
        """The logits of one text."""
        import torch

        windows = self._tokenizer(
            text, pair, truncation="only_first" if pair else True, max_length=self._longest,
            return_overflowing_tokens=True, verbose=False,
        )  # fmt: skip
        wanted = [name for name in ("input_ids", "attention_mask", "token_type_ids") if name in windows]
        total, weight = np.zeros(len(self.labels)), 0
        with torch.inference_mode():
            for place in range(len(windows["input_ids"])):
                inputs = {name: torch.tensor([windows[name][place]]) for name in wanted}
                size = len(windows["input_ids"][place])
                total = total + size * self._network(**inputs).logits[0].numpy().astype(np.float64)
                weight += size
        return total / weight


def softmax(logits: Floats) -> Floats:
    """The probabilities of labels that exclude one another; every row sums to 1."""
    powers = np.exp(logits - logits.max(axis=1, keepdims=True, initial=-np.inf))
    shares: Floats = powers / powers.sum(axis=1, keepdims=True)
    return shares


def sigmoid(logits: Floats) -> Floats:
    """The probabilities of labels that may hold together."""
    odds: Floats = 1 / (1 + np.exp(-logits))
    return odds


def _loaded(model: Model) -> tuple[Any, Any]:
    """The network and its tokenizer, ready to read on one thread."""
    import torch
    from transformers import AutoModelForSequenceClassification, AutoTokenizer
    from transformers.utils import logging

    torch.set_num_threads(1)
    logging.disable_progress_bar()  # type: ignore[no-untyped-call]
    logging.set_verbosity_error()  # type: ignore[no-untyped-call]
    safe: dict[str, Any] = {"local_files_only": True, "trust_remote_code": False}
    place = str(model.folder)
    try:
        network, report = AutoModelForSequenceClassification.from_pretrained(
            place, use_safetensors=True, dtype=torch.float32, output_loading_info=True, **safe
        )
        tokenizer = AutoTokenizer.from_pretrained(place, use_fast=True, **safe)
    except (OSError, ValueError, KeyError, ImportError, RuntimeError) as error:
        reason = str(error).splitlines()[0] if str(error) else type(error).__name__
        raise _unusable(model, f"cannot be loaded ({reason})") from error
    if report["missing_keys"]:
        raise _unusable(model, f"holds no trained classifier (without {min(report['missing_keys'])})")
    if not tokenizer.is_fast:
        raise _unusable(model, "has no tokenizer.json")
    return network.eval(), tokenizer


def _unusable(model: Model, problem: str) -> ModelError:
    """The complaint about a model that was found and does not serve."""
    remedy = "use a transformers model for sequence classification, saved as safetensors with its tokenizer"
    return ModelError(f"the model {model.name!r} {problem}", where=model.folder, remedy=remedy)
