"""NewsMTSC: news sentences with the stance toward their targets, in parts that share no article and no sentence.

Hamborg and Donnay (2021), "NewsMTSC: a dataset for (multi-)target-dependent sentiment classification in political news
articles", EACL.
"""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from analysis import jsonl
from analysis.errors import ArticleError

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

FILE = "train.jsonl.gz"
FIELDS = {"primary_gid": str, "sentence_normalized": str, "targets": list}
POLARITY = {2: 0, 4: 1, 6: 2}
"""The set's codes as classes: negative, neutral, positive."""
PARTS = {"held out": 0.1, "development": 0.2, "training": 1.0}
"""Upper ends of the shares of a group's digest; 10 % are kept for the figures, 10 % for choosing and calibrating."""
SHINGLE = 7
"""Words in a row that two sentences share when one is taken for a copy of the other."""
_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class Example:
    """A target in a sentence, with its coded stance.

    Attributes:
        text: the sentence.
        start: where the target begins.
        end: where it ends.
        label: 0 negative, 1 neutral, 2 positive.
        article: what the sentence is from.
        group: articles and copies that lie in one part, and in one fold.
        part: training, development or held out.
        mixed: the sentence has targets of different stance.
    """

    text: str
    start: int
    end: int
    label: int
    article: str
    group: str
    part: str
    mixed: bool


def read_examples(path: Path) -> tuple[Example, ...]:
    """The examples of a file of NewsMTSC, in its order.

    Articles and sentences that share seven words in a row are one group, and a group lies in one part whole: the
    part is the digest of its first sentence's id, so that it changes with nothing else.

    Raises:
        ArticleError: the file is missing, or is not one of NewsMTSC.
    """
    rows = [row for _, row in jsonl.read(path, fields=FIELDS)]
    groups = _groups(rows)
    try:
        return tuple(
            example for row, group in zip(rows, groups, strict=True) for example in _examples(row, group)
        )
    except (KeyError, TypeError, ValueError) as error:
        raise ArticleError(f"cannot be read as NewsMTSC ({error!r})", where=path) from None


def part_of(group: str) -> str:
    """The part of a group: training, development or held out."""
    place = int(hashlib.sha256(group.encode()).hexdigest()[:8], 16) / 2**32
    return next(part for part, end in PARTS.items() if place < end)


def article_of(sentence_id: str) -> str:
    """The article of a sentence, from its id: "polusa_v1_18421313_..." and "allsides_1000_..." ."""
    fields = sentence_id.split("_")
    return "_".join(fields[:3] if fields[0] == "polusa" else fields[:2])


def _examples(row: dict[str, Any], group: str) -> Iterator[Example]:
    """The targets of one sentence."""
    mixed = len({target["polarity"] for target in row["targets"]}) > 1
    for target in row["targets"]:
        label, article = POLARITY[int(target["polarity"])], article_of(row["primary_gid"])
        text, start, end = row["sentence_normalized"], int(target["from"]), int(target["to"])
        yield Example(text, start, end, label, article, group, part_of(group), mixed)


def _groups(rows: Iterable[dict[str, Any]]) -> list[str]:
    """The group of each row: the id of the first row that it is joined to by article or by words in a row."""
    first: dict[str, int] = {}
    ids: list[str] = []
    parents: list[int] = []

    def root(row: int) -> int:
        while parents[row] != row:
            parents[row] = parents[parents[row]]
            row = parents[row]
        return row

    for number, row in enumerate(rows):
        ids.append(row["primary_gid"])
        parents.append(number)
        for mark in (article_of(row["primary_gid"]), *_shingles(row["sentence_normalized"])):
            one, other = sorted((root(number), root(first.setdefault(mark, number))))
            parents[other] = one
    return [ids[root(number)] for number in range(len(ids))]


def _shingles(text: str) -> Iterator[str]:
    """Every seven words in a row, lower case; all words of a shorter sentence."""
    words = _WORD.findall(text.lower())
    for start in range(max(1, len(words) - SHINGLE + 1)):
        yield " ".join(words[start : start + SHINGLE])
