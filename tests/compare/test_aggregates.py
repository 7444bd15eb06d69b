"""Aggregates: those of the parts of a corpus, put together, are those of the whole, and so is what is compared."""

from __future__ import annotations

import dataclasses
import io
from pathlib import Path

import numpy as np
import pandas as pd
import pytest

from analysis import store
from analysis.compare import Aggregates, Comparison, aggregate, compare, compare_aggregates, merged
from analysis.compare.listing import Listing, bucket_of, listing, phrase_totals, summed
from analysis.compare.robustness import robustness_of_aggregates
from analysis.compare.strata import strata_of
from analysis.compare.texts import gather
from analysis.compare.words import outlet_names
from analysis.errors import EmptyGroupError, TableError
from analysis.settings import CompareSettings, Outlet, Settings, StudySettings
from tests.compare.studies import QUICK, random_study, study
from tests.compare.test_weights import weighed
from tests.conftest import SEEDS

LONGEST = 3
TABLES = SEEDS.parent / "reports" / "tables"
OURS = [("narration", 0.2, "War and peace talks.")]

Tables = dict[str, pd.DataFrame]


@pytest.fixture(scope="module")
def reported() -> Tables:
    """The tables of the bundled study, as its report has them, that a comparison reads."""
    names = (
        "articles", "paragraphs", "sentences", "assignments", "tone", "targets", "frames", "microframes",
    )  # fmt: skip
    return {name: pd.read_parquet(TABLES / f"{name}.parquet") for name in names}


def _part(tables: Tables, articles: set[str]) -> Tables:
    """The rows of all tables that belong to some articles."""
    paragraphs = tables["paragraphs"][tables["paragraphs"]["article_id"].isin(articles)]
    ours = paragraphs["paragraph_id"]
    sentences = tables["sentences"][tables["sentences"]["paragraph_id"].isin(ours)]
    spoken = sentences["sentence_id"]
    part = {
        name: table[table["paragraph_id"].isin(ours)] if "paragraph_id" in table else table
        for name, table in tables.items()
    }
    part = {
        name: table[table["sentence_id"].isin(spoken)] if "sentence_id" in table else table
        for name, table in part.items()
    }
    own = tables["articles"]["article_id"].isin(articles)
    return {**part, "articles": tables["articles"][own], "paragraphs": paragraphs, "sentences": sentences}


def _cut(tables: Tables, parts: int, seed: int) -> list[Tables]:
    """A corpus cut into so many parts at random, between articles; a part may be empty."""
    rng = np.random.default_rng(seed)
    articles = rng.permutation(np.array(tables["articles"]["article_id"], dtype=object))
    owner = rng.integers(0, parts, len(articles))
    return [_part(tables, set(articles[owner == part])) for part in range(parts)]


def _aggregates(tables: Tables, outlets: list[Outlet], phrases: Listing | int) -> Aggregates:
    """The aggregates of some tables."""
    scored = {name: tables[name] for name in ("targets", "frames", "microframes") if name in tables}
    texts = gather(**{name: table for name, table in tables.items() if name not in scored})
    return aggregate(texts, names=outlet_names(outlets), phrases=phrases, **scored)


def _in_parts(tables: Tables, outlets: list[Outlet], parts: int, seed: int) -> Aggregates:
    """The same, made part by part: what is counted is decided over all, in buckets, before anything is."""
    cut, names = _cut(tables, parts, seed), outlet_names(outlets)
    texts = ("articles", "paragraphs", "sentences", "assignments", "tone")
    totals = [
        phrase_totals(gather(**{name: part[name] for name in texts}), names=names, longest=LONGEST)
        for part in cut
    ]
    buckets = [
        summed([each[bucket_of(each["phrase"], 4) == bucket] for each in totals]) for bucket in range(4)
    ]
    listed = listing(buckets)
    return merged([_aggregates(part, outlets, listed) for part in cut])


def _same(one: Aggregates, other: Aggregates) -> None:
    """Assert that two aggregates are equal in every cell and type."""
    first, second = one.to_tables(), other.to_tables()
    assert list(first) == list(second)
    for name, table in first.items():
        pd.testing.assert_frame_equal(table, second[name], check_exact=True, obj=name)


def _same_results(one: Comparison, other: Comparison) -> None:
    """Assert that two comparisons say the same."""
    assert one.gate == other.gate
    for item in dataclasses.fields(one):
        if item.name != "gate":
            pd.testing.assert_frame_equal(
                getattr(one, item.name), getattr(other, item.name), check_exact=True, obj=item.name
            )


@pytest.mark.parametrize(("parts", "seed"), [(1, 0), (2, 1), (2, 2), (5, 3), (5, 4)])
def test_the_bundled_corpus_cut_at_random_adds_up_to_itself(reported: Tables, parts: int, seed: int) -> None:
    outlets = [Outlet(name) for name in sorted(set(reported["articles"]["outlet"]))]
    _same(_in_parts(reported, outlets, parts, seed), _aggregates(reported, outlets, LONGEST))


def _compared(made: Aggregates, tables: Tables, settings: CompareSettings) -> Comparison:
    """What is compared from aggregates."""
    strata = strata_of(tables["articles"], settings.strata)
    return compare_aggregates(made, settings=settings, seed=1, strata=strata)


def test_a_corpus_in_parts_is_compared_as_the_whole_is() -> None:
    made = random_study({"x": 5, "y": 4, "z": 4})
    outlets = [Outlet(name) for name in "xyz"]
    settings = dataclasses.replace(QUICK, phrase=LONGEST, strata=("genre",))
    genres = [("news", "view")[place % 2] for place in range(len(made.articles))]
    tables = {**made.tables(), "articles": made.articles.assign(genre=genres)}
    whole = compare(**tables, settings=settings, outlets=outlets, seed=1)
    assert len(whole.keyness) > 100
    assert whole.estimates["p"].notna().any()
    for parts in (2, 5):
        _same_results(_compared(_in_parts(tables, outlets, parts, 3), tables, settings), whole)


