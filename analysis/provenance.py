"""What a result was made from: versions, settings, code and inputs, as hashes that change when any of them does."""

from __future__ import annotations

import hashlib
import importlib.metadata
import json
import platform
from collections.abc import Iterable
from pathlib import Path
from typing import Any

PACKAGE = Path(__file__).parent


def fingerprint(value: Any) -> str:  # noqa: ANN401 - anything that JSON can hold
    """SHA-256 of a JSON value, keys in order."""
    text = json.dumps(value, sort_keys=True, ensure_ascii=False, default=str)
    return hashlib.sha256(text.encode()).hexdigest()


def code_hash(parts: Iterable[str]) -> str:
    """SHA-256 over the source files of sub-packages and modules of `analysis`, by name and content.

    Args:
        parts: names such as "corpus" or "records.py"; a folder counts with all files below it, templates included.
    """
    digest = hashlib.sha256()
    for part in sorted(parts):
        path = PACKAGE / part
        files = sorted(path.rglob("*")) if path.is_dir() else [path]
        for file in (f for f in files if f.is_file() and f.suffix != ".pyc"):
            digest.update(f"{file.relative_to(PACKAGE).as_posix()}\0{file.stat().st_size}\0".encode())
            digest.update(file.read_bytes())
    return digest.hexdigest()


def python_version() -> str:
    """Python's version as far as results can depend on it ("3.11"): releases that only mend do not change them."""
    return ".".join(platform.python_version_tuple()[:2])


def versions(distributions: Iterable[str]) -> dict[str, str]:
    """Installed version of each distribution, by name, without a build's own suffix ("2.13.0", not "2.13.0+cpu").

    Builds for other systems carry other suffixes, and results made on one system are kept on another.
    """
    return {name: importlib.metadata.version(name).partition("+")[0] for name in sorted(distributions)}
