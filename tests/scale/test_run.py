import json
import os
import shutil
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Sequence
from pathlib import Path

import pandas as pd
import pytest

from analysis import pipeline
from analysis import settings as studies
from analysis.corpus.corpus import article_ids
from analysis.errors import ScaleError, StudyError
from analysis.progress import Silent, Step
from analysis.scale import Scaled, Sizes, run_scale
from analysis.scale.crew import Alone, Cluster, gathered
from tests.scale.conftest import CHOICES, SEEDS, Run, choices, files

pytestmark = [
    pytest.mark.slow,
    # Dask leaves sockets and files of its workers to the collector.
    pytest.mark.filterwarnings("ignore::ResourceWarning"),
    pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning"),
]

Undisturbed = tuple[Path, Scaled]
BEYOND_A_STUDY = {"rejected", "scope"}
REPORT = "report"


def tables(folder: Path) -> dict[str, pd.DataFrame]:
    return {path.stem: pd.read_parquet(path) for path in sorted(folder.glob("*.parquet"))}


def as_study(folder: Path) -> Path:
    """The bundled articles as an ordinary study with the same choices."""
    shutil.copytree(SEEDS / "articles", folder / "articles")
    bundled = studies.read(SEEDS)
    entries = [
        "\n".join(
            [
                "[[articles]]",
                *(
                    f"{key} = {json.dumps(getattr(source, key), ensure_ascii=False)}"
                    for key in ("file", "outlet", "republisher", "date", "date_reason", "headline", "genre")
                ),
            ]
        )
        for source in bundled.articles
    ]
    (folder / "study.toml").write_text("\n".join([CHOICES, *entries]), encoding="utf-8")
    assert article_ids(studies.read(folder).articles) == article_ids(bundled.articles)
    return folder


def test_a_corpus_in_parts_gives_the_very_tables_of_a_small_study(
    undisturbed: Undisturbed, tmp_path: Path
) -> None:
    out, done = undisturbed
    pipeline.report(as_study(tmp_path), tmp_path / "report")
    expected, found = tables(tmp_path / "report" / "tables"), tables(out / REPORT / "tables")
    assert set(found) == set(expected) | BEYOND_A_STUDY
    assert (done.articles, done.parts, done.rejected) == (5, 3, 0)
    assert done.paragraphs == len(expected["assignments"]) > 100
    for name, table in expected.items():
        own, other = (
            frame.drop(columns=["source_path", "vector", "sha256"], errors="ignore")
            for frame in (found[name], table)
        )
        pd.testing.assert_frame_equal(own, other, obj=name)
    vectors = [frame["vectors"]["vector"].explode().tolist() for frame in (found, expected)]
    assert vectors[0] == vectors[1]
    assert found["scope"].empty


def test_tables_lie_there_in_parts_and_hold_every_row_once(undisturbed: Undisturbed) -> None:
    out, _ = undisturbed
    whole = tables(out / REPORT / "tables")
    for name in ("articles", "paragraphs", "sentences", "tone", "assignments", "microframes"):
        parts = sorted((out / "tables" / name).iterdir())
        assert [path.name for path in parts] == [f"part-{number:06d}.parquet" for number in range(3)]
        rows = pd.concat([pd.read_parquet(path) for path in parts])
        names = [str(column) for column in rows]
        keys = [column for column in names if column.endswith("_id") or column in {"axis", "instrument"}]
        expected = whole[name][names].sort_values(keys, ignore_index=True)
        pd.testing.assert_frame_equal(rows.sort_values(keys, ignore_index=True), expected)


def test_any_cut_gives_the_same_tables(undisturbed: Undisturbed, run: Run, tmp_path: Path) -> None:
    run(tmp_path / "out", part=1)
    expected, found = (tables(out / REPORT / "tables") for out in (undisturbed[0], tmp_path / "out"))
    assert set(found) == set(expected)
    for name, table in expected.items():
        assert (
            found[name]
            .drop(columns="vector", errors="ignore")
            .equals(table.drop(columns="vector", errors="ignore"))
        ), name


def test_a_second_run_reads_nothing_anew_and_changes_no_byte(
    undisturbed: Undisturbed, run: Run, tmp_path: Path
) -> None:
    shutil.copytree(undisturbed[0], tmp_path / "out")
    before = files(tmp_path / "out")
    assert run(tmp_path / "out").made == 0
    assert files(tmp_path / "out") == before


def test_a_corrupt_shard_is_made_again_and_nothing_else(
    undisturbed: Undisturbed, run: Run, tmp_path: Path
) -> None:
    shutil.copytree(undisturbed[0], tmp_path / "out")
    before = files(tmp_path / "out")
    for step, name in (("texts", "sentences"), ("counted", "terms")):
        path = sorted((tmp_path / "out" / "shards" / step).iterdir())[1] / f"{name}.parquet"
        content = path.read_bytes()
        path.unlink()  # the file in tables/ is the same one
        path.write_bytes(content[:-20])
    assert run(tmp_path / "out").made == 1
    assert files(tmp_path / "out") == before