def test_a_corpus_in_parts_is_trusted_as_far_as_the_whole_is() -> None:
    made = random_study({"x": 4, "y": 4})
    outlets = (Outlet("x"), Outlet("y"))
    settings = Settings(
        folder=Path("study"), study=StudySettings("A study"), outlets=outlets, articles=(),
        compare=CompareSettings(audits=3, permutations=99, phrase=LONGEST),
    )  # fmt: skip
    keyness = made.compared().keyness
    pieces = _aggregates(made.tables(), list(outlets), LONGEST), _in_parts(made.tables(), list(outlets), 3, 1)
    whole, parts = (robustness_of_aggregates(each, keyness, settings=settings, strata={}) for each in pieces)
    assert set(whole) == {"leave_one_out", "leave_one_out_words", "topic_articles", "self_audit"}
    for name, table in whole.items():
        assert len(table)
        pd.testing.assert_frame_equal(table, parts[name], check_exact=True)


def test_copies_that_are_weighed_in_halves_here_and_in_thirds_there_add_up() -> None:
    made = study({name: (name, [(0, OURS), (1, OURS), (1, OURS)]) for name in ("a", "b", "c")})
    tables = weighed(made, [1 / 2, 1 / 2, 1, 1 / 3, 1 / 3, 1 / 3, 1, 1, 1]).tables()
    whole = _aggregates(tables, [], LONGEST)
    cut = [_aggregates(_part(tables, {name}), [], LONGEST) for name in "abc"]
    assert ([piece.parts for piece in cut], whole.parts) == ([2, 3, 1], 6)
    together = merged(cut[::-1])
    pd.testing.assert_frame_equal(together.covered, whole.covered)
    pd.testing.assert_frame_equal(together.sums, whole.sums)
    weights = together.covered.groupby("article_id")["weight"].sum()
    assert weights.to_dict() == {"a": 12, "b": 6, "c": 18}


def test_weights_without_a_common_measure_are_an_error_that_says_what_to_do() -> None:
    made = study({name: ("x", [(0, OURS)] * 2) for name in ("a", "b")})
    tables = weighed(made, [1 / 1009, 1, 1 / 1013, 1]).tables()
    pieces = [_aggregates(_part(tables, {name}), [], 1) for name in "ab"]
    with pytest.raises(TableError, match=r"1022117 parts of a paragraph.*collapse"):
        merged(pieces)


def test_an_article_in_two_parts_and_no_parts_at_all_are_errors() -> None:
    one = random_study({"x": 2}).aggregates()
    with pytest.raises(TableError, match="article 'x-0' is in two parts"):
        merged([one, one])
    with pytest.raises(EmptyGroupError, match="no parts"):
        merged([])


def test_aggregates_come_back_from_parquet_as_they_were() -> None:
    made = random_study({"x": 3, "y": 3}).aggregates(LONGEST)
    read = {
        name: pd.read_parquet(io.BytesIO(store.parquet(table))) for name, table in made.to_tables().items()
    }
    _same(Aggregates.of_tables(read), made)


def test_a_part_without_articles_changes_nothing() -> None:
    tables = random_study({"x": 2, "y": 2}).tables()
    nothing = _aggregates(_part(tables, set()), [], LONGEST)
    assert all(nothing.to_tables()[name].empty for name in ("covered", "sums", "cells", "counts"))
    whole = _aggregates(tables, [], LONGEST)
    _same(merged([nothing, whole, nothing]), whole)
    compared = _compared(nothing, {"articles": _part(tables, set())["articles"]}, QUICK)
    assert compared.estimates.empty
    assert compared.keyness.empty


def test_paragraphs_sums_and_words_are_those_counted_by_hand() -> None:
    made = study(
        {
            "b": ("y", [(0, [("narration", 0.5, "War talks, war talks."), ("direct", -0.1, "War talks.")])]),
            "a": ("x", [(-1, [("direct", 0.2, "Peace?")]), (0, OURS)]),
        }
    )
    found = made.aggregates(LONGEST)
    counts = ["article_id", "topic", "paragraphs", "narrated"]
    assert found.covered[counts].to_numpy().tolist() == [["a", -1, 1, 0], ["a", 0, 1, 1], ["b", 0, 1, 1]]
    keys = found.measures.iloc[found.sums["measure"]].reset_index(drop=True)
    tone = found.sums[(keys["voice"] == "all") & (keys["topic"] == "0")]
    # In ten-thousandths: 0.2 of one sentence; 0.5 and -0.1 of two.
    assert tone[["article", "total", "units", "paragraphs"]].to_numpy().tolist() == [
        [0, 2000, 1, 1],
        [1, 4000, 2, 1],
    ]
    words = found.words
    cells = words.cells[words.cells["voice"] == "all"]
    assert cells[["article", "topic", "running", "content"]].to_numpy().tolist() == [
        [0, -1, 1, 1], [0, 0, 4, 3], [1, 0, 6, 6],
    ]  # fmt: skip
    listed = words.vocabulary.loc[words.vocabulary["voice"] == "all", "word"].tolist()
    assert listed == ["talks", "war", "war talks"]
    spelled = words.counts.assign(word=words.vocabulary["word"].to_numpy()[words.counts["word"]])
    assert spelled[spelled["cell"] == 2][["word", "count"]].to_numpy().tolist() == [
        ["talks", 3], ["war", 3], ["war talks", 3],
    ]  # fmt: skip
