"""The workers of a cluster: what a task raises is told as it is, and ends the others."""

from __future__ import annotations

import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from analysis.errors import ArticleError, ScaleError
from analysis.progress import ignore
from analysis.scale.crew import Alone, Cluster, Crew, gathered

pytestmark = [
    pytest.mark.slow,
    # Dask leaves sockets and files of its workers to the collector.
    pytest.mark.filterwarnings("ignore::ResourceWarning"),
    pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning"),
]

RAISED: tuple[Exception, ...] = (
    ArticleError("is no article", where="here"),
    RuntimeError("Check failed"),
    FileNotFoundError(2, "No such file", "weights"),
    RecursionError("too deep"),
)


@pytest.fixture(scope="module", params=["a cluster", "this process"])
def crew(request: pytest.FixtureRequest) -> Iterator[Crew]:
    if request.param == "this process":
        yield Alone()
        return
    with gathered(None, workers=1) as gathered_crew:
        assert isinstance(gathered_crew, Cluster)
        yield gathered_crew


def raising(error: Exception) -> None:
    raise error


@pytest.mark.parametrize("error", RAISED, ids=lambda error: type(error).__name__)
def test_what_a_task_raises_is_raised_and_no_lost_cluster(crew: Crew, error: Exception) -> None:
    with pytest.raises(type(error), match=str(error).split()[-1].strip("'")) as raised:
        crew.each(raising, [error], ignore)
    assert not isinstance(raised.value, ScaleError)


def marked(item: tuple[int, Path]) -> int:
    number, folder = item
    if number == 0:
        raise ArticleError("is no article", where="here")
    time.sleep(0.2)
    (folder / str(number)).touch()
    return number


def test_the_first_failure_ends_the_others(crew: Crew, tmp_path: Path) -> None:
    with pytest.raises(ArticleError):
        crew.each(marked, [(number, tmp_path) for number in range(40)], ignore)
    time.sleep(1)
    assert len(list(tmp_path.iterdir())) < 20


def test_results_come_in_the_order_of_the_items(crew: Crew) -> None:
    told: list[tuple[int, int]] = []
    assert crew.each(abs, [-3, 1, -2], lambda done, of: told.append((done, of))) == [3, 1, 2]
    assert told == [(1, 3), (2, 3), (3, 3)]
