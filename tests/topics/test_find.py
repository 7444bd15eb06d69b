"""Topic finding as a whole: on a corpus whose topics are known, and on the bundled articles."""

from __future__ import annotations

import dataclasses
import subprocess
import sys
from typing import TYPE_CHECKING

import numpy as np
import pandas as pd
import pytest
from sklearn.metrics import normalized_mutual_info_score

from analysis import tables
from analysis.topics.agreement import adjusted_rand_index
from analysis.topics.find import find_topics

if TYPE_CHECKING:
    from analysis.settings import Settings
    from analysis.topics.arrays import Floats
    from analysis.topics.result import TopicResult
    from tests.topics.conftest import Example


@pytest.fixture(scope="module")
def found(example: Example, quick: Settings) -> TopicResult:
    return find_topics(example.paragraphs, example.vectors, settings=quick)


def topic_of(result: TopicResult) -> dict[str, int]:
    return dict(zip(result.assignments["paragraph_id"], result.assignments["topic"], strict=True))


def same(first: TopicResult, second: TopicResult) -> None:
    for name in ("topics", "assignments", "exemplars", "cut_profile"):
        pd.testing.assert_frame_equal(getattr(first, name), getattr(second, name), check_exact=True)


def test_the_subjects_are_found(found: TopicResult, example: Example) -> None:
    topics = np.array([topic_of(found)[name] for name in example.paragraphs["paragraph_id"]])
    assert adjusted_rand_index(topics, np.unique(example.subjects, return_inverse=True)[1]) == 1
    assert found.reason is None


def test_topics_are_told_by_their_words(found: TopicResult) -> None:
    said = "; ".join(found.topics["words"])
    expected = ("Libya", "coronavirus vaccine", "missile shield", "RT", "Persian Gulf", "wartime monument")
    assert [word for word in expected if word not in said] == []


def test_the_tables_keep_their_contracts(found: TopicResult) -> None:
    for name in ("topics", "assignments", "exemplars"):
        tables.check(getattr(found, name), name)
    assert found.topics["paragraphs"].tolist() == [6] * 6
    assert found.topics["articles"].tolist() == [4] * 6
    assert found.topics["outlets"].tolist() == [2] * 6
    assert found.topics["largest_article_share"].tolist() == [round(2 / 6, 6)] * 6
    assert found.topics["reproducibility"].between(0.9, 1).all()
    assert found.assignments["confidence"].between(0.3, 1).all()
    assert found.exemplars.groupby("topic").size().tolist() == [3] * 6
    assert found.cut_profile["chosen"].sum() == 1
    assert found.cut_profile.loc[found.cut_profile["chosen"], "topics"].tolist() == [6]


def test_the_order_of_the_rows_changes_nothing(found: TopicResult, example: Example, quick: Settings) -> None:
    order = np.random.default_rng(5).permutation(len(example.paragraphs))
    same(find_topics(example.paragraphs.iloc[order], example.vectors[order], settings=quick), found)


def test_the_number_of_workers_changes_nothing(found: TopicResult, example: Example, quick: Settings) -> None:
    same(find_topics(example.paragraphs, example.vectors, settings=quick, workers=2), found)


def test_other_ids_change_nothing_but_the_ids(found: TopicResult, example: Example, quick: Settings) -> None:
    def renamed(names: pd.Series[str]) -> pd.Series[str]:
        return names.str.replace("herald", "zulu").str.replace("gazette", "alpha")

    other = example.paragraphs.assign(
        paragraph_id=renamed(example.paragraphs["paragraph_id"]),
        article_id=renamed(example.paragraphs["article_id"]),
    )
    again = find_topics(other, example.vectors, settings=quick)
    expected = dict(zip(renamed(found.assignments["paragraph_id"]), found.assignments["topic"], strict=True))
    assert topic_of(again) == expected
    pd.testing.assert_frame_equal(again.topics, found.topics, check_exact=True)


