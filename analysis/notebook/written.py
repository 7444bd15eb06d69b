"""A study written from text in a notebook, in a folder that goes when the notebook ends."""

from __future__ import annotations

import tempfile
from collections.abc import Mapping
from pathlib import Path

from analysis.settings import STUDY_FILE

_KEPT: list[tempfile.TemporaryDirectory[str]] = []
"""A folder is removed when nothing refers to it any more."""


def write_study(
    name: str, settings: str, articles: Mapping[str, str], *, to: str | Path | None = None
) -> Path:
    """The folder of a study that is written from text.

    Args:
        name: what the study's folder is called.
        settings: the text of its `study.toml`.
        articles: the text of each article by its file name, which may stand in a folder.
        to: where the study's folder goes; when nothing is said, somewhere that is removed when Python ends.
    """
    folder = (Path(to) if to is not None else _passing()) / name
    for file, text in {STUDY_FILE: settings, **articles}.items():
        path = folder / file
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text.strip() + "\n", encoding="utf-8")
    return folder


def _passing() -> Path:
    """A new folder that is removed when Python ends."""
    _KEPT.append(tempfile.TemporaryDirectory(prefix="framing-"))
    return Path(_KEPT[-1].name)
