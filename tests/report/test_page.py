"""The page as a whole: its structure, its links, what it keeps out, and that it is the same every time."""

from __future__ import annotations

import base64
import hashlib
import re
from html import escape, unescape

import pandas as pd
import pytest

from analysis import tables as contract
from analysis.figures import FIGURES, render_all
from analysis.figures.wording import MISSING
from analysis.report import figures_table
from analysis.report.sections import SECTIONS
from tests.conftest import SEEDS
from tests.figures import small
from tests.report.reading import Page, read
from tests.report.studies import ENOUGH, rendered

CANARY = '<script>alert("x")</script><img src=x onerror=alert(1)>'


@pytest.fixture(scope="module")
def files() -> dict[str, bytes]:
    """The report of the small study."""
    return rendered(small.all_tables())


@pytest.fixture(scope="module")
def page(files: dict[str, bytes]) -> Page:
    """Its page."""
    return read(files)


def hostile_tables() -> dict[str, pd.DataFrame]:
    """The small study, its texts and names replaced by attacks."""
    tables = small.all_tables()
    tables["articles"] = tables["articles"].assign(
        headline=CANARY, byline=CANARY, url="javascript:alert(1)", date_source=CANARY, genre=CANARY
    )
    text = f"Ships {CANARY} \x00\x1b end"
    tables["paragraphs"] = tables["paragraphs"].assign(text=text, plain=text, speaker=f"{CANARY}\x07")
    tables["sentences"] = tables["sentences"].assign(text=text, speaker=CANARY)
    tables["topics"] = tables["topics"].assign(label=CANARY, words=CANARY)
    tables["keyness"] = tables["keyness"].assign(word=CANARY)
    tables["quotes"] = tables["quotes"].assign(text=text, speaker=f"{CANARY}\x07", cue=CANARY)
    tables["word_voices"] = tables["word_voices"].assign(speaker=f"{CANARY}\x07")
    tables["reporting_verbs"] = tables["reporting_verbs"].assign(speaker=CANARY, cues=CANARY)
    tables["targets"] = tables["targets"].assign(
        target=CANARY, mention=f"{CANARY}\x07", speaker=f"{CANARY}\x07"
    )
    tables["names"] = tables["names"].assign(name=CANARY)
    tables["unknown_lines"] = pd.DataFrame({"paragraph_id": ["g1:9"], "source_start": [3], "text": [CANARY]})
    return tables


def test_there_is_one_first_heading_and_it_is_the_title(page: Page) -> None:
    assert len(page.all("h1")) == 1
    assert "Ships & taxes" in page.prose


def test_the_page_has_its_landmarks_and_a_link_past_the_contents(page: Page) -> None:
    assert [len(page.all(tag)) for tag in ("header", "nav", "main")] == [1, 1, 1]
    assert page.all("a")[0]["class"] == "skip"
    assert page.all("html")[0]["lang"] == "en"


def test_the_sections_come_in_their_order_and_the_contents_lead_to_them(page: Page) -> None:
    order = [section.section_id for section in SECTIONS]
    assert [attributes["id"] for attributes in page.all("section")] == order
    assert [link[1:] for link in page.links if link[1:] in order][1 : len(order) + 1] == order


def test_every_figure_has_a_place_in_exactly_one_section() -> None:
    placed = [figure for section in SECTIONS for figure in section.figures]
    assert sorted(placed) == sorted(module.SLUG for module in FIGURES)


def test_every_figure_is_numbered_and_anchored_in_the_order_of_the_page(page: Page) -> None:
    assert [one["id"] for one in page.all("figure")] == [f"figure-{module.SLUG}" for module in FIGURES]
    names = [one["aria-label"] for one in page.all("div") if one.get("class") == "plot"]
    assert [name.partition(": ")[0] for name in names] == [
        f"Figure {number}" for number in range(1, len(FIGURES) + 1)
    ]
    assert names[0] == f"Figure 1: {FIGURES[0].TITLE}"


def test_every_drawing_is_one_image_with_a_description(page: Page) -> None:
    drawings = [one for one in page.all("svg") if one.get("role") == "img"]
    assert len(drawings) == len(FIGURES)
    assert all(one["aria-label"] for one in drawings)


def test_no_id_occurs_twice(page: Page) -> None:
    assert len(page.ids) == len(set(page.ids))


def test_every_link_inside_the_page_and_to_a_file_resolves(page: Page, files: dict[str, bytes]) -> None:
    inside = {link[1:] for link in page.links if link.startswith("#")}
    assert inside
    assert inside <= set(page.ids)
    beside = {link for link in page.links if not link.startswith(("#", "https://"))}
    drawn = {
        f"figures/{module.SLUG}.{kind}"
        for module in FIGURES
        for kind in ("svg", "pdf", "png", "csv", "parquet")
    }
    assert beside == drawn | set(files) - {"index.html"}


def test_links_by_reference_in_tables_resolve(page: Page) -> None:
    named = {
        name
        for element in page.elements
        for attribute in ("aria-labelledby",)
        for name in element.attributes.get(attribute, "").split()
    }
    assert named
    assert named <= set(page.ids)


