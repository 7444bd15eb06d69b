"""Agreement of coders: worked by hand, from blank sheet to table, and every complaint."""

from __future__ import annotations

import math
from collections.abc import Callable
from pathlib import Path

import pytest

from analysis.coding import agreement, cells, codesheet
from analysis.coding.alpha import alpha, alpha_interval, percent_agreement, value_counts
from analysis.coding.filled import read_sheets
from analysis.coding.variables import COLUMNS, FRAMES, STANCE, TONE, Variable
from analysis.errors import SheetError
from tests.coding.reports import make_report

# Krippendorff (2011), Computing Krippendorff's alpha-reliability, example C: four coders, twelve units, gaps.
EXAMPLE = (
    (1, 2, 3, 3, 2, 1, 4, 1, 2, None, None, None),
    (1, 2, 3, 3, 2, 2, 4, 1, 2, 5, None, 3),
    (None, 3, 3, 3, 2, 3, 4, 2, 2, 5, 1, None),
    (1, 2, 3, 3, 2, 4, 4, 1, 2, 5, 1, None),
)
CODINGS = [[row[unit] for row in EXAMPLE if row[unit] is not None] for unit in range(12)]
VALUES = (1, 2, 3, 4, 5)


@pytest.mark.parametrize(("level", "expected"), [("nominal", 0.743), ("ordinal", 0.815)])
def test_alpha_is_krippendorff_s_own_of_his_example(level: str, expected: float) -> None:
    counts = value_counts(CODINGS, VALUES)  # type: ignore[arg-type]
    assert alpha(counts, Variable("x", VALUES, level)) == pytest.approx(expected, abs=5e-4)  # type: ignore[arg-type]


def test_nominal_alpha_of_two_coders_worked_by_hand() -> None:
    # 4 units: + +, + -, - -, - -. Of 8 values 3 are +, 5 are -. Observed disagreement 2/8, expected 2*3*5/(8*7).
    counts = value_counts([[1, 1], [1, -1], [-1, -1], [-1, -1]], STANCE.values)
    assert alpha(counts, STANCE) == pytest.approx(1 - (2 / 8) / (30 / 56))
    assert percent_agreement(counts) == 3 / 4


def test_percent_agreement_counts_pairs_of_coders() -> None:
    assert percent_agreement(value_counts([[0, 0, 1], [1, 1]], (0, 1))) == (1 + 1) / (3 + 1)
    assert math.isnan(percent_agreement(value_counts([[0]], (0, 1))))


def test_a_near_miss_costs_less_than_a_far_one_where_values_are_ordered() -> None:
    same = [[-2, -2], [-1, -1], [0, 0], [1, 1]]
    near, far = (alpha(value_counts([*same, pair], TONE.values), TONE) for pair in ([1, 2], [-2, 2]))
    assert near > far


@pytest.mark.parametrize("codings", [[[1, 1], [1, 1]], [[1], [0]], []])
def test_alpha_without_variation_or_pairs_cannot_be_told(codings: list[list[int]]) -> None:
    assert math.isnan(alpha(value_counts(codings, STANCE.values), STANCE))
    assert math.isnan(alpha_interval(value_counts(codings, STANCE.values), STANCE).low)


def test_the_interval_holds_alpha_and_narrows_with_more_units() -> None:
    few = [[1, 1], [1, -1], [-1, -1], [0, 0], [0, 1]]
    small, large = (alpha_interval(value_counts(few * times, STANCE.values), STANCE) for times in (4, 40))
    assert small.low < small.value < small.high
    assert large.high - large.low < small.high - small.low
    assert (small.n, large.n) == (20, 200)


Fill = Callable[[int, dict[str, str]], dict[str, str]]


@pytest.fixture
def report(tmp_path: Path) -> Path:
    return make_report(tmp_path / "report")


def filled(report: Path, path: Path, coder: str, fill: Fill) -> Path:
    """A sheet of all sentences of the report, filled in."""
    codesheet(report, path, n=24, seed=1)
    rows = cells.read(path, columns=COLUMNS)
    cells.write(
        path, COLUMNS, [{**row, "coder": coder, **fill(place, row)} for place, row in enumerate(rows)]
    )
    return path


