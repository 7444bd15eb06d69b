"""What specifications are computed from, as arrays: articles, units, topics, tones, in canonical order."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from analysis.compare.texts import NO_TOPIC
from analysis.multiverse.specification import ALONE, IN_CONTEXT, SENTENCE
from analysis.topics.context import contextual, unit
from analysis.topics.layout import Neighbourhoods, neighbourhoods
from analysis.topics.order import canonical
from analysis.topics.single import nearest_sampled

if TYPE_CHECKING:
    import numpy.typing as npt
    import pandas as pd

    from analysis.compare.design import Design
    from analysis.compare.texts import Texts
    from analysis.settings import TopicSettings

    Integers = npt.NDArray[np.int64]
    Floats = npt.NDArray[np.float64]
    Flags = npt.NDArray[np.bool_]

TONE_SCALE = 10_000


@dataclass(frozen=True, slots=True, eq=False)
class Pieces:
    """Paragraphs or sentences, one a row, in canonical order.

    Attributes:
        paragraph: row of the paragraph that each belongs to.
        article: place of its article in the design.
        weight: what it counts, in whole parts; 0 where it is a copy that does not count.
        narrated: whether the outlet speaks in it in its own words.
        part: its share of its paragraph when topics are aligned: 1 / pieces of the paragraph.
    """

    paragraph: Integers
    article: Integers
    weight: Integers
    narrated: Flags
    part: Floats


@dataclass(frozen=True, slots=True, eq=False)
class Space:
    """The vectors of the pieces as one unit of analysis has them.

    Attributes:
        pieces: what stands in each row.
        vectors: in fixed point; whole numbers below 2^24, which single precision holds exactly.
        near: neighbourhoods of the first rows, which are clustered.
        nearest: the clustered row nearest to each row, whose cluster it takes.
    """

    pieces: Pieces
    vectors: npt.NDArray[np.float32]
    near: Neighbourhoods
    nearest: Integers


@dataclass(frozen=True, slots=True, eq=False)
class Materials:
    """All that a specification needs.

    Attributes:
        design: articles and outlets.
        topics: the study's own topic of each paragraph.
        paragraphs: the analysed paragraphs.
        sentences: their sentences.
        tones: tone of each sentence in ten-thousandths, by instrument.
        spaces: by unit; empty where the study has no topics.
        shape: dimensions and epochs of a layout.
    """

    design: Design
    topics: Integers
    paragraphs: Pieces
    sentences: Pieces
    tones: Mapping[str, Integers]
    spaces: Mapping[str, Space]
    shape: tuple[int, int]


def ordered_paragraphs(
    paragraphs: pd.DataFrame, vectors: Floats, texts: Texts
) -> tuple[pd.DataFrame, Floats]:
    """The analysed paragraphs and vectors in canonical order, with `topic`, `weight` and `narrated`."""
    rows, numbers = canonical(paragraphs, vectors)
    own = texts.paragraphs[["paragraph_id", "topic", "weight", "narrated"]]
    joined = rows.merge(own, on="paragraph_id", how="left", validate="one_to_one")
    return joined.assign(
        topic=joined["topic"].fillna(NO_TOPIC).astype("int64"),
        weight=joined["weight"].fillna(0).astype("int64"),
        narrated=joined["narrated"].eq(True),
    ), numbers


def ordered_sentences(
    sentences: pd.DataFrame, paragraphs: pd.DataFrame, vectors: Floats
) -> tuple[pd.DataFrame, Floats]:
    """The sentences of the paragraphs, in canonical order, with the `row` and what else is known of their paragraph.

    Args:
        sentences: the table `sentences`.
        paragraphs: made by `ordered_paragraphs`.
        vectors: of the sentences, row by row.
    """
    own = paragraphs.assign(row=range(len(paragraphs)))[
        ["paragraph_id", "article_id", "outlet", "ordinal", "row", "weight"]
    ].rename(columns={"ordinal": "place"})
    spoken = sentences.reset_index(drop=True).assign(at=range(len(sentences)))
    spoken = spoken.merge(own, on="paragraph_id").sort_values(
        ["article_id", "place", "ordinal"], kind="stable", ignore_index=True
    )
    spoken = spoken.assign(ordinal=spoken.groupby("article_id").cumcount(), plain=spoken["text"])
    spoken = spoken.assign(of_paragraph=spoken["paragraph_id"], paragraph_id=spoken["sentence_id"])
    return canonical(spoken, vectors[spoken["at"].to_numpy()])


def pieces_of_paragraphs(rows: pd.DataFrame, design: Design) -> Pieces:
    """Paragraphs as pieces."""
    return Pieces(
        np.arange(len(rows)),
        _places(rows, design),
        rows["weight"].to_numpy("int64"),
        rows["narrated"].to_numpy("bool"),
        np.ones(len(rows)),
    )


def pieces_of_sentences(rows: pd.DataFrame, design: Design) -> Pieces:
    """Sentences as pieces; one narrates when its voice is narration."""
    paragraph = rows["row"].to_numpy("int64")
    many = np.bincount(paragraph)
    return Pieces(
        paragraph,
        _places(rows, design),
        rows["weight"].to_numpy("int64"),
        rows["voice"].eq("narration").to_numpy("bool"),
        1 / many[paragraph],
    )


def tones_of(rows: pd.DataFrame, tone: pd.DataFrame) -> dict[str, Integers]:
    """The tone of each sentence under each instrument, in whole ten-thousandths."""
    found = {}
    for instrument, own in tone.groupby("instrument", sort=True):
        values = rows["sentence_id"].map(own.set_index("sentence_id")["tone"])
        found[str(instrument)] = (values * TONE_SCALE).round().to_numpy("int64")
    return found


def spaces(
    paragraphs: tuple[pd.DataFrame, Floats, Pieces],
    sentences: tuple[Floats, Pieces],
    topics: TopicSettings,
) -> dict[str, Space]:
    """The vectors of each unit of analysis.

    Of more pieces than `topics.sample` only the first in canonical order, which is one of hashes, are clustered; each
    of the others takes the cluster of the clustered one that is nearest to it. So every estimate rests on all texts.
    """
    rows, numbers, own = paragraphs
    vectors, spoken = sentences
    units = {ALONE: (contextual(numbers, rows, share=0.0, reach=0), own), SENTENCE: (_fixed(vectors), spoken)}
    if topics.context:
        lent = contextual(numbers, rows, share=topics.context, reach=topics.reach)
        units = {IN_CONTEXT: (lent, own), **units}
    return {name: _space(points, pieces, topics) for name, (points, pieces) in units.items()}


def _space(points: Floats, pieces: Pieces, topics: TopicSettings) -> Space:
    """The vectors of one unit, and the neighbourhoods of those that are clustered."""
    sampled = min(len(points), topics.sample)
    return Space(
        pieces,
        points.astype(np.float32),
        neighbourhoods(points[:sampled], max(topics.neighbours)),
        nearest_sampled(points, sampled).astype(np.int64),
    )


def _fixed(vectors: Floats) -> Floats:
    """Vectors in fixed point."""
    longest = float(np.abs(vectors).max(initial=0.0)) or 1.0
    return unit(vectors / longest * 2**20)


def _places(rows: pd.DataFrame, design: Design) -> Integers:
    """The place of each row's article in the design."""
    place = {article: number for number, article in enumerate(design.articles)}
    return np.array([place[article] for article in rows["article_id"]], dtype=np.int64)
