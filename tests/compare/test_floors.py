"""What numbers of articles allow, against results worked by hand and by going through everything."""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from fractions import Fraction

import numpy as np
import pytest

from analysis.compare.assignments import all_assignments, assignments
from analysis.compare.design import Design
from analysis.compare.floors import (
    distinct_assignments,
    distinct_resamples,
    interval_is_possible,
    smallest_p,
)
from analysis.settings import CompareSettings

DESIGNS = [(1,), (1, 1), (2, 2), (3, 1, 1), (3, 3), (2, 2, 2), (3, 2, 1), (4, 2), (1, 1, 1, 1)]


@pytest.mark.parametrize(
    ("sizes", "expected"),
    [
        ((2, 2), Fraction(2, 6)),
        ((3, 1, 1), Fraction(2, 20)),
        ((3, 3), Fraction(2, 20)),
        ((5, 5), Fraction(2, 252)),
        ((3, 2), Fraction(1, 10)),
        ((1, 4), Fraction(1, 5)),
        ((2, 2, 2), Fraction(6, 90)),
        ((1, 1), Fraction(1)),
        ((7,), Fraction(1)),
        ((), Fraction(1)),
    ],
)
def test_the_smallest_p_of_a_design_is_exact(sizes: Sequence[int], expected: Fraction) -> None:
    assert smallest_p(sizes) == pytest.approx(float(expected), abs=1e-15)


@pytest.mark.parametrize("sizes", [(2, 2), (3, 1, 1), (3, 3), (2, 2, 2), (3, 2, 1), (4, 2)])
def test_no_data_go_below_the_smallest_p(sizes: tuple[int, ...]) -> None:
    # The omnibus statistic is the spread of outlet means; powers of two have no accidental ties.
    values = 2.0 ** np.arange(sum(sizes))
    every = all_assignments(sizes)
    means = [values @ (every == k).T / size for k, size in enumerate(sizes)]
    spread = sum(size * (mean - values.mean()) ** 2 for size, mean in zip(sizes, means, strict=True))
    share = min((spread >= seen * (1 - 1e-12)).mean() for seen in spread)
    assert share == pytest.approx(smallest_p(sizes))


@pytest.mark.parametrize("sizes", DESIGNS)
def test_all_assignments_are_different_complete_and_keep_the_sizes(sizes: tuple[int, ...]) -> None:
    labels = [k for k, size in enumerate(sizes) for _ in range(size)]
    every = {tuple(row) for row in all_assignments(sizes).tolist()}
    assert every == set(itertools.permutations(labels))
    assert len(all_assignments(sizes)) == len(every) == distinct_assignments(sizes)


@pytest.mark.parametrize("exact_up_to", [20, 19])
def test_assignments_do_not_depend_on_the_size_of_the_blocks(exact_up_to: int) -> None:
    design = Design.of({"a": "x", "b": "y", "c": "x", "d": "z", "e": "x"})
    settings = CompareSettings(permutations=50, exact_up_to=exact_up_to)
    drawn = [
        np.concatenate(list(assignments(design, settings=settings, rng=np.random.default_rng(3), rows=rows)))
        for rows in (1, 7, 1000)
    ]
    assert (drawn[0] == drawn[1]).all()
    assert (drawn[0] == drawn[2]).all()
    assert len(drawn[0]) == (20 if exact_up_to == 20 else 50)
    assert {tuple(sorted(row)) for row in drawn[0].tolist()} == {(0, 0, 0, 1, 2)}


@pytest.mark.parametrize("articles", [1, 2, 3, 4])
def test_distinct_resamples_are_as_many_as_there_are(articles: int) -> None:
    every = {tuple(sorted(drawn)) for drawn in itertools.product(range(articles), repeat=articles)}
    assert distinct_resamples(articles) == len(every)


@pytest.mark.parametrize(
    ("articles", "alpha", "possible"),
    [(0, 0.05, False), (1, 0.05, False), (2, 0.05, False), (3, 0.05, False), (4, 0.05, True), (3, 0.1, True)],
)
def test_an_interval_needs_tails_of_more_than_one_resample(
    articles: int, alpha: float, *, possible: bool
) -> None:
    assert interval_is_possible(articles, alpha) is possible


def test_thousands_of_articles_do_not_overflow() -> None:
    assert smallest_p((5000, 5000)) == 0.0
    assert interval_is_possible(5000, 0.05)
