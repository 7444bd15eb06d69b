"""News articles as a corpus in Parquet, and the same ones as an ordinary study."""

from __future__ import annotations

import json
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

import pandas as pd

from analysis import jsonl
from analysis.corpus.corpus import slug
from analysis.errors import ArticleError

if TYPE_CHECKING:
    from pathlib import Path

FILE = "abp/sample_2000.jsonl.gz"
FIELDS = {"id": str, "source": str, "title": str, "text": str}
OUTLETS = 8
ROWS_OF_A_GROUP = 500


@dataclass(frozen=True, slots=True)
class Choices:
    """What both runs share.

    Attributes:
        kernels: of the encoder.
        layouts: of the ensemble; None for the default.
        draws: permutations and bootstrap samples, with no self-audit; None for the defaults.
    """

    kernels: str
    layouts: int | None = None
    draws: int | None = None

    def of(self, rows: pd.DataFrame) -> str:
        """The settings as TOML: the same outlets in the same order."""
        names = sorted(rows["outlet"].unique())
        title = f"AllSides, {len(rows)} articles of {len(names)} outlets"
        changed = f"[topics]\nlayouts = {self.layouts}\n" if self.layouts else ""
        if self.draws:
            changed += f"[compare]\npermutations = {self.draws}\nresamples = {self.draws}\naudits = 0\n"
        outlets = "".join(f"[[outlets]]\nname = {json.dumps(name)}\n" for name in names)
        return f'kernels = "{self.kernels}"\n[study]\ntitle = "{title}"\n{changed}{outlets}'


def articles(data: Path, count: int) -> pd.DataFrame:
    """The first articles of the outlets that have most: `article_id`, `outlet`, `headline`, `text`.

    Raises:
        ArticleError: the collection is not there, a line of it is no such object, or it has fewer articles.
    """
    rows = [row for _, row in jsonl.read(data / FILE, fields=FIELDS)]
    largest = [
        name
        for name, _ in sorted(Counter(row["source"] for row in rows).items(), key=lambda o: (-o[1], o[0]))
    ]
    chosen = [row for row in rows if row["source"] in largest[:OUTLETS]][:count]
    if len(chosen) < count:
        problem = f"holds {len(chosen):,} articles of its {OUTLETS} largest outlets, not {count:,}"
        raise ArticleError(problem, where=data / FILE, remedy="ask for fewer")
    frame = pd.DataFrame(chosen).rename(columns={"source": "outlet"})
    names = [slug(f"{place:06d}-{name}") for place, name in enumerate(frame["id"])]
    return frame.assign(article_id=names, headline="")[["article_id", "outlet", "headline", "text"]]


def as_corpus(rows: pd.DataFrame, folder: Path) -> str:
    """Write the articles as Parquet files; the pattern that names them."""
    folder.mkdir(parents=True, exist_ok=True)
    rows.to_parquet(folder / "articles.parquet", row_group_size=ROWS_OF_A_GROUP)
    return str(folder / "*.parquet")


def as_study(rows: pd.DataFrame, folder: Path, choices: Choices) -> Path:
    """Write the articles as an ordinary study; its folder."""
    (folder / "articles").mkdir(parents=True, exist_ok=True)
    files = [f"articles/{name}.txt" for name in rows["article_id"]]
    for file, text in zip(files, rows["text"], strict=True):
        (folder / file).write_bytes(text.encode())
    listed = pd.DataFrame({"file": files, "outlet": rows["outlet"]})
    listed.to_csv(folder / "articles.csv", index=False)
    (folder / "study.toml").write_text(f'articles_file = "articles.csv"\n{choices.of(rows)}', "utf-8")
    return folder
