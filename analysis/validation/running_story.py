"""The matching where outlets report one running story every day: the US primaries of early 2016 (PolNeAR)."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pandas as pd

from analysis import jsonl, tables
from analysis.compare.matched.matches import candidates, matched
from analysis.compare.matched.reading import read as gather
from analysis.framing.card import Result
from analysis.validation import gold, labelled_pairs
from analysis.voices import read_quotes

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    import numpy as np
    import numpy.typing as npt

    from analysis.compare.matched.reading import Reading

    Embed = Callable[[list[str]], npt.NDArray[np.float64]]

SOURCE = "PolNeAR (Newell et al., LREC 2018)"
FILES = ("dev.jsonl.gz", "train.jsonl.gz")
FIELDS = {"id": str, "publisher": str, "date": str, "text": str}
FIRST, LAST = "2016-02-01", "2016-03-31"
HALF = "running story"
NOTE = (
    "“A running story”: 173 articles of seven US outlets about the primaries of February and March 2016 (PolNeAR). Of "
    "44 matches drawn at random, labelled by the same reader, those count that are still matched: the window of days "
    "was narrowed from seven to three, by BASIL's calibration half, after they had been read, so that their figure "
    "flatters; over all 44 it was .57. In a running story a paragraph has many that are nearly about the same."
)


def precision(data: Path, embed: Embed) -> list[Result]:
    """How many of the labelled matches of the running story report the same fact; nothing where PolNeAR is absent.

    Its groups are pairs of articles.

    Args:
        data: the folder of all sets.
        embed: gives the vectors of texts.
    """
    if not (gold.folder(data, "polnear") / FILES[0]).is_file():
        return []
    reading = _reading(data)
    pairs = candidates(reading, embed(reading.paragraphs["plain"].tolist()))
    rows = labelled_pairs.labelled(pairs[matched(pairs)], HALF)
    right = int(rows["is_same"].sum())
    low, high = labelled_pairs.wilson(right, len(rows))
    articles = len(rows.drop_duplicates(["first_article", "second_article"]))
    return [Result(labelled_pairs.PRECISION, HALF, right / len(rows), low, high, len(rows), articles)]


def _reading(data: Path) -> Reading:
    """The articles of the two months; paragraphs are parted by blank lines, and the first is the headline."""
    articles, paragraphs = [], []
    for file in FILES:
        for _, row in jsonl.read(gold.find(data, "polnear", file, source=SOURCE), fields=FIELDS):
            if FIRST <= row["date"] <= LAST:
                article = {"article_id": row["id"], "outlet": row["publisher"], "date": row["date"]}
                articles.append(article)
                paragraphs += [
                    {
                        "paragraph_id": f"{row['id']}:{place}",
                        "article_id": row["id"],
                        "ordinal": place,
                        "plain": text,
                    }
                    for place, block in enumerate(row["text"].split("\n\n"))
                    if place and (text := " ".join(block.split()))
                ]
    body = pd.DataFrame(paragraphs).assign(kind="body", speaker="", analysed=True)
    nobody = {name: tables.table(name, ()) for name in ("sentences", "names", "mentions")}
    return gather(pd.DataFrame(articles), body, quotes=read_quotes(body.assign(outlet="")).quotes, **nobody)
