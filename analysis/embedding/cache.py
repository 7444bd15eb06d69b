"""Vectors on disk, each under the digest of the encoder and its text."""

from __future__ import annotations

import hashlib
import os
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from analysis.errors import StoreError

if TYPE_CHECKING:
    from numpy.typing import NDArray

DIGEST_BYTES = 32
VERSION = "1"
"""Raised when the way from a text to its vector changes (windows, lengths, means), so that no old vector is used."""


@dataclass(frozen=True, slots=True)
class VectorCache:
    """One small file per vector: its float32 numbers, after a SHA-256 of them.

    A vector is a function of encoder and text, so an entry never goes out of date and can be shared by studies. A file
    that is damaged, cut short or of another length is as good as none: the text is embedded again.

    Attributes:
        folder: where the files are; made when first written to.
        fingerprint: of the encoder.
    """

    folder: Path
    fingerprint: str

    def key(self, text: str) -> str:
        """SHA-256 of version, encoder and text."""
        named = "\0".join((VERSION, self.fingerprint, text))
        return hashlib.sha256(named.encode("utf-8", "surrogatepass")).hexdigest()

    def get(self, text: str) -> NDArray[np.float32] | None:
        """The vector of a text, or None when there is none that can be trusted."""
        try:
            stored = self._path(text).read_bytes()
        except OSError:
            return None
        digest, numbers = stored[:DIGEST_BYTES], stored[DIGEST_BYTES:]
        if not numbers or len(numbers) % 4 or hashlib.sha256(numbers).digest() != digest:
            return None
        return np.frombuffer(numbers, dtype="<f4").astype(np.float32)

    def put(self, text: str, vector: NDArray[np.float32]) -> None:
        """Store a vector; a reader sees the whole file or none.

        Raises:
            StoreError: the folder cannot be written to.
        """
        path = self._path(text)
        numbers = np.asarray(vector, dtype="<f4").tobytes()
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            handle, name = tempfile.mkstemp(dir=path.parent, suffix=".part")
            try:
                with os.fdopen(handle, "wb") as file:
                    file.write(hashlib.sha256(numbers).digest() + numbers)
                Path(name).replace(path)
            finally:
                Path(name).unlink(missing_ok=True)
        except OSError as error:
            remedy = "make the folder writable, or choose another cache"
            problem = f"a vector cannot be stored ({error.strerror})"
            raise StoreError(problem, where=self.folder, remedy=remedy) from error

    def _path(self, text: str) -> Path:
        """The file of a text's vector; two letters of the key make a folder, so that none grows too large."""
        key = self.key(text)
        return self.folder / key[:2] / f"{key}.vector"
