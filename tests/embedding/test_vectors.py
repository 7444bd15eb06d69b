import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray

from analysis.embedding.cache import VectorCache
from analysis.embedding.vectors import embed


class Counting:
    """An encoder whose vectors are the length of the text and 1; it remembers what it was asked."""

    def __init__(self) -> None:
        self.asked: list[str] = []

    def encode(self, texts: Sequence[str]) -> NDArray[np.float32]:
        self.asked += texts
        return np.array([[len(text), 1] for text in texts], dtype=np.float32)


def refuse() -> Counting:
    raise AssertionError("the encoder was loaded")


def test_vectors_come_row_by_row_and_equal_texts_are_embedded_once() -> None:
    encoder = Counting()
    found = embed(["ccc", "a", "ccc", ""], load=lambda: encoder)
    assert found.tolist() == [[3, 1], [1, 1], [3, 1], [0, 1]]
    assert found.dtype == np.float32
    assert sorted(encoder.asked) == ["", "a", "ccc"]


def test_an_unchanged_text_is_never_embedded_again(tmp_path: Path) -> None:
    cache = VectorCache(tmp_path, "counting")
    encoder = Counting()
    embed(["a", "bb"], load=lambda: encoder, cache=cache)
    embed(["bb", "ccc"], load=lambda: encoder, cache=cache)
    assert encoder.asked == ["a", "bb", "ccc"]
    assert embed(["ccc", "a"], load=refuse, cache=cache).tolist() == [[3, 1], [1, 1]]


def test_an_interrupted_run_keeps_what_it_has(tmp_path: Path) -> None:
    class Failing(Counting):
        def encode(self, texts: Sequence[str]) -> NDArray[np.float32]:
            if self.asked:
                raise KeyboardInterrupt
            return super().encode(texts)

    cache = VectorCache(tmp_path, "counting")
    texts = [f"{number:02}" for number in range(20)]
    with pytest.raises(KeyboardInterrupt):
        embed(texts, load=Failing, cache=cache)
    assert len(VectorCache(tmp_path, "counting").known(texts)) == 16


def test_an_encoder_is_handed_as_many_texts_at_once_as_it_wants() -> None:
    steps: list[tuple[int, int]] = []
    embed([str(n) for n in range(20)], load=Counting, progress=lambda *step: steps.append(step), at_once=15)
    assert steps == [(15, 20), (20, 20)]


def test_progress_counts_texts_up_to_all() -> None:
    steps: list[tuple[int, int]] = []
    embed([str(n) for n in range(20)], load=Counting, progress=lambda *step: steps.append(step))
    assert steps == [(16, 20), (20, 20)]


def test_no_texts_have_no_vectors_and_need_no_encoder() -> None:
    assert embed([], load=refuse).shape == (0, 0)


def test_torch_is_not_imported_when_every_text_is_known(tmp_path: Path) -> None:
    embed(["a"], load=Counting, cache=VectorCache(tmp_path, "counting"))
    script = (
        "import sys, pathlib\n"
        "from analysis.embedding.vectors import embed\n"
        "from analysis.embedding.cache import VectorCache\n"
        "cache = VectorCache(pathlib.Path(sys.argv[1]), 'counting')\n"
        "assert embed(['a'], load=None, cache=cache).tolist() == [[1.0, 1.0]]\n"
        "assert not {'torch', 'transformers', 'sentence_transformers', 'pandas'} & set(sys.modules)\n"
    )
    subprocess.run([sys.executable, "-c", script, str(tmp_path)], check=True)
