"""The whole comparison: what it holds, what must not move it, and the smallest studies there are."""

from __future__ import annotations

import dataclasses

import pandas as pd
import pytest

from analysis import tables
from analysis.compare import Comparison
from analysis.errors import TableError
from tests.compare.studies import QUICK, Study, blank, random_study, study

BUNDLED = {"The Moscow Times": 3, "TASS": 1, "Sputnik": 1}
TABLES = (
    "design",
    "estimates",
    "keyness",
    "prior_sensitivity",
    "shared_topics",
    "article_tone",
    "confounding",
)
OURS = [("narration", 0.2, "War and peace talks."), ("direct", -0.4, "No peace, no talks.")]


def _same(one: Comparison, other: Comparison) -> None:
    """Assert that two comparisons hold the same tables."""
    for name in TABLES:
        pd.testing.assert_frame_equal(getattr(one, name), getattr(other, name))


def _shuffled(made: Study) -> Study:
    """The same study with the rows of every table in another order."""
    return Study(**{name: table.sample(frac=1, random_state=7) for name, table in made.tables().items()})


@pytest.fixture(scope="module")
def open_study() -> Study:
    """A study of five articles against five, in which tests are possible."""
    return random_study({"Gazette": 5, "Herald": 5})


def test_the_tables_keep_their_contracts(open_study: Study) -> None:
    compared = open_study.compared()
    tables.check(compared.estimates, "estimates")
    tables.check(compared.keyness, "keyness")
    assert set(compared.estimates["measure"]) == {"topic share", "wording tone"}
    assert set(compared.keyness["voice"]) == {"all", "narration"}
    voices = compared.estimates.groupby("measure")["voice"].agg(set)
    assert voices["topic share"] == {"all", "narration"}
    assert voices["wording tone"] == {"all", "narration", "quoted"}
    assert set(compared.estimates["topic"]) == {"", "0", "1", "2"}


def test_each_measure_has_one_row_per_outlet(open_study: Study) -> None:
    rows = open_study.compared().estimates
    per_measure = rows.groupby(["measure", "voice", "topic", "target", "frame"])["outlet"].agg(list)
    assert per_measure.map(lambda outlets: outlets == ["Gazette", "Herald"]).all()
    # Three shares in two voices; one tone and three tones within topics in three voices, for nobody answers here.
    assert len(per_measure) == 2 * 3 + 3 * (1 + 3)


def test_tone_is_compared_within_the_topics_that_more_than_one_outlet_speaks_in() -> None:
    made = study({"a": ("Herald", [(0, OURS), (1, OURS)]), "b": ("Gazette", [(0, OURS)])})
    rows = made.compared().estimates
    assert set(rows.loc[rows["measure"] == "wording tone", "topic"]) == {"", "0"}
    assert set(rows.loc[rows["measure"] == "topic share", "topic"]) == {"0", "1"}


def test_outlets_own_names_are_not_among_the_words() -> None:
    spoken = [("narration", 0.0, "Herald reporters saw war, war and peace.")] * 3
    rows = study({"a": ("Herald", [(0, spoken)]), "b": ("Gazette", [(0, spoken)])}).compared().keyness
    assert set(rows["word"]) == {"peace", "reporters", "saw", "war"}


def test_the_bundled_design_is_described_and_nothing_is_inferred() -> None:
    compared = random_study(BUNDLED).compared()
    assert compared.gate.verdict == "descriptive only"
    assert set(compared.estimates["verdict"]) <= {"descriptive only", "not estimable"}
    assert set(compared.keyness["verdict"]) == {"descriptive only"}
    assert blank(compared.estimates, "low", "high", "p", "q")
    assert compared.keyness["p_article"].isna().all()
    assert compared.estimates["estimate"].notna().any()


def test_the_order_of_rows_does_not_matter(open_study: Study) -> None:
    _same(open_study.compared(), _shuffled(open_study).compared())


def test_the_same_seed_gives_the_same_comparison(open_study: Study) -> None:
    _same(open_study.compared(seed=3), open_study.compared(seed=3))


def test_exchanging_two_outlets_names_flips_every_difference(open_study: Study) -> None:
    exchange = {"Gazette": "Herald", "Herald": "Gazette"}
    renamed = open_study.articles.assign(outlet=open_study.articles["outlet"].map(exchange))
    one, other = open_study.compared(), dataclasses.replace(open_study, articles=renamed).compared()
    key = ["measure", "voice", "topic", "outlet"]
    for before, after, numbers in (
        (one.estimates, other.estimates, ["difference", "p"]),
        (one.keyness, other.keyness, ["log_odds", "z", "p_article"]),
    ):
        index = [name for name in [*key, "word"] if name in before]
        left, right = (table.set_index(index)[numbers].sort_index() for table in (before, after))
        pd.testing.assert_frame_equal(right[numbers[:-1]], -left[numbers[:-1]])
        pd.testing.assert_frame_equal(right[numbers[-1:]], left[numbers[-1:]])


