"""The stance of sentences of coded articles toward the actors that the coders judged."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

import pandas as pd

from analysis.framing import wording_tone
from analysis.framing.targets import find_mentions, target_stances
from analysis.framing.targets.stances import Classifier
from analysis.voices import read_names, read_quotes, read_sentences

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from analysis.choices import Actor
    from analysis.progress import Progress

PARAGRAPHS = ("paragraph_id", "article_id", "plain")
CLASSES = ("p_negative", "p_neutral", "p_positive")


class Measured(Classifier, Protocol):
    """A classifier that a validity card can be about."""

    @property
    def version(self) -> str:
        """Of its weights."""

    @property
    def measures(self) -> str:
        """What it measures, in one sentence."""


def coded_stances(
    paragraphs: pd.DataFrame,
    actors: Mapping[str, Sequence[Actor]],
    classifier: Classifier,
    *,
    progress: Progress,
) -> pd.DataFrame:
    """What the study's own steps find in articles: sentences, voices, mentions and stances, and VADER's tone beside.

    Args:
        paragraphs: columns `paragraph_id`, `article_id`, `plain`; all are read as body text.
        actors: whom to look for in each article, by its id; articles that are not named have none.
        classifier: reads the stance toward a target off a sentence.
        progress: shows how far it is.

    Returns:
        The table `targets`, with `paragraph_id`, `article_id`, `text`, `voice` and `tone` of each sentence.
    """
    body = paragraphs[list(PARAGRAPHS)].assign(kind="body", speaker="")
    sentences, mentions = [], []
    with progress.stage("Finding the actors") as step:
        groups = body.groupby("article_id", sort=False)
        for number, (article_id, own) in enumerate(groups, start=1):
            spoken = read_sentences(own, read_quotes(own).quotes)
            found = find_mentions(spoken, read_names(spoken, own), actors.get(str(article_id), ()))
            sentences.append(spoken[spoken["sentence_id"].isin(found["sentence_id"])])
            mentions.append(found)
            step(number, len(groups))
    spoken = pd.concat(sentences, ignore_index=True)
    with progress.stage("Reading the stance") as step:
        targets = target_stances(pd.concat(mentions, ignore_index=True), spoken, classifier, progress=step)
    spoken = spoken.merge(wording_tone(spoken)[["sentence_id", "tone"]], on="sentence_id")
    spoken = spoken.merge(body[["paragraph_id", "article_id"]], on="paragraph_id")
    columns = ["sentence_id", "paragraph_id", "article_id", "text", "voice", "tone"]
    return targets.merge(spoken[columns], on="sentence_id")
