import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest

from analysis.embedding.cache import VectorCache
from analysis.errors import StoreError

VECTOR = np.array([0.6, -0.8, 0.0], dtype=np.float32)
OTHER = np.array([0.0, 1.0, 0.0], dtype=np.float32)


def files(folder: Path) -> list[Path]:
    return sorted(path for path in folder.rglob("*") if path.is_file())


def again(cache: VectorCache) -> VectorCache:
    """The cache as another process would open it."""
    return VectorCache(cache.folder, "encoder")


@pytest.fixture
def cache(tmp_path: Path) -> VectorCache:
    return VectorCache(tmp_path / "vectors", "encoder")


def test_what_was_put_comes_back_bit_by_bit_at_once_and_later(cache: VectorCache) -> None:
    cache.put({"Kiev \ud800 Київ": VECTOR, "": OTHER})
    for opened in (cache, again(cache)):
        found = opened.known(["", "Kiev \ud800 Київ", "unknown"])
        assert {text: vector.tobytes() for text, vector in found.items()} == {
            "": OTHER.tobytes(),
            "Kiev \ud800 Київ": VECTOR.tobytes(),
        }


def test_another_text_and_another_encoder_have_no_vector(cache: VectorCache) -> None:
    cache.put({"text": VECTOR})
    assert cache.get("text ") is None
    assert VectorCache(cache.folder, "another").get("text") is None


def test_what_is_put_after_the_first_look_is_found_too(cache: VectorCache) -> None:
    assert cache.get("text") is None
    cache.put({"text": VECTOR})
    cache.put({"other": OTHER})
    assert cache.get("text") is not None
    assert again(cache).known(["text", "other"]).keys() == {"text", "other"}
    assert len(files(cache.folder)) == 1


DAMAGE: dict[str, Callable[[bytes], bytes]] = {
    "a byte short": lambda data: data[:-1],
    "a number short": lambda data: data[:-4],
    "only its key": lambda data: data[:92],
    "a flipped bit of the vector": lambda data: data[:-1] + bytes([data[-1] ^ 1]),
    "a flipped bit of the key": lambda data: data[:60] + bytes([data[60] ^ 1]) + data[61:],
}


@pytest.mark.parametrize("damage", DAMAGE.values(), ids=DAMAGE.keys())
def test_a_damaged_record_is_as_good_as_none_and_its_neighbour_stays(
    cache: VectorCache, damage: Callable[[bytes], bytes]
) -> None:
    cache.put({"first": OTHER, "second": VECTOR})
    (file,) = files(cache.folder)
    file.write_bytes(damage(file.read_bytes()))
    opened = again(cache)
    assert opened.known(["first", "second"]).keys() == {"first"}
    opened.put({"second": VECTOR})
    assert opened.get("second") is not None
    assert again(cache).known(["first", "second"]).keys() == {"first", "second"}


@pytest.mark.parametrize("content", [b"", b"notes"])
def test_a_file_that_is_empty_or_none_of_ours_is_passed_over(cache: VectorCache, content: bytes) -> None:
    cache.put({"text": VECTOR})
    (file,) = files(cache.folder)
    (file.parent / "notes.vectors").write_bytes(content)
    (file.parent / "0-3.vectors").write_bytes(content)
    assert again(cache).get("text") is not None


def test_two_processes_may_store_at_once_and_lose_nothing(tmp_path: Path) -> None:
    script = (
        "import sys, pathlib, numpy\n"
        "from analysis.embedding.cache import VectorCache\n"
        "cache = VectorCache(pathlib.Path(sys.argv[1]), 'encoder')\n"
        "for number in range(200):\n"
        "    cache.put({f'{sys.argv[2]} {number}': numpy.full(3, number, numpy.float32)})\n"
    )
    running = [
        subprocess.Popen([sys.executable, "-c", script, str(tmp_path), name]) for name in ("one", "two")
    ]
    assert [process.wait() for process in running] == [0, 0]
    texts = [f"{name} {number}" for name in ("one", "two") for number in range(200)]
    found = VectorCache(tmp_path, "encoder").known(texts)
    assert [found[text].tolist() for text in texts] == [[number] * 3 for number in range(200)] * 2


def test_a_folder_that_cannot_be_made_is_named(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(StoreError, match="choose another one with FRAMING_CACHE"):
        VectorCache(tmp_path / "file", "encoder").put({"text": VECTOR})
