"""The section on stance: every cell can be cited and opens to its sentences."""

from __future__ import annotations

import pandas as pd
import pytest

from analysis.choices import Actor
from analysis.report.findings import findings
from analysis.report.findings.finding import Finding
from analysis.report.stance import proposal, validity_sentence
from tests.figures import small
from tests.report.reading import Page, read
from tests.report.studies import ENOUGH, rendered, study


@pytest.fixture(scope="module")
def page() -> Page:
    """The page of the small study."""
    return read(rendered(small.all_tables()))


def prose(page: Page) -> str:
    return " ".join(page.text.split())


def many() -> dict[str, pd.DataFrame]:
    """The small study, three sentences for each of it: enough for a finding."""
    tables = small.all_tables()
    targets, sentences = tables["targets"], tables["sentences"]
    copies = range(3)
    tables["targets"] = pd.concat(
        [targets.assign(sentence_id=targets["sentence_id"] + f"{n}") for n in copies], ignore_index=True
    )
    tables["sentences"] = pd.concat(
        [sentences, *(sentences.assign(sentence_id=sentences["sentence_id"] + f"{n}") for n in copies)],
        ignore_index=True,
    )
    return tables


def finding(tables: dict[str, pd.DataFrame]) -> Finding | None:
    return next((one for one in findings(study(tables)) if one.finding_id == "finding-stance"), None)


def test_every_cell_is_a_row_that_leads_to_its_sentences(page: Page) -> None:
    assert "row-stance-Gazette,-narration-Harbour" in page.ids
    assert "#stance-Gazette-narration-of-Harbour" in page.links
    assert "stance-Gazette-narration-of-Harbour" in page.ids


def test_a_sentence_is_shown_with_what_was_read_off_it_and_where_it_stands(page: Page) -> None:
    assert (
        "Named as “The harbour”; stance −0.80 (against 0.85, neutral 0.10, for 0.05): “The harbour is lost,” "
        "the captain said. Gazette, Gazette 2011, characters 300–399 of g1.txt"
    ) in prose(page)


def test_an_outlet_s_row_has_all_text_and_narration(page: Page) -> None:
    assert "row-stance-in-Harbour-Gazette" in page.ids
    assert "row-stance-in-Taxes-Herald" not in page.ids, "Herald does not mention taxes"


def test_a_study_that_can_be_tested_has_a_column_for_what_the_test_says() -> None:
    plain = read(rendered(small.all_tables()))
    tested = read(rendered(small.all_tables(), allowed=ENOUGH))
    assert prose(tested).count("Difference from the others") > prose(plain).count(
        "Difference from the others"
    )


def test_a_study_without_actors_says_how_to_name_them_and_whom_it_names_most() -> None:
    tables = small.all_tables() | {"targets": small.targets().iloc[:0]}
    text = prose(read(rendered(tables)))
    assert "The study names no actors" in text
    assert "[[actors]]" in text
    assert "The persons named most often are Ann Baker (2) and Carl Dean (1)." in proposal(study(tables))


def test_a_study_whose_actors_are_never_mentioned_says_so() -> None:
    import dataclasses

    settings = dataclasses.replace(small.SETTINGS, actors=(Actor("Nobody"),))
    tables = small.all_tables() | {"targets": small.targets().iloc[:0]}
    assert "No sentence mentions an actor of the study" in prose(read(rendered(tables, settings=settings)))


