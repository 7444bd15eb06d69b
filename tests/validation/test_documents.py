"""Topics of documents on labelled sets, and published runs where they are at hand."""

from __future__ import annotations

import gzip
import json
import os
from pathlib import Path
from typing import Any

import pytest

from analysis.errors import ArticleError
from analysis.progress import Silent
from analysis.validation.coherence import validate_coherence
from analysis.validation.documents import validate_documents

DATA = os.environ.get("FRAMING_DATA")


def _lay(folder: Path, published: float) -> Path:
    """Two posts, and one run whose figures were worked by hand but for a stated coherence."""
    posts = [{"text": "ships sail"}, {"text": "farms rest"}]
    run = {"dataset": "20 Newsgroups Raw", "topic_descriptions": [["ships", "sail"], ["sail", "ships"]],
           "results": {"diversity": 0.5, "c_npmi": published}}  # fmt: skip
    files: dict[str, list[Any]] = {"20newsgroups/train": posts[:1], "20newsgroups/test": posts[1:],
             "published_topic_results/topic_benchmark_bertopic_nmf": [run]}  # fmt: skip
    for name, rows in files.items():
        path = folder / f"{name}.jsonl.gz"
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(gzip.compress("".join(json.dumps(row) + "\n" for row in rows).encode()))
    return folder


def test_the_largest_difference_from_what_was_published_is_told(tmp_path: Path) -> None:
    rows = validate_coherence(_lay(tmp_path, published=0.75)).set_index("measure")
    assert rows["runs"].tolist() == [1, 1]
    assert rows.loc["diversity", "largest_difference"] == 0
    assert rows.loc["c_npmi", "largest_difference"] == pytest.approx(0.25, abs=1e-9)


def test_a_set_that_is_absent_is_named(tmp_path: Path) -> None:
    with pytest.raises(ArticleError, match=r"topic_benchmark_bertopic_nmf\.jsonl\.gz not found"):
        validate_coherence(tmp_path)
    with pytest.raises(ArticleError, match=r"bbc\.jsonl\.gz not found"):
        validate_documents(tmp_path, embed=lambda *_: pytest.fail(), workers=1, progress=Silent())


@pytest.mark.slow
@pytest.mark.skipif(DATA is None, reason="FRAMING_DATA names no folder of evaluation data")
def test_published_runs_are_recomputed_to_the_last_digits() -> None:
    rows = validate_coherence(Path(DATA or "")).set_index("measure")
    assert rows["runs"].to_dict() == {"diversity": 319, "c_npmi": 40}
    assert (rows["largest_difference"] < 1e-9).all()
