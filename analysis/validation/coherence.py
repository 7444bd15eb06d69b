"""Whether coherence and diversity are computed as they are published: 319 runs of others, recomputed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from analysis import jsonl
from analysis.documents.coherence import diversity, nearness
from analysis.validation import gold

if TYPE_CHECKING:
    from pathlib import Path

    import pandas as pd

RUNS = "topic_benchmark_bertopic_nmf.jsonl.gz"
SOURCE = "the runs of BERTopic and NMF of x-tabdeveloping/topic-benchmark"
NEWSGROUPS = "20 Newsgroups Raw"
"""The one set of the benchmark whose texts are at hand; the diversity needs no texts."""


def validate_coherence(data: Path) -> pd.DataFrame:
    """How far coherence and diversity of published runs are from the published figures.

    The benchmark cut its texts as scikit-learn's `CountVectorizer` does: words of two or more letters, digits or
    underscores, in small letters. Its "20 Newsgroups Raw" are both parts of that set, with headers, footers and quotes.

    Args:
        data: the folder of the sets `published_topic_results` and `20newsgroups`.

    Returns:
        One row per measure: `measure`, `texts` (of which set), `runs`, `topics`, and `largest_difference` from the
        published value over the runs.

    Raises:
        ArticleError: a file is missing or cannot be read.
    """
    import pandas as pd

    published = _published(data)
    raw = [run for run in published if run["dataset"] == NEWSGROUPS]
    near = nearness(
        _newsgroups(data), {word for run in raw for topic in run["topic_descriptions"] for word in topic}
    )
    measured = {
        "diversity": [(run, diversity(run["topic_descriptions"])) for run in published],
        "c_npmi": [(run, near.mean(run["topic_descriptions"])) for run in raw],
    }
    return pd.DataFrame([
        {
            "measure": name,
            "texts": NEWSGROUPS if name == "c_npmi" else "none needed",
            "runs": len(rows),
            "topics": sum(len(run["topic_descriptions"]) for run, _ in rows),
            "largest_difference": max(abs(run["results"][name] - value) for run, value in rows),
        }
        for name, rows in measured.items()
    ])  # fmt: skip


def _published(data: Path) -> list[dict[str, Any]]:
    """The published runs: words of the topics, and results."""
    path = gold.find(data, "published_topic_results", RUNS, source=SOURCE)
    fields = {"dataset": str, "topic_descriptions": list, "results": dict}
    return [run for _, run in jsonl.read(path, fields=fields)]


def _newsgroups(data: Path) -> list[list[str]]:
    """The words of all posts, cut as the benchmark did."""
    from sklearn.feature_extraction.text import CountVectorizer

    cut = CountVectorizer().build_analyzer()
    paths = [
        gold.find(data, "20newsgroups", f"{part}.jsonl.gz", source=NEWSGROUPS) for part in ("train", "test")
    ]
    return [cut(post["text"]) for path in paths for _, post in jsonl.read(path, fields={"text": str})]
