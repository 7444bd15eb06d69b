from __future__ import annotations

import re

import pytest

from analysis.errors import NotFoundError
from analysis.notebook import OpenStudy
from analysis.report.sections import SECTIONS
from tests.figures import small
from tests.notebook.studies import everything_shown, opened
from tests.report.test_page import CANARY, hostile_tables


@pytest.fixture(scope="module")
def study() -> OpenStudy:
    return opened(small.all_tables(), with_figures=True)


def text_of(html: str) -> str:
    """What a reader sees of some HTML."""
    without = re.sub(r"<style>.*?</style>|<svg.*?</svg>", "", html, flags=re.DOTALL)
    return " ".join(re.sub(r"<[^>]*>", "", without).split())


def test_every_section_that_the_notebooks_show_is_there(study: OpenStudy) -> None:
    shown = everything_shown(study)
    assert {"articles", "paragraphs", "topics", "figures", "tables", "findings", "limits", "validity"} <= set(
        shown
    )
    assert {"stability", "leave_one_out", "multiverse", "self_audit", "may_be_said"} <= set(shown)


def test_hostile_text_is_shown_and_never_run() -> None:
    shown = everything_shown(opened(hostile_tables(), with_figures=True))
    drawn = {name: piece._repr_html_() for name, piece in shown.items()}
    assert not [name for name, html in drawn.items() if "<script" in html or "<img" in html]
    assert not [name for name, html in drawn.items() if re.search(r'(href|src)="javascript', html)]
    for name in ("articles", "paragraphs", "topics", "findings", "speakers"):
        assert "&lt;script&gt;" in drawn[name], name


def test_a_paragraph_that_is_hostile_is_quoted_as_it_stands() -> None:
    study = opened(hostile_tables())
    hostile = study.paragraphs.find("<script>")
    assert len(hostile) > 0
    assert CANARY.split(">", maxsplit=1)[0] in hostile.first.text
    assert "<script" not in hostile.first._repr_html_()


def test_everything_is_as_much_text_as_it_is_html(study: OpenStudy) -> None:
    for name, piece in everything_shown(study).items():
        numbers = set(re.findall(r"\d+", repr(piece).partition("\n")[0]))
        assert numbers <= set(re.findall(r"\d+", text_of(piece._repr_html_()))), name


def test_the_summary_counts_the_articles_and_the_analysed_paragraphs(study: OpenStudy) -> None:
    assert repr(study).splitlines()[0] == "Ships & taxes"
    assert "Three articles of two outlets" in repr(study)
    assert "10 paragraphs" in repr(study)
    assert "Ships &amp; taxes" in study._repr_html_()


def test_the_articles_are_a_table_with_their_paragraphs(study: OpenStudy) -> None:
    header, *rows = repr(study.articles).splitlines()[2:]
    assert header == "Article | Outlet | Date | Paragraphs | Words"
    assert [row.split(" | ")[3] for row in rows] == ["4", "2", "4"]


def test_paragraphs_are_narrowed_by_outlet_by_words_and_by_whether_they_are_analysed(
    study: OpenStudy,
) -> None:
    paragraphs = study.paragraphs
    assert (len(paragraphs), len(paragraphs.analysed), len(paragraphs.left_out)) == (12, 10, 2)
    assert len(paragraphs.of("Herald")) == 4
    assert [each.split(" | ")[0] for each in repr(paragraphs.find("TAXES")).splitlines()[2:]] == [
        "g1:5",
        "g2:1",
        "g2:2",
    ]
    assert len(paragraphs.find("no such words")) == 0


def test_a_long_table_of_paragraphs_says_how_many_are_not_shown() -> None:
    tables = small.all_tables()
    paragraphs = tables["paragraphs"]
    study = opened(tables | {"paragraphs": paragraphs.loc[[*paragraphs.index, *paragraphs.index]]})
    assert repr(study.paragraphs).splitlines()[0] == "24 paragraphs"
    assert repr(study.paragraphs).splitlines()[-1] == "12 more rows"
    assert "12 more rows are not shown" in study.paragraphs._repr_html_()
    assert len(study.paragraphs.frame) == 24


