"""Blank sheets: who is drawn, what is shown, and what a spreadsheet makes of it."""

from __future__ import annotations

import csv
import io
from pathlib import Path

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.coding import cells, codesheet
from analysis.coding.strata import allocated, sample, strata_columns, thirds
from analysis.coding.units import read_units
from analysis.coding.variables import COLUMNS
from analysis.errors import SheetError
from tests.coding.reports import make_report


def rows_of(path: Path) -> list[dict[str, str]]:
    return cells.read(path, columns=COLUMNS)


def test_every_outlet_and_voice_is_in_the_sample_and_the_rest_is_in_proportion() -> None:
    # One each, and of the other five 5 * 9 / 13 = 3.5, 5 * 4 / 13 = 1.5 and none: the larger remainder is the second's.
    assert allocated([10, 5, 1], 8) == [4, 3, 1]
    assert allocated([1, 1, 1], 3) == [1, 1, 1]
    assert allocated([4, 2], 6) == [4, 2]


@given(st.lists(st.integers(1, 40), min_size=1, max_size=12), st.data())
def test_no_stratum_gets_more_than_it_has_or_less_than_one(sizes: list[int], data: st.DataObject) -> None:
    n = data.draw(st.integers(len(sizes), sum(sizes)))
    quotas = allocated(sizes, n)
    assert sum(quotas) == n
    assert all(1 <= quota <= size for quota, size in zip(quotas, sizes, strict=True))


def test_thirds_go_by_rank_and_equal_scores_stay_together() -> None:
    scores = pd.Series([0.9, -0.5, 0.0, 0.0, float("nan"), 0.4, -0.9])
    assert thirds(scores).tolist() == ["high", "low", "middle", "middle", "", "high", "low"]


def test_a_sheet_holds_units_without_scores_outlets_or_voices(tmp_path: Path) -> None:
    report = make_report(tmp_path / "report")
    sheet = codesheet(report, tmp_path / "sheet.csv", n=12, seed=1)
    text = sheet.path.read_text("utf-8-sig").lower()
    assert sheet.units == 12 == len(rows_of(sheet.path))
    assert not any(word in text for word in ("gazette", "herald", "narration", "direct", "0.8", "vader"))
    assert all(not row[name] for row in rows_of(sheet.path) for name in ("coder", "tone", "stance", "frames"))
    assert all(row["sentence"] in row["paragraph"] for row in rows_of(sheet.path))
    assert "## stance" in sheet.instructions.read_text("utf-8")


def test_every_stratum_has_its_sentence(tmp_path: Path) -> None:
    units = read_units(make_report(tmp_path))
    columns = strata_columns(units, 12, ["tone", "stance"])
    assert columns == ["outlet", "voice", "tone"]
    drawn = sample(units, 12, columns, seed=1)
    assert set(map(tuple, drawn[columns].to_numpy())) == set(map(tuple, units[columns].to_numpy()))


def test_more_sentences_allow_finer_strata(tmp_path: Path) -> None:
    units = read_units(make_report(tmp_path))
    assert strata_columns(units, 24, ["tone", "stance"]) == ["outlet", "voice", "tone", "stance"]


def test_the_sample_does_not_depend_on_the_order_of_the_rows_but_on_the_seed(tmp_path: Path) -> None:
    units = read_units(make_report(tmp_path))
    drawn = sample(units, 12, ["outlet", "voice"], seed=1)
    again = sample(units.iloc[::-1], 12, ["outlet", "voice"], seed=1)
    assert drawn["unit"].tolist() == again["unit"].tolist()
    assert set(sample(units, 12, ["outlet", "voice"], seed=2)["unit"]) != set(drawn["unit"])


def test_no_paragraph_is_drawn_twice_while_another_is_left(tmp_path: Path) -> None:
    units = read_units(make_report(tmp_path))
    drawn = sample(units, 12, ["outlet", "voice"], seed=1)
    assert drawn["paragraph_id"].nunique() == 12


def test_a_sample_of_more_than_there_is_holds_every_sentence(tmp_path: Path) -> None:
    report = make_report(tmp_path / "report")
    assert codesheet(report, tmp_path / "sheet.csv", n=999, seed=1).units == 24


def test_a_report_without_scores_is_drawn_by_outlet_and_voice(tmp_path: Path) -> None:
    report = make_report(tmp_path / "report", with_scores=False)
    sheet = codesheet(report, tmp_path / "sheet.csv", n=8, seed=1)
    assert sheet.strata == ("outlet", "voice")
    assert "## stance" not in sheet.instructions.read_text("utf-8")


def test_too_few_for_the_strata_is_told_with_the_least_number(tmp_path: Path) -> None:
    with pytest.raises(SheetError, match=r"--n 3 is too few for 4 outlets and voices - draw 4 or more"):
        codesheet(make_report(tmp_path / "report"), tmp_path / "sheet.csv", n=3, seed=1)


def test_a_sheet_that_may_be_filled_in_is_not_overwritten(tmp_path: Path) -> None:
    (tmp_path / "sheet.csv").write_text("my work")
    with pytest.raises(SheetError, match=r"sheet\.csv: exists already - choose another name"):
        codesheet(make_report(tmp_path / "report"), tmp_path / "sheet.csv", n=8, seed=1)
    assert (tmp_path / "sheet.csv").read_text() == "my work"


def test_a_folder_without_a_report_is_named(tmp_path: Path) -> None:
    with pytest.raises(SheetError, match="holds no report - run `framing report` first"):
        codesheet(tmp_path, tmp_path / "sheet.csv", n=8, seed=1)


def test_no_cell_is_a_formula_and_excel_sees_utf_8(tmp_path: Path) -> None:
    sheet = codesheet(make_report(tmp_path / "report"), tmp_path / "sheet.csv", n=24, seed=1)
    content = sheet.path.read_bytes()
    assert content.startswith(b"\xef\xbb\xbf")
    written = list(csv.reader(io.StringIO(content.decode("utf-8-sig"), newline="")))
    assert not [cell for row in written for cell in row if cell[:1] in set("=+-@\t\r")]
    assert "=SUM(0) is what “they”; said,\n+1" in [row["sentence"] for row in rows_of(sheet.path)]


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_a_sheet_is_read_whatever_the_spreadsheet_put_between_its_cells(
    tmp_path: Path, delimiter: str
) -> None:
    out = io.StringIO()
    csv.writer(out, delimiter=delimiter).writerows([["unit", "tone"], ["a", "x; y, z\tw"]])
    (tmp_path / "a.csv").write_bytes(out.getvalue().encode("utf-8-sig"))
    assert cells.read(tmp_path / "a.csv", columns=["unit", "tone"]) == [{"unit": "a", "tone": "x; y, z\tw"}]
