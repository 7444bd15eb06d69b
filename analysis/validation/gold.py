"""Where hand-labelled data lie: one folder for all sets, a sub-folder for each, or the folder of a set itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

from analysis.errors import ArticleError

if TYPE_CHECKING:
    from pathlib import Path


def folder(data: Path, name: str) -> Path:
    """The folder of a set: the sub-folder called `name` where there is one, else `data` itself."""
    return data / name if (data / name).is_dir() else data


def find(data: Path, name: str, file: str, *, source: str) -> Path:
    """The path of a set's file.

    Args:
        data: the folder of all sets, or of this set.
        name: the set's sub-folder, as the README names it.
        file: the file in it.
        source: the set's public name and paper, for the complaint.

    Raises:
        ArticleError: neither `data/name/file` nor `data/file` is there.
    """
    path = folder(data, name) / file
    if path.is_file():
        return path
    remedy = f"lay {source} there as {name}/{file}; the README says where the sets come from"
    raise ArticleError(f"{name}/{file} not found", where=data, remedy=remedy)
