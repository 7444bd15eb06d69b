"""The texts that are compared: analysed paragraphs with their topic, and their sentences with their tone."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from analysis.compare.design import Design
from analysis.errors import TableError

if TYPE_CHECKING:
    from collections.abc import Iterator

    import pandas as pd

NO_TOPIC = -1


@dataclass(frozen=True, slots=True, eq=False)
class Texts:
    """Analysed paragraphs (with `outlet`, `plain`, `topic`, `narrated`) and their sentences (with `tone`).

    The voice "all" is everything that is analysed; "narration" is what the outlet says in its own words:
    the sentences whose voice is narration, and the paragraphs that have at least one such sentence
    (`narrated`).
    """

    paragraphs: pd.DataFrame
    sentences: pd.DataFrame

    @property
    def design(self) -> Design:
        """The articles that have analysed paragraphs, and whose they are."""
        owners = self.paragraphs.drop_duplicates("article_id")
        return Design.of(dict(zip(owners["article_id"], owners["outlet"], strict=True)))

    def paragraphs_by_voice(self) -> Iterator[tuple[str, pd.DataFrame]]:
        """Each voice with its paragraphs."""
        yield "all", self.paragraphs
        yield "narration", self.paragraphs[self.paragraphs["narrated"]]

    def sentences_by_voice(self) -> Iterator[tuple[str, pd.DataFrame]]:
        """Each voice with its sentences."""
        yield "all", self.sentences
        yield "narration", self.sentences[self.sentences["voice"] == "narration"]


def gather(
    *,
    articles: pd.DataFrame,
    paragraphs: pd.DataFrame,
    sentences: pd.DataFrame,
    assignments: pd.DataFrame,
    tone: pd.DataFrame,
) -> Texts:
    """Join the tables of a study into the texts that are compared.

    A paragraph's outlet is that of its article. A paragraph without an assignment has no topic (-1).

    Raises:
        TableError: a paragraph's article is not in `articles`, or a sentence has no tone.
    """
    ours = paragraphs.loc[paragraphs["analysed"], ["paragraph_id", "article_id", "plain"]]
    _demand(ours, "article_id", articles["article_id"], "articles")
    ours = ours.merge(articles[["article_id", "outlet"]], on="article_id", validate="many_to_one")
    ours = ours.merge(
        assignments[["paragraph_id", "topic"]], on="paragraph_id", how="left", validate="one_to_one"
    )
    spoken = sentences.loc[
        sentences["paragraph_id"].isin(ours["paragraph_id"]), ["sentence_id", "paragraph_id", "text", "voice"]
    ]
    _demand(spoken, "sentence_id", tone["sentence_id"], "tone")
    narrated = ours["paragraph_id"].isin(spoken.loc[spoken["voice"] == "narration", "paragraph_id"])
    ours = ours.assign(topic=ours["topic"].fillna(NO_TOPIC).astype("int64"), narrated=narrated)
    spoken = spoken.merge(tone[["sentence_id", "tone"]], on="sentence_id", validate="one_to_one")
    spoken = spoken.merge(ours[["paragraph_id", "article_id", "outlet", "topic"]], on="paragraph_id")
    return Texts(ours, spoken)


def _demand(frame: pd.DataFrame, column: str, known: pd.Series, name: str) -> None:
    """Complain about the first value of a column that the table `name` does not know."""
    unknown = frame.loc[~frame[column].isin(known), column]
    if not unknown.empty:
        raise TableError(
            f"table {name!r} lacks the {column} {unknown.iloc[0]!r}",
            remedy="run the stage that makes it again",
        )
