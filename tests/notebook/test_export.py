from __future__ import annotations

import re
import shutil
import tempfile
from html import unescape
from pathlib import Path

import pytest
from nbformat import NotebookNode
from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook, new_output

from analysis import pipeline
from analysis.errors import NotebookError
from analysis.notebook.execution import environment, executed, notebooks_in
from analysis.notebook.export import Entry, export, page, parts, title_of
from analysis.notebook.shown import style
from tests.conftest import SEEDS
from tests.report.reading import Page
from tests.test_command_line import fingerprint, framing

FOLDER = SEEDS.parent / "notebooks"
NAMESPACES = {"http://www.w3.org/2000/svg", "http://www.w3.org/1999/xlink"}
LOADING = {"link", "script", "img", "iframe", "object", "embed", "source", "video", "audio", "form"}


def notebook(*outputs: NotebookNode, prose: str = "Some text.", code: str = "study") -> NotebookNode:
    """A notebook with a title, some prose, and a cell with these outputs."""
    title = new_markdown_cell(f"# Who speaks?\n\n{prose}")  # type: ignore[no-untyped-call]
    cell = new_code_cell(code, outputs=list(outputs))  # type: ignore[no-untyped-call]
    made: NotebookNode = new_notebook(cells=[title, cell])  # type: ignore[no-untyped-call]
    return made


def shown(*outputs: NotebookNode, prose: str = "Some text.", code: str = "study") -> str:
    """The page of such a notebook, between two others."""
    entries = [Entry("01_a", "What?"), Entry("02_b", "Who speaks?"), Entry("03_c", "Why?")]
    return page(notebook(*outputs, prose=prose, code=code), entries[1], entries)


def read(html: str) -> Page:
    parsed = Page()
    parsed.feed(html)
    return parsed


def output(kind: str, **values: object) -> NotebookNode:
    made: NotebookNode = new_output(kind, **values)  # type: ignore[no-untyped-call]
    return made


def test_a_page_has_one_title_landmarks_a_skip_link_and_links_to_the_others() -> None:
    html = shown()
    tags = [element.tag for element in read(html).elements]
    assert tags.count("h1") == 1
    assert {"header", "nav", "main", "footer"} <= set(tags)
    assert "<h1>Who speaks?</h1>" in html
    assert '<a class="skip" href="#text">' in html
    assert 'id="text"' in html
    assert re.findall(r'<li><a href="([^"]+)"', html) == [
        "01_a.html",
        "02_b.html",
        "03_c.html",
        "../index.html",
    ]
    assert html.count('aria-current="page"') == 1


def test_a_page_may_load_nothing() -> None:
    html = shown(output("execute_result", data={"text/html": "<b>bold</b>"}))
    policy = re.findall(r'Content-Security-Policy" content="([^"]+)"', unescape(html))
    assert policy == [
        "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'"
    ]
    assert not {element.tag for element in read(html).elements} & LOADING
    assert not re.search(r"https?://|url\(|@import|<script", html)


def test_links_to_notebooks_and_to_the_report_lead_to_the_pages() -> None:
    html = shown(
        prose="[one](01_corpus.ipynb), [two](../reports/index.html), [three](https://example.org/a.ipynb)"
    )
    assert 'href="01_corpus.html"' in html
    assert 'href="../index.html">two' in html
    assert 'href="https://example.org/a.ipynb"' in html


def test_what_is_printed_and_what_goes_wrong_is_escaped() -> None:
    html = shown(
        output("stream", name="stdout", text="<script>1</script>"),
        output("error", ename="E", evalue="v", traceback=["error: <img src=x>"]),
        output("execute_result", data={"text/plain": "'<b>'"}),
        prose="<script>2</script>",
        code="x = '<script>3</script>'",
    )
    assert "<script" not in html
    assert "<img" not in html
    assert "&lt;script&gt;1" in html
    assert "error: &lt;img src=x&gt;" in html


def test_html_is_shown_before_text_and_the_style_of_pieces_stands_once() -> None:
    piece = f'<div class="framing">{style()}<p>drawn</p></div>'
    data = {"text/plain": "plain", "text/html": piece}
    html = shown(*[output("display_data", data=data)] * 3)
    assert html.count("<p>drawn</p>") == 3
    assert ">plain<" not in html
    assert html.count(style().strip()) == 1


def test_an_empty_cell_and_a_raw_cell_put_nothing_on_the_page() -> None:
    assert parts(new_code_cell("  "), is_first=False) == []  # type: ignore[no-untyped-call]
    assert parts(new_markdown_cell("# Only a title"), is_first=True) == []  # type: ignore[no-untyped-call]


def test_a_notebook_without_a_title_is_refused() -> None:
    untitled = new_notebook(cells=[new_code_cell("1")])  # type: ignore[no-untyped-call]
    with pytest.raises(NotebookError, match=r"^one: does not begin with a title"):
        title_of(untitled, "one")


def test_a_folder_without_notebooks_is_one_red_line(tmp_path: Path) -> None:
    run = framing("notebooks", tmp_path)
    assert (run.returncode, run.stdout) == (1, "")
    assert run.stderr.strip().endswith("there are no notebooks - run this where the folder of notebooks is")
    with pytest.raises(NotebookError):
        notebooks_in(tmp_path)


