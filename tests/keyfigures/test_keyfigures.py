"""The key figures of a tested study: which they are, how they are kept, and when they are stale."""

from __future__ import annotations

from pathlib import Path

import pandas as pd
import pytest

from analysis import keyfigures, store
from analysis.errors import StoreError
from analysis.report.inference_study import inference_study
from tests.figures import small
from tests.report.studies import rendered, study

OUTLETS = ("A", "B")


def estimate(measure: str, outlet: str, value: float, **fields: object) -> dict[str, object]:
    """A row of `estimates`."""
    given = {
        "measure": measure, "instrument": "", "voice": "all", "topic": "", "target": "", "frame": "", "outlet": outlet,
        "estimate": value, "low": value - 0.1, "high": value + 0.1, "difference": value / 2, "p": 0.0101, "q": 0.0202,
        "verdict": "supported", "articles": 9, "paragraphs": 20, "family": f"{measure}, all",
    }  # fmt: skip
    return given | fields


def made() -> dict[str, pd.DataFrame]:
    """The tables of a study with two outlets, seven topics, three actors and two frames."""
    rows = [
        *(estimate("topic share", outlet, 0.1 + number / 100, topic=str(number), family="topic share, all")
          for number in range(7) for outlet in OUTLETS),
        *(estimate("wording tone", outlet, 0.1234567, instrument=name, voice=voice)
          for name in ("vader", "afinn") for voice in ("all", "narration", "quoted") for outlet in OUTLETS),
        estimate("wording tone", "A", 0.5, instrument="vader", topic="1", family="wording tone within topics, all"),
        *(estimate("stance", outlet, -0.2, target=target, articles=articles)
          for target, articles in (("X", 3), ("Y", 5), ("Z", 5)) for outlet in OUTLETS),
        *(estimate("frame", outlet, 0.6, frame=frame) for frame in ("economic", "doubtful") for outlet in OUTLETS),
    ]  # fmt: skip
    rows[0] |= {"p": float("nan"), "q": float("nan"), "verdict": "descriptive only"}
    rows[1] |= {"verdict": "not supported"}
    words = [
        ("ship", "all", 0.01, "supported"),
        ("tax", "all", 0.5, "not supported"),
        ("a", "narration", None, ""),
    ]
    return {
        "estimates": pd.DataFrame(rows),
        "topics": pd.DataFrame({"topic": range(7), "label": [f"Label {number}" for number in range(7)]}),
        "frame_validity": pd.DataFrame(
            {"frame": ["economic", "doubtful"], "validity": ["valid", "not valid"]}
        ),
        "keyness": pd.DataFrame(words, columns=["word", "voice", "p_article", "verdict"]).assign(
            topic="", other="", length=1
        ),
        "articles": pd.DataFrame({"outlet": ["A", "B", "B"]}),
        "paragraphs": pd.DataFrame({"analysed": [True, False, True]}),
        "sentences": pd.DataFrame({"text": ["One.", "Two."]}),
        "assignments": pd.DataFrame({"topic": [0, -1]}),
        "instruments": pd.DataFrame({"instrument": ["stance"], "version": ["1"]}),
    }


def report(folder: Path, tables: dict[str, pd.DataFrame]) -> Path:
    """A report's folder with these tables."""
    for name, table in tables.items():
        store.write_table(folder, name, table)
    chosen = {"topics": {"layouts": 6}, "kernels": "native"}
    store.write_manifest(folder, {"provenance": {"settings": chosen}})
    return folder


def test_the_widest_topics_the_two_actors_most_named_and_the_valid_frames_are_key_figures() -> None:
    found = keyfigures.key_figures(made())
    named = found.groupby("measure", sort=False)["subject"].agg(lambda names: list(dict.fromkeys(names)))
    assert named.to_dict() == {
        "wording tone": ["afinn", "vader"],
        "stance": ["Y", "Z"],
        "topic share": ["Label 0", "Label 1", "Label 2", "Label 3", "Label 4"],
        "frame": ["economic"],
    }
    assert set(found["voice"]) == {"all", "narration"}
    assert len(found) == 2 * (4 + 2 + 5 + 1)
    assert set(found.loc[found["measure"] == "wording tone", "estimate"]) == {0.123457}