def number(row: dict[str, str]) -> int:
    """The number of a sentence of the report."""
    return 0 if row["sentence"].startswith("=") else int(row["sentence"].split()[1])


def tone(place: int, row: dict[str, str]) -> dict[str, str]:  # noqa: ARG001
    """A coder who sees what the report's tone says: below 0 up to sentence 11, 0 at 12."""
    return {"tone": str((number(row) > 12) - (number(row) < 12))}


def test_from_blank_sheet_to_table(report: Path, tmp_path: Path) -> None:
    def careful(place: int, row: dict[str, str]) -> dict[str, str]:
        stance = ("Negative" if number(row) % 6 == 0 else "positive") if row["target"] else ""
        return {**tone(place, row), "stance": stance, "frames": "conflict; Morality" if place % 2 else "none"}

    def hasty(place: int, row: dict[str, str]) -> dict[str, str]:
        return {**careful(place, row), "frames": "conflict" if place % 2 else "none"}

    sheets = [filled(report, tmp_path / f"{name}.csv", name, fill) for name, fill in
              (("ann", careful), ("bob", hasty))]  # fmt: skip
    rows = {
        (row["variable"], row["between"]): row for row in agreement(sheets, report=report).to_dict("records")
    }
    tones, stances, morality = (rows[name, "coders"] for name in ("tone", "stance", "frame morality"))
    assert (tones["level"], tones["alpha"], tones["agreement"], tones["units"]) == ("ordinal", 1, 1, 24)
    assert (stances["level"], stances["alpha"], stances["units"]) == ("nominal", 1, 8)
    assert rows["frame conflict", "coders"]["alpha"] == 1
    assert math.isnan(rows["frame economic", "coders"]["alpha"]), "nobody ever saw it"
    assert rows["frame economic", "coders"]["agreement"] == 1
    # Ann saw morality in every other of 24, Bob never: 12 of 48 values are 1; D_o = 24/48, D_e = 2*12*36/(48*47).
    assert morality["alpha"] == pytest.approx(1 - (24 / 48) / (2 * 12 * 36 / (48 * 47)), abs=5e-5)
    assert morality["agreement"] == 0.5
    assert rows["tone", "coders' majority and vader"]["alpha"] == 1
    stance = rows["stance", "coders' majority and stance"]
    assert (stance["alpha"], stance["correlation"]) == (1, 1)
    assert rows["frame conflict", "coders' majority and seeds"]["units"] == 24
    assert "frame morality" not in {name for name, between in rows if "majority" in between}


def test_units_on_which_coders_are_split_have_no_majority(report: Path, tmp_path: Path) -> None:
    def other(place: int, row: dict[str, str]) -> dict[str, str]:
        return {"tone": "2"} if place < 4 else tone(place, row)

    sheets = [filled(report, tmp_path / "a.csv", "a", tone), filled(report, tmp_path / "b.csv", "b", other)]
    rows = cells.read(sheets[0], columns=COLUMNS)
    split = sum(number(row) <= 12 for row in rows[:4])
    table = agreement(sheets, report=report).set_index("between")
    assert split
    assert table.loc["coders' majority and vader", "units"] == 24 - split


def test_a_sheet_half_filled_counts_what_both_have_coded(report: Path, tmp_path: Path) -> None:
    def half(place: int, row: dict[str, str]) -> dict[str, str]:
        return tone(place, row) if place < 10 else {}

    sheets = [filled(report, tmp_path / "a.csv", "a", tone), filled(report, tmp_path / "b.csv", "b", half)]
    (row,) = agreement(sheets).to_dict("records")
    assert (row["variable"], row["units"], row["coders"], row["alpha"]) == ("tone", 10, 2, 1)


def test_a_coder_without_a_name_goes_by_the_file_s(report: Path, tmp_path: Path) -> None:
    sheets = [filled(report, tmp_path / f"{name}.csv", "", tone) for name in ("ann", "bob")]
    assert set(read_sheets(sheets)["coder"]) == {"ann", "bob"}


