"""From files to paragraphs, and from paragraphs to who speaks."""

from __future__ import annotations

import dataclasses
from typing import TYPE_CHECKING

from analysis.stages.stage import Stage, as_read, source_hashes

if TYPE_CHECKING:
    import pandas as pd

    from analysis.progress import Step
    from analysis.settings import Settings
    from analysis.stages.stage import Read, Tables


def _corpus(settings: Settings, read: Read, step: Step) -> Tables:  # noqa: ARG001 - reads files, not tables
    from analysis.corpus import read_corpus

    corpus = read_corpus(settings)
    return {
        "articles": corpus.articles,
        "paragraphs": corpus.paragraphs,
        "audit": corpus.audit,
        "unknown_lines": corpus.unknown_lines,
    }


def voices_of(paragraphs: pd.DataFrame, settings: Settings) -> Tables:
    """Who speaks in some articles: the tables `quotes`, `terms`, `sentences`, `names` and `word_voices`.

    Args:
        paragraphs: the paragraphs table, of whole articles.
        settings: of the study.
    """
    from analysis.voices import read_names, read_quotes, read_sentences
    from analysis.voices.summary import word_voices

    paragraphs = as_read(paragraphs, "article_id")
    found = read_quotes(paragraphs, settings.people, doubled=settings.quotes.doubled_apostrophes)
    sentences = read_sentences(paragraphs, found.quotes)
    return {
        "quotes": found.quotes,
        "terms": found.terms,
        "sentences": sentences,
        "names": read_names(sentences, paragraphs),
        "word_voices": word_voices(paragraphs, found.quotes),
    }


def _voices(settings: Settings, read: Read, step: Step) -> Tables:  # noqa: ARG001
    from analysis.voices import read_reuse
    from analysis.voices.by_article import article_cues, article_voices
    from analysis.voices.summary import narration_left, reporting_verbs, words_by_speaker

    paragraphs = as_read(read("paragraphs"), "article_id")
    made = voices_of(paragraphs, settings)
    by_article = article_voices(made["word_voices"])
    return {
        **made,
        "reuse": read_reuse(paragraphs, made["quotes"], settings.reuse),
        "words_by_speaker": words_by_speaker(by_article),
        "reporting_verbs": reporting_verbs(article_cues(made["quotes"], paragraphs)),
        "narration_left": narration_left(by_article),
    }


def _topic_voices(settings: Settings, read: Read, step: Step) -> Tables:  # noqa: ARG001
    from analysis.voices.by_article import article_voices
    from analysis.voices.summary import topic_voices

    return {"topic_voices": topic_voices(article_voices(read("word_voices"), read("assignments")))}


CORPUS = Stage(
    name="corpus",
    title="Reading the articles",
    inputs=(),
    code=("corpus", "records.py"),
    distributions=("pandas", "pyarrow"),
    settings=lambda s: (
        dataclasses.asdict(s)["outlets"],
        dataclasses.asdict(s)["articles"],
        dataclasses.asdict(s)["corpus"],
        source_hashes(s),
    ),
    run=_corpus,
)

VOICES = Stage(
    name="voices",
    title="Telling who speaks",
    inputs=("paragraphs",),
    code=("voices", "records.py"),
    distributions=("datasketch", "numpy", "pandas", "syntok"),
    settings=lambda s: [dataclasses.asdict(s)[name] for name in ("people", "quotes", "reuse")],
    run=_voices,
)

TOPIC_VOICES = Stage(
    name="topic voices",
    title="Whose voice a topic is",
    inputs=("word_voices", "assignments"),
    code=("voices",),
    distributions=("pandas",),
    settings=lambda _: None,
    run=_topic_voices,
)
