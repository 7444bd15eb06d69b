"""Contrasts that no clustering has a say in: tone over all topics, frames, stance, and distinguishing words."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from analysis.compare.log_odds import LogOdds, Prior, log_odds
from analysis.multiverse.cells import Cell
from analysis.multiverse.effects import UNDEFINED, Sums, outcome, over_articles, rounded
from analysis.multiverse.materials import TONE_SCALE
from analysis.multiverse.specification import ALL, ARTICLE_MEAN, NARRATION, SENTENCE
from analysis.multiverse.topical import tone_sums

if TYPE_CHECKING:
    from collections.abc import Mapping

    import pandas as pd

    from analysis.compare.design import Design
    from analysis.compare.word_counts import WordCounts
    from analysis.multiverse.contrast import Contrast
    from analysis.multiverse.materials import Floats, Integers, Materials
    from analysis.multiverse.specification import Specification

SCORE_SCALE = 10_000


def overall_tone(materials: Materials, chosen: Specification) -> Sums:
    """Sums of tone over all topics; by paragraphs every paragraph's mean tone counts once, by its weight."""
    everywhere = np.ones(len(materials.sentences.article), dtype=bool)
    if chosen.unit == SENTENCE:
        return tone_sums(materials, everywhere, chosen.instrument, chosen.voice)
    spoken, own = materials.sentences, materials.paragraphs
    heard = spoken.narrated if chosen.voice == NARRATION else everywhere
    many, articles = len(own.article), len(materials.design.articles)
    total = over_articles(spoken.paragraph, materials.tones[chosen.instrument] * heard, many)
    sentences = over_articles(spoken.paragraph, heard.astype(np.int64), many)
    means = np.rint(total / np.maximum(sentences, 1))
    weight = own.weight * (sentences > 0)
    return Sums(
        over_articles(own.article, weight * means, articles),
        over_articles(own.article, weight * TONE_SCALE, articles),
    )


def frame_sums(
    frames: pd.DataFrame, materials: Materials, place: Mapping[str, int]
) -> dict[tuple[str, str], Sums]:
    """Sums of each frame's scores in each voice, a paragraph a unit.

    Args:
        frames: the table `frames`.
        materials: what is computed from.
        place: row of each paragraph by its id.
    """
    known = frames[frames["paragraph_id"].isin(list(place))]
    found = {}
    for frame, own in known.groupby("frame", sort=True):
        rows = np.array([place[name] for name in own["paragraph_id"]], dtype=np.int64)
        for voice, column in ((ALL, "score"), (NARRATION, "narration")):
            found[str(frame), voice] = _scored(rows, own[column].to_numpy("float64"), materials)
    return found


def stance_sums(
    targets: pd.DataFrame, rows: pd.DataFrame, materials: Materials
) -> dict[tuple[str, str], Sums]:
    """Sums of the stance toward each actor in each voice, a sentence that mentions it a unit.

    Args:
        targets: the table `targets`.
        rows: the sentences in canonical order.
        materials: what is computed from.
    """
    found = {}
    known = rows[["sentence_id", "row", "voice"]].merge(targets, on="sentence_id")
    for target, own in known.groupby("target", sort=True):
        for voice, heard in ((ALL, own), (NARRATION, own[own["voice"] == NARRATION])):
            found[str(target), voice] = _scored(
                heard["row"].to_numpy("int64"), heard["stance"].to_numpy("float64"), materials
            )
    return found


def odds(counts: WordCounts, prior_words: float) -> LogOdds:
    """Log-odds of each word (columns) in each outlet (rows) under a prior of so many words."""
    return _odds(counts.design, counts.counts.toarray(), counts.content, prior_words)


def word_cell(
    contrast: Contrast, chosen: Specification, counts: Mapping[str, WordCounts], design: Design
) -> Cell:
    """The log-odds ratio of a word in an outlet against the rest; not defined where the voice lacks either.

    As an article mean every article's words are scaled to the same number of content words, that of the mean article.
    """
    found = counts[chosen.voice]
    if (
        contrast.word not in found.words
        or contrast.outlet not in found.design.outlets
        or not found.comparable
    ):
        return Cell(contrast, chosen, np.nan, np.nan, UNDEFINED, None)
    raw, word = found.counts.toarray(), found.words.index(contrast.word)
    table, content = raw, found.content
    if chosen.estimand == ARTICLE_MEAN:
        scale = np.divide(content.mean(), content, out=np.zeros_like(content), where=content > 0)
        table, content = table * scale[:, None], content * scale
    ratios = _odds(found.design, table, content, float(chosen.prior_words)).ratio
    difference = rounded(float(ratios[found.design.outlets.index(contrast.outlet), word]))
    at = [design.articles.index(article) for article in found.design.articles]
    sums = Sums(_spread(raw[:, word], at, design), _spread(found.content, at, design)).under(chosen.estimand)
    return Cell(contrast, chosen, np.nan, difference, outcome(difference, contrast.reference), sums)


def _scored(rows: Integers, scores: Floats, materials: Materials) -> Sums:
    """Sums of scores of paragraphs, or of what stands in them, in whole ten-thousandths; a missing score is no unit."""
    known = np.isfinite(scores)
    rows, whole = rows[known], np.rint(scores[known] * SCORE_SCALE)
    own, articles = materials.paragraphs, len(materials.design.articles)
    weight, article = own.weight[rows], own.article[rows]
    held = np.unique(rows[weight > 0])
    return Sums(
        over_articles(article, weight * whole, articles),
        over_articles(article, weight * SCORE_SCALE, articles),
        np.bincount(own.article[held], minlength=articles).astype(np.float64),
    )


def _odds(design: Design, table: Floats, content: Floats, prior_words: float) -> LogOdds:
    """Log-odds from articles x words and the content words of each article."""
    members = design.members()
    outlets = members @ table
    prior = Prior.of(outlets.sum(axis=0), content=content.sum(), words=prior_words)
    return log_odds(outlets, members @ content, prior)


def _spread(values: Floats, at: list[int], design: Design) -> Floats:
    """Values of some articles among all of the design; 0 for the others."""
    every = np.zeros(len(design.articles))
    every[at] = values
    return every
