"""Tier A of the promise on a small study: the same bytes under other circumstances; and a leak is caught and named."""

from __future__ import annotations

import dataclasses
import shutil
from pathlib import Path

import pytest

from analysis import store
from analysis.errors import StudyError
from analysis.reproducing import telling, variations
from analysis.reproducing.comparing import Difference
from analysis.reproducing.matrix import Outcome, matrix, outcome_of
from analysis.reproducing.running import PACKAGE, Run, render, snapshot
from analysis.reproducing.variation import WARM, Variation
from tests.conftest import MakeStudy
from tests.test_command_line import framing

ARTICLES = {
    "gazette.txt": (
        "Gazette",
        "The minister spoke for an hour about the treaty.\n\nThe delegates listened to him.\n",
    ),
    "herald.txt": (
        "Herald",
        '"We did not want this," said Ann Smith, the mayor.\n\nShe left the harbour at dawn.\n',
    ),
}
ACTOR = '[[actors]]\nname = "Ann Smith"\nkind = "person"\n'


@pytest.fixture(scope="module")
def base(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Run]:
    """A small study with the package, and its rendering from nothing."""
    folder = tmp_path_factory.mktemp("matrix")
    study = folder / "study"
    study.mkdir()
    lines = [
        '[study]\ntitle = "A small study"',
        *(f'[[outlets]]\nname = "{outlet}"' for outlet, _ in ARTICLES.values()),
    ]
    for file, (outlet, text) in ARTICLES.items():
        (study / file).write_text(text, encoding="utf-8")
        lines.append(f'[[articles]]\nfile = "{file}"\noutlet = "{outlet}"')
    (study / "study.toml").write_text("\n".join([*lines, ACTOR]), encoding="utf-8")
    source = snapshot(study, folder / "source")
    run = render(variations.BASE, source, folder / "base")
    assert run.failure == ""
    return source, run


def compared(variation: Variation, source: Path, base: Run, folder: Path) -> Outcome:
    """A variation compared with the base that is there."""
    return outcome_of(variation, render(variation, source, folder, base=base), base.out, base)


@pytest.mark.slow
def test_a_small_study_is_the_same_bytes_whatever_is_otherwise(
    base: tuple[Path, Run], tmp_path: Path
) -> None:
    (together,) = variations.chosen((variations.TOGETHER,))
    outcome = compared(dataclasses.replace(together, recompute=100), *base, tmp_path)
    assert (outcome.verdict, outcome.differences, outcome.failure) == ("identical", (), "")
    assert outcome.files > 100
    assert "cores" in outcome.saw or variations._no_second_core()
    for told in (
        "zone +0000 -> +1245",
        "umask",
        "hash seed random -> 20120418",
        "encoding UTF-8 -> ANSI_X3.4-1968",
    ):
        assert told in outcome.saw
    assert "threads" not in outcome.saw, "the pinned number of threads wins"
    assert "OpenBLAS" not in outcome.saw, "the pinned kernels win"
    assert not outcome.saw.endswith(" 0 vectors computed")


@pytest.mark.slow
def test_shuffled_rows_give_the_same_rows(base: tuple[Path, Run], tmp_path: Path) -> None:
    (rows,) = variations.chosen(("rows",))
    outcome = compared(rows, *base, tmp_path)
    assert (outcome.verdict, outcome.differences) == ("identical", ())
    assert outcome.files > 60


@pytest.mark.slow
def test_a_stage_that_lets_the_time_zone_show_is_caught_and_named(
    base: tuple[Path, Run], tmp_path: Path
) -> None:
    source, run = base
    leaky = tmp_path / "source"
    shutil.copytree(source, leaky)
    stage = leaky / PACKAGE / "stages" / "texts.py"
    sound, leak = (
        "narration_left(by_article)",
        'narration_left(by_article).assign(zone=__import__("time").strftime("%z"))',
    )
    assert stage.read_text(encoding="utf-8").count(sound) == 1
    stage.write_text(stage.read_text(encoding="utf-8").replace(sound, leak), encoding="utf-8")
    before = render(
        dataclasses.replace(variations.BASE, recompute=WARM), leaky, tmp_path / "before", base=run
    )
    zone = Variation("zone", "time zone", environment=variations.ZONE, recompute=WARM)
    outcome = compared(zone, leaky, before, tmp_path / "zone")
    assert (outcome.verdict, outcome.holds) == ("differs", False)
    first = outcome.differences[0]
    assert first.path == "tables/narration_left.parquet"
    assert first.how.endswith("rows, in zone")
    assert outcome.differences[-1].path == store.MANIFEST
    assert "    tables/narration_left.parquet: " + first.how in list(telling.lines(outcome))


