"""BASIL as tables: its articles, and what its coders took the author's feeling to be."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from analysis import jsonl
from analysis.validation import gold

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    import pandas as pd

FILE = "open_half.jsonl.gz"
SOURCE = "BASIL (Fan et al., EMNLP-IJCNLP 2019)"
FEELINGS = {"str-neg": -1, "neg": -1, "neu": 0, "pos": 1, "str-pos": 1}
FIELDS = {
    "source": str, "triplet-uuid": str, "body-paragraphs": list, "article_level": dict, "annotations": list,
}  # fmt: skip


@dataclass(frozen=True, slots=True, eq=False)
class Coded:
    """BASIL's articles.

    `articles` has `article_id`, `outlet` (fox, hpo or nyt), `event` and `feelings` (the author's, coded, by entity: -1,
    0 or 1); `paragraphs` has `paragraph_id`, `article_id` and `plain`; `spans` has
    `article_id`, `target` and `text` of every stretch coded as biased directly toward somebody.
    """

    articles: pd.DataFrame
    paragraphs: pd.DataFrame
    spans: pd.DataFrame


def read(data: Path) -> Coded:
    """The articles of BASIL's open half.

    Raises:
        ArticleError: the file is missing, or a line of it is no article.
    """
    import pandas as pd

    path = gold.find(data, "basil", FILE, source=SOURCE)
    articles, paragraphs, spans = [], [], []
    for _, row in jsonl.read(path, fields=FIELDS):
        outlet = row["source"].lower()
        article_id = f"{row['triplet-uuid']}-{outlet}"
        articles.append(
            {
                "article_id": article_id,
                "outlet": outlet,
                "event": row["triplet-uuid"],
                "feelings": _feelings(row),
            }
        )
        paragraphs += list(_paragraphs(article_id, row))
        spans += [
            {
                "article_id": article_id,
                "target": span["target"].replace("_", " "),
                "text": " ".join(span["txt"].split()),
            }
            for span in row["annotations"]
            if span["aim"] == "dir"
        ]
    columns = ["article_id", "target", "text"]
    return Coded(pd.DataFrame(articles), pd.DataFrame(paragraphs), pd.DataFrame(spans, columns=columns))


def _feelings(row: dict[str, Any]) -> dict[str, int]:
    """The author's feeling toward each entity."""
    given = {
        key.removeprefix("author_feeling_").replace("_", " "): value
        for key, value in row["article_level"].items()
        if key.startswith("author_feeling_")
    }
    return {name: FEELINGS[value] for name, value in given.items() if value in FEELINGS}


def _paragraphs(article_id: str, row: dict[str, Any]) -> Iterator[dict[str, str]]:
    """The paragraphs of an article; each comes as a list of sentences."""
    for ordinal, sentences in enumerate(row["body-paragraphs"], start=1):
        text = " ".join(" ".join(sentences).split())
        if text:
            yield {"paragraph_id": f"{article_id}:{ordinal}", "article_id": article_id, "plain": text}
