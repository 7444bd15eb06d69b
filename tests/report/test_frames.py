"""Frames in figures and on the page: the valid ones are drawn and told, the others only listed."""

from __future__ import annotations

import pandas as pd

from analysis.figures import frame_profile, in_study_order, microframes
from analysis.report.findings.frames import frame_finding
from analysis.report.frame_views import frame_views
from analysis.report.frames import frame_listing, microframe_listing
from analysis.report.frames_told import entman_told, frames_told, microframes_told
from analysis.report.passages import Passages
from tests.figures import framed, small
from tests.figures.small import GAZETTE, HERALD
from tests.figures.test_figures import across, rows
from tests.report.reading import read
from tests.report.studies import rendered, study


def _profile() -> pd.DataFrame:
    ready = in_study_order({"estimates": framed.estimates(), "articles": small.articles()}, small.SETTINGS)
    return frame_profile.prepare(ready["estimates"], framed.frame_validity())


def test_only_valid_frames_are_drawn_with_each_outlets_score() -> None:
    (axes,) = frame_profile.draw(_profile()).axes
    assert rows(axes) == ["Conflict", "Economic (policy)"]
    drawn = across(axes)
    assert (drawn[GAZETTE], drawn[HERALD]) == ([0.4, 0.8], [0.6, 0.3])
    assert "“Economic (policy)”: 0.30 in Herald, 0.80 in Gazette" in frame_profile.describe(_profile())


def test_without_a_valid_frame_nothing_is_drawn() -> None:
    table = framed.frame_validity().assign(validity="not validated")
    assert frame_profile.prepare(framed.estimates(), table).empty


def test_bias_and_intensity_stand_side_by_side() -> None:
    data = microframes.prepare(framed.estimates(), framed.microframes())
    bias, intensity = microframes.draw(data).axes
    assert across(bias) == {GAZETTE: [-0.1], HERALD: [0.2]}
    assert across(intensity) == {GAZETTE: [0.01], HERALD: [0.03]}
    assert rows(bias) == ["strong – weak"]
    assert "−0.10 in Gazette, +0.20 in Herald" in microframes.describe(data)


def test_the_finding_is_the_widest_difference_among_valid_frames() -> None:
    made = study(small.all_tables())
    found = frame_finding(made, Passages(made))
    assert found is not None
    assert "“Economic (policy)” is carried most by Gazette and least by Herald" in found.text
    assert "0.80 and 0.30" in found.text
    assert found.cited == ("g1:3",)
    assert "quoted words" in found.passages[0].lead
    assert "not on this subject" in found.limit


def test_a_frame_that_is_not_valid_carries_no_finding() -> None:
    given = small.all_tables()
    given["frame_validity"] = given["frame_validity"].assign(validity="not valid here")
    made = study(given)
    assert frame_finding(made, Passages(made)) is None


def test_every_frame_is_listed_with_its_validity_and_its_row_can_be_cited() -> None:
    listed = frame_listing(study(small.all_tables()))
    assert listed is not None
    said = {row.row_id: [cell.text for cell in row.cells] for row in listed.rows}
    assert len(said) == 40
    assert said["row-frame-pfc_legality-Gazette"][1:4] == [
        "Not valid here (AUC 0.55, 0.50 to 0.60)",
        GAZETTE,
        "0.10",
    ]
    assert said["row-frame-morality-Herald"][1:4] == ["Not validated", HERALD, "–"]


def test_axes_are_listed_with_bias_and_intensity() -> None:
    listed = microframe_listing(study(small.all_tables()))
    assert listed is not None
    assert [cell.text for cell in listed.rows[1].cells] == [
        "strong – weak",
        HERALD,
        "+0.20",
        "–",
        "0.0300",
        "–",
    ]


def test_valid_frames_open_first_to_their_highest_paragraphs() -> None:
    views = frame_views(study(small.all_tables()))
    assert [view.title for view in views[:2]] == ["Conflict", "Economic (policy)"]
    assert views[1].passages[0].paragraph_id == "g1:3"
    assert views[1].passages[0].lead == "Score 0.99; strongest sentence (quoted words in it)"


def test_the_page_says_how_many_frames_were_found_valid_and_links_every_one() -> None:
    page = rendered(small.all_tables())["index.html"].decode()
    assert "Of 20 frames, 2 were found valid" in " ".join(page.split())
    assert 'id="frame-morality"' in page
    assert 'id="figure-frame-profile"' in page
    assert 'id="figure-microframes"' in page


def test_a_study_without_frames_says_so() -> None:
    given = {
        name: table
        for name, table in small.all_tables().items()
        if name not in {"frames", "microframes", "frame_validity"}
    }
    assert frames_told(study(given)) == ""
    assert frame_views(study(given)) == []
    assert "Frames were not scored" in rendered(given)["index.html"].decode()


def with_card(tables: dict[str, pd.DataFrame], instrument: str, figures: list[tuple[object, ...]]) -> None:
    """Give the tables a current card of an instrument on a set called Silver."""
    card = f"{instrument}-silver"
    silver = small.cards().head(1).assign(card=card, instrument=instrument, data="Silver")
    columns = ("metric", "part", "value", "low", "high", "n", "holds")
    rows = pd.DataFrame(figures, columns=list(columns)).assign(card=card, instrument=instrument, groups=40)
    tables["cards"] = pd.concat([tables["cards"], silver], ignore_index=True)
    tables["validity"] = pd.concat([tables["validity"], rows], ignore_index=True)


def test_what_is_said_of_axes_and_functions_comes_from_their_cards() -> None:
    tables = small.all_tables()
    assert "no validity card" in microframes_told(study(tables))
    assert entman_told(study(tables)) == ""
    with_card(
        tables,
        "microframes",
        [("AUC", "axis strong-weak", 0.4, 0.3, 0.5, 12, True), ("AUC", "axis a-b", 0.9, 0.8, 1.0, 12, True)],
    )
    with_card(tables, "frames", [("AUC", "Entman cause: responsibility", 0.414, 0.33, 0.5, 90, True)])
    told = microframes_told(study(tables))
    assert told.endswith("On Silver: AUC 0.40 to 0.90 over 2 axes; not told from chance: strong – weak.")
    assert entman_told(study(tables)).endswith("has an AUC of 0.41 (0.33 to 0.50) for the cause.")


def test_a_model_that_the_study_names_has_no_valid_frame_and_its_score_is_called_a_probability() -> None:
    tables = small.all_tables()
    tables["frames"] = tables["frames"].assign(instrument="model", sentence_id="")
    tables["frame_validity"] = tables["frame_validity"].assign(validity="not validated", n=0)
    page = " ".join(rendered(tables)["index.html"].decode().split())
    assert "no frame is validated: none is drawn, none carries a finding" in page
    assert "a score is that model's probability" in page
    assert "it is a rank" not in page
    assert 'id="figure-frame-profile"' not in page


def test_no_code_of_a_frame_is_shown_to_readers() -> None:
    tables = small.all_tables()
    with_card(
        tables,
        "frames",
        [
            ("AUC", "frame pfc_legality", 0.5, 0.4, 0.6, 9, False),
            ("AUC", "Entman remedy: pfc_policy", 0.9, 0.8, 1, 9, True),
        ],
    )
    text = read(rendered(tables)).text
    assert "pfc_" not in text
    assert "Legality, constitutionality and jurisprudence (policy frame)" in text
    assert "Entman remedy: Policy prescription and evaluation (policy frame)" in text