def test_what_a_spreadsheet_makes_of_numbers_is_understood(report: Path, tmp_path: Path) -> None:
    spellings = ("+1", "1.0", "1,0", " 1 ", "1")

    def spelled(place: int, row: dict[str, str]) -> dict[str, str]:  # noqa: ARG001
        return {"tone": spellings[place] if place < 5 else "\N{MINUS SIGN}2" if place == 5 else ""}

    path = filled(report, tmp_path / "a.csv", "a", spelled)
    other = filled(report, tmp_path / "b.csv", "b", spelled)
    assert sorted(read_sheets([path, other])["value"]) == [-2, -2] + [1] * 10


@pytest.mark.parametrize(
    ("column", "value", "allowed"),
    [
        ("tone", "3", "one of -2, -1, 0, 1, 2"),
        ("tone", "good", "one of -2, -1, 0, 1, 2"),
        ("tone", "0.5", "one of -2, -1, 0, 1, 2"),
        ("frames", "conflict; weather", f"one or more of {', '.join(FRAMES)}"),
        ("frames", "none; conflict", "none, or one or more of"),
    ],
)
def test_a_value_that_is_not_allowed_is_named_with_its_place(  # noqa: PLR0917 - a case and its fixtures
    report: Path, tmp_path: Path, column: str, value: str, allowed: str
) -> None:
    path = filled(report, tmp_path / "a.csv", "a", lambda place, _: {column: value} if place == 3 else {})
    with pytest.raises(SheetError) as caught:
        read_sheets([path])
    assert f"a.csv: row 5, column {column!r}: {value!r} is not allowed - write" in str(caught.value)
    assert allowed in str(caught.value)


def test_a_stance_toward_nobody_is_refused(report: Path, tmp_path: Path) -> None:
    path = filled(
        report, tmp_path / "a.csv", "a", lambda _, row: {} if row["target"] else {"stance": "negative"}
    )
    with pytest.raises(SheetError, match=r"column 'stance': 'negative' stands in a row without a target"):
        read_sheets([path])


def test_one_coder_and_the_same_file_twice_and_nothing_coded_are_told(report: Path, tmp_path: Path) -> None:
    path = filled(report, tmp_path / "a.csv", "ann", tone)
    with pytest.raises(SheetError, match="only 'ann' has coded"):
        read_sheets([path])
    with pytest.raises(SheetError, match=r"'ann' codes the unit .* a second time"):
        read_sheets([path, path])
    blank = codesheet(report, tmp_path / "blank.csv", n=8, seed=1).path
    with pytest.raises(SheetError, match="nothing is coded yet"):
        read_sheets([blank])


@pytest.mark.parametrize(
    ("content", "complaint"),
    [
        (b"a,b\n1,2\n", "is no coding sheet: it has no column 'unit'"),
        (b"", "is no coding sheet"),
        ("unité".encode("latin-1"), "cannot be read \\(it is not UTF-8\\)"),
    ],
)
def test_a_file_that_is_no_sheet_is_named(tmp_path: Path, content: bytes, complaint: str) -> None:
    (tmp_path / "x.csv").write_bytes(content)
    with pytest.raises(SheetError, match=rf"x\.csv: {complaint}"):
        read_sheets([tmp_path / "x.csv"])


def test_a_file_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(SheetError, match=r"x\.csv: cannot be read \(No such file"):
        read_sheets([tmp_path / "x.csv"])


def test_a_sheet_of_another_report_is_refused(report: Path, tmp_path: Path) -> None:
    sheets = [filled(report, tmp_path / f"{name}.csv", name, tone) for name in ("a", "b")]
    text = sheets[0].read_text("utf-8-sig")
    first = cells.read(sheets[0], columns=COLUMNS)[0]["unit"]
    for sheet in sheets:
        sheet.write_text(text.replace(first, "0" * 12).replace(",a,", f",{sheet.stem},"), "utf-8-sig")
    with pytest.raises(
        SheetError, match="the unit '000000000000' is not there, or its sentence reads otherwise"
    ):
        agreement(sheets, report=report)
