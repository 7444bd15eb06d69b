from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest

from analysis.embedding.cache import VectorCache
from analysis.errors import StoreError

VECTOR = np.array([0.6, -0.8, 0.0], dtype=np.float32)


def only_file(folder: Path) -> Path:
    (file,) = (path for path in folder.rglob("*") if path.is_file())
    return file


@pytest.fixture
def cache(tmp_path: Path) -> VectorCache:
    return VectorCache(tmp_path / "vectors", "encoder")


def test_what_was_put_comes_back_bit_by_bit(cache: VectorCache) -> None:
    cache.put("Kiev \ud800 Київ", VECTOR)
    found = cache.get("Kiev \ud800 Київ")
    assert found is not None
    assert found.tobytes() == VECTOR.tobytes()


def test_another_text_and_another_encoder_have_no_vector(cache: VectorCache) -> None:
    cache.put("text", VECTOR)
    assert cache.get("text ") is None
    assert VectorCache(cache.folder, "another").get("text") is None


DAMAGE: dict[str, Callable[[bytes], bytes]] = {
    "a byte short": lambda data: data[:-1],
    "a number short": lambda data: data[:-4],
    "empty": lambda _: b"",
    "only its digest": lambda data: data[:32],
    "a flipped bit": lambda data: data[:40] + bytes([data[40] ^ 1]) + data[41:],
}


@pytest.mark.parametrize("damage", DAMAGE.values(), ids=DAMAGE.keys())
def test_a_damaged_entry_is_as_good_as_none(cache: VectorCache, damage: Callable[[bytes], bytes]) -> None:
    cache.put("text", VECTOR)
    file = only_file(cache.folder)
    file.write_bytes(damage(file.read_bytes()))
    assert cache.get("text") is None
    cache.put("text", VECTOR)
    assert cache.get("text") is not None


def test_nothing_half_written_stays_behind(cache: VectorCache, monkeypatch: pytest.MonkeyPatch) -> None:
    def full_disk(self: Path, target: Path) -> Path:  # noqa: ARG001
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "replace", full_disk)
    with pytest.raises(StoreError, match="No space left on device"):
        cache.put("text", VECTOR)
    assert not [path for path in cache.folder.rglob("*") if path.is_file()]


def test_a_folder_that_cannot_be_made_is_named(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(StoreError, match="choose another cache"):
        VectorCache(tmp_path / "file", "encoder").put("text", VECTOR)
