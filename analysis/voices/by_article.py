"""Who speaks and by which verb is quoted, summed by article: the parts of a large corpus put one under another."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import pandas as pd

NO_TOPIC = -1
VOICES = ["article_id", "outlet", "topic", "voice", "speaker"]
CUES = ["article_id", "outlet", "speaker", "cue_class", "cue"]


def article_voices(word_voices: pd.DataFrame, assignments: pd.DataFrame | None = None) -> pd.DataFrame:
    """Words of each article by topic, voice and speaker.

    Rows of parts of a corpus, put one under another, are those of the whole, as long as an article is in one part.

    Args:
        word_voices: words of each paragraph by voice and speaker (see `summary.word_voices`).
        assignments: the assignments table; a paragraph that it does not hold has no topic (-1), as all have where there
            is none.

    Returns:
        One row per `article_id`, `outlet`, `topic`, `voice` and `speaker` that meet, sorted by these: `words` and
        `paragraphs` that hold some (counts >= 1).
    """
    topics = (
        {}
        if assignments is None
        else dict(zip(assignments["paragraph_id"], assignments["topic"], strict=True))
    )
    rows = word_voices.assign(
        topic=[topics.get(paragraph, NO_TOPIC) for paragraph in word_voices["paragraph_id"]]
    )
    grouped = rows.astype({"topic": "int64"}).groupby(VOICES, sort=True, as_index=False)
    return grouped.agg(words=("words", "sum"), paragraphs=("paragraph_id", "size"))


def article_cues(quotes: pd.DataFrame, paragraphs: pd.DataFrame) -> pd.DataFrame:
    """How often each article introduces each speaker by each cue.

    Only what the outlet itself quotes counts (body and standfirst), not whom an interviewee quotes. Quotations without
    a cue of their own are left out. Rows of parts of a corpus add up as those of `article_voices` do.

    Args:
        quotes: the quotes table.
        paragraphs: the paragraphs table.

    Returns:
        One row per `article_id`, `outlet`, `speaker`, `cue_class` and `cue` that meet, sorted by these: `quotes` (count
        >= 1).
    """
    body = paragraphs.loc[paragraphs["kind"].isin(["body", "standfirst"])]
    cued = quotes[quotes["cue"] != ""].merge(
        body[["paragraph_id", "article_id", "outlet"]], on="paragraph_id"
    )
    return cued.groupby(CUES, sort=True).size().rename("quotes").reset_index()
