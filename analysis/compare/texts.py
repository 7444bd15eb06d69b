"""The texts that are compared: analysed paragraphs with their topic, and their sentences with their tone."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING

from analysis.compare.design import Design
from analysis.errors import TableError

if TYPE_CHECKING:
    from collections.abc import Iterator

    import pandas as pd

NO_TOPIC = -1
FINEST = 1_000_000
VOICES = {"narration": ("narration",), "quoted": ("direct", "indirect"), "answer": ("answer",)}
"""The voices in which tone is compared, beside all text, and the voices of sentences that they hold."""


@dataclass(frozen=True, slots=True, eq=False)
class Texts:
    """Analysed paragraphs (with `outlet`, `plain`, `topic`, `narrated`), their sentences, and the tones of these.

    The voice "all" is everything that is analysed; "narration" is what the outlet says in its own words:
    the sentences whose voice is narration, and the paragraphs that have at least one such sentence
    (`narrated`). "quoted" are sentences in which somebody's words are quoted or reported, "answer" those of
    interview answers. `tones` has a row for each sentence and instrument (with `tone` and `instrument`).

    All carry `weight`, a whole number: how many of the `parts` of a paragraph it counts. All count whole
    unless the study weighs copies.
    """

    paragraphs: pd.DataFrame
    sentences: pd.DataFrame
    tones: pd.DataFrame
    parts: int = 1

    @property
    def design(self) -> Design:
        """The articles that have analysed paragraphs, and whose they are."""
        owners = self.paragraphs.drop_duplicates("article_id")
        return Design.of(dict(zip(owners["article_id"], owners["outlet"], strict=True)))

    def sentences_by_voice(self) -> Iterator[tuple[str, pd.DataFrame]]:
        """Each voice that every measure is compared in, with its sentences."""
        yield "all", self.sentences
        yield "narration", self.sentences[self.sentences["voice"] == "narration"]

    def tones_by_voice(self) -> Iterator[tuple[str, str, pd.DataFrame]]:
        """Each instrument and voice with the tones of its sentences, instruments by name."""
        for instrument in sorted(self.tones["instrument"].unique()):
            scored = self.tones[self.tones["instrument"] == instrument]
            yield str(instrument), "all", scored
            for voice, voices in VOICES.items():
                yield str(instrument), voice, scored[scored["voice"].isin(voices)]


def gather(
    *,
    articles: pd.DataFrame,
    paragraphs: pd.DataFrame,
    sentences: pd.DataFrame,
    assignments: pd.DataFrame,
    tone: pd.DataFrame,
) -> Texts:
    """Join the tables of a study into the texts that are compared.

    A paragraph's outlet is that of its article. A paragraph without an assignment has no topic (-1). Where
    `paragraphs` has a column `weight` (0 to 1), a paragraph of weight 0 is left out, as if it had not been
    printed, and shares and tones count the others by their weight; words are counted as they stand.

    Raises:
        TableError: a paragraph's article is not in `articles`, or an instrument has not scored a sentence.
    """
    counted, parts = _weighted(paragraphs[paragraphs["analysed"]])
    ours = counted[["paragraph_id", "article_id", "plain", "weight"]]
    _demand(ours, "article_id", articles["article_id"], "articles")
    ours = ours.merge(articles[["article_id", "outlet"]], on="article_id", validate="many_to_one")
    ours = ours.merge(
        assignments[["paragraph_id", "topic"]], on="paragraph_id", how="left", validate="one_to_one"
    )
    spoken = sentences.loc[
        sentences["paragraph_id"].isin(ours["paragraph_id"]), ["sentence_id", "paragraph_id", "text", "voice"]
    ]
    narrated = ours["paragraph_id"].isin(spoken.loc[spoken["voice"] == "narration", "paragraph_id"])
    ours = ours.assign(topic=ours["topic"].fillna(NO_TOPIC).astype("int64"), narrated=narrated)
    spoken = spoken.merge(
        ours[["paragraph_id", "article_id", "outlet", "topic", "weight"]], on="paragraph_id"
    )
    return Texts(ours, spoken, _toned(spoken, tone), parts)


def _toned(sentences: pd.DataFrame, tone: pd.DataFrame) -> pd.DataFrame:
    """The sentences once for each instrument, with its tone.

    Raises:
        TableError: an instrument has not scored a sentence, or none has.
    """
    import pandas as pd

    _demand(sentences, "sentence_id", tone["sentence_id"], "tone")
    bare = sentences.drop(columns="text")
    pieces = [bare.assign(tone=0.0, instrument="")[:0]]
    for instrument in sorted(tone["instrument"].unique()):
        own = tone.loc[tone["instrument"] == instrument, ["sentence_id", "tone", "instrument"]]
        _demand(bare, "sentence_id", own["sentence_id"], f"tone, instrument {instrument}")
        pieces.append(bare.merge(own, on="sentence_id", validate="one_to_one"))
    return pd.concat(pieces, ignore_index=True)


def _weighted(paragraphs: pd.DataFrame) -> tuple[pd.DataFrame, int]:
    """The paragraphs that count, with whole weights, and how many of these make a whole paragraph.

    Weights are of the form 1 / n, so the least common multiple of the n makes them whole; past `FINEST` they
    are rounded to parts of that size.
    """
    if "weight" not in paragraphs.columns:
        return paragraphs.assign(weight=1), 1
    counted = paragraphs[paragraphs["weight"] > 0]
    parts = min(math.lcm(*(1 / counted["weight"]).round().astype("int64").unique().tolist()), FINEST)
    return counted.assign(weight=(counted["weight"] * parts).round().astype("int64")), parts


def _demand(frame: pd.DataFrame, column: str, known: pd.Series, name: str) -> None:
    """Complain about the first value of a column that the table `name` does not know."""
    unknown = frame.loc[~frame[column].isin(known), column]
    if not unknown.empty:
        raise TableError(
            f"table {name!r} lacks the {column} {unknown.iloc[0]!r}",
            remedy="run the stage that makes it again",
        )