def test_nothing_is_loaded_from_anywhere(page: Page) -> None:
    assert not [element for element in page.elements if "src" in element.attributes]
    assert not page.all("link") + page.all("iframe") + page.all("object") + page.all("img")
    free = "https://creativecommons.org/publicdomain/zero/1.0/"
    assert [link for link in page.links if link.startswith("http")] == ["https://example.org/g1", free]


def test_no_style_fetches_anything(files: dict[str, bytes]) -> None:
    html = files["index.html"].decode()
    assert "@import" not in html
    assert all(reference.startswith("#") for reference in re.findall(r"url\(([^)]*)\)", html))


def test_the_policy_allows_the_page_s_own_script_and_nothing_else(
    page: Page, files: dict[str, bytes]
) -> None:
    (policy,) = [
        one["content"] for one in page.all("meta") if one.get("http-equiv") == "Content-Security-Policy"
    ]
    scripts = re.findall(r"<script>(.*?)</script>", files["index.html"].decode(), flags=re.DOTALL)
    digest = base64.b64encode(hashlib.sha256(scripts[0].encode()).digest()).decode()
    assert len(scripts) == 1
    assert policy.startswith("default-src 'none';")
    assert f"script-src 'sha256-{digest}'" in policy
    assert "http" not in policy


def test_hostile_text_is_shown_and_never_run() -> None:
    page = read(rendered(hostile_tables()))
    assert CANARY in page.text
    assert len(page.all("script")) == 1
    assert not page.all("img")
    assert not [link for link in page.links if "javascript" in link]


def test_control_characters_do_not_reach_the_page() -> None:
    html = rendered(hostile_tables())["index.html"].decode()
    assert not re.search(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]", html)


def test_two_renderings_are_the_same_bytes(files: dict[str, bytes]) -> None:
    assert rendered(small.all_tables()) == files


def test_a_page_that_only_describes_speaks_of_no_test() -> None:
    instruments = {"instruments", "instrument_agreement"}  # whose own intervals say nothing of outlets
    page = read(rendered({name: own for name, own in small.all_tables().items() if name not in instruments}))
    assert not re.search(r"significan|interval|\*|corrected p|supported", page.prose, flags=re.IGNORECASE)
    assert "nothing is tested" in page.prose


def test_a_page_of_a_design_that_can_be_tested_says_what_the_test_found() -> None:
    tables = small.all_tables()
    tables["estimates"], tables["keyness"] = small.estimates("supported"), small.keyness("supported")
    page = read(rendered(tables, allowed=ENOUGH))
    assert "corrected p = 0.100" in page.prose
    assert "nothing is tested" not in page.prose


def test_the_prose_reads_aloud(page: Page) -> None:
    prose = " ".join(page.prose.split())
    assert not re.search(
        r"\b0 (paragraph|article|topic|word|time)|\b1 (paragraphs|articles|topics|words)\b", prose
    )
    assert not re.search(r"\bnan\b|\bNone\b(?! of)|\(s\)|  |\.\.|,\.|\{|\}", prose)


def test_every_analysed_paragraph_can_be_reached(page: Page) -> None:
    analysed = small.paragraphs().query("analysed")["paragraph_id"]
    assert {f"paragraph-{name}" for name in analysed} <= set(page.ids)


def test_a_quotation_says_whose_words_it_is_and_where_they_stand(page: Page) -> None:
    text = " ".join(page.text.split())
    assert (
        "Bread is dear, and good. Herald, Ann Baker speaking, Herald 2014, characters 300–399 of h1.txt"
        in text
    )


def test_a_corpus_too_small_for_topics_still_has_a_page() -> None:
    reason = "Topics are not estimable from 1 paragraph: at least 24 are needed."
    full = small.all_tables()
    first = {"articles": full["articles"].head(1), "paragraphs": full["paragraphs"].head(2)}
    empty = {
        name: full[name].iloc[:0] for name in ("topics", "exemplars", "cut_profile", "keyness", "estimates")
    }
    page = read(rendered(first | empty, no_topics=reason))
    assert page.prose.count(reason) >= 3
    assert "paragraph-g1:2" in page.ids
    assert not page.all("h1")[1:]
    assert {link[1:] for link in page.links if link.startswith("#")} <= set(page.ids)


