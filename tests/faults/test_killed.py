"""A run is killed at any moment: no half-written file is seen, and the next run makes what an undisturbed one makes."""

from __future__ import annotations

import json
import shutil
import signal
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from analysis import store
from tests.faults.conftest import Forks, Undisturbed
from tests.faults.small import files, visible

pytestmark = pytest.mark.slow

KILLED = {-signal.SIGKILL, -signal.SIGXFSZ}
SEED = 8


@dataclass(frozen=True, slots=True)
class Case:
    """A run to be killed: the study, the report that is there, and the one that is to come."""

    study: Path
    there: Path | None
    expected: dict[str, bytes]
    is_publishing: bool = False

    def prepared(self, out: Path) -> Path:
        """The output folder as it is before the run."""
        shutil.rmtree(out, ignore_errors=True)
        if self.there is not None:
            shutil.copytree(self.there, out)
        return out

    def lived(self, forks: Forks, out: Path) -> tuple[float, list[str]]:
        """How many seconds the run takes when nobody kills it, and its events in the file system."""
        ended = forks.report(self.study, self.prepared(out))
        assert (ended.code, files(out)) == (0, self.expected), ended.said
        return ended.seconds, json.loads(ended.said)


@pytest.fixture(scope="module")
def from_nothing(undisturbed: Undisturbed) -> Case:
    """The first report of a study."""
    return Case(undisturbed.before, None, files(undisturbed.before_out))


@pytest.fixture(scope="module")
def over_another(undisturbed: Undisturbed) -> Case:
    """A report in place of the one before an edit."""
    return Case(undisturbed.after, undisturbed.before_out, files(undisturbed.after_out))


@pytest.fixture(scope="module")
def at_publishing(over_another: Case, forks: Forks, tmp_path_factory: pytest.TempPathFactory) -> Case:
    """The same once all is made and nothing has taken its place yet: the first file that is moved is no hidden one."""
    out = tmp_path_factory.mktemp("publishing") / "out"
    _, events = over_another.lived(forks, out)
    moves = [number for number, event in enumerate(events) if event.startswith("os.rename")]
    first = next(number for number in moves if not Path(events[number]).name.startswith("."))
    assert forks.report(over_another.study, over_another.prepared(out), event=first).code in KILLED
    return Case(over_another.study, out, over_another.expected, is_publishing=True)


def assert_survived(case: Case, forks: Forks, out: Path, **fate: Any) -> bool:  # noqa: ANN401
    """Kill a run and run it again; says whether it was killed and had not ended before.

    Where files were taking their places, nothing is made anew.
    """
    ended = forks.report(case.study, case.prepared(out), **fate)
    assert ended.code in KILLED or ("seconds" in fate and ended.code == 0), ended.said
    assert_whole(visible(out) if out.exists() else {}, case)
    again = forks.report(case.study, out)
    assert again.code == 0, (fate, again.said)
    assert files(out) == case.expected, fate
    if case.is_publishing:
        assert not [event for event in json.loads(again.said) if "/tables/" in event and "open" in event], (
            fate
        )
    return ended.code in KILLED


def assert_whole(seen: dict[str, bytes], case: Case) -> None:
    """All that a reader sees are old files or new ones, the page is there if it was, and a manifest is of a whole."""
    old = files(case.there) if case.there else {}
    half = [path for path, content in seen.items() if content not in {old.get(path), case.expected.get(path)}]
    assert not half
    assert "index.html" in seen or not case.there
    if seen.get(store.MANIFEST) == case.expected[store.MANIFEST]:
        assert seen == case.expected


def drawn(events: list[str], count: int) -> list[int]:
    """The numbers of some events."""
    return sorted(np.random.default_rng(SEED).choice(len(events), count, replace=False).tolist())


def test_at_an_event_in_the_file_system(
    from_nothing: Case, over_another: Case, forks: Forks, tmp_path: Path
) -> None:
    out = tmp_path / "out"
    for case, count in ((from_nothing, 3), (over_another, 10)):
        _, events = case.lived(forks, out)
        assert len(events) > 150
        for event in drawn(events, count):
            assert assert_survived(case, forks, out, event=event)


def test_while_files_take_their_places(at_publishing: Case, forks: Forks, tmp_path: Path) -> None:
    _, events = at_publishing.lived(forks, tmp_path / "out")
    assert len(events) > 60
    ends = {0, 1, *range(len(events) - 6, len(events))}
    for event in sorted(ends | set(drawn(events, 24))):
        assert assert_survived(at_publishing, forks, tmp_path / "out", event=event)


def test_at_a_moment(over_another: Case, forks: Forks, tmp_path: Path) -> None:
    seconds, _ = over_another.lived(forks, tmp_path / "out")
    moments = np.random.default_rng(SEED).uniform(0, 0.9 * seconds, 8).tolist()
    killed = [assert_survived(over_another, forks, tmp_path / "out", seconds=moment) for moment in moments]
    assert sum(killed) >= 5, "moments are drawn over the whole run"


def test_in_the_middle_of_a_write(over_another: Case, forks: Forks, tmp_path: Path) -> None:
    old = files(over_another.there) if over_another.there else {}
    largest = max(len(content) for path, content in over_another.expected.items() if content != old.get(path))
    for size in np.random.default_rng(SEED).integers(1, largest, 4).tolist():
        assert assert_survived(over_another, forks, tmp_path / "out", bytes=size)
