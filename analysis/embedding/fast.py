"""The encoder that runs on openvino: the same vectors as torch's to the sixth decimal, or nearly so and faster."""

from __future__ import annotations

import queue
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

import numpy as np

from analysis.embedding import quantised
from analysis.embedding.graph import Network, build
from analysis.embedding.means import weighted_mean
from analysis.embedding.pieces import Pieces
from analysis.embedding.processor import capped, instructions, openvino
from analysis.embedding.ranges import kept
from analysis.errors import EncoderError

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from numpy.typing import NDArray

    from analysis.embedding.windows import Window
    from analysis.models import Model

PRECISIONS = {"float32": "f32", "bfloat16": "bf16", "int8": "bf16"}
"""What is computed in beside the products of the eight-bit graph, where the processor has bfloat16."""

STEP = 16
"""Windows are padded to a multiple of so many word pieces."""

PIECES_AT_ONCE = 512
"""Word pieces in a batch; a thread holds one batch at a time."""

CHARACTERS_AT_ONCE = 65_536
"""Characters that a thread takes up at a time, tokenises and reads while the others do the same."""


class FastEncoder:
    """Vectors whose bits depend on their text and this kind of processor alone.

    A stretch of texts of about the same length goes to one of `workers` threads, which tokenises and then reads it
    while the others do the same. Company, order, padding and number of threads change no bit of a vector: each window
    is a row of its own in every sum, and padding has exactly no weight.

    Args:
        model: a checked folder.
        kernels: float32, bfloat16 or int8.
        workers: threads.
        kept: folder for what is measured once; none keeps nothing.

    Raises:
        EncoderError: openvino is missing, the processor has no bfloat16, or only torch can run the model.
        StoreError: the folder cannot be written to.
    """

    def __init__(self, model: Model, *, kernels: str, workers: int = 1, kept: Path | None = None) -> None:
        self._workers = max(workers, 1)
        network = Network.of(model)
        self._dimensions = network.shape.width
        self._pieces = Pieces(model, network.shape.longest)
        self._core = openvino().Core()
        if kernels == "bfloat16" and not self._has_bfloat16():
            raise EncoderError(
                "this processor does not compute in bfloat16, or ONEDNN_MAX_CPU_ISA forbids it",
                where="study.toml: kernels",
                remedy='choose "float32" or "int8"',
            )
        compiled = self._compiled(self._graph(network, model, kernels, kept), PRECISIONS[kernels])
        self._requests: queue.SimpleQueue[Any] = queue.SimpleQueue()
        for _ in range(self._workers):
            self._requests.put(compiled.create_infer_request())

    @property
    def dimensions(self) -> int:
        """Numbers in a vector."""
        return self._dimensions

    def encode(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """The length-weighted mean of each text's windows, scaled to length 1; shape (texts, dimensions)."""
        vectors = np.empty((len(texts), self._dimensions), dtype=np.float32)

        def read(places: list[int]) -> None:
            vectors[places] = self._stretch([texts[place] for place in places])

        with ThreadPoolExecutor(self._workers) as pool:
            list(pool.map(read, stretches([len(text) for text in texts])))
        return vectors

    def _stretch(self, texts: list[str]) -> NDArray[np.float32]:
        """The vectors of a few texts, in this thread."""
        split = self._pieces.windows(texts)
        read = self._window_vectors([window for parts in split for window in parts])
        vectors, start = [], 0
        for parts in split:
            found = read[start : start + len(parts)]
            vectors.append(weighted_mean(found, [window.weight for window in parts]))
            start += len(parts)
        return np.array(vectors, dtype=np.float32)

    def _window_vectors(self, windows: list[Window]) -> NDArray[np.float64]:
        """The vector of each window."""
        vectors = np.empty((len(windows), self._dimensions), dtype=np.float64)
        with self._request() as request:
            for places, ids, mask in batches([self._pieces.ids(window) for window in windows]):
                request.infer({0: ids, 1: mask})
                vectors[places] = request.get_output_tensor(0).data
        return vectors

    @contextmanager
    def _request(self) -> Iterator[Any]:
        """One of the ways into the compiled graph, of which each thread has its own."""
        request = self._requests.get()
        try:
            yield request
        finally:
            self._requests.put(request)

    def _graph(self, network: Network, model: Model, kernels: str, folder: Path | None) -> Any:  # noqa: ANN401
        """The graph that the kernels compute."""
        if kernels != "int8":
            return build(network)
        key = " ".join((model.fingerprint, quantised.fingerprint(), openvino().__version__, instructions()))
        return build(network, quantised.quantised(kept(folder, key, lambda: self._sizes(network))))

    def _sizes(self, network: Network) -> dict[str, NDArray[np.float32]]:
        """How large the numbers of each channel are on the texts for calibration."""
        graph, names = quantised.taps(network)
        request = self._compiled(graph, "f32").create_infer_request()
        split = self._pieces.windows(quantised.CALIBRATION.read_text(encoding="utf-8").splitlines())

        def read() -> Iterator[tuple[list[NDArray[np.float32]], NDArray[np.float32]]]:
            for _, ids, mask in batches([self._pieces.ids(window) for parts in split for window in parts]):
                request.infer({0: ids, 1: mask})
                yield [request.get_output_tensor(place + 1).data for place in range(len(names))], mask

        return quantised.sizes(names, read())

    def _compiled(self, graph: Any, precision: str) -> Any:  # noqa: ANN401 - the classes are openvino's
        """The graph compiled for this processor, a thread for each worker and no thread without one."""
        chosen = {
            "INFERENCE_PRECISION_HINT": precision if self._has_bfloat16() else "f32",
            "NUM_STREAMS": self._workers,
            "INFERENCE_NUM_THREADS": self._workers,
            "ENABLE_CPU_PINNING": False,
        }
        return self._core.compile_model(graph, "CPU", chosen)

    def _has_bfloat16(self) -> bool:
        """Whether the processor computes in bfloat16 itself, and may."""
        return not capped() and "BF16" in self._core.get_property("CPU", "OPTIMIZATION_CAPABILITIES")


def stretches(lengths: Sequence[int]) -> list[list[int]]:
    """The places of texts, the longest texts first, in stretches of about as many characters."""
    order = sorted(range(len(lengths)), key=lambda place: -lengths[place])
    cut: list[list[int]] = []
    room = 0
    for place in order:
        if not cut or room < lengths[place]:
            cut.append([])
            room = CHARACTERS_AT_ONCE
        cut[-1].append(place)
        room -= max(lengths[place], 1)
    return cut


def batches(
    ids: Sequence[list[int]],
) -> Iterator[tuple[list[int], NDArray[np.int32], NDArray[np.float32]]]:
    """Windows of nearly one length together: their places, their word pieces and which of these are no padding."""
    by_length: dict[int, list[int]] = {}
    for place, window in enumerate(ids):
        by_length.setdefault(-(-len(window) // STEP) * STEP, []).append(place)
    for length, places in sorted(by_length.items()):
        rows = max(PIECES_AT_ONCE // length, 1)
        for start in range(0, len(places), rows):
            taken = places[start : start + rows]
            read = np.zeros((len(taken), length), dtype=np.int32)
            mask = np.zeros((len(taken), length), dtype=np.float32)
            for row, place in enumerate(taken):
                read[row, : len(ids[place])] = ids[place]
                mask[row, : len(ids[place])] = 1
            yield taken, read, mask