def test_a_paragraph_has_its_speaker_and_its_place_whether_it_is_analysed_or_not(study: OpenStudy) -> None:
    answer, caption = study.paragraph("h1:3"), study.paragraph("g1:4")
    assert (answer.speaker, answer.text) == ("Ann Baker", "Bread is dear, and good.")
    row = study.table("paragraphs").set_index("paragraph_id").loc["h1:3"]
    assert f"characters {row['source_start']:,}–{row['source_end']:,}" in answer.source
    assert "Ann Baker speaking" in answer._repr_html_()
    assert caption.text == "A ship."


def test_topics_are_found_by_place_and_by_name_and_open_to_their_paragraphs(study: OpenStudy) -> None:
    labels = [str(label) for label in study.table("topics")["label"]]
    assert study.topics.names == [*labels, "Without a topic"]
    assert study.topics[0] is study.topics[labels[0]]
    assert study.topics[-1].label == "Without a topic"
    assert len([*study.topics[0].passages, *study.topics[0].others]) == 3
    assert "<details open>" in study.topics[0]._repr_html_()
    assert "<details open>" not in study.topics._repr_html_()


def test_a_figure_has_its_number_its_title_its_caption_and_what_was_analysed(study: OpenStudy) -> None:
    figure = study.figure("topic-sizes")
    html = figure._repr_html_()
    assert f"Figure {figure.rendered.number}" in html
    assert figure.rendered.title in text_of(html)
    assert "Gazette, 6 paragraphs in 2 articles; Herald, 4 paragraphs in 1 article" in text_of(html)
    assert html.count('<svg xmlns="http://www.w3.org/2000/svg"') == 1
    assert "#ffffff" not in html, "the drawing has a white plate, which is a patch of light in a dark theme"


def test_titles_are_the_report_s(study: OpenStudy) -> None:
    titles = {section.title for section in SECTIONS}
    for name in (
        "parser_audit",
        "voices",
        "may_be_said",
        "limits",
        "leave_one_out",
        "multiverse",
        "findings",
    ):
        assert everything_shown(study)[name].plain.splitlines()[0] in titles


def test_a_finding_has_its_n_its_limit_and_its_passages(study: OpenStudy) -> None:
    finding = study.findings[0]
    lines = repr(finding).splitlines()
    assert lines[1] == f"n: {finding.finding.size}"
    assert lines[2] == f"Limit: {finding.finding.limit}"
    assert all(passage.text in repr(finding) for passage in finding.finding.passages)


def test_a_name_that_is_nearly_right_is_put_right(study: OpenStudy) -> None:
    with pytest.raises(NotFoundError, match="no figure “topic-size” - did you mean “topic-sizes”"):
        study.figure("topic-size")
    with pytest.raises(NotFoundError, match="no outlet “Daily” - choose “Gazette” and “Herald”"):
        study.paragraphs.of("Daily")
    with pytest.raises(NotFoundError, match=r"no table “zzz” - choose .* and \d+ more tables"):
        study.table("zzz")
    with pytest.raises(NotFoundError, match="no topic “99”"):
        study.topics[99]
    with pytest.raises(NotFoundError, match="no paragraph"):
        _ = study.paragraphs.find("no such words").first


def test_a_table_is_a_copy(study: OpenStudy) -> None:
    topics = study.table("topics")
    topics["label"] = "changed"
    assert "changed" not in set(study.table("topics")["label"])


def test_a_study_without_results_says_so_and_never_fails() -> None:
    few = {name: small.all_tables()[name] for name in ("articles", "paragraphs")}
    study = opened(few, no_topics="Topics are not estimable from 10 paragraphs.")
    for piece in everything_shown(study).values():
        assert piece._repr_html_().startswith('<div class="framing">')
    assert "The study has nothing to show here" in repr(study.multiverse)
    assert "Topics are not estimable from 10 paragraphs." in repr(study.topics)


def test_the_style_has_a_dark_and_a_light_face_and_follows_jupyter() -> None:
    html = opened(small.all_tables()).limits._repr_html_()
    assert all(part in html for part in ("light-dark(", "--jp-content-font-color0", "data-jp-theme-light"))
    assert not re.search(r"url\(|@import", html)
