"""What the reader did with each file: characters by kind, and the lines that no rule knew."""

from __future__ import annotations

import pandas as pd

from analysis.corpus.article import UNKNOWN
from analysis.corpus.invisible import invisible_characters
from analysis.errors import EmptyGroupError


def parser_audit(paragraphs: pd.DataFrame) -> pd.DataFrame:
    """Characters of each article that fell to each kind.

    share(article, kind) = characters of the kind / all characters of the file

    White space behind a paragraph counts with it, so the shares of an article sum to 1.

    Args:
        paragraphs: the paragraphs table.

    Returns:
        One row per article and kind that occurs in it, in the order of the file: `article_id`, `kind`, `paragraphs`
        (count >= 1), `characters` (count >= 1), `invisible` (characters inside the texts that show nothing), `share`
        (0 to 1).

    Raises:
        EmptyGroupError: there are no paragraphs.
    """
    if paragraphs.empty:
        raise EmptyGroupError("no paragraphs to audit")
    sized = paragraphs.assign(
        characters=paragraphs["source_end"] - paragraphs["source_start"],
        invisible=invisible_characters(paragraphs["text"]),
    )
    audit = (
        sized.groupby(["article_id", "kind"], sort=False)
        .agg(paragraphs=("kind", "size"), characters=("characters", "sum"), invisible=("invisible", "sum"))
        .reset_index()
    )
    audit["share"] = audit["characters"] / audit.groupby("article_id")["characters"].transform("sum")
    return audit


def unknown_lines(paragraphs: pd.DataFrame) -> pd.DataFrame:
    """The paragraphs that no rule knew, for a person to look at: `paragraph_id`, `text`, `source_start`."""
    unknown = paragraphs.loc[paragraphs["role"] == UNKNOWN, ["paragraph_id", "text", "source_start"]]
    return unknown.reset_index(drop=True)
