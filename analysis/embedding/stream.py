"""Vectors of more texts than memory holds: texts in one after the other, vectors out in files of a fixed size."""

from __future__ import annotations

import hashlib
import itertools
from typing import TYPE_CHECKING

import numpy as np

from analysis import store
from analysis.embedding.vectors import embed

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence
    from pathlib import Path

    from numpy.typing import NDArray

    from analysis.embedding.encoder import Encoder

ROWS = 8192
COLUMN = "vector"


def embed_stream(
    texts: Iterable[str], folder: Path, *, fingerprint: str, load: Callable[[], Encoder], rows: int = ROWS
) -> Iterator[Path]:
    """The files with the vectors of texts, each as soon as it is whole.

    A file's name holds its number and a digest of encoder and texts. One that is there already and can be read to its
    last byte is not computed again, so that a run which was killed goes on where it stopped, and texts added at the end
    cost no more than themselves. Memory holds the texts and vectors of one file. Texts that are equal within a file are
    embedded once.

    Args:
        texts: in their order; read once.
        folder: where the files go.
        fingerprint: of the encoder.
        load: makes the encoder; called only when a file is missing.
        rows: texts in a file; the last may have fewer.

    Yields:
        Parquet files with the column `vector`, float32, a row for each text.

    Raises:
        EncoderError: the encoder cannot be loaded.
        StoreError: a file cannot be written.
    """
    loaded: list[Encoder] = []

    def encoder() -> Encoder:
        if not loaded:
            loaded.append(load())
        return loaded[0]

    left = iter(texts)
    for number in itertools.count():
        part = list(itertools.islice(left, rows))
        if not part:
            return
        path = folder / f"{number:06}-{_digest(fingerprint, part)}.parquet"
        if not _whole(path, len(part)):
            store.write_bytes(path, _packed(embed(part, load=encoder, at_once=len(part))))
        yield path


def read_vectors(path: Path) -> NDArray[np.float32]:
    """The vectors of a file, shape (texts, dimensions).

    Raises:
        OSError: it is missing or damaged.
    """
    import pyarrow.parquet as pq

    column = pq.read_table(path, page_checksum_verification=True)[COLUMN].combine_chunks()
    flat: NDArray[np.float32] = column.flatten().to_numpy()
    return flat.reshape(len(column), -1)


def _digest(fingerprint: str, texts: Sequence[str]) -> str:
    """What a file's vectors depend on."""
    digest = hashlib.sha256(fingerprint.encode())
    for text in texts:
        digest.update(hashlib.sha256(text.encode("utf-8", "surrogatepass")).digest())
    return digest.hexdigest()[:32]


def _packed(vectors: NDArray[np.float32]) -> bytes:
    """The vectors as a Parquet file, with a checksum of every page."""
    import pyarrow as pa
    import pyarrow.parquet as pq

    column = pa.FixedSizeListArray.from_arrays(pa.array(vectors.ravel()), vectors.shape[1])
    sink = pa.BufferOutputStream()
    # Without statistics, which no checksum covers and nobody asks of vectors.
    form = {"compression": "none", "use_dictionary": False, "write_statistics": False}
    pq.write_table(pa.table({COLUMN: column}), sink, write_page_checksum=True, **form)
    return bytes(sink.getvalue())


def _whole(path: Path, rows: int) -> bool:
    """Whether a file is there, undamaged and of so many rows."""
    try:
        return path.is_file() and len(read_vectors(path)) == rows
    except (OSError, ValueError, KeyError):
        return False
