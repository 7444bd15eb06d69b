"""The explorer: what it holds of a study, what it leaves out and says so, and that no text breaks out of it."""

from __future__ import annotations

import base64
import hashlib
import json
import re
from importlib import resources
from typing import Any

import numpy as np
import pandas as pd
import pytest

from analysis.figures import render_all, style
from analysis.report.explorer import capacity, explorer, explorer_files, plotly
from analysis.report.explorer.choices import Choice, choices
from analysis.report.explorer.embedded import embedded
from analysis.report.explorer.paragraphs import map_paragraphs
from analysis.report.study import Study
from tests.figures import small
from tests.report.reading import Page
from tests.report.studies import FEW, PROVENANCE, rendered, study
from tests.report.test_page import CANARY, hostile_tables

MAP = ("articles", "paragraphs", "sentences", "topics", "assignments")


@pytest.fixture(scope="module")
def files() -> dict[str, bytes]:
    """The report of the small study."""
    return rendered(small.all_tables())


@pytest.fixture(scope="module")
def html(files: dict[str, bytes]) -> str:
    """Its explorer."""
    return files["explorer.html"].decode()


def with_map(tables: dict[str, pd.DataFrame]) -> Study:
    """A study as the explorer sees it: the tables of the map, and its figure."""
    own = {name: tables[name] for name in MAP}
    return Study.of(
        own,
        settings=small.SETTINGS,
        gate=FEW,
        figures=render_all(own, small.SETTINGS),
        provenance=PROVENANCE,
        no_topics="",
    )


def many(paragraphs: int, *, words: int = 60) -> dict[str, pd.DataFrame]:
    """A made-up study of so many paragraphs in three articles and three topics."""
    rng = np.random.default_rng(1)
    vocabulary = np.array([f"word{number}" for number in range(5000)])
    drawn = rng.choice(vocabulary, size=(paragraphs, words))
    ids = [f"g1:{number}" for number in range(paragraphs)]
    tables = small.all_tables()
    text = [" ".join(row) for row in drawn]
    first = tables["paragraphs"].query("analysed").head(1)
    tables["paragraphs"] = pd.concat([first] * paragraphs, ignore_index=True).assign(
        paragraph_id=ids, text=text, plain=text, ordinal=range(paragraphs)
    )
    tables["assignments"] = pd.DataFrame(
        {
            "paragraph_id": ids,
            "topic": rng.integers(-1, 3, paragraphs),
            "confidence": 0.5,
            "x": rng.normal(size=paragraphs),
            "y": rng.normal(size=paragraphs),
        }
    )
    tables["sentences"] = tables["sentences"].head(1).assign(paragraph_id="g1:0")
    return tables


def parsed(html: str) -> Page:
    """The page, parsed."""
    page = Page()
    page.feed(html)
    page.close()
    return page


def data_of(html: str) -> dict[str, Any]:
    """What the page's script reads."""
    found = re.search(r'<script type="application/json" id="data">(.*?)</script>', html, flags=re.DOTALL)
    assert found
    read: dict[str, Any] = json.loads(found[1])
    return read


def test_every_paragraph_of_the_map_is_there_with_what_it_is_filtered_by() -> None:
    rows = map_paragraphs(study(small.all_tables()), frozenset()).set_index("paragraph_id")
    assert rows.index.tolist() == [
        "g1:2", "g1:3", "g1:5", "g1:6", "g2:1", "g2:2", "h1:1", "h1:2", "h1:3", "h1:4",
    ]  # fmt: skip
    answer = rows.to_dict("index")["h1:3"]
    assert answer == {
        "article_id": "h1", "outlet": "Herald", "speaker": "Ann Baker", "speakers": ["Ann Baker"], "voices": ["answer"],
        "topic": 2, "x": 8.0, "y": 2.0, "source_start": 300, "source_end": 399, "text": "Bread is dear, and good.",
        "anchor": "",
    }  # fmt: skip


def test_who_is_quoted_in_a_sentence_counts_as_a_speaker_of_its_paragraph() -> None:
    tables = small.all_tables()
    quoted = {"sentence_id": "g1:2.2", "paragraph_id": "g1:2", "ordinal": 2, "text": "“Sail!”"}
    sentence = pd.DataFrame([quoted | {"voice": "direct", "speaker": "the captain"}])
    tables["sentences"] = pd.concat([tables["sentences"], sentence], ignore_index=True)
    rows = map_paragraphs(study(tables), frozenset()).set_index("paragraph_id")
    assert rows.loc["g1:2", "speakers"] == ["Gazette", "the captain"]
    assert rows.loc["g1:2", "voices"] == ["direct", "narration"]


