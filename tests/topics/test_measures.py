"""The two measuring commands, on the small corpus."""

from __future__ import annotations

import math
from contextlib import nullcontext
from typing import TYPE_CHECKING

import numpy as np
import pandas as pd
import pytest

from analysis.errors import EmptyGroupError
from analysis.topics import stability, without_article
from analysis.topics.stability import NOISE_DRAWS, OTHER_SEEDS, measure_stability
from analysis.topics.tradeoff import CONTEXTS, context_tradeoff
from analysis.topics.without_article import topics_without_article

if TYPE_CHECKING:
    from analysis.settings import Settings
    from tests.topics.conftest import Example


@pytest.mark.slow
def test_every_change_is_measured_against_the_reference(
    example: Example, quick: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(stability, "workers_map", lambda _: nullcontext(map))
    steps: list[tuple[int, int]] = []
    found = measure_stability(
        example.paragraphs, example.vectors, settings=quick, progress=lambda *step: steps.append(step)
    )
    counts = found.groupby("what", sort=False).size().to_dict()
    assert counts == {
        "reference": 1, "other seeds": OTHER_SEEDS, "shuffled rows": 1, "noise": NOISE_DRAWS, "threads": 1,
        "single run": 1,
    }  # fmt: skip
    exact = found[found["what"].isin(["reference", "shuffled rows", "threads"])]
    assert exact["ari"].tolist() == [1.0] * 3
    assert found.loc[found["what"] == "single run", "ari"].item() < 1
    assert found["topics"].iloc[:-1].tolist() == [6] * (len(found) - 1)
    assert steps[-1] == (len(found), len(found))


def test_a_corpus_without_topics_has_no_stability(example: Example, quick: Settings) -> None:
    with pytest.raises(
        EmptyGroupError, match="not defined for 5 paragraphs - add articles until there are 16"
    ):
        measure_stability(example.paragraphs[:5], example.vectors[:5], settings=quick)


def test_the_tradeoff_has_a_row_for_each_share_of_context(example: Example, quick: Settings) -> None:
    blocks = {
        name: sorted(set(example.subjects)).index(subject)
        for name, subject in zip(example.paragraphs["paragraph_id"], example.subjects, strict=True)
    }
    found = context_tradeoff(example.paragraphs, example.vectors, settings=quick, blocks=blocks)
    assert found["context"].tolist() == list(CONTEXTS)
    bare = found.iloc[0]
    assert (bare["topics"], bare["shared_topics"], bare["block_nmi"], bare["outliers"]) == (6, 6, 1.0, 0)
    assert bare["largest_article_share"] == pytest.approx(2 / 6, abs=1e-6)


def test_without_an_interview_the_agreement_with_its_questions_is_not_a_number(
    example: Example, quick: Settings
) -> None:
    found = context_tradeoff(example.paragraphs, example.vectors, settings=quick)
    assert all(math.isnan(value) for value in found["block_nmi"])


@pytest.mark.slow
def test_a_topic_of_one_article_alone_leaves_nothing_and_shared_topics_are_found_again(
    example: Example, quick: Settings
) -> None:
    subjects = sorted(set(example.subjects))
    # All paragraphs on the vaccine are moved into an article of their own.
    rows = example.paragraphs.assign(
        article_id=example.paragraphs["article_id"].where(
            np.array(example.subjects) != "vaccine", "herald-9"
        ),
        ordinal=range(len(example.paragraphs)),
    )
    topics = pd.Series([subjects.index(subject) for subject in example.subjects], index=rows["paragraph_id"])
    found = topics_without_article(rows, example.vectors, topics, settings=quick, workers=1)
    assert found["article_id"].nunique() == 5
    assert found.groupby("article_id").size().tolist() == [6] * 5
    alone = found[(found["article_id"] == "herald-9") & (found["topic"] == subjects.index("vaccine"))]
    assert (alone["paragraphs"].item(), alone["paragraphs_left"].item()) == (6, 0)
    assert math.isnan(alone["jaccard"].item())
    assert not alone["found"].item()
    others = found[found["paragraphs_left"] > 0]
    assert others["found"].all()
    assert (others["jaccard"] == 1.0).all()
    assert (found["ari"] == 1.0).all()
    assert found.loc[found["article_id"] == "herald-9", "topics_found"].tolist() == [5] * 6


def test_what_is_found_again_is_worked_by_hand() -> None:
    topics = pd.Series({"a:1": 0, "a:2": 0, "a:3": 1, "b:1": 0, "b:2": 0, "b:3": 1, "b:4": 1, "b:5": -1})
    # Without article a: topic 0 (b:1, b:2) is split between the new 0 and 1; topic 1 comes back with b:2.
    again = pd.Series({"b:1": 0, "b:2": 1, "b:3": 1, "b:4": 1, "b:5": -1})
    rows = list(without_article._rows("a", topics, again))
    assert [row["paragraphs_left"] for row in rows] == [2, 2]
    assert [row["paragraphs"] for row in rows] == [4, 3]
    assert [row["jaccard"] for row in rows] == [0.5, pytest.approx(2 / 3, abs=1e-6)]
    assert [row["found"] for row in rows] == [False, True], "an overlap of one half is a topic dissolved"
    assert {row["topics_found"] for row in rows} == {2}


def test_a_corpus_too_small_without_an_article_passes_it_over(example: Example, quick: Settings) -> None:
    few = example.paragraphs[:16]
    topics = pd.Series(0, index=few["paragraph_id"])
    found = topics_without_article(few, example.vectors[:16], topics, settings=quick, workers=1)
    assert found.empty
