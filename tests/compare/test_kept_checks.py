"""Tables that a measurement leaves beside the engine: written, read back, refused."""

from __future__ import annotations

from pathlib import Path

import pandas as pd
import pytest

from analysis import tables
from analysis.compare import simulated as engine
from analysis.compare import words_check
from analysis.errors import StoreError, TableError

CHECKS = tables.table(
    "words_check",
    [
        {"collection": "PolNeAR", "what": "halves", "test": "by article", "found": 3, "draws": 40, "share": 0.075,
         "low": 0.016, "high": 0.204},
    ],
)  # fmt: skip


def test_checks_of_words_are_read_as_they_were_kept(tmp_path: Path) -> None:
    file = tmp_path / "measured" / "checks.csv"
    assert words_check.keep(CHECKS, file) == file
    assert file.read_bytes().splitlines()[0] == b"collection,what,test,found,draws,share,low,high"
    assert b"\r" not in file.read_bytes()
    pd.testing.assert_frame_equal(words_check.kept(file), CHECKS)


def test_checks_that_were_never_kept_have_no_rows(tmp_path: Path) -> None:
    none = words_check.kept(tmp_path / "checks.csv")
    assert none.empty
    assert none.dtypes.to_dict() == CHECKS.dtypes.to_dict()


@pytest.mark.parametrize("content", ["", "collection,found\nx,many\n", "collection,found\nx,1\n"])
def test_a_file_of_something_else_is_refused_with_a_remedy(tmp_path: Path, content: str) -> None:
    file = tmp_path / "checks.csv"
    file.write_text(content)
    with pytest.raises(StoreError, match="is no table of checks") as caught:
        words_check.kept(file)
    assert (caught.value.where, caught.value.remedy) == (
        file,
        "make it again with `framing validate words --keep`",
    )


def test_what_cannot_be_written_is_named(tmp_path: Path) -> None:
    (tmp_path / "measured").write_text("no folder")
    with pytest.raises(StoreError, match="cannot be written") as caught:
        words_check.keep(CHECKS, tmp_path / "measured" / "checks.csv")
    assert caught.value.where == tmp_path / "measured" / "checks.csv"
    with pytest.raises(TableError):
        words_check.keep(CHECKS.drop(columns="found"), tmp_path / "checks.csv")


SIMULATED = (
    "version,question,method,measure,articles,value,icc,lengths,corpora,rate,low,high,width,given\n"
    "2,coverage,bootstrap-t,tone,10 and 10,0.3,0.05,even,2000,0.9,0.8,1.0,0.2,1.0\n"
    "3,power,max-T,tone,20 and 20,0.30,0.05,uneven,2000,0.7,0.6,0.8,,1.0\n"
)


def test_figures_of_the_engine_as_it_is_are_shown_and_older_ones_left_out(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(engine, "PATH", tmp_path / "inference.csv")
    monkeypatch.setattr(engine, "VERSION", "3")
    assert engine.simulated().empty
    (tmp_path / "inference.csv").write_text(SIMULATED)
    (row,) = engine.simulated().to_dict("records")
    assert pd.isna(row.pop("width"))
    assert row == {
        "question": "power", "method": "max-T", "measure": "tone", "articles": "20 and 20", "value": "0.30",
        "icc": 0.05, "lengths": "uneven", "corpora": 2000, "rate": 0.7, "low": 0.6, "high": 0.8, "given": 1.0,
    }  # fmt: skip
    assert engine.simulated().index.tolist() == [0]


def test_the_engine_was_measured_as_it_is() -> None:
    assert not engine.simulated().empty