def test_what_is_no_notebook_is_told(tmp_path: Path) -> None:
    (tmp_path / "a.ipynb").write_text("no JSON", encoding="utf-8")
    with pytest.raises(NotebookError, match=r"a\.ipynb: is no notebook"):
        executed(tmp_path / "a.ipynb", tmp_path)


def test_a_kernel_sees_this_package_and_no_settings_of_the_user_s(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PYTHONPATH", "elsewhere")
    monkeypatch.setenv("IPYTHONDIR", "mine")
    variables = environment(tmp_path, "passing")
    assert variables["PYTHONPATH"].startswith(str(SEEDS.parent))
    assert variables["PYTHONPATH"].endswith("elsewhere")
    assert variables["IPYTHONDIR"] == variables["JUPYTER_CONFIG_DIR"] == "passing"
    assert variables["FRAMING_OUT"] == str(tmp_path)


@pytest.mark.slow
def test_a_cell_that_stops_is_told_and_nothing_is_written(tmp_path: Path) -> None:
    import nbformat

    nbformat.write(notebook(code="1 / 0"), tmp_path / "a.ipynb")  # type: ignore[no-untyped-call]
    with pytest.raises(NotebookError, match=r"a\.ipynb: a cell stopped: ZeroDivisionError: division by zero"):
        export(tmp_path, tmp_path / "out")
    assert not (tmp_path / "out").exists()


@pytest.fixture(scope="module")
def report(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The bundled study's report, made from the committed one where that is current."""
    out = tmp_path_factory.mktemp("report") / "reports"
    shutil.copytree(SEEDS.parent / "reports", out, ignore=shutil.ignore_patterns("notebooks"))
    pipeline.report(SEEDS, out)
    return out


@pytest.fixture(scope="module")
def pages(report: Path) -> dict[str, str]:
    """The pages of the five notebooks, each run in a fresh kernel."""
    before = fingerprint(report)
    written = export(FOLDER, report)
    after = fingerprint(report)
    assert {path: after[path] for path in before} == before, "the run changed the report's files"
    made = {f"notebooks/{path.name}" for path in written}
    assert set(after) - set(before) == {*made, "notebooks/manifest.json"}
    return {path.stem: path.read_text(encoding="utf-8") for path in written}


@pytest.mark.slow
def test_all_five_notebooks_run_and_show_what_they_ask_for(pages: dict[str, str]) -> None:
    assert len(pages) == 5
    for name, html in pages.items():
        cells = html.count('<pre class="code"')
        results = html.count('aria-label="Result"') + html.count('aria-label="Error"')
        assert results >= 6, name
        assert cells - results <= 2, f"{name}: more than two cells show nothing"
    assert "Russia and NATO in five articles" in pages["01_corpus"]
    assert "descriptive only" in pages["04_what_may_be_said"]


@pytest.mark.slow
def test_the_notebook_of_one_s_own_articles_shows_verdict_and_errors(pages: dict[str, str]) -> None:
    text = read(pages["05_your_own_articles"]).text
    assert "descriptive only" in text
    assert "error: misspelt/study.toml" in text
    assert "error: missing/herald-boat.txt" in text
    assert "error: no figure" in text
    assert [name for name, html in pages.items() if 'aria-label="Error"' in html] == ["05_your_own_articles"]


@pytest.mark.slow
def test_no_page_loads_or_names_anything_outside(pages: dict[str, str], report: Path) -> None:
    articles = (report / "tables/articles.csv").read_text(encoding="utf-8")
    for name, html in pages.items():
        assert not {element.tag for element in read(html).elements} & LOADING, name
        addresses = set(re.findall(r"https?://[^\s\"'<>()]+", html)) - NAMESPACES
        assert all(address in articles for address in addresses), f"{name}: {addresses}"
        assert not re.search(r"\bcdn\b|mathjax|require\.js|unpkg|jsdelivr", html, flags=re.IGNORECASE)


@pytest.mark.slow
def test_no_page_tells_when_or_where_it_was_made(pages: dict[str, str], report: Path) -> None:
    for html in pages.values():
        assert str(report) not in html
        assert str(SEEDS.parent) not in html
        assert tempfile.gettempdir() not in html
        assert not re.search(r"\b\d\d:\d\d:\d\d\b|0x[0-9a-f]{8}", html)


@pytest.mark.slow
def test_a_second_run_gives_the_same_bytes(pages: dict[str, str], report: Path) -> None:
    name = "05_your_own_articles"
    entries = [Entry(stem, re.findall(r"<h1>(.*?)</h1>", html)[0]) for stem, html in pages.items()]
    again = page(executed(FOLDER / f"{name}.ipynb", report), entries[-1], entries)
    assert again == pages[name]


@pytest.mark.slow
def test_a_run_of_the_report_leaves_the_notebooks_where_they_are(pages: dict[str, str], report: Path) -> None:
    before = fingerprint(report)
    (report / "figures/topic-sizes.svg").unlink()
    assert pipeline.report(SEEDS, report).changed
    assert fingerprint(report) == before
    assert {f"notebooks/{name}.html" for name in pages} <= set(before)
