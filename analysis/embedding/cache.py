"""Vectors on disk, each under the digest of its text, in files that only ever grow."""

from __future__ import annotations

import hashlib
import os
import time
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from analysis.errors import StoreError

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from numpy.typing import NDArray

    Vector = NDArray[np.float32]

KEY_BYTES, DIGEST_BYTES = 32, 16
ENDING = ".vectors"
VERSION = "2"
"""Raised when the way from a text to its vector changes, or the file's form, so that no old vector is used."""


class VectorCache:
    """Records of one length: a text's key, a digest of the record, and the vector's float32 numbers.

    A vector is a function of encoder and text, so a record never goes out of date and can be shared by studies. Whoever
    stores appends to a file of its own, so any number of processes may at the same time, and one that is killed loses
    no more than the record it was writing. A record that is damaged or cut short is as good as none: the text is
    embedded again, and the newer record is the one that is read.

    Args:
        folder: where the files are, those of each encoder in a folder of their own; made when first written to.
        fingerprint: of the encoder.
    """

    def __init__(self, folder: Path, fingerprint: str) -> None:
        named = "\0".join((VERSION, fingerprint)).encode("utf-8", "surrogatepass")
        self.folder = folder
        self._own = folder / hashlib.sha256(named).hexdigest()[:32]
        self._grows = ""
        self._places: dict[bytes, tuple[Path, int]] | None = None

    def known(self, texts: Iterable[str]) -> dict[str, Vector]:
        """The vectors of those texts that have a record which can be trusted."""
        places = self._index()
        wanted: dict[Path, list[tuple[int, str]]] = {}
        for text in set(texts):
            place = places.get(key(text))
            if place is not None:
                wanted.setdefault(place[0], []).append((place[1], text))
        found: dict[str, Vector] = {}
        for path, rows in wanted.items():
            found.update(_trusted(path, rows))
        return found

    def get(self, text: str) -> Vector | None:
        """The vector of a text, or None when there is none that can be trusted."""
        return self.known([text]).get(text)

    def put(self, vectors: Mapping[str, Vector]) -> None:
        """Store the vectors of texts, all of one length.

        Raises:
            StoreError: the folder cannot be written to.
        """
        keys = [key(text) for text in vectors]
        numbers = np.array(list(vectors.values()), dtype="<f4").reshape(len(keys), -1)
        path = self._own / f"{self._name()}-{numbers.shape[1]}{ENDING}"
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            with path.open("ab") as file:
                start = file.tell() // _form(path).itemsize
                file.write(_records(keys, numbers))
        except OSError as error:
            remedy = "make room there, make the folder writable, or choose another one with FRAMING_CACHE"
            problem = f"a vector cannot be stored ({error.strerror})"
            raise StoreError(problem, where=self.folder, remedy=remedy) from error
        if self._places is not None:
            self._places.update((one, (path, start + row)) for row, one in enumerate(keys))

    def _name(self) -> str:
        """The beginning of the name of this process's file: behind all that are there, also after a clock went back."""
        if not self._grows:
            there = (path.name.partition("-")[0] for path in self._own.glob(f"*{ENDING}"))
            last = max((int(number) for number in there if number.isdecimal()), default=0)
            self._grows = f"{max(time.time_ns(), last + 1):020}-{os.getpid()}"
        return self._grows

    def _index(self) -> dict[bytes, tuple[Path, int]]:
        """File and row of every key, read once; of several records of one key the newest."""
        if self._places is None:
            self._places = {}
            for path in sorted(self._own.glob(f"*{ENDING}")):
                keys = _read(path)["key"].tolist()
                self._places.update(
                    (one.ljust(KEY_BYTES, b"\0"), (path, row)) for row, one in enumerate(keys)
                )
        return self._places


def key(text: str) -> bytes:
    """SHA-256 of a text."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).digest()


def _form(path: Path) -> np.dtype[np.void]:
    """The form of a record; the file's name tells how many numbers it has."""
    length = int(path.stem.rpartition("-")[2])
    return np.dtype([("key", f"S{KEY_BYTES}"), ("digest", f"S{DIGEST_BYTES}"), ("vector", "<f4", (length,))])


def _records(keys: list[bytes], numbers: Vector) -> bytes:
    """The records as bytes."""
    rows = (row.tobytes() for row in numbers)
    return b"".join(one + _digest(one, row) + row for one, row in zip(keys, rows, strict=True))


def _digest(one: bytes, row: bytes) -> bytes:
    """What shows that a record is whole."""
    return hashlib.blake2b(one + row, digest_size=DIGEST_BYTES).digest()


def _read(path: Path) -> NDArray[np.void]:
    """The whole records of a file, not yet read from the disk; none of a file that has none, or is no such file."""
    try:
        form = _form(path)
        whole = path.stat().st_size // form.itemsize
        return np.memmap(path, dtype=form, mode="r", shape=(whole,)) if whole else np.empty(0, dtype=form)
    except (OSError, ValueError):
        return np.empty(0, dtype=[("key", f"S{KEY_BYTES}")])


def _trusted(path: Path, rows: list[tuple[int, str]]) -> dict[str, Vector]:
    """The vectors of some rows of a file, but for those whose record is damaged."""
    records = _read(path)
    found: dict[str, Vector] = {}
    for row, text in sorted(rows):
        if row < len(records):
            stored = records[row].tobytes()
            one, digest, numbers = (
                stored[:KEY_BYTES], stored[KEY_BYTES:KEY_BYTES + DIGEST_BYTES], stored[KEY_BYTES + DIGEST_BYTES:],
            )  # fmt: skip
            if one == key(text) and digest == _digest(one, numbers):
                found[text] = np.frombuffer(numbers, dtype="<f4").astype(np.float32)
    return found
