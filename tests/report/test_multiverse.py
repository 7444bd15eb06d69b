"""What the page says of other choices."""

from __future__ import annotations

import pandas as pd

from analysis.report.findings import findings
from analysis.report.limits import limit_sentences
from analysis.report.listing import Heading
from analysis.report.multiverse import distinct, fragile_sentence, multiverse_listing, multiverse_sentences
from analysis.report.robustness_notes import robustness_note, robustness_notes
from tests.figures import small
from tests.figures.small import GAZETTE, HERALD
from tests.report.reading import read
from tests.report.studies import ENOUGH, rendered, study

TABLES = small.all_tables()
WITHOUT = {name: table for name, table in TABLES.items() if not name.startswith("multiverse")}


def test_the_most_fragile_comparison_stands_first_with_its_verdict_and_all_its_parts() -> None:
    table = multiverse_listing(study(TABLES))
    assert table is not None
    first, _, last = table.rows
    texts = [cell.text for cell in first.cells]
    assert texts[:4] == ["Share of “Ships, harbour”", GAZETTE, "+100 points", "same sign in 9 of 16"]
    assert first.cells[3].note == "(2 the other sign; 1 no difference; 4 topic not found again)"
    assert (texts[4], first.cells[4].note) == ("+30 points", "−10 points to +70 points")
    assert (texts[5], first.cells[5].note) == ("voice", "(all text +30; narration only +40)")
    assert last.cells[0].text == "The word “bread”"
    assert last.cells[3].text == "robust in sign in 6 of 6"
    assert last.cells[3].note == ""


def test_only_a_study_that_is_tested_says_in_how_many_a_test_supports_it() -> None:
    tested = TABLES | {"multiverse_summary": small.multiverse_summary().assign(tested=12, supported=0.25)}
    assert "Supported in" not in [heading.text for heading in _headings(TABLES)]
    table = multiverse_listing(study(tested, allowed=ENOUGH))
    assert table is not None
    assert table.headings[-1].text == "Supported in"
    assert table.rows[0].cells[-1].text == "25% of 12"


def test_the_section_of_a_descriptive_study_has_no_word_of_a_test() -> None:
    page = read(rendered(TABLES)).prose
    section = page[page.index("headline comparisons of this page") :]
    section = section[: section.index("Steegen")]
    assert not any(word in section.lower() for word in ("significan", "p-value", "p below", "supported"))


def test_the_sentences_say_how_many_were_tried_and_how_many_hold() -> None:
    first, second = multiverse_sentences(study(TABLES))
    assert first.startswith("Three headline comparisons of this page were computed anew")
    assert "each in 6 to 16 specifications: 32 different ones in all." in first
    assert first.endswith("One keeps its sign in at least 90% of them.")
    assert second.startswith("In 25% of the specifications that rest on topics")


def test_a_specification_is_counted_once_for_all_contrasts_of_its_kind() -> None:
    rows = small.multiverse()
    other = rows[rows["contrast"] == "topic share:0:Gazette"].assign(contrast="topic share:1:Gazette")
    assert distinct(study(TABLES | {"multiverse": pd.concat([rows, other])})) == 32


def test_fragile_comparisons_are_a_limit() -> None:
    limit = fragile_sentence(study(TABLES))
    assert "two of the 3 headline comparisons keep the sign in fewer than 90%" in limit
    assert "share of “Ships, harbour” in Gazette, in 9 of 16" in limit
    assert limit in limit_sentences(study(TABLES))
    firm = small.multiverse_summary().assign(same_sign=15, specifications=16)
    assert fragile_sentence(study(TABLES | {"multiverse_summary": firm})) == ""


def test_a_finding_carries_the_verdict_on_its_contrast() -> None:
    note = robustness_note(study(TABLES), "topic share", "0", GAZETTE)
    assert note == "Computed in 16 ways, Gazette differs from the others in the same direction in 9."
    assert robustness_note(study(TABLES), "topic share", "0", HERALD) == ""
    one = robustness_notes(study(TABLES), "wording tone", "", [GAZETTE, HERALD])
    assert one == note.replace("Gazette", "Herald")
    both = small.multiverse_summary().iloc[:1]
    both = pd.concat([both, both.assign(outlet=HERALD, same_sign=4)])
    assert robustness_notes(
        study(TABLES | {"multiverse_summary": both}), "topic share", "0", [GAZETTE, HERALD]
    ) == (
        "Computed in other ways, Gazette differs from the others in the same direction in 9 of 16 and Herald in 4 of "
        "16."
    )
    assert robustness_note(study(WITHOUT), "topic share", "0", GAZETTE) == ""


def test_the_findings_on_shares_and_tone_in_topics_tell_it_in_their_limits() -> None:
    summary = small.multiverse_summary()
    share, tone = summary.iloc[:1], summary.iloc[:1].assign(kind="wording tone in topic", topic="0")
    everywhere = [
        each.assign(topic=topic, outlet=outlet)
        for each in (share, tone)
        for topic in ("0", "1", "2")
        for outlet in (GAZETTE, HERALD)
    ]
    found = {
        each.finding_id: each.limit
        for each in findings(study(TABLES | {"multiverse_summary": pd.concat(everywhere)}))
    }
    assert "in the same direction in 9." in found["finding-attention"]
    assert found["finding-tone-in-topic"].count("in 9 of 16") == 2


def test_without_a_multiverse_the_section_says_with_which_command_it_is_made() -> None:
    page = read(rendered(WITHOUT))
    assert "framing multiverse" in page.prose
    assert "multiverse" in page.ids
    assert multiverse_listing(study(WITHOUT)) is None
    assert multiverse_sentences(study(WITHOUT)) == []
    assert not any("specification" in limit for limit in limit_sentences(study(WITHOUT)))


def test_where_none_is_firm_the_sentence_says_none() -> None:
    weak = TABLES | {"multiverse_summary": small.multiverse_summary().iloc[:2]}
    assert multiverse_sentences(study(weak))[0].endswith(
        "None keeps its sign in 90% of its specifications or more."
    )


def _headings(tables: dict[str, pd.DataFrame]) -> tuple[Heading, ...]:
    """The headings of the listing."""
    table = multiverse_listing(study(tables))
    assert table is not None
    return table.headings