def validated(tables: dict[str, pd.DataFrame], version: str = "current") -> dict[str, pd.DataFrame]:
    """The tables with cards of the instrument: one with macro-F1, one with the order of outlets."""
    sentences = (
        ("macro-F1", "all", 0.8149, 0.8, 0.83), ("macro-F1", "mixed", 0.77, 0.7, 0.8),
        ("F1", "class negative", 0.9, 0.8, 1.0), ("calibration error", "all", 0.03, 0.02, 0.04),
    )  # fmt: skip
    outlets = (
        ("mean stance", "fox, all text", 0.1, 0.0, 0.2), ("mean stance", "hpo, all text", -0.2, -0.3, -0.1),
        ("mean stance, difference", "fox less hpo, all text", 0.3, 0.2, 0.4),
        ("mean VADER tone", "fox, all text", -0.1, -0.2, 0.0), ("mean VADER tone", "hpo, all text", 0.0, -0.1, 0.1),
        ("mean stance", "fox, narration", -0.4, -0.5, 0.0),
    )  # fmt: skip
    figures = [("stance-newsmtsc", *one) for one in sentences] + [("stance-basil", *one) for one in outlets]
    columns = ["card", "metric", "part", "value", "low", "high"]
    rows = pd.DataFrame(figures, columns=columns).assign(instrument="stance", n=60, groups=60, holds=True)
    cards = [
        small.cards()
        .head(1)
        .assign(card=f"stance-{data.lower()}", instrument="stance", data=data, standing=version)
        for data in ("BASIL", "NewsMTSC")
    ]
    used = small.instruments().head(1).assign(instrument="stance")
    return tables | {
        "cards": pd.concat([tables["cards"], *cards], ignore_index=True),
        "validity": pd.concat([tables["validity"], rows], ignore_index=True),
        "instruments": pd.concat([tables["instruments"], used], ignore_index=True),
    }


def test_the_validity_is_quoted_from_the_current_cards_the_set_nearest_to_the_texts_first() -> None:
    made = study(validated(small.all_tables()))
    nearest = (
        "On 60 hand-labelled sentences that it was not trained on (NewsMTSC) it scores 0.81 of 1 (macro-F1, the mean "
        "over against, neutral and for; 0.80 to 0.83)"
    )
    assert validity_sentence(made, most=1) == f"{nearest}."
    assert validity_sentence(made) == (
        f"{nearest}; 0.77 (0.70 to 0.80) where targets in one sentence differ; calibration error 0.03 (0.02 to 0.04). "
        "On BASIL: order by mean stance fox > hpo; fox less hpo 0.30 (0.20 to 0.40); by mean VADER tone hpo > fox."
    )


def test_the_page_s_line_for_stance_says_the_same() -> None:
    text = " ".join(read(rendered(validated(small.all_tables()))).prose.split())
    assert "Stance NewsMTSC n = 60 macro-F1 0.81 (0.80 to 0.83) 0.77 (0.70 to 0.80) where" in text
    assert "On BASIL: order by mean stance fox > hpo; fox less hpo 0.30 (0.20 to 0.40); by mean VADER" in text


@pytest.mark.parametrize("tables", [small.all_tables(), validated(small.all_tables(), "stale")])
def test_without_a_current_card_the_page_says_that_it_was_not_validated(
    tables: dict[str, pd.DataFrame],
) -> None:
    assert "not been validated" in validity_sentence(study(tables))


def test_the_finding_sets_an_outlet_s_own_words_beside_whoever_differs_most() -> None:
    found = finding(validated(many()))
    assert found is not None
    assert found.text == (
        "In its own words Gazette speaks of Harbour, on balance, critically: mean stance −0.50 in 3 sentences (3 "
        "against, 0 neutral, 0 for), on a scale from −1 (against) to +1 (for). In its own words Herald speaks of "
        "Harbour, on balance, favourably: mean stance +0.60 in 3 sentences (0 against, 0 neutral, 3 for)."
    )
    assert (
        found.size
        == "Gazette, narration, 3 sentences in 1 article; Herald, narration, 3 sentences in 1 article"
    )
    assert found.cited == ("g1:2", "h1:1")
    assert found.claims[0].evidence[0] == "row-stance-Gazette,-narration-Harbour--mean-stance"
    assert "counts for its speaker" in found.limit
    assert "(NewsMTSC) it scores 0.81 of 1" in found.limit


def test_one_or_two_sentences_are_no_finding() -> None:
    assert finding(validated(small.all_tables())) is None


def test_an_instrument_of_unknown_validity_has_no_finding() -> None:
    assert finding(many()) is None
