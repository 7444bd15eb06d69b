"""A study of any size has a page of a stated size, and what is counted over a sample of the corpus says so."""

from __future__ import annotations

import json
import re
from collections import Counter
from html.parser import HTMLParser

import pandas as pd
import pytest

from analysis.figures import render_all
from analysis.places import ROOT
from analysis.rendering import design_of
from analysis.report import render, study_of
from analysis.settings import Settings
from tests import large
from tests.report.reading import VOID, read

SIZE = large.Size(copies=60, topics=40, outlets=20)
CORPUS = large.Size(copies=13)
MOST_BYTES = 5_000_000


def rendered(
    tables: dict[str, pd.DataFrame], settings: Settings, provenance: dict[str, object] | None = None
) -> dict[str, bytes]:
    """The files of a report, made as a run makes them."""
    study = study_of(
        tables, settings=settings, gate=design_of(tables, settings), figures=render_all(tables, settings),
        provenance=provenance or {"code": "c0de"},
    )  # fmt: skip
    return render(study)


@pytest.fixture(scope="module")
def tables() -> dict[str, pd.DataFrame]:
    """Ten thousand paragraphs of three hundred articles, in forty topics and twenty outlets."""
    return large.large_tables(SIZE)


@pytest.fixture(scope="module")
def html(tables: dict[str, pd.DataFrame], bundled: Settings) -> str:
    """Its page."""
    return rendered(tables, large.large_settings(bundled, SIZE))["index.html"].decode()


@pytest.fixture(scope="module")
def corpus() -> dict[str, pd.DataFrame]:
    """A corpus of 65 articles."""
    return large.large_tables(CORPUS)


@pytest.fixture(scope="module")
def samples(corpus: dict[str, pd.DataFrame], bundled: Settings) -> list[dict[str, bytes]]:
    """Its report from two reading samples: of 20 articles, and of 30 others."""
    settings = large.large_settings(bundled, CORPUS)
    ids = corpus["articles"]["article_id"].tolist()
    return [rendered(large.cut(corpus, chosen), settings) for chosen in (ids[:20], ids[20:50])]


def test_the_page_of_the_bundled_study_is_the_committed_one_apart_from_its_provenance(
    bundled: Settings,
) -> None:
    provenance = json.loads((ROOT / "reports/manifest.json").read_text(encoding="utf-8"))["provenance"]
    made = rendered(large.bundled_tables(), bundled, provenance)
    section = re.compile(r'<section id="provenance".*?</section>', re.DOTALL)
    kept = (ROOT / "reports/index.html").read_text(encoding="utf-8")
    assert section.sub("", made["index.html"].decode()) == section.sub("", kept)
    assert made["explorer.html"] == (ROOT / "reports/explorer.html").read_bytes()


def test_the_page_of_a_large_study_stays_small(html: str) -> None:
    assert len(html.encode()) < MOST_BYTES


def test_the_map_draws_a_stated_part_of_the_paragraphs_and_says_where_the_others_are(html: str) -> None:
    map_ = re.search(r'<figure id="figure-topic-map".*?</figure>', html, re.DOTALL)
    assert map_ is not None
    told = re.search(r"Drawn are ([\d,]+) of ([\d,]+) paragraphs, chosen by a hash", map_[0])
    assert told is not None
    drawn, every = (int(number.replace(",", "")) for number in told.groups())
    keys = 15
    assert map_[0].count("<use ") == drawn + keys <= 3_000 + keys < every
    assert "Of 20 outlets those 15 with the most articles are drawn" in map_[0]


def test_every_link_of_a_large_page_leads_somewhere(html: str) -> None:
    page = read({"index.html": html.encode()})
    assert {link[1:] for link in page.links if link.startswith("#")} <= set(page.ids)


def test_a_table_that_is_cut_names_the_file_with_all_its_rows(html: str) -> None:
    assert "220 more rows are in tables/articles.parquet." in html
    assert "more are left out of this page; they are in tables/paragraphs.parquet." in html
    assert "The words of 5 more outlets are in tables/keyness.parquet." in html


