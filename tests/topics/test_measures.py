"""The two measuring commands, on the small corpus."""

from __future__ import annotations

import math
from contextlib import nullcontext
from typing import TYPE_CHECKING

import pytest

from analysis.errors import EmptyGroupError
from analysis.topics import stability
from analysis.topics.stability import NOISE_DRAWS, OTHER_SEEDS, measure_stability
from analysis.topics.tradeoff import CONTEXTS, context_tradeoff

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
