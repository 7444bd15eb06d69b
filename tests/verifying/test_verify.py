"""A report verified: what is altered, what differs, and what a study that is run again gives."""

from __future__ import annotations

import csv
import dataclasses
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
from analysis.verifying import rerun, verify
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


def details(report: Path, out: Path) -> list[str]:
    """How each figure that is not identical differs."""
    return [figure.detail for figure in compare(report, out).figures if figure.standing != "identical"]


def rewrite(folder: Path, path: str, content: bytes) -> None:
    """Put other bytes at a path, and their hash wherever the manifest has it, as a careful forger would."""
    (folder / path).write_bytes(content)
    manifest = store.read_manifest(folder)
    sha, name = store.sha256(content), Path(path)
    manifest["files"][path] = sha
    for made in (*manifest["figures"], *manifest["stages"].values()):
        if path in made["files"]:
            made["files"][path] = sha
        if path == f"figures/{made.get('figure_id')}.svg":
            made["sha256"] = sha
    if name.suffix == ".parquet" and name.stem in manifest["provenance"]["tables"]:
        manifest["provenance"]["tables"][name.stem] = sha
    store.write_manifest(folder, manifest)


def rewrite_table(folder: Path, name: str, table: pd.DataFrame) -> None:
    """Put another table in place of one, with its hashes."""
    for path in store.write_table(folder, name, table):
        rewrite(folder, path, (folder / path).read_bytes())


def test_two_equal_reports_are_identical_in_every_figure(anew: Path) -> None:
    found = compare(REPORTS, anew)
    assert found.holds
    assert found.count("identical") == len(found.figures) >= 20
    assert (found.altered, found.misfits, found.other, found.statements) == ((), (), (), ())
    assert found.bytes_differ == ()
    assert found.notebooks == 5


def test_a_figure_that_was_edited_after_rendering_is_named(anew: Path, tmp_path: Path) -> None:
    report = Path(shutil.copytree(REPORTS, tmp_path / "edited"))
    drawing = report / "figures/topic-shares.svg"
    drawing.write_text(drawing.read_text(encoding="utf-8").replace("TASS", "SSAT"), encoding="utf-8")
    found = compare(report, anew)
    assert found.altered == ("figures/topic-shares.svg",)
    assert not found.holds
    assert standings(report, anew) == {"topic-shares": "differs"}
    assert "altered since, missing, or not of the report: figures/topic-shares.svg" in "\n".join(told(found))


def test_a_lost_file_is_named(anew: Path, tmp_path: Path) -> None:
    report = Path(shutil.copytree(REPORTS, tmp_path / "lost"))
    (report / "figures/topic-shares.csv").unlink()
    assert compare(report, anew).altered == ("figures/topic-shares.csv",)


def test_a_number_that_differs_is_told_with_its_place(anew: Path) -> None:
    path = "figures/topic-shares.csv"
    table = pd.read_csv(anew / path)
    table["share"] += 0.25 * (table.index == 2)
    rewrite(anew, path, table.to_csv(index=False).encode())
    (detail,) = details(REPORTS, anew)
    assert "CSV: numbers by 0.25 (share, row 3:" in detail
    assert not compare(REPORTS, anew).holds


def test_a_number_that_differs_in_its_last_digit_only_is_the_same_to_tolerance(anew: Path) -> None:
    path = "figures/topic-shares.csv"
    table = pd.read_csv(anew / path)
    table["share"] += 1e-7
    rewrite(anew, path, table.to_csv(index=False).encode())
    found = compare(REPORTS, anew)
    assert standings(REPORTS, anew) == {"topic-shares": "same to tolerance"}
    assert found.holds
    assert [file.path for file in found.bytes_differ] == [path]


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
    assert details(REPORTS, anew) == ["its caption reads otherwise: Read it otherwise."]


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


def forged(tmp_path: Path) -> Path:
    """A copy of the bundled report, for a forger."""
    return Path(shutil.copytree(REPORTS, tmp_path / "forged"))