def test_only_paragraphs_that_the_report_holds_are_linked_to() -> None:
    rows = map_paragraphs(study(small.all_tables()), frozenset({"paragraph-g1:3"}))
    assert [anchor for anchor in rows["anchor"] if anchor] == ["paragraph-g1:3"]


def test_every_link_into_the_report_has_its_target(files: dict[str, bytes]) -> None:
    report = parsed(files["index.html"].decode())
    linked = [anchor for anchor in data_of(files["explorer.html"].decode())["paragraphs"]["anchor"] if anchor]
    assert len(linked) == 10
    assert set(linked) <= set(report.ids)
    own = parsed(files["explorer.html"].decode())
    beside = [link for link in own.links if not link.startswith("#")]
    assert beside
    assert {link.partition("#")[0] for link in beside} == {"index.html"}
    assert {link.partition("#")[2] for link in beside} - {""} <= set(report.ids)


def test_the_filters_offer_what_occurs_with_its_count() -> None:
    own = study(small.all_tables())
    offered = choices(own, map_paragraphs(own, frozenset()))
    assert offered.outlets == (Choice("Gazette", "Gazette", 6), Choice("Herald", "Herald", 4))
    assert [(one.value, one.paragraphs) for one in offered.voices] == [
        ("narration", 5), ("direct", 2), ("question", 1), ("answer", 2),
    ]  # fmt: skip
    assert [(one.value, one.paragraphs) for one in offered.speakers] == [
        ("Gazette", 6), ("Ann Baker", 2), ("Herald", 2),
    ]  # fmt: skip
    assert [(one.value, one.label, one.paragraphs) for one in offered.topics] == [
        ("0", "Harbour, Ships", 3), ("1", "Taxes", 3), ("2", "Bread", 3), ("-1", "In no topic", 1),
    ]  # fmt: skip
    assert (offered.first_day, offered.last_day, offered.undated) == ("2011-03-04", "2014-11-05", 2)


