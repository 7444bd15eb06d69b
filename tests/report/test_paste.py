"""Words to paste: they say what this study did, and every work they cite is given."""

from __future__ import annotations

import dataclasses
import re

import pandas as pd
import pytest
from bibtexparser.entrypoint import parse_string

from analysis.compare.gate import gate
from analysis.report.paste import Paste, paste
from analysis.report.paste.references import as_latex, bibtex, cited_keys, entries, spelled_out
from analysis.settings import CompareSettings, ModelSettings
from tests.figures import small
from tests.report.studies import ENOUGH, study

TABLES = small.all_tables()


@pytest.fixture(scope="module")
def words() -> Paste:
    """The words for the small study."""
    return paste(study(TABLES))


def test_the_methods_say_what_was_read_and_that_nothing_was_tested(words: Paste) -> None:
    assert words.methods.startswith("We analysed 3 articles (2 of Gazette and 1 of Herald)")
    assert "10 paragraphs with" in words.methods
    assert "the results are descriptive only" in words.methods
    assert "bootstrap" not in words.methods


def test_a_tested_study_names_its_tests_with_their_settings() -> None:
    text = paste(study(TABLES, allowed=ENOUGH)).methods
    assert "95% intervals are bootstrap-t intervals over 10,000 resamples of whole articles" in text
    assert "smaller than 0.05 in share, 0.10 in tone and 0.10 in stance were called equivalent" in text
    assert "descriptive only" not in text
    across = "across them by the procedure of Benjamini and Bogomolov [@benjamini2014]."
    assert f"corrected within families by max-T [@westfall1993] and {across}" in text
    three = paste(study(TABLES, allowed=gate({"a": 8, "b": 8, "c": 8}, CompareSettings()))).methods
    assert (
        "[@benjamini2014]; pairs only behind a test of all outlets at once, corrected by Holm's method."
        in three
    )


def test_what_the_study_chose_otherwise_is_said_otherwise() -> None:
    given = study(TABLES, allowed=ENOUGH)
    other = dataclasses.replace(
        given.settings,
        compare=CompareSettings(estimand="articles", strata=("genre", "year"), prior_words=250),
        models=ModelSettings(stance="my-model"),
    )
    text = paste(dataclasses.replace(given, settings=other)).methods
    assert "every article weighs the same" in text
    assert "within the same genre and year" in text
    assert "worth 250 words" in text
    assert "by the model my-model" in text
    assert "hamborg2021" not in text


def test_a_step_that_was_not_made_is_not_described() -> None:
    bare = {name: TABLES[name] for name in ("articles", "paragraphs")}
    text = paste(study(bare)).methods
    assert not re.search("BERTopic|VADER|Stance|frames|log-odds|quoted", text)


def test_the_limitations_are_those_of_the_page_with_the_validity_of_the_instruments(words: Paste) -> None:
    assert "Tone is scored by English word lists" in words.limitations
    assert "the instruments reach:" in words.limitations
    none = paste(study(TABLES | {"instruments": pd.DataFrame()}))
    assert "the instruments reach:" not in none.limitations


def test_every_work_that_is_cited_is_in_the_bibliography_and_no_other(words: Paste) -> None:
    library = parse_string(words.bibtex)
    assert not library.failed_blocks
    assert sorted(entry.key for entry in library.entries) == cited_keys(
        f"{words.methods} {words.limitations}"
    )
    assert words.report.key in cited_keys(words.methods)


def test_every_entry_has_authors_a_title_and_a_year() -> None:
    library = parse_string("\n\n".join(entries().values()))
    assert len(library.entries) == len(entries()) >= 15
    assert all({"author", "title", "year"} <= set(entry.fields_dict) for entry in library.entries)


def test_citations_are_spelled_out_for_readers() -> None:
    text = "It was [@hutto2014; @nielsen2011], see [@monroe2008] and [@own-2026-report]."
    assert spelled_out(text, {"own-2026-report": "Baker, 2026"}) == (
        "It was (Hutto & Gilbert, 2014; Nielsen, 2011), see (Monroe et al., 2008) and (Baker, 2026)."
    )


def test_citations_become_commands_in_latex_and_nothing_else_does() -> None:
    text = "It was 15% [@hutto2014; @nielsen2011] & more."
    assert as_latex(text) == r"It was 15\% \citep{hutto2014,nielsen2011} \& more."


def test_an_unknown_work_is_a_mistake_of_ours() -> None:
    with pytest.raises(KeyError, match="nobody1999"):
        bibtex("It was [@nobody1999].")


def test_the_files_say_that_they_are_free(words: Paste) -> None:
    files = words.files()
    assert set(files) == {"paste/methods.md", "paste/limitations.md", "paste/references.bib"}
    assert all(b"CC0 1.0" in content for content in files.values())
