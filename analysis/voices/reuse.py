"""Text that stands in the corpus more than once: exact and near copies of paragraphs and quotations."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass

import numpy as np
import pandas as pd
from datasketch import MinHash, MinHashLSH

from analysis import tables
from analysis.settings import ReuseSettings

CANDIDATES = 0.7
"""Hashing misses half of the pairs at its own threshold; set at this share of the study's, it misses few there."""

_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class _Unit:
    """A text that may have copies."""

    unit_id: str
    article_id: str
    outlet: str
    text: str
    shingles: frozenset[str]


@dataclass(frozen=True, slots=True)
class _Copy:
    """A row of the reuse table."""

    kind: str
    first_id: str
    second_id: str
    first_outlet: str
    second_outlet: str
    same_article: bool
    exact: bool
    similarity: float


def read_reuse(paragraphs: pd.DataFrame, quotes: pd.DataFrame, settings: ReuseSettings) -> pd.DataFrame:
    """Pairs of paragraphs, and of direct quotations, that are copies of one another.

    similarity(a, b) = |A & B| / |A | B|, the Jaccard coefficient of their sets of `settings.shingle` words in a row,
    capitals and marks aside (Broder 1997, "On the resemblance and containment of documents")

    Candidates come from MinHash with locality-sensitive hashing (datasketch); the similarity of each is then exact, so
    a pair in the table is one, but a pair just above the threshold may be missed. A text that was met before, word for
    word, is paired with its first copy only. Boilerplate is left out, and so are texts of fewer than `settings.words`
    words.

    Returns:
        One row per pair, in the order of the tables: `kind` (paragraph or quote), `first_id`, `second_id`, their
        outlets, `same_article`, `exact` (the same words in the same order) and `similarity` (settings.threshold to 1).
    """
    spoken = paragraphs[paragraphs["kind"] != "boilerplate"]
    said = quotes[quotes["kind"] == "direct"].merge(
        paragraphs[["paragraph_id", "article_id", "outlet"]], on="paragraph_id"
    )
    found = [
        *_copies("paragraph", _units(spoken, "paragraph_id", "plain", settings), settings),
        *_copies("quote", _units(said, "quote_id", "text", settings), settings),
    ]
    return tables.table("reuse", map(asdict, found))


def _units(frame: pd.DataFrame, key: str, text: str, settings: ReuseSettings) -> list[_Unit]:
    """The rows of a table with enough words, and their shingles."""
    columns = frame[[key, "article_id", "outlet", text]].itertuples(index=False, name=None)
    units = []
    for unit_id, article_id, outlet, value in columns:
        found = _WORD.findall(value.casefold())
        if len(found) >= settings.words:
            units.append(
                _Unit(unit_id, article_id, outlet, " ".join(found), shingles_of(found, settings.shingle))
            )
    return units


def shingles_of(found: Sequence[str], size: int) -> frozenset[str]:
    """All runs of `size` words; the whole text where it is shorter."""
    return frozenset(" ".join(found[at : at + size]) for at in range(max(1, len(found) - size + 1)))


def _copies(kind: str, units: Sequence[_Unit], settings: ReuseSettings) -> Iterator[_Copy]:
    """The pairs of units whose similarity reaches the threshold, the earlier unit first."""
    index = MinHashLSH(threshold=settings.threshold * CANDIDATES, num_perm=settings.permutations)
    first: dict[str, int] = {}
    for number, unit in enumerate(units):
        earlier = first.setdefault(unit.text, number)
        if earlier < number:
            yield _pair(kind, units[earlier], unit)
            continue
        sketch = sketch_of(unit.shingles, settings.permutations)
        pairs = [_pair(kind, units[other], unit) for other in sorted(index.query(sketch))]
        yield from (pair for pair in pairs if pair.similarity >= settings.threshold)
        index.insert(number, sketch, check_duplication=False)


def sketch_of(shingles: frozenset[str], permutations: int) -> MinHash:
    """The MinHash of a set; the same on every machine, whatever the order of the set."""
    sketch = MinHash(num_perm=permutations, seed=1, hashfunc=_hash)
    sketch.update_batch([shingle.encode() for shingle in sorted(shingles)])
    return sketch


def _hash(data: bytes) -> int:
    """32 bits of BLAKE2 of a shingle."""
    return int.from_bytes(hashlib.blake2b(data, digest_size=4).digest(), "little")


def _pair(kind: str, first: _Unit, second: _Unit) -> _Copy:
    """The row of two units."""
    union = len(first.shingles | second.shingles)
    return _Copy(
        kind=kind,
        first_id=first.unit_id,
        second_id=second.unit_id,
        first_outlet=first.outlet,
        second_outlet=second.outlet,
        same_article=first.article_id == second.article_id,
        exact=first.text == second.text,
        similarity=len(first.shingles & second.shingles) / union,
    )


def paragraph_weights(paragraphs: pd.DataFrame, reuse: pd.DataFrame, policy: str) -> pd.Series[float]:
    """How much each paragraph counts, by the policy for copies; copies of copies are one group.

    keep: each counts 1. weight: each of a group of n counts 1 / n, the group once. collapse: the first of the group, in
    the order of the table, counts 1, the others 0.

    Args:
        paragraphs: the paragraphs table.
        reuse: the reuse table; its rows about quotations play no part.
        policy: keep, weight or collapse.

    Returns:
        Weights (0 to 1) indexed by `paragraph_id`, in the order of the table.
    """
    ids = paragraphs["paragraph_id"]
    group = _groups(list(ids), reuse[reuse["kind"] == "paragraph"])
    by_group = pd.Series(group, index=pd.Index(ids, name="paragraph_id"))
    sizes = by_group.map(by_group.value_counts())
    weights = {
        "keep": np.ones(len(by_group)),
        "weight": 1 / sizes.to_numpy(dtype=float),
        "collapse": (~by_group.duplicated()).to_numpy(dtype=float),
    }
    return pd.Series(weights[policy], index=by_group.index, name="weight")


def _groups(ids: Sequence[str], pairs: pd.DataFrame) -> list[int]:
    """The number of each id's group: that of the first of all ids that pairs connect it with."""
    number = {unit_id: at for at, unit_id in enumerate(ids)}
    parent = list(range(len(ids)))

    def root(at: int) -> int:
        while parent[at] != at:
            parent[at] = parent[parent[at]]
            at = parent[at]
        return at

    for first, second in pairs[["first_id", "second_id"]].itertuples(index=False, name=None):
        if first in number and second in number:
            low, high = sorted((root(number[first]), root(number[second])))
            parent[high] = low
    return [root(at) for at in range(len(ids))]
