"""The encoder that runs a sentence-transformers model on the processor: the one module that imports torch."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING, Any

import numpy as np

from analysis.embedding.means import weighted_mean
from analysis.embedding.windows import Window, bucket, windows
from analysis.errors import EncoderError

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from analysis.embedding.model import Model


class TransformerEncoder:
    """Vectors whose bits depend on their text alone.

    Each window is read by itself, padded to a fixed length, by one thread: no batch-mate, batch size or number of
    threads can change how it is rounded. Several windows are read at the same time by `workers` threads.

    Args:
        model: a checked folder.
        workers: windows read at the same time.
        padded: read a window at the next of the fixed lengths, not at its own: the same vector but for the last bits,
            and a third of the time is for padding.

    Raises:
        EncoderError: the folder is not a model that sentence-transformers can load from safetensors without code of
            its own.
    """

    def __init__(self, model: Model, *, workers: int = 1, padded: bool = True) -> None:
        self._workers = max(workers, 1)
        self._padded = padded
        self._network = _loaded(model)
        self._tokenizer = self._network.tokenizer
        self._longest = int(self._network.max_seq_length)
        self._before, self._after = _special_tokens(self._tokenizer)
        self._room = self._longest - len(self._before) - len(self._after)

    def encode(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """The length-weighted mean of each text's windows, scaled to length 1; shape (texts, dimensions)."""
        split = [windows(text, self._tokens, self._room) for text in texts]
        with ThreadPoolExecutor(self._workers) as pool:
            read = list(pool.map(self._window_vector, (window for parts in split for window in parts)))
        vectors, start = [], 0
        for parts in split:
            vectors.append(
                weighted_mean(read[start : start + len(parts)], [window.weight for window in parts])
            )
            start += len(parts)
        return np.array(vectors, dtype=np.float32).reshape(len(texts), self.dimensions)

    @property
    def dimensions(self) -> int:
        """Numbers in a vector."""
        return int(self._network.get_embedding_dimension())

    def _tokens(self, text: str) -> list[int]:
        """Word pieces of a text, without special ones."""
        tokens: list[int] = self._tokenizer.encode(text, add_special_tokens=False, verbose=False)
        return tokens

    def _window_vector(self, window: Window) -> NDArray[np.float64]:
        """The vector of one window."""
        import torch

        ids = [*self._before, *window.tokens, *self._after]
        padding = bucket(len(ids), self._longest) - len(ids) if self._padded else 0
        inputs = {
            "input_ids": ids + [self._tokenizer.pad_token_id] * padding,
            "attention_mask": [1] * len(ids) + [0] * padding,
            "token_type_ids": [0] * (len(ids) + padding),
        }
        wanted = {"input_ids", "attention_mask"} | set(self._tokenizer.model_input_names)
        features = {name: torch.tensor([numbers]) for name, numbers in inputs.items() if name in wanted}
        with torch.inference_mode():
            vector = self._network(features)["sentence_embedding"][0]
        return np.asarray(vector.numpy(), dtype=np.float64)


def _loaded(model: Model) -> Any:  # noqa: ANN401 - the class is torch's
    """The network, ready to read on one thread."""
    import torch
    from sentence_transformers import SentenceTransformer
    from transformers.utils import logging

    torch.set_num_threads(1)
    logging.disable_progress_bar()  # type: ignore[no-untyped-call]
    try:
        return SentenceTransformer(
            str(model.folder),
            device="cpu",
            local_files_only=True,
            trust_remote_code=False,
            model_kwargs={"use_safetensors": True},
        ).eval()
    except (OSError, ValueError, KeyError, ImportError) as error:
        reason = str(error).splitlines()[0] if str(error) else type(error).__name__
        raise EncoderError(
            f"the encoder {model.name!r} cannot be loaded ({reason})",
            where=model.folder,
            remedy="use the folder of a sentence-transformers model with safetensors",
        ) from error


def _special_tokens(tokenizer: Any) -> tuple[list[int], list[int]]:  # noqa: ANN401 - the class is transformers'
    """What the tokenizer puts before a text and after it."""
    bare, full = tokenizer.encode("a", add_special_tokens=False), tokenizer.encode("a")
    start = next(i for i in range(len(full)) if full[i : i + len(bare)] == bare)
    return full[:start], full[start + len(bare) :]