FORGERIES = {
    "a page that reads otherwise": ("index.html", b"50%", b"95%"),
    "an explorer that reads otherwise": (
        "explorer.html",
        b"Explore the topic map",
        b"Explore this map of topics",
    ),
    "words to paste": ("paste/methods.md", b"104 paragraphs", b"904 paragraphs"),
    "a number in a drawing": ("figures/stance-matrix.svg", b"+0.11", b"+0.14"),
    "a picture": ("figures/wording-tone.png", None, "figures/topic-shares.png"),
    "a PDF of another figure": ("figures/wording-tone.pdf", None, "figures/topic-shares.pdf"),
    "a PDF that is none": ("figures/wording-tone.pdf", None, b"rubbish"),
    "the Parquet of a figure": ("figures/wording-tone.parquet", None, b"x"),
    "an empty CSV": ("figures/wording-tone.csv", None, b""),
    "a table as CSV": ("tables/estimates.csv", b"0.4", b"0.9"),
    "the crate": ("ro-crate-metadata.json", b"MIT", b"WTF"),
}


@pytest.mark.parametrize("what", FORGERIES)
def test_a_forgery_with_its_hashes_in_order_does_not_hold(what: str, anew: Path, tmp_path: Path) -> None:
    report = forged(tmp_path)
    path, old, new = FORGERIES[what]
    if isinstance(old, bytes) and isinstance(new, bytes):
        assert old in (report / path).read_bytes()
        content = (report / path).read_bytes().replace(old, new)
    else:
        content = new if isinstance(new, bytes) else (report / str(new)).read_bytes()
    rewrite(report, path, content)
    found = compare(report, anew)
    assert (found.altered, found.misfits) == ((), ())
    assert [file.path for file in found.files if file.standing == "differs"] == [path]
    assert not found.holds
    assert any(path.rpartition("/")[2].partition(".")[0] in line for line in told(found))


def test_a_table_that_was_altered_and_one_that_was_dropped_do_not_hold(anew: Path, tmp_path: Path) -> None:
    report = forged(tmp_path)
    table = store.read_table(report, "estimates")
    rewrite_table(report, "estimates", table.assign(estimate=table["estimate"] + 1))
    assert not compare(report, anew).holds
    manifest = store.read_manifest(report)
    for path in ("tables/estimates.csv", "tables/estimates.parquet"):
        (report / path).unlink()
        for made in (manifest, *manifest["stages"].values()):
            made["files"].pop(path, None)
    manifest["provenance"]["tables"].pop("estimates")
    store.write_manifest(report, manifest)
    found = compare(report, anew)
    assert (found.altered, found.misfits) == ((), ())
    assert not found.holds


@pytest.mark.parametrize(
    ("where", "told_as"),
    [
        (("study",), "the title"),
        (("provenance", "code"), "the code"),
        (("provenance", "corpus"), "the articles"),
        (("provenance", "encoder"), "the encoder"),
        (("provenance", "settings", "citation", "publisher"), "the settings"),
        (("provenance", "versions", "numpy"), "numpy 0.0.1"),
    ],
)
def test_a_report_made_from_or_with_something_else_does_not_hold(
    anew: Path, tmp_path: Path, where: tuple[str, ...], told_as: str
) -> None:
    report = forged(tmp_path)
    manifest = store.read_manifest(report)
    place = manifest
    for key in where[:-1]:
        place = place[key]
    place[where[-1]] = "0.0.1"
    store.write_manifest(report, manifest)
    found = compare(report, anew)
    assert [name for name in found.other if name.startswith(told_as)]
    assert not found.holds


def test_a_manifest_that_contradicts_itself_is_told(anew: Path, tmp_path: Path) -> None:
    report = forged(tmp_path)
    manifest = store.read_manifest(report)
    manifest["figures"][0]["sha256"] = "0" * 64
    manifest["provenance"]["tables"]["tone"] = "0" * 64
    manifest["stages"]["tone"]["files"] = {}
    store.write_manifest(report, manifest)
    found = compare(report, anew)
    assert found.misfits == (
        "its stages and its files are not the same",
        f"the hashes of figure {manifest['figures'][0]['figure_id']}",
        "the hash of table tone",
    )
    assert not found.holds


