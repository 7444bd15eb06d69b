"""The shipped classifier: loaded from safetensors, read on the processor, the same bits for any batch and order."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING

import numpy as np

from analysis.errors import EncoderError
from analysis.framing.stance import weights
from analysis.framing.stance.inputs import Input, Reader
from analysis.progress import ignore

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from numpy.typing import NDArray

    from analysis.framing.stance.reading import Reading
    from analysis.progress import Step

NAME = "stance"
MEASURES = (
    "what a sentence's wording says for or against the actor that it names: the chances that readers would call it "
    "negative, neutral or positive toward that actor"
)
CHUNK = 64


class StanceModel:
    """Probabilities of a negative, neutral and positive stance toward a target.

    Args:
        network: the trained network.
        reader: cuts sentences as the network was trained on them.
        temperature: what logits are divided by, so that probabilities are calibrated.
        version: of the weights.
        workers: sentences read at the same time.
    """

    name = NAME
    measures = MEASURES

    def __init__(
        self, network: Reading, reader: Reader, *, temperature: float, version: str, workers: int = 1
    ) -> None:
        self._network = network
        self._reader = reader
        self._temperature = temperature
        self._workers = max(workers, 1)
        self.version = version

    def probabilities(
        self, texts: Sequence[str], spans: Sequence[tuple[int, int]], *, progress: Step = ignore
    ) -> NDArray[np.float64]:
        """Calibrated probabilities, shape (sentences, 3): negative, neutral, positive; rows sum to 1.

        p = softmax(logits / temperature)

        Each row depends on its own sentence and target alone: a sentence is read by itself, by one thread.

        Args:
            texts: sentences.
            spans: where the target of each stands: start and end, in characters of the text.
            progress: told after every 64 sentences.

        Raises:
            ValueError: a span is empty or lies outside its text.
        """
        inputs = [self._input(text, span) for text, span in zip(texts, spans, strict=True)]
        rows: list[NDArray[np.float64]] = []
        with ThreadPoolExecutor(self._workers) as pool:
            for start in range(0, len(inputs), CHUNK):
                rows.extend(pool.map(self._read, inputs[start : start + CHUNK]))
                progress(len(rows), len(inputs))
        return np.array(rows, dtype=np.float64).reshape(len(inputs), 3)

    def _input(self, text: str, span: tuple[int, int]) -> Input:
        """The pieces of a sentence."""
        start, end = span
        if not 0 <= start < end <= len(text):
            raise ValueError(f"the target at {start}:{end} lies outside its text of {len(text)} characters")
        return self._reader.read(text, start, end)

    def _read(self, one: Input) -> NDArray[np.float64]:
        """The probabilities of one sentence."""
        return softmax(self._network.logits(one) / self._temperature)


def softmax(logits: NDArray[np.float64]) -> NDArray[np.float64]:
    """Probabilities along the last axis."""
    raised = np.exp(logits - logits.max(axis=-1, keepdims=True))
    scaled: NDArray[np.float64] = raised / raised.sum(axis=-1, keepdims=True)
    return scaled


def load(base: Path, *, file: Path = weights.FILE, workers: int = 1) -> StanceModel:
    """The shipped classifier.

    Args:
        base: the folder of the encoder that it was trained from, which has the tokenizer and the word embeddings.
        file: its own weights.
        workers: sentences read at the same time.

    Raises:
        EncoderError: the weights are missing, no safetensors, or of another network.
    """
    import torch

    from analysis.framing.stance.parts import Weights
    from analysis.framing.stance.reading import Reading, shape

    torch.set_num_threads(1)
    known, given = weights.facts(file), Weights(weights.tensors(file) | weights.frozen(base))
    foreign = EncoderError("holds the weights of another network", where=file, remedy=weights.REMEDY)
    try:
        network = Reading(given, shape(base))
    except KeyError:
        raise foreign from None
    if given.unread:
        raise foreign
    return StanceModel(
        network, Reader(base), temperature=known.temperature, version=known.version, workers=workers
    )
