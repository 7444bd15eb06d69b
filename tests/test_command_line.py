"""The commands as a user types them, each in a process of its own."""

from __future__ import annotations

import hashlib
import json
import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import SEEDS, MakeStudy

ROOT = SEEDS.parent
BODY = "The minister spoke for an hour about the treaty.\n\nThe delegates listened to him without a word of reply.\n"


def framing(*arguments: str | Path, cwd: Path = ROOT) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "analysis", *map(str, arguments)],
        cwd=cwd, env={"PYTHONPATH": str(ROOT), "PATH": "", "HOME": str(cwd)},
        capture_output=True, text=True, check=False,
    )  # fmt: skip


def fingerprint(folder: Path) -> dict[str, str]:
    files = sorted(path for path in folder.rglob("*") if path.is_file())
    return {str(path.relative_to(folder)): hashlib.sha256(path.read_bytes()).hexdigest() for path in files}


def test_help_lists_the_commands_and_loads_no_heavy_library() -> None:
    code = (
        "import sys; sys.argv = ['framing', '--help']\n"
        "from analysis.cli import app\n"
        "app(standalone_mode=False)\n"
        "print([name for name in ('pandas', 'numpy', 'torch', 'numba', 'matplotlib', 'jinja2') if name in sys.modules])"
    )
    run = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    assert all(command in run.stdout for command in ("report", "init", "stability", "bench"))
    assert run.stdout.endswith("[]\n")


def test_bad_usage_is_exit_code_2() -> None:
    assert framing("report", "--no-such-option").returncode == 2


BAD_STUDIES = {
    "an unknown key": (
        "a.txt",
        BODY,
        "[compare]\nresample = 3\n",
        "unknown key 'resample' - did you mean 'resamples'?",
    ),
    "a wrong type": ("a.txt", BODY, "[compare]\nresamples = 'x'\n", "compare.resamples: expected int"),
    "a path that leads out": ("../a.txt", BODY, "", "leads out of the study folder"),
    "bytes that are no text": (
        "a.txt",
        b"A line.\n\n\xff\xfe\n",
        "",
        "a.txt, line 3: byte 0xff is not utf-8 text",
    ),
    "a NUL character": ("a.txt", b"A line.\n\nA\0B\n", "", "a.txt, line 3: holds a NUL character"),
    "an empty article": ("a.txt", b"", "", "a.txt: the file is empty"),
    "a line of 5 MB": ("a.txt", b"x" * 5_000_000, "", "a.txt, line 1: a line of 5,000,000 characters"),
}


@pytest.mark.parametrize("what", BAD_STUDIES)
def test_bad_input_is_one_red_line_and_the_last_report_stays(
    make_study: MakeStudy, tmp_path: Path, what: str
) -> None:
    file, text, extra, complaint = BAD_STUDIES[what]
    folder = make_study({file: ("The Herald", text)}, extra)
    out = tmp_path / "out"
    out.mkdir()
    (out / "index.html").write_text("the last good report")
    before = fingerprint(out)
    assert_one_red_line(framing("report", folder, "--out", out), complaint)
    assert fingerprint(out) == before


def test_a_folder_without_a_study_is_named(tmp_path: Path) -> None:
    assert_one_red_line(framing("report", tmp_path), "study.toml: not found")
    assert not list(tmp_path.iterdir())


def assert_one_red_line(run: subprocess.CompletedProcess[str], complaint: str) -> None:
    assert (run.returncode, run.stdout) == (1, "")
    assert run.stderr.startswith("error: ")
    assert complaint in run.stderr
    assert run.stderr.count("\n") == 1


def test_an_article_of_an_unknown_outlet_is_named(make_study: MakeStudy) -> None:
    folder = make_study({"a.txt": ("The Herald", BODY)})
    toml = folder / "study.toml"
    toml.write_text(toml.read_text().replace('name = "The Herald"', 'name = "The Harold"'))
    run = framing("report", folder)
    assert run.returncode == 1
    assert "unknown outlet 'The Herald' - did you mean 'The Harold'?" in run.stderr