def test_a_duplicated_article_joins_the_topics_of_its_original(example: Example, quick: Settings) -> None:
    copied = example.paragraphs["article_id"] == "herald-0"
    copy = example.paragraphs[copied].assign(article_id="copy", outlet="Copyist")
    copy["paragraph_id"] = "copy:" + copy["ordinal"].astype(str)
    result = find_topics(
        pd.concat([example.paragraphs, copy]),
        np.concatenate([example.vectors, example.vectors[copied]]),
        settings=quick,
    )
    topics = topic_of(result)
    assert all(topics[name] == topics[name.replace("copy", "herald-0")] for name in copy["paragraph_id"])
    texts = dict(zip(example.paragraphs["paragraph_id"], example.paragraphs["plain"], strict=True))
    shown = [texts[name.replace("copy", "herald-0")] for name in result.exemplars["paragraph_id"]]
    assert len(shown) == len(set(shown))


def test_a_sample_gives_every_paragraph_a_topic(
    found: TopicResult, example: Example, quick: Settings
) -> None:
    fewer = dataclasses.replace(quick, topics=dataclasses.replace(quick.topics, sample=28))
    sampled = find_topics(example.paragraphs, example.vectors, settings=fewer)
    pair = [result.assignments["topic"].to_numpy() for result in (sampled, found)]
    assert adjusted_rand_index(*pair) == 1
    assert (sampled.assignments["confidence"] > 0).all()
    assert sampled.assignments[["x", "y"]].notna().all(axis=None)


def test_progress_reaches_its_end(example: Example, quick: Settings) -> None:
    steps: list[tuple[int, int]] = []
    find_topics(
        example.paragraphs, example.vectors, settings=quick, progress=lambda *step: steps.append(step)
    )
    assert steps == [(number, 5) for number in range(1, 6)]


@pytest.mark.parametrize("count", [0, 1, 2, 10, 15])
def test_a_small_corpus_has_no_topics_but_a_reason(example: Example, quick: Settings, count: int) -> None:
    result = find_topics(example.paragraphs[:count], example.vectors[:count], settings=quick)
    assert result.reason is not None
    assert result.reason.startswith(f"Topics are not estimable from {count} paragraph")
    assert result.assignments["topic"].tolist() == [-1] * count
    assert result.topics.empty
    assert result.exemplars.empty
    assert result.cut_profile.empty


@pytest.mark.parametrize("vectors", [np.zeros((36, 4)), np.ones((36, 4))])
def test_vectors_that_are_all_the_same_do_no_harm(
    example: Example, quick: Settings, vectors: np.ndarray
) -> None:
    result = find_topics(example.paragraphs, vectors, settings=quick)
    tables.check(result.assignments, "assignments")
    assert len(result.assignments) == 36


def test_importing_the_package_imports_nothing_heavy() -> None:
    script = (
        "import sys, analysis.topics, analysis.topics.find\n"
        "assert not {'umap', 'hdbscan', 'bertopic', 'torch', 'scipy', 'sklearn', 'numba', 'pandas'} & set(sys.modules)"
    )
    subprocess.run([sys.executable, "-c", script], check=True)


@pytest.mark.slow
def test_the_bundled_articles_have_the_topics_a_reader_sees(
    analysed: pd.DataFrame, vectors: Floats, bundled: Settings
) -> None:
    result = find_topics(analysed, vectors, settings=bundled)
    rows = analysed.merge(result.assignments, on="paragraph_id", validate="one_to_one")
    assert len(rows) == 104
    assert 8 <= len(result.topics) <= 14
    assert (result.topics["outlets"] > 1).sum() >= 4
    assert (rows["topic"] < 0).sum() <= 5
    turns = rows[rows["kind"].isin(["question", "answer"])]
    blocks = (turns["kind"] == "question").cumsum()
    assert len(turns) == 57
    assert normalized_mutual_info_score(blocks, turns["topic"]) >= 0.88
    said = " ".join(result.topics["words"])
    abroad = ["Libya", "Syria", "Persian Gulf", "Afghanistan", "Kiev", "African Union", "France"]
    expected = [*abroad, "missile defense", "Navalny", "monuments", "RT"]
    assert [word for word in expected if word not in said] == []
    assert not {"Sputnik", "TASS", "said"} & set(said.replace(",", "").split())
