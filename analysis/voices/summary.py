"""Who is quoted, how much and by whom: words by voice and speaker, reporting verbs, and what is left as narration."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

import pandas as pd

from analysis.errors import EmptyGroupError
from analysis.voices.sentences import VOICE_OF_KIND, Span, standing_in, voiced_spans

FEWEST_WORDS = 200
"""Words of narration below which an outlet's narration is called too little to compare."""

FEWEST_ARTICLES = 2
"""Articles with narration below which it is called too little: one article says nothing about an outlet."""

_WORD = re.compile(r"\S+")
"""A word is what stands between white space, here as in every other count of words."""


def word_voices(paragraphs: pd.DataFrame, quotes: pd.DataFrame) -> pd.DataFrame:
    """Words of each analysed paragraph by voice and speaker.

    A word belongs to the shortest stretch that it stands in: a quotation inside a reported clause is `direct`. Words in
    none are the paragraph's own: narration in the body, question or answer in an interview.

    Args:
        paragraphs: the paragraphs table.
        quotes: the quotes table of the same paragraphs.

    Returns:
        One row per paragraph, voice and speaker that occur: `paragraph_id`, `article_id`, `outlet`, `voice`, `speaker`,
        `words` (count >= 1).
    """
    analysed = paragraphs[paragraphs["analysed"]]
    spans = voiced_spans(quotes)
    columns = ["paragraph_id", "article_id", "outlet", "kind", "speaker", "plain"]
    rows = [
        (paragraph_id, article_id, outlet, voice, by, 1)
        for paragraph_id, article_id, outlet, kind, speaker, plain in analysed[columns].itertuples(
            index=False, name=None
        )
        for voice, by in _voices(
            plain, VOICE_OF_KIND.get(kind, "narration"), speaker, spans.get(paragraph_id, [])
        )
    ]
    names = ["paragraph_id", "article_id", "outlet", "voice", "speaker", "words"]
    frame = pd.DataFrame(rows, columns=names)
    return frame.groupby(names[:-1], sort=False).agg(words=("words", "sum")).reset_index()


def _voices(plain: str, own: str, speaker: str, spans: Sequence[Span]) -> Iterator[tuple[str, str]]:
    """Voice and speaker of each word of a paragraph."""
    starts = (match.start() for match in _WORD.finditer(plain))
    for here in standing_in(spans, ((start, start + 1) for start in starts)):
        inside = min(here, key=lambda span: span.end - span.start, default=None)
        yield (inside.voice, inside.speaker) if inside else (own, speaker)


def words_by_speaker(article_voices: pd.DataFrame) -> pd.DataFrame:
    """Words of each outlet by voice and speaker.

    share(outlet, voice, speaker) = words of the voice and speaker / all analysed words of the outlet

    Args:
        article_voices: words of each article by voice and speaker (see `by_article`).

    Returns:
        One row per outlet, voice and speaker that occur, the most words of an outlet first, then by name: `outlet`,
        `voice`, `speaker` (empty: not found), `words`, `articles`, `share` (0 to 1; an outlet's sum to 1).

    Raises:
        EmptyGroupError: there are no words.
    """
    if article_voices.empty:
        raise EmptyGroupError("no words to count by voice")
    grouped = article_voices.groupby(["outlet", "voice", "speaker"], as_index=False)
    counted = grouped.agg(words=("words", "sum"), articles=("article_id", "nunique"))
    counted["share"] = counted["words"] / counted.groupby("outlet")["words"].transform("sum")
    order = ["outlet", "words", "voice", "speaker"]
    return counted.sort_values(order, ascending=[True, False, True, True], kind="stable", ignore_index=True)


def reporting_verbs(article_cues: pd.DataFrame) -> pd.DataFrame:
    """How often each outlet introduces each speaker by which class of verb, and by which verbs.

    Args:
        article_cues: how often each article introduces each speaker by each cue (see `by_article`).

    Returns:
        One row per outlet, speaker and class that occur, the most frequent of an outlet first: `outlet`, `speaker`,
        `cue_class`, `quotes` (count >= 1), `cues` (the distinct cues, commonest first, equals by the alphabet).
    """
    keys = ["outlet", "speaker", "cue_class"]
    by_cue = article_cues.groupby([*keys, "cue"], as_index=False).agg(quotes=("quotes", "sum"))
    by_cue = by_cue.sort_values(["quotes", "cue"], ascending=[False, True], kind="stable")
    counted = by_cue.groupby(keys, as_index=False).agg(quotes=("quotes", "sum"), cues=("cue", ", ".join))
    order = ["outlet", "quotes", "speaker", "cue_class"]
    return counted.sort_values(order, ascending=[True, False, True, True], kind="stable", ignore_index=True)


def topic_voices(article_voices: pd.DataFrame) -> pd.DataFrame:
    """How much of each topic is the outlet's own voice.

    own(outlet, topic) = words of narration and questions in the topic / all words of the outlet in the topic

    Paragraphs of no topic (-1) are a row of their own.

    Args:
        article_voices: words of each article by topic, voice and speaker (see `by_article`).

    Returns:
        One row per topic and outlet that occur, sorted by both: `topic`, `outlet`, `words`, `own_words`, `own_share` (0
        to 1).
    """
    own = article_voices["words"].where(article_voices["voice"].isin(["narration", "question"]), 0)
    counted = (
        article_voices.assign(own_words=own)
        .groupby(["topic", "outlet"], as_index=False)[["words", "own_words"]]
        .sum()
    )
    return counted.assign(own_share=counted["own_words"] / counted["words"])


def narration_left(article_voices: pd.DataFrame) -> pd.DataFrame:
    """What is left of each outlet when only its own words count.

    Args:
        article_voices: words of each article by voice and speaker (see `by_article`).

    Returns:
        One row per outlet, sorted: `outlet`, `words` (of narration; count >= 0), `paragraphs` and `articles` that hold
        some, `share` (of all its analysed words, 0 to 1), `enough` (FEWEST_WORDS words in FEWEST_ARTICLES articles, or
        more).
    """
    narrated = article_voices[article_voices["voice"] == "narration"].groupby("outlet")
    every = article_voices.groupby("outlet")["words"].sum()
    # A paragraph narrates in the name of one speaker, so that it is counted in one row of its article.
    left = narrated.agg(
        words=("words", "sum"), paragraphs=("paragraphs", "sum"), articles=("article_id", "nunique")
    )
    left = left.reindex(every.index, fill_value=0)
    left["share"] = left["words"] / every
    left["enough"] = (left["words"] >= FEWEST_WORDS) & (left["articles"] >= FEWEST_ARTICLES)
    return left.reset_index()
