"""References: what each style says, that real readers of them can read it, and that nothing in them breaks out."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
import rispy
from bibtexparser.entrypoint import parse_string
from typer.testing import CliRunner

from analysis.cli import app
from analysis.errors import CitationError
from analysis.report.citations import STYLES, Imprint, Reference, read_references
from analysis.report.citations.reference import slug
from analysis.settings import CitationSettings
from tests.conftest import SEEDS

REPORTS = SEEDS.parent / "reports"
SAID = CitationSettings(
    authors=("Baker, Ann Marie", "O'Neil, Jean-Luc", "The Harbour Institute"),
    date="2026-03-04",
    publisher="Harbour Press",
    url="https://example.org/ships/",
)
ENTRY = {
    "figure_id": "topic-map",
    "number": 8,
    "title": "Which ships lie close together?",
    "alt": "A map of 10 ships.",
    "sha256": "abc123",
}
FIGURE = Imprint("Ships & taxes", SAID).figure(ENTRY)
NASTY = 'A {brace, 100% of $x_1$ & "quoted" #1 \\command ~tilde^ [link](x) *bold* <b>'


def read_bibtex(text: str) -> dict[str, str]:
    """The fields of the only entry of a BibTeX text, and its key as "ID"."""
    library = parse_string(text)
    assert not library.failed_blocks
    (entry,) = library.entries
    return {"ID": entry.key, **{name: str(field.value) for name, field in entry.fields_dict.items()}}


def test_apa_gives_authors_year_title_figure_report_publisher_and_address() -> None:
    assert STYLES["apa"](FIGURE) == (
        "Baker, A. M., O'Neil, J. L., & The Harbour Institute. (2026). Which ships lie close together? "
        "[Figure 8, topic-map, SHA-256 abc123]. In Ships & taxes. Harbour Press. "
        "https://example.org/ships/#figure-topic-map"
    )


def test_a_line_names_the_id_and_twelve_characters_of_the_hash() -> None:
    imprint = Imprint("Ships", CitationSettings())
    assert "[Figure 8, topic-map, SHA-256 0123456789ab]" in STYLES["apa"](
        imprint.figure(ENTRY | {"sha256": "0123456789abcdef"})
    )
    assert "[Observation, finding-x-1]" in STYLES["apa"](imprint.observation("finding-x-1", "Ships sink."))


def test_apa_without_authors_starts_with_the_title_and_without_a_date_says_so() -> None:
    assert STYLES["apa"](Imprint("Ships & taxes", CitationSettings()).report()) == "Ships & taxes. (n.d.)."


@pytest.mark.parametrize(
    ("authors", "told"),
    [
        (("Baker, Ann",), "Baker, A."),
        (("Baker, Ann", "Cole, Bo"), "Baker, A., & Cole, B."),
        (tuple(f"Name{number}, X" for number in range(21)), "Name18, X., … Name20, X."),
    ],
)
def test_apa_joins_one_two_or_many_authors(authors: tuple[str, ...], told: str) -> None:
    text = STYLES["apa"](Imprint("Ships", CitationSettings(authors=authors)).report())
    assert text.split(" (n.d.)")[0].endswith(told)
    assert "Name19" not in text


def test_bibtex_can_be_read_back() -> None:
    entry = read_bibtex(STYLES["bibtex"](FIGURE))
    assert entry["ID"] == "baker-2026-topic-map"
    assert entry["author"] == "Baker, Ann Marie and O'Neil, Jean-Luc and {The Harbour Institute}"
    assert entry["title"] == "{Which ships lie close together?}"
    assert entry["howpublished"] == r"Figure 8 in: Ships \& taxes"
    assert entry["year"] == "2026"
    assert entry["url"] == "https://example.org/ships/#figure-topic-map"
    assert entry["note"] == "SHA-256 of figures/topic-map.svg: abc123"


def test_ris_can_be_read_back() -> None:
    (entry,) = rispy.loads(STYLES["ris"](FIGURE))
    assert entry["type_of_reference"] == "FIGURE"
    # A comma at its end says that a name is a body's.
    assert entry["authors"] == ["Baker, Ann Marie", "O'Neil, Jean-Luc", "The Harbour Institute,"]
    assert "DA  - 2026/03/04/" in STYLES["ris"](FIGURE)
    assert entry["title"] == "Which ships lie close together?"
    assert entry["year"] == "2026"
    assert entry["urls"] == ["https://example.org/ships/#figure-topic-map"]


def test_latex_is_a_figure_that_cites_the_bibtex_entry_by_its_key() -> None:
    text = STYLES["latex"](FIGURE)
    assert r"\includegraphics[width=\linewidth]{figures/topic-map.pdf}" in text
    assert (
        r"\caption{Which ships lie close together? A map of 10 ships. Source:~\cite{baker-2026-topic-map}.}"
        in text
    )
    assert STYLES["bibtex"](FIGURE).startswith("@misc{baker-2026-topic-map,")


def test_markdown_is_the_drawing_with_its_alt_text_and_a_source_with_a_link() -> None:
    image, _, source = STYLES["markdown"](FIGURE).partition("\n\n")
    assert image == "![A map of 10 ships.](https://example.org/ships/figures/topic-map.svg)"
    bare = STYLES["markdown"](Imprint("Ships", CitationSettings()).figure(ENTRY))
    assert bare.startswith("![A map of 10 ships.](figures/topic-map.svg)")
    assert source.endswith("<https://example.org/ships/#figure-topic-map>")


def test_a_doi_stands_in_place_of_the_address() -> None:
    doi = Imprint("Ships", CitationSettings(url="https://example.org", doi="10.1234/ab_c")).figure(ENTRY)
    assert STYLES["apa"](doi).endswith("https://doi.org/10.1234/ab_c")
    entry = read_bibtex(STYLES["bibtex"](doi))
    assert entry["doi"] == "10.1234/ab_c"


@pytest.mark.parametrize("kind", ["report", "figure", "observation"])
def test_hostile_titles_break_out_of_no_style(kind: str) -> None:
    imprint = Imprint(NASTY, CitationSettings(authors=(NASTY,), date="2026"))
    made = {
        "report": imprint.report(),
        "figure": imprint.figure(ENTRY | {"title": NASTY, "alt": NASTY}),
        "observation": imprint.observation("finding-x-1", f"{NASTY}\n\nER  - \nTY  - BOOK"),
    }[kind]
    entry = read_bibtex(STYLES["bibtex"](made))
    assert r"\textbraceleft{}brace" in entry["title"]
    assert r"100\% of \$x\_1\$ \& " in entry["title"]
    assert len(rispy.loads(STYLES["ris"](made))) == 1
    markdown = STYLES["markdown"](made).replace("\\\\", "")
    assert not re.search(r"(?<!\\)(\*bold|<b>|\]\(x\))", markdown)


def test_a_key_is_short_plain_ascii() -> None:
    assert slug("Müller-Lüdenscheidt") == "muller-ludenscheidt"
    assert slug("Журнал") == "x"
    assert len(slug("one two three four five six seven eight nine ten")) <= 32


def test_every_thing_of_the_bundled_report_has_a_key_of_its_own() -> None:
    references = read_references(REPORTS)
    assert len({it.key for it in references.values()}) == len(references) > 40
    assert all(isinstance(it, Reference) for it in references.values())


@pytest.mark.parametrize("style", sorted(STYLES))
def test_the_command_prints_what_the_page_offers_to_copy(style: str) -> None:
    done = CliRunner().invoke(app, ["cite", "topic-shares", "--style", style, "--report", str(REPORTS)])
    assert done.exit_code == 0
    assert done.output == STYLES[style](read_references(REPORTS)["topic-shares"]) + "\n"


def test_without_an_id_the_command_lists_everything_that_can_be_cited() -> None:
    done = CliRunner().invoke(app, ["cite", "--report", str(REPORTS)])
    assert [line.split()[0] for line in done.output.splitlines()] == list(read_references(REPORTS))


def test_an_unknown_id_names_the_nearest() -> None:
    with pytest.raises(CitationError, match="id 'topic-shars' - did you mean 'topic-shares'"):
        read_references(REPORTS).find("topic-shars")
    assert read_references(REPORTS).find("#figure-topic-map").ident == "topic-map"


def test_a_folder_without_a_report_says_how_to_make_one(tmp_path: Path) -> None:
    with pytest.raises(CitationError, match="no report is there - render it first: framing report"):
        read_references(tmp_path)