def test_a_large_study_is_cut_to_size_and_says_what_was_left_out() -> None:
    full = small.all_tables()
    copies = range(200)
    tables = full | {
        "articles": pd.concat([full["articles"].assign(article_id=full["articles"]["article_id"] + f"-{n}",
                               headline="Long headline " * 60) for n in copies], ignore_index=True),
        "paragraphs": pd.concat([full["paragraphs"].assign(
            paragraph_id=full["paragraphs"]["paragraph_id"] + f"-{n}",
            article_id=full["paragraphs"]["article_id"] + f"-{n}", plain="A long paragraph. " * 200) for n in copies],
            ignore_index=True),
        "assignments": pd.concat([full["assignments"].assign(
            paragraph_id=full["assignments"]["paragraph_id"] + f"-{n}") for n in copies], ignore_index=True),
        "quotes": pd.concat([full["quotes"].assign(
            quote_id=full["quotes"]["quote_id"] + f"-{n}", paragraph_id=full["quotes"]["paragraph_id"] + f"-{n}",
            text="A long quotation. " * 200) for n in copies], ignore_index=True),
        "word_voices": pd.concat([full["word_voices"].assign(
            paragraph_id=full["word_voices"]["paragraph_id"] + f"-{n}") for n in copies], ignore_index=True),
        "reuse": pd.concat([full["reuse"].assign(first_id=full["reuse"]["first_id"] + f"-{n}",
            second_id=full["reuse"]["second_id"] + f"-{n}") for n in copies], ignore_index=True),
        "matches": pd.concat([full["matches"].assign(event=n + 1, **{
            name: full["matches"][name] + f"-{n}"
            for name in ("first_id", "second_id", "first_article", "second_article")}) for n in copies],
            ignore_index=True),
        "omissions": pd.concat([full["omissions"].assign(event=n + 1,
            paragraph_ids=full["omissions"]["paragraph_ids"].str.replace(r"(:\d+)", rf"\1-{n}", regex=True))
            for n in copies], ignore_index=True),
    }  # fmt: skip
    for name in ("exemplars", "sentences", "tone", "article_tone", "audit"):
        tables[name] = full[name].iloc[:0]
    files = rendered(tables)
    page = read(files)
    assert len(files["index.html"]) < 3_000_000
    assert "520 more rows are in tables/articles.parquet" in page.prose
    assert sum(name.startswith("row-article-") for name in page.ids) == 80
    assert "more are left out of this page" in page.prose
    held = sum(name.startswith("paragraph-") for name in page.ids)
    assert f"Words in the {held} of 2,000 paragraphs that this page holds" in page.prose
    assert re.search(rf"Of {held} long paragraphs only the beginning", page.prose)
    assert "180 more passages are in the folder of tables." in page.prose
    assert "320 more rows are in tables/reuse.parquet" in page.prose
    assert {link[1:] for link in page.links if link.startswith("#")} <= set(page.ids)


def test_a_finding_does_not_link_to_a_row_that_was_left_out(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("analysis.report.listing.MOST_ROWS", 1)
    page = read(rendered(small.all_tables()))
    assert "row-share-2-Herald" not in page.ids
    assert {link[1:] for link in page.links if link.startswith("#")} <= set(page.ids)


def test_the_table_of_figures_keeps_the_contract() -> None:
    figures = render_all(
        {name: small.all_tables()[name] for name in ("articles", "paragraphs")}, small.SETTINGS
    )
    table = contract.check(figures_table(figures), "figures")
    assert table["figure_id"].tolist() == ["articles-read"]
    assert table["sha256"].tolist() == [hashlib.sha256(figures[0].svg.encode()).hexdigest()]
    assert table["table"].tolist() == ["figures/articles-read.csv"]


def statements(html: str) -> dict[str, tuple[str, list[tuple[str, str]]]]:
    """Every statement of the findings: its text, and its links to evidence with what they read."""
    told = {}
    for anchor, text in re.findall(r'<span id="(finding-[\w-]+-\d+)">(.*?)</span>', html):
        own = re.search(rf'<span class="of" id="{anchor}-evidence">(.*?)</span>\n', html, re.DOTALL)
        links = re.findall(r'<a href="#([^"]+)">(.*?)<span class="unseen"> in', own[1]) if own else []
        told[anchor] = (unescape(text), [(unescape(name), unescape(reads)) for name, reads in links])
    return told


@pytest.fixture(scope="module")
def bundled_html() -> str:
    """The committed page of the bundled study."""
    return (SEEDS.parent / "reports/index.html").read_text(encoding="utf-8")


def test_every_statement_of_the_bundled_report_leads_to_its_evidence(bundled_html: str) -> None:
    found = statements(bundled_html)
    assert len(found) > 15
    assert [anchor for anchor, (_, links) in found.items() if not links] == []


def test_every_cell_that_a_statement_leads_to_reads_as_the_statement_does(bundled_html: str) -> None:
    page = Page()
    page.feed(bundled_html)
    for text, links in statements(bundled_html).values():
        assert {name for name, _ in links} <= set(page.ids)
        cells = [reads for name, reads in links if "--" in name]
        # "none of the 59" is told of 0%, and a dash of what cannot be.
        spoken = [reads for reads in cells if reads not in {"0%", MISSING, "0"} and "word lists" not in text]
        assert [reads for reads in spoken if reads not in text] == []


def test_a_number_in_a_cell_is_the_one_that_the_link_reads(bundled_html: str) -> None:
    for name, reads in (link for _, links in statements(bundled_html).values() for link in links):
        if "--" in name:
            cell = re.search(rf'<td id="{re.escape(escape(name))}"[^>]*>(.*?)</td>', bundled_html)
            assert cell, name
            assert reads in unescape(re.sub(r"<[^>]+>", "", cell[1]))
