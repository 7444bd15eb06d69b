"""A report verified: what is altered, what differs, and what a study that is run again gives."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import numpy as np
import pandas as pd
import pytest
from typer.testing import CliRunner

from analysis import pipeline, store
from analysis.cli import app
from analysis.cli.verify import told
from analysis.errors import VerificationError
from analysis.verifying import verify
from analysis.verifying.verify import compare
from tests.conftest import SEEDS, MakeStudy
from tests.test_command_line import BODY

REPORTS = SEEDS.parent / "reports"


@pytest.fixture
def anew(tmp_path: Path) -> Path:
    """A second rendering of the bundled study, which a test may change."""
    return Path(shutil.copytree(REPORTS, tmp_path / "anew"))


def standings(report: Path, out: Path) -> dict[str, str]:
    """The figures that are not identical, with how they stand."""
    figures = compare(report, out).figures
    return {figure.figure_id: figure.standing for figure in figures if figure.standing != "identical"}


def rewrite(folder: Path, path: str, content: bytes) -> None:
    """Put other bytes at a path, and their hash into the manifest, as another run would have."""
    (folder / path).write_bytes(content)
    manifest = store.read_manifest(folder)
    manifest["files"][path] = store.sha256(content)
    for figure in manifest["figures"]:
        if path in figure["files"]:
            figure["files"][path] = store.sha256(content)
    store.write_manifest(folder, manifest)


def rewrite_table(folder: Path, name: str, table: pd.DataFrame) -> None:
    """Put another table in place of one, with its hashes."""
    manifest = store.read_manifest(folder)
    written = store.write_table(folder, name, table)
    manifest["files"] |= written
    manifest["provenance"]["tables"][name] = written[f"tables/{name}.parquet"]
    store.write_manifest(folder, manifest)


def test_two_equal_reports_are_identical_in_every_figure(anew: Path) -> None:
    found = compare(REPORTS, anew)
    assert found.holds
    assert found.count("identical") == len(found.figures) >= 20
    assert (found.altered, found.tables, found.statements, found.pages) == ((), (), (), ())


def test_a_figure_that_was_edited_after_rendering_is_named(anew: Path, tmp_path: Path) -> None:
    report = Path(shutil.copytree(REPORTS, tmp_path / "edited"))
    drawing = report / "figures/topic-shares.svg"
    drawing.write_text(drawing.read_text(encoding="utf-8").replace("TASS", "SSAT"), encoding="utf-8")
    found = compare(report, anew)
    assert found.altered == ("figures/topic-shares.svg",)
    assert not found.holds
    assert standings(report, anew) == {"topic-shares": "differs"}
    assert "altered since or missing: figures/topic-shares.svg" in "\n".join(told(found))


def test_a_lost_file_is_named(anew: Path, tmp_path: Path) -> None:
    report = Path(shutil.copytree(REPORTS, tmp_path / "lost"))
    (report / "figures/topic-shares.csv").unlink()
    assert compare(report, anew).altered == ("figures/topic-shares.csv",)


def test_a_number_that_differs_is_told_with_its_place(anew: Path) -> None:
    path = "figures/topic-shares.csv"
    table = pd.read_csv(anew / path)
    table["share"] += 0.25 * (table.index == 2)
    rewrite(anew, path, table.to_csv(index=False).encode())
    (figure,) = (each for each in compare(REPORTS, anew).figures if each.standing != "identical")
    assert figure.standing == "differs"
    assert "numbers by 0.25 (share, row 3:" in figure.detail
    assert not compare(REPORTS, anew).holds


def test_a_number_that_differs_in_its_last_digit_only_is_the_same_to_tolerance(anew: Path) -> None:
    path = "figures/topic-shares.csv"
    table = pd.read_csv(anew / path)
    table["share"] += 1e-7
    rewrite(anew, path, table.to_csv(index=False).encode())
    found = compare(REPORTS, anew)
    assert standings(REPORTS, anew) == {"topic-shares": "same to tolerance"}
    assert found.holds
    assert found.bytes_differ == (path,)


def test_a_drawing_moved_by_a_hair_is_the_same_and_one_with_other_marks_is_not(anew: Path) -> None:
    path = "figures/topic-shares.svg"
    drawing = (REPORTS / path).read_text(encoding="utf-8")
    start = drawing.index('d="M ') + len('d="M ')
    number = drawing[start:].split(" ")[0]
    moved = f"{drawing[:start]}{float(number) + 0.02:.2f}{drawing[start + len(number) :]}"
    rewrite(anew, path, moved.encode())
    assert standings(REPORTS, anew) == {"topic-shares": "same to tolerance"}
    rewrite(anew, path, drawing.replace("<path", "<circle", 1).encode())
    assert standings(REPORTS, anew) == {"topic-shares": "differs"}


def test_a_caption_that_reads_otherwise_is_a_difference(anew: Path) -> None:
    manifest = store.read_manifest(anew)
    manifest["figures"][3]["caption"] = "Read it otherwise."
    store.write_manifest(anew, manifest)
    (figure,) = (each for each in compare(REPORTS, anew).figures if each.standing != "identical")
    assert figure.detail == "its caption reads otherwise: Read it otherwise."


def test_a_figure_that_only_one_of_them_has_is_a_difference(anew: Path) -> None:
    manifest = store.read_manifest(anew)
    lost = manifest["figures"].pop(0)["figure_id"]
    store.write_manifest(anew, manifest)
    assert standings(REPORTS, anew) == {lost: "differs"} == standings(anew, REPORTS)


def test_a_sentence_that_reads_otherwise_is_quoted_before_and_now(anew: Path) -> None:
    table = store.read_table(anew, "observations")
    before = str(table.loc[0, "text"])
    rewrite_table(anew, "observations", table.assign(text=["Nothing.", *table["text"].iloc[1:]]))
    found = compare(REPORTS, anew)
    assert found.statements == ((before, "Nothing."),)
    assert not found.holds


def test_a_page_of_other_bytes_is_told_unless_the_code_is_another(anew: Path) -> None:
    rewrite(anew, "index.html", b"<p>Another page</p>")
    assert compare(REPORTS, anew).pages == ("index.html",)
    assert not compare(REPORTS, anew).holds
    manifest = store.read_manifest(anew)
    manifest["provenance"]["code"] = "0" * 64
    store.write_manifest(anew, manifest)
    assert compare(REPORTS, anew).other == ("the code",)
    assert compare(REPORTS, anew).holds


def test_vectors_of_another_machine_are_judged_by_how_far_their_topics_agree(anew: Path) -> None:
    vectors = store.read_table(anew, "vectors")
    moved = pd.Series([np.asarray(vector) + np.float32(1e-6) for vector in vectors["vector"]])
    rewrite_table(anew, "vectors", vectors.assign(vector=moved))
    found = compare(REPORTS, anew)
    assert 0 < found.vectors < 1e-5
    assert found.agreement is not None
    assert found.agreement.ari == 1
    assert found.holds
    assignments = store.read_table(anew, "assignments")
    assignments["topic"] = np.where(np.arange(len(assignments)) % 3 == 0, 0, assignments["topic"])
    rewrite_table(anew, "assignments", assignments)
    table = pd.read_csv(anew / "figures/topic-shares.csv")
    rewrite(anew, "figures/topic-shares.csv", table.assign(share=0.5).to_csv(index=False).encode())
    apart = compare(REPORTS, anew)
    assert apart.agreement is not None
    assert apart.agreement.moved > 0.1
    assert not apart.holds


def test_a_folder_without_a_report_is_an_error_that_says_what_to_do(tmp_path: Path) -> None:
    with pytest.raises(VerificationError, match="no report is there - render it first"):
        verify(tmp_path, SEEDS)


@pytest.fixture(scope="module")
def small_report(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """A study of two short articles and its report."""
    study = tmp_path_factory.mktemp("verified")
    (study / "a.txt").write_text(BODY, encoding="utf-8")
    (study / "b.txt").write_text(BODY.replace("The", "A"), encoding="utf-8")
    (study / "study.toml").write_text(
        '[study]\ntitle = "Small"\n[[outlets]]\nname = "Herald"\n[[outlets]]\nname = "Gazette"\n'
        '[[articles]]\nfile = "a.txt"\noutlet = "Herald"\n[[articles]]\nfile = "b.txt"\noutlet = "Gazette"\n',
        encoding="utf-8",
    )
    pipeline.report(study, study / "report")
    return study, study / "report"


@pytest.mark.slow
def test_a_report_holds_when_its_study_is_run_again_from_its_articles(
    small_report: tuple[Path, Path],
) -> None:
    study, report = small_report
    done = CliRunner().invoke(app, ["verify", str(report), "--strict"])
    assert done.exit_code == 0, done.output
    assert "Vectors: identical" in done.output
    assert "0 that differ" in done.output
    assert done.output.endswith("The report holds.\n")
    assert not (study / "report/.staging").exists()


@pytest.mark.slow
def test_where_the_same_bytes_are_asked_for_a_last_digit_is_too_much(
    small_report: tuple[Path, Path], tmp_path: Path
) -> None:
    study = Path(shutil.copytree(small_report[0], tmp_path / "strict"))
    path = "figures/articles-read.csv"
    table = pd.read_csv(study / "report" / path)
    rewrite(study / "report", path, table.assign(words=table["words"] + 1e-7).to_csv(index=False).encode())
    done = CliRunner().invoke(app, ["verify", str(study / "report"), "--strict"])
    assert done.exit_code == 1
    assert "1 the same to 1e-05" in done.output
    assert f"other bytes in: {path}" in done.output


@pytest.mark.slow
def test_an_article_that_was_changed_makes_the_report_not_hold(
    small_report: tuple[Path, Path], tmp_path: Path
) -> None:
    study = Path(shutil.copytree(small_report[0], tmp_path / "changed"))
    (study / "a.txt").write_text(f"{BODY}\n\nOne more paragraph stands here, and it is new.\n", "utf-8")
    done = CliRunner().invoke(app, ["verify", str(study / "report"), str(study)])
    assert done.exit_code == 1
    assert "not as when it was rendered: the articles" in done.output
    assert done.output.endswith("The report does not hold.\n")


@pytest.mark.slow
def test_a_run_from_stored_topics_never_fits_them_again_and_gives_the_same_bytes(
    small_report: tuple[Path, Path], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    # Whoever embeds anything in the second run leaves it in this cache.
    monkeypatch.setenv("FRAMING_CACHE", str(tmp_path / "empty"))
    study, report = small_report
    found = verify(report, study, stored=True)
    assert found.holds
    assert not found.refitted
    assert found.count("identical") == len(found.figures)
    assert not (tmp_path / "empty/vectors").exists()


@pytest.mark.slow
def test_stored_topics_of_other_articles_are_refused(small_report: tuple[Path, Path], tmp_path: Path) -> None:
    study = Path(shutil.copytree(small_report[0], tmp_path / "other"))
    (study / "a.txt").write_text(BODY.replace("The", "That"), "utf-8")
    with pytest.raises(VerificationError, match="are not of these articles, settings and versions"):
        verify(study / "report", study, stored=True)


def test_what_cannot_be_run_again_is_an_error(make_study: MakeStudy, tmp_path: Path) -> None:
    report = Path(shutil.copytree(REPORTS, tmp_path / "report"))
    study = make_study({"a.txt": ("Herald", BODY)})
    (study / "a.txt").unlink()
    with pytest.raises(VerificationError, match="the study cannot be run again - see the message above"):
        verify(report, study)
    assert json.loads((report / "manifest.json").read_text("utf-8"))["study"]
