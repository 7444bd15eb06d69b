"""How fast each kind of kernels embeds, and how near its vectors come to those of float32."""

from __future__ import annotations

import json
import os
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from analysis.environment import KERNELS, choose
from analysis.errors import EncoderError
from analysis.watching import watched

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

DEFAULTS = "sentence-transformers"
"""Its encoder as it is, with nothing chosen for it: what the others are to be compared with."""
WARM_UP = 8
REFERENCE = "float32"


@dataclass(frozen=True, slots=True)
class Embedding:
    """What one kind of kernels makes of the paragraphs.

    Attributes:
        kernels: their name, or "sentence-transformers".
        paragraphs: embedded in a second of processor time; 0 where this machine has no such kernels.
        mean: cosine with the vectors of float32, over the paragraphs, -1 to 1; NaN without float32.
        least: the smallest of these.
    """

    kernels: str
    paragraphs: float
    mean: float
    least: float


def embeddings(study: Path) -> Iterator[Embedding]:
    """The analysed paragraphs of a study, embedded once with each, in a process of its own with one thread.

    What is loaded, compiled or measured once is not timed.

    Args:
        study: folder of the study.

    Raises:
        BenchError: a process failed; what it printed last is in the message.
    """
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        made = {kernels: _measured(kernels, study, folder) for kernels in (REFERENCE, *_others())}
    reference = made[REFERENCE][1]
    for kernels in (*KERNELS, DEFAULTS):
        rate, vectors = made[kernels]
        cosines = (reference * vectors).sum(axis=1) if reference.size and vectors.size else _unknown()
        yield Embedding(kernels, rate, float(cosines.mean()), float(cosines.min()))


def _others() -> tuple[str, ...]:
    """All but float32."""
    return tuple(kernels for kernels in (*KERNELS, DEFAULTS) if kernels != REFERENCE)


def _unknown() -> NDArray[np.float32]:
    """A cosine that nothing was computed for."""
    import numpy as np

    return np.full(1, np.nan, dtype=np.float32)


def _measured(kernels: str, study: Path, folder: Path) -> tuple[float, NDArray[np.float32]]:
    """Paragraphs a second, and their vectors; 0 and none where this machine has no such kernels."""
    import numpy as np

    out = folder / f"{kernels}.json"
    variables = {**os.environ, "PYTHONPATH": str(Path(__file__).parent.parent)}
    code = "import sys; from analysis.bench_encoders import embed; embed(*sys.argv[1:])"
    watched([sys.executable, "-c", code, kernels, str(study.absolute()), str(out)], variables)
    kept = json.loads(out.read_text(encoding="utf-8"))
    return float(kept["rate"]), np.array(kept["vectors"], dtype=np.float32)


def _encoder(kernels: str) -> Callable[[list[str]], NDArray[np.float32]]:
    """What embeds texts with the bundled model and one thread.

    Raises:
        EncoderError: this machine has no such kernels.
    """
    from analysis.embedding.chosen import Chosen
    from analysis.embedding.model import DEFAULT, find_model

    model = find_model(DEFAULT)
    if kernels == DEFAULTS:
        from sentence_transformers import SentenceTransformer

        return SentenceTransformer(str(model.folder), device="cpu").encode
    return Chosen(model, kernels).load(workers=1).encode


def embed(kernels: str, study: str, out: str) -> None:
    """Embed the paragraphs of a study and keep their vectors and how many a second of processor time took.

    Args:
        kernels: their name, or "sentence-transformers".
        study: folder of the study.
        out: the file to write: `rate` and `vectors`.
    """
    choose("native" if kernels == DEFAULTS else kernels)
    from analysis import settings
    from analysis.corpus.corpus import read_corpus

    paragraphs = read_corpus(settings.read(Path(study))).paragraphs
    texts = [str(text) for text in paragraphs.loc[paragraphs["analysed"], "text"]]
    try:
        encode = _encoder(kernels)
    except EncoderError:
        Path(out).write_text('{"rate": 0, "vectors": []}', encoding="utf-8")
        return
    encode(texts[:WARM_UP])
    start = time.process_time()
    vectors = encode(texts)
    rate = len(texts) / (time.process_time() - start)
    Path(out).write_text(json.dumps({"rate": rate, "vectors": vectors.tolist()}), encoding="utf-8")
