"""Wording tone per outlet, over all it writes and within the topics that it shares with others."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pandas as pd

from analysis.compare.arrays import ratio
from analysis.compare.sums import article_sums

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from analysis.compare.texts import Texts

MEASURE = "wording tone"
SCALE = 10_000
"""A tone has four decimals; in ten-thousandths it is a whole number, and sums are exact."""

ARTICLE_COLUMNS = {
    "article_id": "str", "outlet": "str", "instrument": "str", "voice": "str", "tone": "float64",
    "sentences": "int64", "paragraphs": "int64",
}  # fmt: skip


def tone_sums(texts: Texts, *, topics: Sequence[int]) -> pd.DataFrame:
    """Article-level sums of the mean tone of wording of each outlet's sentences, under each instrument.

    tone(outlet) = sum of the tones of its sentences / number of its sentences

    Every sentence of an analysed paragraph counts once, whatever its length; for the voices "narration",
    "quoted" and "answer" every sentence of theirs (see `texts`). The tone is of the wording, never a stance
    (see `framing.tone`).

    Args:
        texts: what is compared.
        topics: the topics within which tone is compared too, those in which more than one outlet speaks.

    Returns:
        Article-level sums (see `sums`) in ten-thousandths and in parts of a paragraph; a unit is a
        sentence, of its paragraph's weight. Tone over all topics (topic "") and tone within topics are
        families of their own, each for all text and for the single voices. The instruments share a family:
        they ask one question several times over, and max-T, which takes their likeness into account, corrects
        for that at a small price, where a family for each would cost every other test its chance.
    """
    return article_sums(
        _labelled(_by_article(sentences), instrument=instrument, voice=voice, topic=topic)
        for instrument, voice, spoken in texts.tones_by_voice()
        for topic, sentences in _by_topic(spoken, topics)
    )


def article_tone(texts: Texts) -> pd.DataFrame:
    """Mean tone of wording of each article's sentences.

    Returns:
        One row per article, instrument and voice, for articles with sentences in that voice, ordered by
        these: `tone` (-1 to 1), `sentences` and `paragraphs` (counts >= 1).
    """
    owners = texts.paragraphs.drop_duplicates("article_id")[["article_id", "outlet"]]
    pieces = [
        _by_article(spoken.assign(weight=1)).assign(instrument=instrument, voice=voice)
        for instrument, voice, spoken in texts.tones_by_voice()
    ]
    rows = pd.concat([_by_article(texts.tones[:0]).assign(instrument="", voice=""), *pieces])
    rows = rows.merge(owners, on="article_id").rename(columns={"units": "sentences"})
    rows["tone"] = ratio(rows["total"].to_numpy("float64"), SCALE * rows["sentences"].to_numpy("float64"))
    order = ["instrument", "voice", "outlet", "article_id"]
    ordered = rows.sort_values(order, kind="stable", ignore_index=True)
    return ordered[list(ARTICLE_COLUMNS)].astype(ARTICLE_COLUMNS)


def _by_topic(sentences: pd.DataFrame, topics: Sequence[int]) -> Iterator[tuple[str, pd.DataFrame]]:
    """All sentences under "", then those of each topic."""
    yield "", sentences
    yield from ((str(topic), sentences[sentences["topic"] == topic]) for topic in topics)


def _by_article(sentences: pd.DataFrame) -> pd.DataFrame:
    """Sums of tone in whole ten-thousandths, an article a row."""
    whole = (sentences["tone"] * SCALE).round().astype("int64")
    weight = sentences["weight"]
    weighed = sentences.assign(whole=whole * weight, square=whole**2 * weight)
    return (
        weighed.groupby("article_id", sort=True)
        .agg(
            total=("whole", "sum"),
            squares=("square", "sum"),
            units=("weight", "sum"),
            paragraphs=("paragraph_id", "nunique"),
        )
        .reset_index()
    )


def _labelled(sums: pd.DataFrame, *, instrument: str, voice: str, topic: str) -> pd.DataFrame:
    """The sums with what they measure."""
    family = f"{MEASURE}{' within topics' if topic else ''}, {'all' if voice == 'all' else 'by voice'}"
    return sums.assign(
        family=family, measure=MEASURE, instrument=instrument, voice=voice, topic=topic, scale=SCALE
    )
