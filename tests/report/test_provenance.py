from __future__ import annotations

from analysis.report.provenance import provenance_listings


def test_plain_facts_come_first_and_each_group_has_a_table_of_its_own() -> None:
    first, versions = provenance_listings({"versions": {"numpy": "1.2.3"}, "code": "c0de"})
    assert [(row.cells[0].text, row.cells[1].text) for row in first.rows] == [("code", "c0de")]
    assert versions.title == "versions"
    assert versions.rows[0].row_id == "row-provenance-versions-numpy"


def test_facts_within_facts_are_joined_by_dots_and_empty_ones_left_out() -> None:
    facts = {
        "settings": {"study": {"seed": 0, "question": ""}, "outlets": [{"name": "Gazette", "aliases": ()}]}
    }
    (settings,) = provenance_listings(facts)
    assert [(row.cells[0].text, row.cells[1].text) for row in settings.rows] == [
        ("study.seed", "0"),
        ("outlets.1.name", "Gazette"),
    ]


def test_the_numbers_of_a_list_stand_side_by_side() -> None:
    ((row,),) = [listing.rows for listing in provenance_listings({"topics": {"neighbours": (5, 8)}})]
    assert row.cells[1].text == "5, 8"
