"""How well the topics do on articles of others, where it is known which reports are of one event."""

from __future__ import annotations

import dataclasses
import gzip
import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

from analysis.errors import ArticleError
from analysis.settings import Settings, StudySettings
from analysis.stages import embedded, workers
from analysis.validation import gold

if TYPE_CHECKING:
    from collections.abc import Iterator

    import numpy as np
    import pandas as pd

    from analysis.progress import Progress

BASIL = "open_half.jsonl.gz"
SOURCE = "BASIL (Fan et al., EMNLP 2019)"
EVENTS = (8, 10, 12)
"""Events to a corpus: with three reports of an event each, corpora of the size of the bundled study and up."""
CONTEXTS = (0.0, 0.15, 0.5)
OUTLETS = 3


def validate_topics(data: Path, *, progress: Progress) -> pd.DataFrame:
    """Whether the three reports of one event share topics, and whether topics tell events apart.

    From BASIL, which holds three US outlets' reports of each event, corpora of `EVENTS` events are drawn and their
    topics found with no context, with the study's share of it, and with half. The events are never an input.

    Args:
        data: the folder with BASIL's articles, one JSON object to a line in `open_half.jsonl.gz`.
        progress: shows how far it is.

    Returns:
        One row per corpus and share of context: `events`, `paragraphs`, `context`, `topics`, `outliers`, `event_nmi`
        (normalised mutual information of event and topic, arithmetic mean, -1 counted as a topic; 0 to 1) and
        `shared_events` (share of the events of which some topic holds paragraphs of all three reports).

    Raises:
        ArticleError: the folder has no such file.
    """
    import numpy as np
    import pandas as pd

    from analysis.topics.find import find_topics

    paragraphs = _read_basil(data)
    settings = Settings(Path(), StudySettings(title=SOURCE), outlets=(), articles=())
    with progress.stage("Embedding paragraphs") as step:
        vectors = embedded(paragraphs["plain"].tolist(), settings, step)
    rows: list[dict[str, float]] = []
    for events in _draws(paragraphs, np.random.default_rng(settings.study.seed)):
        chosen = paragraphs["event"].isin(events).to_numpy()
        corpus = paragraphs[chosen].reset_index(drop=True)
        for context in CONTEXTS:
            wanted = dataclasses.replace(
                settings, topics=dataclasses.replace(settings.topics, context=context)
            )
            with progress.stage(f"{len(events)} events, context {context:g}") as step:
                found = find_topics(
                    corpus, vectors[chosen], settings=wanted, workers=workers(), progress=step
                )
            assigned = corpus.merge(found.assignments[["paragraph_id", "topic"]], on="paragraph_id")
            rows.append(
                {"events": len(events), "paragraphs": len(corpus), "context": context, **_measures(assigned)}
            )
    return pd.DataFrame(rows)


def _read_basil(data: Path) -> pd.DataFrame:
    """Paragraphs of events that all outlets report: those columns that topic finding needs, and `event`."""
    import pandas as pd

    path = gold.folder(data, "basil") / BASIL
    try:
        with gzip.open(path, mode="rt", encoding="utf-8") as file:
            rows = [row for line in file for row in _paragraphs(json.loads(line))]
    except (OSError, ValueError, KeyError) as error:
        remedy = f"name the folder that holds {SOURCE} as {BASIL}"
        raise ArticleError(f"cannot be read ({error})", where=path, remedy=remedy) from None
    paragraphs = pd.DataFrame(rows)
    complete = paragraphs.groupby("event")["outlet"].transform("nunique") == OUTLETS
    return paragraphs[complete].reset_index(drop=True)


def _paragraphs(article: dict[str, Any]) -> Iterator[dict[str, Any]]:
    """The paragraphs of one article; each comes as a list of sentences."""
    report = f"{article['triplet-uuid']}-{article['source'].lower()}"
    for ordinal, sentences in enumerate(article["body-paragraphs"], start=1):
        text = " ".join(" ".join(sentences).split())
        if text:
            yield {
                "paragraph_id": f"{report}:{ordinal}",
                "article_id": report,
                "outlet": article["source"].lower(),
                "ordinal": ordinal,
                "plain": text,
                "event": article["triplet-uuid"],
            }


def _draws(paragraphs: pd.DataFrame, generator: np.random.Generator) -> Iterator[list[str]]:
    """One set of events for each size in `EVENTS`, drawn without replacement."""
    events = sorted(paragraphs["event"].unique())
    for size in EVENTS:
        yield [
            events[index] for index in generator.choice(len(events), min(size, len(events)), replace=False)
        ]


def _measures(assigned: pd.DataFrame) -> dict[str, float]:
    """The measures of one corpus; `assigned` has the columns `event`, `article_id` and `topic`."""
    from sklearn.metrics import normalized_mutual_info_score

    topics = assigned[assigned["topic"] >= 0]
    reports = topics.groupby(["event", "topic"])["article_id"].nunique()
    shared = reports[reports == OUTLETS].reset_index()["event"].nunique()
    return {
        "topics": int(topics["topic"].nunique()),
        "outliers": len(assigned) - len(topics),
        "event_nmi": round(float(normalized_mutual_info_score(assigned["event"], assigned["topic"])), 3),
        "shared_events": round(shared / assigned["event"].nunique(), 3),
    }
