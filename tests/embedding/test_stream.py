from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray

from analysis.embedding.stream import embed_stream, read_vectors


class Counting:
    """An encoder whose vectors are the length of the text and 1; it remembers what it was asked."""

    def __init__(self) -> None:
        self.asked: list[str] = []

    def encode(self, texts: Sequence[str]) -> NDArray[np.float32]:
        self.asked += texts
        return np.array([[len(text), 1] for text in texts], dtype=np.float32)


def refuse() -> Counting:
    raise AssertionError("the encoder was loaded")


def streamed(texts: Sequence[str], folder: Path, load: Callable[[], Counting], name: str = "a") -> list[Path]:
    return list(embed_stream(iter(texts), folder, fingerprint=name, load=load, rows=2))


TEXTS = ["a", "bb", "ccc", "ccc", "eeeee"]


def test_vectors_come_row_by_row_in_files_of_a_fixed_size_and_equal_texts_of_a_file_once(
    tmp_path: Path,
) -> None:
    encoder = Counting()
    files = streamed(TEXTS, tmp_path, lambda: encoder)
    assert [read_vectors(file).tolist() for file in files] == [[[1, 1], [2, 1]], [[3, 1], [3, 1]], [[5, 1]]]
    assert read_vectors(files[0]).dtype == np.float32
    assert encoder.asked == ["a", "bb", "ccc", "eeeee"]
    assert sorted(tmp_path.iterdir()) == files


def test_what_is_whole_is_not_computed_again_and_what_is_added_costs_only_itself(tmp_path: Path) -> None:
    files = streamed(TEXTS[:4], tmp_path, Counting)
    assert streamed(TEXTS[:4], tmp_path, refuse) == files
    encoder = Counting()
    assert streamed(TEXTS, tmp_path, lambda: encoder)[:2] == files
    assert encoder.asked == ["eeeee"]


def test_another_encoder_and_another_text_have_other_files(tmp_path: Path) -> None:
    files = streamed(TEXTS, tmp_path, Counting)
    assert not set(files) & set(streamed(TEXTS, tmp_path, Counting, name="b"))
    changed = streamed([*TEXTS[:2], "x", *TEXTS[3:]], tmp_path, Counting)
    assert [one == other for one, other in zip(files, changed, strict=True)] == [True, False, True]


DAMAGE: dict[str, Callable[[bytes], bytes]] = {
    "cut short": lambda data: data[:-9],
    "empty": lambda _: b"",
    "a flipped bit of a number": lambda data: data.replace(
        np.float32(3).tobytes(), np.float32(3.5).tobytes(), 1
    ),
}


@pytest.mark.parametrize("damage", DAMAGE.values(), ids=DAMAGE.keys())
def test_a_damaged_file_is_made_again(tmp_path: Path, damage: Callable[[bytes], bytes]) -> None:
    files = streamed(TEXTS, tmp_path, Counting)
    whole = files[1].read_bytes()
    assert damage(whole) != whole
    files[1].write_bytes(damage(whole))
    encoder = Counting()
    assert streamed(TEXTS, tmp_path, lambda: encoder) == files
    assert encoder.asked == ["ccc"]
    assert files[1].read_bytes() == whole


def test_no_more_texts_are_held_than_a_file_has(tmp_path: Path) -> None:
    taken: list[int] = []

    def endless() -> Iterator[str]:
        for number in range(1_000_000):
            taken.append(number)
            yield str(number)

    stream = embed_stream(endless(), tmp_path, fingerprint="a", load=Counting, rows=3)
    next(stream)
    assert len(taken) == 3


KILLED = """
import sys, time, pathlib, numpy
from analysis.embedding.stream import embed_stream

class Slow:
    def encode(self, texts):
        time.sleep(0.05)
        return numpy.array([[len(text), 1] for text in texts], dtype=numpy.float32)

texts = (str(number) * 50 for number in range(4000))
list(embed_stream(texts, pathlib.Path(sys.argv[1]), fingerprint="a", load=Slow, rows=20))
"""


def test_a_run_that_is_killed_goes_on_where_it_stopped(tmp_path: Path) -> None:
    process = subprocess.Popen([sys.executable, "-c", KILLED, str(tmp_path)])
    while len(list(tmp_path.glob("*.parquet"))) < 3:
        time.sleep(0.01)
    os.kill(process.pid, signal.SIGKILL)
    process.wait()
    done = len(list(tmp_path.glob("*.parquet")))
    encoder, texts = Counting(), [str(number) * 50 for number in range(4000)]
    files = list(embed_stream(texts, tmp_path, fingerprint="a", load=lambda: encoder, rows=20))
    assert len(encoder.asked) == 4000 - 20 * done
    vectors = np.vstack([read_vectors(file) for file in files])
    assert vectors[:, 0].tolist() == [len(text) for text in texts]
