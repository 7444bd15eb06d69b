"""Wording tone per outlet, over all it writes and within the topics that it shares with others."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pandas as pd

from analysis.compare.arrays import ratio
from analysis.compare.sums import article_sums

if TYPE_CHECKING:
    from collections.abc import Sequence

    from analysis.compare.texts import Texts

MEASURE = "wording tone"
SCALE = 10_000
"""A tone has four decimals; in ten-thousandths it is a whole number, and sums are exact."""

ARTICLE_COLUMNS = {
    "article_id": "str", "outlet": "str", "instrument": "str", "voice": "str", "tone": "float64",
    "sentences": "int64", "paragraphs": "int64",
}  # fmt: skip
ARTICLE_ORDER = ["instrument", "voice", "outlet", "article_id"]


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
        piece
        for instrument, voice, spoken in texts.tones_by_voice()
        for piece in (
            _whole(spoken, instrument, voice),
            _within(spoken[spoken["topic"].isin(topics)], instrument, voice),
        )
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
    ordered = rows.sort_values(ARTICLE_ORDER, kind="stable", ignore_index=True)
    return ordered[list(ARTICLE_COLUMNS)].astype(ARTICLE_COLUMNS)


def _whole(sentences: pd.DataFrame, instrument: str, voice: str) -> pd.DataFrame:
    """The sums over all topics."""
    return _labelled(_by_article(sentences).assign(topic=""), MEASURE, instrument=instrument, voice=voice)


def _within(sentences: pd.DataFrame, instrument: str, voice: str) -> pd.DataFrame:
    """The sums within each topic."""
    sums = _by_article(sentences, "topic")
    return _labelled(
        sums.assign(topic=sums["topic"].astype("str")),
        f"{MEASURE} within topics",
        instrument=instrument,
        voice=voice,
    )


def _by_article(sentences: pd.DataFrame, *groups: str) -> pd.DataFrame:
    """Sums of tone in whole ten-thousandths, a row for each article, or each group and article."""
    whole = (sentences["tone"] * SCALE).round().astype("int64")
    weight = sentences["weight"]
    weighed = sentences.assign(whole=whole * weight, square=whole**2 * weight)
    return (
        weighed.groupby([*groups, "article_id"], sort=True)
        .agg(
            total=("whole", "sum"),
            squares=("square", "sum"),
            units=("weight", "sum"),
            paragraphs=("paragraph_id", "nunique"),
        )
        .reset_index()
    )


def _labelled(sums: pd.DataFrame, question: str, *, instrument: str, voice: str) -> pd.DataFrame:
    """The sums with what they measure."""
    family = f"{question}, {'all' if voice == 'all' else 'by voice'}"
    return sums.assign(family=family, measure=MEASURE, instrument=instrument, voice=voice, scale=SCALE)
