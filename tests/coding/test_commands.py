"""The two commands of human coding, as a user types them."""

from __future__ import annotations

from pathlib import Path

from analysis.coding import cells
from analysis.coding.variables import COLUMNS
from tests.coding.reports import make_report
from tests.conftest import MakeStudy
from tests.test_command_line import BODY, assert_one_red_line, framing


def test_a_sheet_is_drawn_filled_in_and_compared(make_study: MakeStudy, tmp_path: Path) -> None:
    study = make_study({"a.txt": ("The Herald", BODY)})
    make_report(study / "report")
    sheet = tmp_path / "sheet.csv"
    drawn = framing("codesheet", study, "--n", "12", "--out", sheet)
    assert drawn.returncode == 0, drawn.stderr
    assert f"{sheet} written: 12 sentences by outlet, voice, tone" in drawn.stdout
    assert sheet.with_suffix(".md").is_file()
    rows = cells.read(sheet, columns=COLUMNS)
    for coder in ("ann", "bob"):
        filled = [{**row, "coder": coder, "tone": str(place % 3 - 1)} for place, row in enumerate(rows)]
        cells.write(tmp_path / f"{coder}.csv", COLUMNS, filled)
    out = tmp_path / "table.csv"
    files = (tmp_path / "ann.csv", tmp_path / "bob.csv")
    compared = framing("agreement", *files, "--study", study, "--out", out)
    assert compared.returncode == 0, compared.stderr
    assert "coders' majority and vader" in compared.stdout
    lines = out.read_text("utf-8").splitlines()
    assert lines[0] == "variable,between,level,alpha,low,high,agreement,correlation,units,coders"
    assert lines[1] == "tone,coders,ordinal,1.0,1.0,1.0,1.0,,12,2"
    assert_one_red_line(framing("agreement", files[0]), "only 'ann' has coded")


def test_a_sheet_of_a_study_without_a_report_is_one_red_line(make_study: MakeStudy, tmp_path: Path) -> None:
    study = make_study({"a.txt": ("The Herald", BODY)})
    run = framing("codesheet", study, "--out", tmp_path / "sheet.csv")
    assert_one_red_line(run, "holds no report - run `framing report` first")