def kept_report(folder: Path) -> Path:
    """A report of sorts: a folder with a manifest."""
    store.write_manifest(folder, {"stages": {"page": {"key": "k", "files": {"index.html": "0"}}}})
    return folder


def test_a_run_that_breaks_is_told_and_the_others_go_on(make_study: MakeStudy, tmp_path: Path) -> None:
    study = make_study(ARTICLES)
    broken = [Variation(name, "a command that fails", wrapper=("false",)) for name in ("one", "two")]
    found = list(matrix(study, broken, tmp_path / "scratch", against=kept_report(tmp_path / "kept")))
    assert [(one.verdict, one.holds, one.failure) for one in found] == [
        ("failed", False, "ended with exit code 1")
    ] * 2


def test_what_this_machine_cannot_do_is_skipped_with_its_reason_and_holds(
    make_study: MakeStudy, tmp_path: Path
) -> None:
    variation = Variation("moon", "on the moon", obstacle="no rocket")
    (found,) = matrix(
        make_study(ARTICLES), [variation], tmp_path / "s", against=kept_report(tmp_path / "kept")
    )
    assert (found.verdict, found.holds) == ("skipped", True)
    assert list(telling.lines(found))[1:] == ["    no rocket"]
    assert telling.verdict([found]) == "1 run: 1 skipped"


def test_a_study_that_cannot_be_rendered_stops_the_matrix_with_its_reason(
    make_study: MakeStudy, tmp_path: Path
) -> None:
    study = make_study(ARTICLES)
    (study / "herald.txt").unlink()
    with pytest.raises(StudyError, match=r"cannot be rendered.*herald\.txt"):
        list(matrix(study, variations.chosen(("again",)), tmp_path / "scratch"))


def test_a_folder_without_a_report_is_nothing_to_compare_with(make_study: MakeStudy, tmp_path: Path) -> None:
    with pytest.raises(StudyError, match="holds no report"):
        list(matrix(make_study(ARTICLES), [], tmp_path / "scratch", against=tmp_path))


def test_the_command_ends_with_1_when_a_run_fails_and_keeps_the_table(
    make_study: MakeStudy, tmp_path: Path
) -> None:
    study, table = make_study(ARTICLES), tmp_path / "matrix.csv"
    (study / "herald.txt").unlink()
    done = framing(
        "reproduce", study, "--only", "zone", "--against", kept_report(tmp_path / "kept"), "--csv", table
    )
    assert done.returncode == 1
    assert "failed" in done.stdout
    assert (
        table.read_text(encoding="utf-8").splitlines()[1].startswith("zone,time zone 12:45 east,failed,0,0,")
    )


def test_the_command_names_the_variations_when_one_is_unknown(make_study: MakeStudy) -> None:
    done = framing("reproduce", make_study(ARTICLES), "--only", "moon")
    assert (done.returncode, "there is no variation 'moon'" in done.stderr) == (1, True)


def test_a_difference_without_the_pin_is_told_and_does_not_break_the_promise() -> None:
    found = (Difference("tables/targets.csv", "from line 2"),)
    free = Variation("blas", "the pin left out", unpinned={"OPENBLAS_CORETYPE": "Zen"})
    assert [Outcome(one, 9, found).holds for one in (free, Variation("zone", "time zone"))] == [False, True][
        ::-1
    ]
    assert Outcome(free, 9, found).verdict == "differs"


def test_the_command_keeps_nothing_in_a_folder_that_holds_something(make_study: MakeStudy) -> None:
    study = make_study(ARTICLES)
    done = framing("reproduce", study, "--only", "zone", "--keep", study)
    assert (
        done.returncode,
        "is not empty - name a new folder with --keep" in " ".join(done.stderr.split()),
    ) == (1, True)