def killing(out: Path, victims: Callable[[], Sequence[int]], *, shards: int) -> threading.Thread:
    """Kills the processes as soon as so many parts are read."""

    def wait() -> None:
        while sum(1 for _ in out.glob("shards/texts/[0-9a-f]*")) < shards:
            time.sleep(0.02)
        for pid in victims():
            os.kill(pid, signal.SIGKILL)

    thread = threading.Thread(target=wait, daemon=True)
    thread.start()
    return thread


def test_three_workers_of_which_one_is_killed_give_the_same_bytes_as_none(
    undisturbed: Undisturbed, run: Run, tmp_path: Path
) -> None:
    with gathered(None, workers=3) as crew:
        assert isinstance(crew, Cluster)
        pids = crew.client.run(os.getpid)
        killer = killing(tmp_path / "out", lambda: list(pids.values())[:1], shards=1)
        run(tmp_path / "out", crew=crew)
        killer.join(timeout=5)
        assert not killer.is_alive()
        assert set(crew.client.run(os.getpid).values()) != set(pids.values())
    assert files(tmp_path / "out") == files(undisturbed[0])


def started(*arguments: str, log: Path) -> subprocess.Popen[bytes]:
    with log.open("wb") as file:
        return subprocess.Popen([sys.executable, "-m", *arguments], stdout=file, stderr=subprocess.STDOUT)


def waited(path: Path, text: str, *, process: subprocess.Popen[bytes]) -> None:
    """Until a log says so."""
    for _ in range(600):
        if text in path.read_text(encoding="utf-8", errors="replace"):
            return
        assert process.poll() is None, path.read_text(encoding="utf-8", errors="replace")
        time.sleep(0.1)
    raise AssertionError(path.read_text(encoding="utf-8", errors="replace"))


def test_a_killed_scheduler_is_told_and_the_next_run_goes_on(
    undisturbed: Undisturbed, run: Run, tmp_path: Path
) -> None:
    address = tmp_path / "scheduler.json"
    log, own = tmp_path / "scheduler.log", tmp_path / "worker.log"
    scheduler = started(
        "distributed.cli.dask_scheduler", "--host", "127.0.0.1", "--port", "0", "--no-dashboard",
        "--scheduler-file", str(address), log=log,
    )  # fmt: skip
    worker = None
    try:
        while not address.exists() or not address.read_text():
            assert scheduler.poll() is None, log.read_text()
            time.sleep(0.1)
        where = json.loads(address.read_text())["address"]
        worker = started("analysis", "worker", where, "--", "--no-dashboard", "--host", "127.0.0.1", log=own)
        waited(own, "Registered to", process=worker)
        killer = killing(tmp_path / "out", lambda: [scheduler.pid], shards=1)
        with (
            pytest.raises(ScaleError, match=r"the cluster was lost .* - run the same command again"),
            gathered(where, workers=0) as crew,
        ):
            run(tmp_path / "out", crew=crew)
        killer.join(timeout=5)
    finally:
        for process in filter(None, (worker, scheduler)):
            process.kill()
            process.wait()
    assert run(tmp_path / "out").made < 3
    assert files(tmp_path / "out") == files(undisturbed[0])


def test_nobody_at_the_address_is_told_and_the_environment_is_left_as_it_was() -> None:
    before = dict(os.environ)
    with (
        pytest.raises(ScaleError, match=r"tcp://127\.0\.0\.1:1: no scheduler answers"),
        gathered("tcp://127.0.0.1:1", workers=0),
    ):
        pass
    assert dict(os.environ) == before


class StopsAt(Alone):
    """Interrupted at the start of a step, as by a keyboard."""

    def __init__(self, calls: int) -> None:
        self.left = calls

    def each(self, task: Callable[[object], object], items: Sequence[object], step: Step) -> list[object]:  # type: ignore[override]
        self.left -= 1
        if self.left < 0:
            raise KeyboardInterrupt
        return super().each(task, items, step)


@pytest.mark.parametrize("calls", [2, 7])
def test_a_run_that_was_interrupted_goes_on_to_the_same_bytes(
    calls: int, undisturbed: Undisturbed, run: Run, tmp_path: Path
) -> None:
    with pytest.raises(KeyboardInterrupt):
        run(tmp_path / "out", crew=StopsAt(calls))
    assert not (tmp_path / "out" / REPORT / "index.html").exists()
    assert run(tmp_path / "out").made == 0
    assert files(tmp_path / "out") == files(undisturbed[0])


def test_two_articles_of_one_name_are_both_named(articles: Path, tmp_path: Path) -> None:
    rows = pd.read_parquet(articles / "articles.parquet")
    twice = rows.assign(article_id=["one", "two", "three", "one", "five"])
    twice.to_parquet(articles / "twice.parquet")
    try:
        with pytest.raises(
            StudyError, match=r"twice\.parquet#0 and twice\.parquet#3: two articles are called 'one'"
        ):
            run_scale(
                str(articles / "twice.parquet"), tmp_path / "out", settings=choices(articles), crew=Alone(),
                sizes=Sizes(part=2), progress=Silent(),
            )  # fmt: skip
    finally:
        (articles / "twice.parquet").unlink()