def test_doubling_one_outlets_articles_moves_no_estimate() -> None:
    small = random_study({"Gazette": 3, "Herald": 2})
    again = small.articles["article_id"].str.startswith("herald")
    parts = {}
    for name, table in small.tables().items():
        twin = table[table[table.columns[0]].str.startswith("herald")].copy()
        for column in ("article_id", "paragraph_id", "sentence_id"):
            if column in twin:
                twin[column] = "twin-" + twin[column]
        parts[name] = pd.concat([table, twin], ignore_index=True)
    assert again.sum() == 2
    key = ["measure", "voice", "topic", "outlet"]
    before, after = (made.compared().estimates.set_index(key)["estimate"] for made in (small, Study(**parts)))
    pd.testing.assert_series_equal(before, after)


def test_an_outlet_without_analysed_paragraphs_is_left_out() -> None:
    made = random_study({"Gazette": 2, "Herald": 2, "Reprinter": 1})
    left = made.paragraphs["outlet"] != "Reprinter"
    cut = dataclasses.replace(
        made,
        paragraphs=made.paragraphs.assign(analysed=left),
        assignments=made.assignments[
            made.assignments["paragraph_id"].isin(made.paragraphs.loc[left, "paragraph_id"])
        ],
    )
    compared = cut.compared()
    assert compared.gate.outlets == ("Gazette", "Herald")
    for name in ("estimates", "keyness", "shared_topics", "article_tone"):
        assert set(getattr(compared, name)["outlet"]) == {"Gazette", "Herald"}


NOTHING: dict[str, tuple[str, list[tuple[int, list[tuple[str, float, str]]]]]] = {}


@pytest.mark.parametrize(
    ("made", "verdicts"),
    [
        (study(NOTHING), set()),
        (study({"a": ("Herald", [(0, OURS)])}), {"descriptive only"}),
        (study({"a": ("Herald", [(-1, OURS)])}), {"descriptive only"}),
        (study({"a": ("Herald", [(-1, OURS)]), "b": ("Gazette", [(-1, OURS)])}), {"descriptive only"}),
        (
            study({"a": ("Herald", [(0, OURS[1:])]), "b": ("Gazette", [(0, OURS[1:])])}),
            {"descriptive only", "not estimable"},
        ),
        (study({"a": ("Herald", [(0, [])])}), {"descriptive only", "not estimable"}),
    ],
    ids=["nothing", "one article", "no topics", "two without topics", "no narration", "no sentences"],
)
def test_the_smallest_studies_are_described_without_a_crash(made: Study, verdicts: set[str]) -> None:
    compared = made.compared()
    assert compared.gate.descriptive_only
    assert set(compared.estimates["verdict"]) <= verdicts
    assert blank(compared.estimates, "low", "high", "p", "q")


def test_a_voice_that_one_outlet_lacks_is_not_estimable_for_either() -> None:
    silent = {f"b{place}": ("Gazette", [(0, OURS[1:])]) for place in range(5)}
    made = study({**{f"a{place}": ("Herald", [(0, OURS)]) for place in range(5)}, **silent})
    rows = made.compared().estimates.query(
        "voice == 'narration' and measure == 'wording tone' and topic == ''"
    )
    assert rows["verdict"].tolist() == ["not estimable"] * 2
    assert dict(zip(rows["outlet"], rows["estimate"].notna(), strict=True)) == {
        "Gazette": False,
        "Herald": True,
    }


def test_a_paragraph_of_an_unknown_article_is_named() -> None:
    made = random_study({"Gazette": 1, "Herald": 1})
    broken = dataclasses.replace(made, articles=made.articles.iloc[1:])
    with pytest.raises(TableError, match="table 'articles' lacks the article_id 'gazette-0'"):
        broken.compared()


def test_a_sentence_without_a_tone_is_named() -> None:
    made = random_study({"Gazette": 1, "Herald": 1})
    broken = dataclasses.replace(made, tone=made.tone.iloc[1:])
    with pytest.raises(TableError, match=r"table 'tone' lacks the sentence_id 'gazette-0:0\.0'"):
        broken.compared()


def test_an_instrument_that_lacks_a_sentence_is_named_with_it() -> None:
    made = random_study({"Gazette": 1, "Herald": 1})
    broken = dataclasses.replace(
        made, tone=pd.concat([made.tone, made.tone.iloc[1:].assign(instrument="afinn")])
    )
    with pytest.raises(TableError, match=r"'tone, instrument afinn' lacks the sentence_id 'gazette-0:0\.0'"):
        broken.compared()


def test_a_paragraph_without_an_assignment_has_no_topic() -> None:
    made = random_study({"Gazette": 2, "Herald": 2})
    none = made.assignments.assign(topic=-1)
    unassigned = dataclasses.replace(made, assignments=made.assignments.iloc[:0])
    _same(dataclasses.replace(made, assignments=none).compared(QUICK), unassigned.compared(QUICK))
