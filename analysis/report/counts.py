"""How much the study is made of: articles, paragraphs and words, of the whole corpus where its texts are a sample."""

from __future__ import annotations

import pandas as pd

from analysis.figures.outlets import article_counts
from analysis.figures.rows import word_counts
from analysis.report.study import Study


def articles(study: Study) -> int:
    """The articles of the corpus."""
    return study.scope.articles if study.scope.is_sample else len(study.table("articles"))


def articles_by_outlet(study: Study) -> dict[str, int]:
    """The articles of each outlet that have analysed paragraphs; of a sampled corpus those that the design has."""
    if study.scope.is_cut("paragraphs"):
        return article_counts(study.tables)
    sizes = study.analysed.groupby("outlet")["article_id"].nunique()
    return {str(outlet): int(size) for outlet, size in sizes.items()}


def paragraphs_by_outlet(study: Study) -> dict[str, int]:
    """The analysed paragraphs of each outlet; of a sampled corpus as the comparison counted them."""
    if study.scope.is_cut("paragraphs"):
        rows = study.table("estimates")
        rows = rows[rows["voice"] == "all"] if len(rows) else pd.DataFrame({"outlet": [], "paragraphs": []})
        sizes = rows.groupby("outlet")["paragraphs"].max()
    else:
        sizes = study.analysed["outlet"].value_counts()
    return {str(outlet): int(size) for outlet, size in sizes.items()}


def paragraphs(study: Study) -> int:
    """The analysed paragraphs of the corpus."""
    if study.scope.is_cut("paragraphs"):
        return study.scope.whole("assignments") or sum(paragraphs_by_outlet(study).values())
    return len(study.analysed)


def words(study: Study) -> int:
    """The words of the analysed paragraphs."""
    if study.scope.is_cut("paragraphs") and study.has("words_by_speaker"):
        return int(study.table("words_by_speaker")["words"].sum())
    return int(word_counts(study.analysed["plain"]).sum())


def words_by_voice(study: Study) -> pd.DataFrame:
    """The words of each outlet, voice and speaker: of each paragraph, or their sums over a sampled corpus."""
    is_cut = study.scope.is_cut("word_voices")
    return study.table("words_by_speaker" if is_cut and study.has("words_by_speaker") else "word_voices")
