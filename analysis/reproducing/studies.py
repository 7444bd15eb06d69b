"""A copy of a study, with its articles in the order they have or in another."""

from __future__ import annotations

import random
import re
import shutil
import tomllib
from pathlib import Path

from analysis.errors import SettingsError
from analysis.settings import STUDY_FILE

REPORT = "report"
SEED = 1
_HEADER = re.compile(r"(?m)^(?=\[)")
_ARTICLE = "[[articles]]"


def copy_study(study: Path, to: Path, *, shuffled: bool) -> None:
    """Copy a study without its report; shuffled: its files in another order, and so the articles in its manifest.

    Raises:
        SettingsError: the articles cannot be told apart in `study.toml`.
    """
    files = sorted(path for path in study.rglob("*") if path.is_file())
    files = [path for path in files if path.relative_to(study).parts[0] != REPORT]
    if shuffled:
        random.Random(SEED).shuffle(files)  # noqa: S311 - an order, no secret
    for path in files:
        target = to / path.relative_to(study)
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(path, target)
    if shuffled:
        manifest = to / STUDY_FILE
        manifest.write_bytes(reordered(manifest.read_bytes().decode("utf-8-sig"), manifest).encode())


def reordered(text: str, where: Path) -> str:
    """The text of a `study.toml` with its articles in the reverse order, and nothing else changed.

    Raises:
        SettingsError: it says something else then, because a text in it looks like a header.
    """
    blocks = _HEADER.split(text if text.endswith("\n") else f"{text}\n")
    articles = [block for block in blocks if block.startswith(_ARTICLE)]
    turned = "".join(articles.pop() if block.startswith(_ARTICLE) else block for block in blocks)
    if not _turned_only(text, turned):
        remedy = "write each article as one [[articles]] entry, and no line of a text with [ first"
        raise SettingsError("its articles cannot be put in another order", where=where, remedy=remedy)
    return turned


def _turned_only(text: str, turned: str) -> bool:
    """Whether one text of TOML says what another does, but for the articles, which are in the reverse order."""
    try:
        before, after = tomllib.loads(text), tomllib.loads(turned)
    except tomllib.TOMLDecodeError:
        return False
    return before == {**after, "articles": after.get("articles", [])[::-1]}