def test_speakers_beyond_the_most_frequent_are_counted_and_not_offered(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("analysis.report.explorer.choices.MOST_SPEAKERS", 1)
    own = study(small.all_tables())
    offered = choices(own, map_paragraphs(own, frozenset()))
    assert [one.value for one in offered.speakers] == ["Gazette"]
    assert offered.speakers_left_out == 2


def test_an_outlet_looks_as_in_the_figures(html: str) -> None:
    looks = style.looks(["Gazette", "Herald"])
    shown = {one["name"]: (one["fill"], one["symbol"]) for one in data_of(html)["outlets"]}
    assert shown == {
        "Gazette": (looks["Gazette"].colour, "circle"),
        "Herald": (looks["Herald"].colour, "square"),
    }


def test_every_marker_and_colour_of_the_figures_can_be_drawn() -> None:
    looks = style.looks([str(number) for number in range(24)]).values()
    assert {look.marker for look in looks} <= set(plotly.SYMBOLS)
    assert len(set(plotly.SYMBOLS.values())) == len(plotly.SYMBOLS)


def test_the_library_is_the_one_that_is_named_with_its_licence_beside_it() -> None:
    folder = resources.files("analysis.report.explorer").joinpath("library")
    assert hashlib.sha256(folder.joinpath(plotly.FILE).read_bytes()).hexdigest() == plotly.SHA256
    assert f"plotly.js (basic - minified) v{plotly.VERSION}" in plotly.library()[:80]
    assert folder.joinpath("LICENSE").read_text("utf-8").startswith("MIT License")
    assert plotly.SHA256 in str(plotly.__doc__)


def test_the_library_is_in_the_page_once(html: str) -> None:
    assert html.count("plotly.js (basic - minified)") == 1


def test_the_policy_allows_the_two_scripts_and_nothing_from_elsewhere(html: str) -> None:
    page = parsed(html)
    scripts = re.findall(r"<script>(.*?)</script>", html, flags=re.DOTALL)
    digests = [base64.b64encode(hashlib.sha256(one.encode()).digest()).decode() for one in scripts]
    (policy,) = [
        one["content"] for one in page.all("meta") if one.get("http-equiv") == "Content-Security-Policy"
    ]
    assert policy.startswith("default-src 'none';")
    assert f"script-src 'sha256-{digests[0]}' 'sha256-{digests[1]}';" in policy
    assert len(digests) == 2
    assert not [element for element in page.elements if "src" in element.attributes]
    assert not page.all("link") + page.all("iframe") + page.all("object") + page.all("img")


def test_every_control_has_a_label(html: str) -> None:
    page = parsed(html)
    named = {one["for"] for one in page.all("label") if "for" in one}
    fields = [one["id"] for one in page.all("select") + page.all("input") if "id" in one]
    assert set(fields) == named
    assert len(page.all("h1")) == 1


def test_without_scripts_the_page_leads_to_the_static_map(html: str) -> None:
    (told,) = re.findall(r"<noscript>(.*?)</noscript>", html, flags=re.DOTALL)
    assert 'href="index.html#figure-topic-map"' in told


def test_the_report_leads_to_the_explorer(files: dict[str, bytes]) -> None:
    report = files["index.html"].decode()
    assert report.count('href="explorer.html"') == 1
    assert 'href="explorer.html"' in report.split('id="figure-topic-map"')[1].split("</figure>")[0]


def test_two_renderings_are_the_same_bytes() -> None:
    first, second = (explorer(with_map(small.all_tables()), frozenset()) for _ in range(2))
    assert first == second


def test_a_study_without_topics_has_no_explorer_and_no_link_to_one() -> None:
    full = small.all_tables()
    tables = {"articles": full["articles"].head(1), "paragraphs": full["paragraphs"].head(2)}
    empty = {
        name: full[name].iloc[:0] for name in ("topics", "exemplars", "cut_profile", "keyness", "estimates")
    }
    report = rendered(tables | empty, no_topics="Too few.")
    assert "explorer.html" not in report
    assert b"explorer.html" not in report["index.html"]
    assert explorer_files(study(small.all_tables()), "") == {}


def test_no_text_ends_the_script_that_holds_it() -> None:
    text = "</script><!--<script>\u2028\u2029&amp;"
    written = embedded([text])
    assert not set("<>&\u2028\u2029") & set(written)
    assert json.loads(written) == [text]


def test_a_number_that_json_cannot_hold_is_refused() -> None:
    with pytest.raises(ValueError, match="JSON"):
        embedded([float("nan")])


def test_hostile_text_stays_text() -> None:
    html = explorer(with_map(hostile_tables()), frozenset())
    page = parsed(html)
    assert [one.get("type", "") for one in page.all("script")] == ["application/json", "", ""]
    assert not page.all("img")
    assert not re.search(
        r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]", html.split('id="data"')[1].split("</script>")[0]
    )
    assert CANARY in data_of(html)["paragraphs"]["text"][0]


def test_texts_are_cut_before_paragraphs_are_left_out(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(capacity, "MOST_BYTES", 60_000)
    held = capacity.explored(with_map(many(100, words=200)), frozenset())
    assert (held.left_out, held.most_characters, held.shortened) == (0, 300, 100)
    assert held.rows["text"].str.len().max() <= 300


def test_what_does_not_fit_even_when_cut_is_left_out(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(capacity, "MOST_BYTES", 10_000)
    held = capacity.explored(with_map(many(100, words=200)), frozenset())
    assert 20 <= len(held.rows) < 40
    assert held.left_out == 100 - len(held.rows)
    assert capacity.size(held.rows, held.most_characters) <= 10_000


def test_which_paragraphs_stay_does_not_hang_on_their_order() -> None:
    rows = pd.DataFrame({"text": [f"text {number}" for number in range(50)]})
    rows["paragraph_id"] = rows["text"]
    shuffled = rows.sample(frac=1, random_state=3)
    kept = capacity.hashed_sample(rows, 10)
    assert len(kept) == 10
    assert set(kept["text"]) == set(capacity.hashed_sample(shuffled, 10)["text"])
    assert kept["text"].tolist() == [text for text in rows["text"] if text in set(kept["text"])]


@pytest.mark.slow
def test_twenty_thousand_paragraphs_make_a_page_of_less_than_five_million_bytes_that_says_what_it_lacks() -> (
    None
):
    html = explorer(with_map(many(20_000, words=120)), frozenset())
    said = " ".join(parsed(html).prose.split())
    assert len(html.encode()) < 5_000_000
    assert len(data_of(html)["paragraphs"]["id"]) == 6_000
    assert "The study’s map has 20,000 paragraphs. This page holds 6,000 of them" in said
    assert "14,000 are left out" in said
    assert "6,000 texts are cut at 300 characters" in said