class Blocks(HTMLParser):
    """What a page says, piece by piece: each table, figure and line of text, without quotations of articles."""

    def __init__(self, html: str) -> None:
        super().__init__(convert_charrefs=True)
        self.said: Counter[tuple[str, str]] = Counter()
        self._open: list[tuple[str, str]] = []
        self._texts: dict[int, str] = {}
        self._section = ""
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        kind = dict(attrs).get("class") or ""
        self._section = (dict(attrs).get("id") or "") if tag == "section" else self._section
        if tag not in VOID:
            self._open.append((tag, kind))

    def handle_endtag(self, tag: str) -> None:  # noqa: ARG002 - given by its name
        own = "".join(self._texts.pop(len(self._open), "").split("\n"))
        if own.strip() and "blockquote" not in dict(self._open):
            self.said[self._section, " ".join(own.split())] += 1
        self._open.pop()

    def handle_data(self, data: str) -> None:
        tags = [tag for tag, _ in self._open]
        whole = next((tags.index(tag) for tag in ("table", "figure", "style", "script") if tag in tags), None)
        if whole is None:
            whole = max((place for place, tag in enumerate(tags) if tag in LINES), default=0)
        elif tags[whole] in {"style", "script"}:
            return
        self._texts[whole + 1] = self._texts.get(whole + 1, "") + data


NAMED = re.compile(r"The Paper No\. \d+ \(([\w-]+)\)")
"""An article's name, which is its id where only a table of sums knows the article."""

POINTING = ("Evidence", "Words in the ")
"""Lines that repeat the numbers of a table that says so, or count what the page holds."""

LINES = ("p", "li", "summary", "h1", "h2", "h3", "h4", "title", "label", "blockquote", "pre", "dd")


def test_whatever_changes_with_the_sample_says_that_it_is_of_a_sample(
    samples: list[dict[str, bytes]],
) -> None:
    first, second = (Blocks(NAMED.sub(r"\1", files["index.html"].decode())) for files in samples)
    told = {section for section, text in first.said if "is from the reading sample" in text}
    silent = [
        (section, text)
        for section, text in (first.said - second.said)
        if "reading sample" not in text and section not in told and not text.startswith(POINTING)
    ]
    assert silent == []


def test_what_is_counted_over_the_whole_corpus_is_the_same_in_every_sample(
    samples: list[dict[str, bytes]],
) -> None:
    for files, read_ in zip(samples, (20, 30), strict=True):
        prose = read(files).prose
        assert "65 articles of three outlets, 1,352 paragraphs" in prose
        assert (
            "65 articles of three outlets. Of their text, 1,352 paragraphs with 110,591 words are analysed"
            in prose
        )
        assert (
            "All 65 articles are compared. The texts shown, and what is counted from single texts, are a reading "
            f"sample of {read_} of them; every such place says so." in prose
        )
        assert "The 1,352 paragraphs fall into 14 topics" in prose
        methods = files["paste/methods.md"].decode()
        assert (
            "65 articles (13 of The Paper No. 1, 13 of The Paper No. 2 and 39 of The Paper No. 3): 1,352 paragraphs"
            in methods
        )


def test_the_data_section_lists_how_much_of_each_table_is_here(samples: list[dict[str, bytes]]) -> None:
    html = samples[0]["index.html"].decode()
    assert re.search(r"<td>articles</td>\s*<td[^>]*>65</td>\s*<td[^>]*>20</td>", html)
    assert "Only the reading sample of 20 of 65 articles, whole articles, is kept text by text: " in html
    assert "It is the map of the reading sample of 20 of 65 articles." in samples[0]["explorer.html"].decode()


def test_an_ordinary_study_speaks_of_no_sample(html: str) -> None:
    assert "reading sample" not in html


def test_every_link_of_a_sampled_page_leads_somewhere(samples: list[dict[str, bytes]]) -> None:
    for files in samples:
        page = read(files)
        assert {link[1:] for link in page.links if link.startswith("#")} <= set(page.ids)


def test_the_design_of_a_sampled_corpus_is_that_of_all_its_articles(
    corpus: dict[str, pd.DataFrame], bundled: Settings
) -> None:
    ids = corpus["articles"]["article_id"].tolist()
    settings = large.large_settings(bundled, CORPUS)
    whole, read_back = design_of(corpus, settings), design_of(large.cut(corpus, ids[:3]), settings)
    assert (read_back.outlets, read_back.articles) == (whole.outlets, whole.articles)
    assert read_back.reason == whole.reason
    assert [reach.smallest_p for reach in read_back.reaches] == [reach.smallest_p for reach in whole.reaches]