def test_the_order_of_the_rows_changes_no_key_figure() -> None:
    shuffled = made() | {"estimates": made()["estimates"].sample(frac=1, random_state=3)}
    assert keyfigures.key_figures(shuffled).equals(keyfigures.key_figures(made()))


def test_families_count_what_was_tested_and_words_come_last() -> None:
    tables = made()
    counted = keyfigures.families(tables["estimates"], tables["keyness"])
    assert counted.iloc[-1].tolist() == ["words, all", 2, 1]
    shares = counted[counted["family"] == "topic share, all"].iloc[0]
    assert (shares["tests"], shares["supported"]) == (13, 12)


def test_what_is_kept_comes_back_as_it_was(tmp_path: Path) -> None:
    read = keyfigures.read_report(report(tmp_path / "report", made()))
    keyfigures.keep(read, tmp_path / "kept")
    again = keyfigures.kept(tmp_path / "kept")
    for name, table in read.items():
        pd.testing.assert_frame_equal(again[name], table)
    facts = dict(read["inference_study_facts"].itertuples(index=False, name=None))
    assert facts["articles"] == "3"
    assert facts["paragraphs without a topic"] == "1"
    assert (facts["layouts"], facts["kernels"]) == ("6", "native")


def test_nothing_kept_is_empty_tables(tmp_path: Path) -> None:
    assert all(table.empty for table in keyfigures.kept(tmp_path).values())


def test_a_damaged_file_is_named(tmp_path: Path) -> None:
    (tmp_path / "inference_study_families.csv").write_text("family,tests\nx,1\n", encoding="utf-8")
    with pytest.raises(StoreError, match=r"inference_study_families\.csv: is no table of key figures"):
        keyfigures.kept(tmp_path)


def test_a_report_that_is_descriptive_only_has_nothing_to_keep(tmp_path: Path) -> None:
    tables = made()
    tables["estimates"] = tables["estimates"].assign(p=float("nan"))
    with pytest.raises(StoreError, match="descriptive only"):
        keyfigures.read_report(report(tmp_path, tables))


def test_another_version_of_an_instrument_makes_them_stale(tmp_path: Path) -> None:
    facts = keyfigures.read_report(report(tmp_path, made()))["inference_study_facts"]
    assert keyfigures.staleness(facts, [("stance", "1"), ("tone", "9")]) == ""
    assert keyfigures.staleness(facts, [("stance", "2")]) == "stance"
    older = facts.replace({"value": {"1": "0"}})
    assert "engine" in keyfigures.staleness(older, [])


def test_the_page_shows_them_in_a_study_that_is_descriptive_only(tmp_path: Path) -> None:
    read = keyfigures.read_report(report(tmp_path, made()))
    shown = inference_study(study(small.all_tables() | read))
    assert shown is not None
    assert shown.title == "Two US outlets, 3 articles"
    assert shown.headline == "36 of 38 tested differences supported"
    _, figures = shown.listings
    assert [cell.text for cell in figures.rows[0].cells] == [
        "Wording tone: AFINN", "A", "0.123", "0.023 to 0.223", "+0.062", "0.010", "0.020", "supported", "9",
    ]  # fmt: skip
    assert b'id="inference-study"' in rendered(small.all_tables() | read)["index.html"]
    assert b'id="inference-study"' not in rendered(small.all_tables())["index.html"]


def test_stale_ones_are_named_and_not_quoted(tmp_path: Path) -> None:
    read = keyfigures.read_report(report(tmp_path, made()))
    tables = small.all_tables() | read
    tables["instruments"] = tables["instruments"].assign(instrument="stance", version="2")
    shown = inference_study(study(tables))
    assert shown is not None
    assert shown.headline == "stale and not quoted: made with another version of stance"
    assert not shown.listings
