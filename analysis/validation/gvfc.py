"""The Gun Violence Frame Corpus: coded headlines and leads, cut into a half to develop on and a half to measure on."""

from __future__ import annotations

import csv
import gzip
import hashlib
import re
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from analysis import toml
from analysis.errors import ArticleError
from analysis.validation import gold

if TYPE_CHECKING:
    import numpy.typing as npt

NAME = "gvfc"
HEADLINES, LEADS = "gvfc_headlines.csv.gz", "gvfc_extension.csv.gz"
SOURCE = "GVFC (Liu et al., CoNLL 2019)"
MAPPING = Path(__file__).parent / "gvfc_mapping.toml"
NO_FRAME = 99
COPY = 0.6
"""Jaccard similarity of their words from which on two titles count as copies."""

_WORD = re.compile(r"[a-z0-9]+")


@dataclass(frozen=True, slots=True, eq=False)
class Coded:
    """Texts with their codes; `groups` holds the folded title, the same for copies of a title.

    `codes` has shape (texts, 2): the first and the second theme, 99 where there is none.
    """

    texts: tuple[str, ...]
    groups: tuple[str, ...]
    outlets: tuple[str, ...]
    codes: npt.NDArray[np.int64]

    def has(self, code: int) -> npt.NDArray[np.bool_]:
        """Which texts carry a code, first or second."""
        return np.asarray((self.codes == code).any(axis=1))

    def where(self, rows: npt.NDArray[np.bool_]) -> Coded:
        """Some of the texts."""
        places = np.flatnonzero(rows).tolist()
        kept = ([part[place] for place in places] for part in (self.texts, self.groups, self.outlets))
        texts, groups, outlets = kept
        return Coded(tuple(texts), tuple(groups), tuple(outlets), self.codes[rows])


def headlines(data: Path) -> Coded:
    """All relevant headlines (Q1 Relevant = 1), framed or not.

    Raises:
        ArticleError: the file is not there, or is not the corpus.
    """
    return _read(data, HEADLINES, title="news_title", text="news_title")


def leads(data: Path) -> Coded:
    """The leads of the extension; their codes were given for the headlines above them.

    Raises:
        ArticleError: the file is not there, or is not the corpus.
    """
    return _read(data, LEADS, title="headline", text="lead_3_sentences_summary_of_full_article_text")


def to_develop(coded: Coded) -> npt.NDArray[np.bool_]:
    """Which texts belong to the development half: those whose folded title has an even SHA-256."""
    return np.array([int(hashlib.sha256(group.encode()).hexdigest(), 16) % 2 == 0 for group in coded.groups])


def to_measure(coded: Coded, developed: Coded) -> npt.NDArray[np.bool_]:
    """Which texts figures may be reported on: the other half, less what is nearly a copy of a title of the first."""
    known = [set(group.split()) for group in set(developed.groups)]
    fresh = {group for group in set(coded.groups) if not _is_copy(set(group.split()), known)}
    return np.logical_and(~to_develop(coded), [group in fresh for group in coded.groups])


def mapping() -> dict[str, dict[str, int]]:
    """The code of each frame that has one, by family."""
    given = toml.parse(MAPPING)
    return {family: dict(given[family]) for family in ("policy", "generic")}


def _is_copy(words: set[str], known: list[set[str]]) -> bool:
    """Whether a title is nearly the same as one of the known."""
    return any(len(words & other) >= COPY * len(words | other) for other in known if words)


def _read(data: Path, file: str, *, title: str, text: str) -> Coded:
    """The relevant rows of one file."""
    path = gold.find(data, NAME, file, source=SOURCE)
    try:
        with gzip.open(path, "rt", encoding="utf-8", errors="replace", newline="") as lines:
            rows = [row for row in csv.DictReader(lines) if row["Q1 Relevant"] == "1"]
        codes = [[int(row["Q3 Theme1"]), int(row["Q3 Theme2"])] for row in rows]
        return Coded(
            texts=tuple(row[text] for row in rows),
            groups=tuple(" ".join(_WORD.findall(row[title].lower())) for row in rows),
            outlets=tuple(_outlet(row.get("outlet", "")) for row in rows),
            codes=np.array(codes, dtype=np.int64).reshape(-1, 2),
        )
    except (OSError, EOFError, ValueError, KeyError) as error:
        raise ArticleError(
            f"is not the corpus ({error})", where=path, remedy=f"lay {SOURCE} there as published"
        ) from None


def _outlet(site: str) -> str:
    """The outlet of a site: "uk.news.yahoo.com" is "yahoo.com"; "abcnews.go.com" stays."""
    return site if site.endswith(".go.com") else ".".join(site.split(".")[-2:])