def test_a_file_that_nobody_rendered_and_an_altered_page_of_a_notebook_are_named(
    anew: Path, tmp_path: Path
) -> None:
    report = forged(tmp_path)
    (report / "extra.html").write_text("mine", encoding="utf-8")
    (report / "notebooks/01_corpus.html").write_text("other", encoding="utf-8")
    found = compare(report, anew)
    assert found.altered == ("extra.html", "notebooks/01_corpus.html")
    assert found.is_same
    assert not found.holds


@pytest.mark.parametrize("path", ["../outside.txt", "/etc/hostname", "tables/../../outside.txt"])
def test_a_manifest_that_names_a_file_outside_the_folder_is_refused(
    anew: Path, tmp_path: Path, path: str
) -> None:
    report = forged(tmp_path)
    manifest = store.read_manifest(report)
    manifest["stages"]["corpus"]["files"][path] = "0" * 64
    store.write_manifest(report, manifest)
    with pytest.raises(VerificationError, match="names a file outside the folder"):
        compare(report, anew)


def test_every_figure_is_at_no_distance_from_itself_when_only_bytes_differ(anew: Path) -> None:
    for path in sorted(REPORTS.glob("figures/*.csv")):
        table = pd.read_csv(path)
        name = f"figures/{path.name}"
        rewrite(anew, name, table.to_csv(index=False, quoting=csv.QUOTE_ALL, lineterminator="\r\n").encode())
    found = compare(REPORTS, anew)
    assert {figure.standing for figure in found.figures} == {"same to tolerance"}


def near_vectors(folder: Path) -> None:
    """Vectors as another kind of machine would have given them."""
    vectors = store.read_table(folder, "vectors")
    moved = pd.Series([np.asarray(vector) + np.float32(1e-6) for vector in vectors["vector"]])
    rewrite_table(folder, "vectors", vectors.assign(vector=moved))
    scores = store.read_table(folder, "frames")
    rewrite_table(folder, "frames", scores.assign(score=(scores["score"] - 0.01).clip(0, 1)))


def test_on_another_machine_topics_have_to_agree_and_the_rest_to_follow_from_what_is_stored(
    anew: Path,
) -> None:
    near_vectors(anew)
    found = compare(REPORTS, anew)
    assert 0 < found.vectors < 1e-5
    assert not found.holds, "nothing was run from the stored results yet"
    assert found.agreement is not None
    assert found.agreement.ari == 1
    same = dataclasses.replace(found, from_stored=compare(REPORTS, REPORTS))
    assert same.holds
    assert "everything else is the same" in "\n".join(told(same))
    other = dataclasses.replace(found, from_stored=compare(REPORTS, anew))
    assert not other.holds


def test_on_another_machine_topics_that_moved_too_far_do_not_hold(anew: Path) -> None:
    near_vectors(anew)
    assignments = store.read_table(anew, "assignments")
    topics = np.where(np.arange(len(assignments)) % 3 == 0, 0, assignments["topic"])
    rewrite_table(anew, "assignments", assignments.assign(topic=topics))
    found = dataclasses.replace(compare(REPORTS, anew), from_stored=compare(REPORTS, REPORTS))
    assert found.agreement is not None
    assert found.agreement.moved > 0.1
    assert not found.holds


def test_damaged_tables_are_verdicts_and_no_crash(anew: Path, tmp_path: Path) -> None:
    report = forged(tmp_path)
    for name in ("observations", "vectors", "assignments"):
        (report / f"tables/{name}.parquet").write_bytes(b"damaged")
    found = compare(report, anew)
    assert len(found.altered) == 3
    assert not found.holds


def test_a_folder_without_a_report_is_an_error_that_says_what_to_do(tmp_path: Path) -> None:
    with pytest.raises(
        VerificationError, match=r"no report is there \(its manifest lacks .*\) - render it first"
    ):
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
    assert "Figure 1 (articles-read) same to tolerance: CSV: numbers to" in done.output


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


def test_a_stored_file_that_is_missing_is_named(anew: Path, tmp_path: Path) -> None:
    (anew / "tables/topics.parquet").unlink()
    told = r"tables/topics\.parquet: cannot be read \(No such file or directory\) - render the report anew"
    with pytest.raises(VerificationError, match=told):
        rerun.from_stored(SEEDS, anew, tmp_path / "out")