def test_quotations_of_any_text_are_written_line_by_line(tmp_path: Path) -> None:
    text = 'The talks failed. "We are very sorry about that," said Jane Roe, the minister.'
    (tmp_path / "in.jsonl").write_text(json.dumps({"id": 7, "text": text}) + "\n", encoding="utf-8")
    run = framing("score", "quotes", "--in", tmp_path / "in.jsonl", "--out", tmp_path / "out.jsonl")
    assert run.returncode == 0, run.stderr
    (row,) = map(json.loads, (tmp_path / "out.jsonl").read_text(encoding="utf-8").splitlines())
    assert text[row["start"] : row["end"]] == row["text"]
    assert (row["id"], row["kind"], row["speaker"], row["cue"]) == (7, "direct", "Jane Roe", "said")


def test_the_tone_of_any_text_is_written_line_by_line(tmp_path: Path) -> None:
    (tmp_path / "in.jsonl").write_text(json.dumps({"id": 7, "text": "Peace"}) + "\n", encoding="utf-8")
    (tmp_path / "Own.tsv").write_text("peace\t1\n", encoding="utf-8")
    files = ("--in", tmp_path / "in.jsonl", "--out", tmp_path / "out.jsonl")
    run = framing(
        "score",
        "tone",
        *files,
        "--instrument",
        "vader",
        "--instrument",
        "own",
        "--lexicon",
        tmp_path / "Own.tsv",
    )
    assert run.returncode == 0, run.stderr
    (row,) = map(json.loads, (tmp_path / "out.jsonl").read_text(encoding="utf-8").splitlines())
    assert row == {"id": 7, "tone": {"vader": 0.5423, "own": 0.4588}}


def test_an_unknown_instrument_of_tone_is_named(tmp_path: Path) -> None:
    (tmp_path / "in.jsonl").write_text("", encoding="utf-8")
    run = framing(
        "score", "tone", "--in", tmp_path / "in.jsonl", "--out", tmp_path / "o", "--instrument", "bing"
    )
    assert_one_red_line(run, "unknown instrument of tone 'bing'")


def test_a_line_that_is_no_article_is_named(tmp_path: Path) -> None:
    (tmp_path / "in.jsonl").write_text('{"id": 1}\n', encoding="utf-8")
    run = framing("score", "quotes", "--in", tmp_path / "in.jsonl", "--out", tmp_path / "out.jsonl")
    assert_one_red_line(run, "in.jsonl")
    assert not (tmp_path / "out.jsonl").exists()


def test_init_makes_a_study_shows_the_columns_and_says_what_to_do_next(tmp_path: Path) -> None:
    rows = [{"paper": paper, "body": f"{paper}: {BODY}", "day": "2020-01-02"} for paper in ("A", "B")]
    (tmp_path / "news.jsonl").write_text("".join(f"{json.dumps(row)}\n" for row in rows), encoding="utf-8")
    run = framing("init", tmp_path / "study", "--from", tmp_path / "news.jsonl", "--map", "outlet=paper")
    assert run.returncode == 0, run.stderr
    lines = run.stdout.splitlines()
    assert lines[0].split() == ["what", "column", "why", "example"]
    assert lines[2].split() == ["outlet", "paper", "as", "--map", "says", "A"]
    assert "2 rows read, 2 articles kept, 0 left out" in lines
    assert lines[-1] == f"next: framing report {tmp_path / 'study'}"
    again = framing("init", tmp_path / "study", "--from", tmp_path / "news.jsonl")
    assert_one_red_line(again, "study: is not empty, and is left as it is")


@pytest.mark.parametrize(
    "options",
    [("--map", "text"), ("--paragraphs", "both"), ()],
    ids=["no column", "no such way", "no source"],
)
def test_bad_usage_of_init_is_exit_code_2(tmp_path: Path, options: tuple[str, ...]) -> None:
    source = ("--from", str(tmp_path)) if options else ()
    assert framing("init", tmp_path / "study", *source, *options).returncode == 2
    assert not (tmp_path / "study").exists()


def test_init_of_a_source_that_is_not_there_is_one_red_line(tmp_path: Path) -> None:
    run = framing("init", tmp_path / "study", "--from", tmp_path / "absent")
    assert_one_red_line(run, "absent: not found - name a folder of text")


def test_a_library_loaded_before_the_package_is_warned_of(make_study: MakeStudy) -> None:
    folder = make_study({"a.txt": ("The Herald", b"")})
    code = (
        "import os; os.environ.pop('OPENBLAS_CORETYPE', None); import numpy\n"
        "from pathlib import Path; from analysis import pipeline\n"
        f"pipeline.report(Path({str(folder)!r}), Path({str(folder / 'out')!r}))"
    )
    run = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=False)
    assert "numpy imported before analysis: results may not be the same bytes again" in run.stderr
