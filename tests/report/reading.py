"""A page read back: its elements, its text as a reader meets it, and what it refers to."""

from __future__ import annotations

from dataclasses import dataclass, field
from html.parser import HTMLParser

VOID = frozenset({"meta", "link", "br", "hr", "img", "input"})
NOT_PROSE = frozenset({"style", "script", "svg", "blockquote", "pre"})


@dataclass
class Element:
    """One start tag."""

    tag: str
    attributes: dict[str, str]


@dataclass
class Page(HTMLParser):
    """A parsed page. `prose` is the text outside quotations, references, drawings, style and script."""

    elements: list[Element] = field(default_factory=list)
    prose: str = ""
    text: str = ""
    _open: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        super().__init__(convert_charrefs=True)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Keep the element, and where we are."""
        self.elements.append(Element(tag, {name: value or "" for name, value in attrs}))
        if tag not in VOID:
            self._open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Keep the element."""
        self.elements.append(Element(tag, {name: value or "" for name, value in attrs}))

    def handle_endtag(self, tag: str) -> None:
        """Leave the element; a page in which tags do not pair fails here."""
        assert self._open.pop() == tag

    def handle_data(self, data: str) -> None:
        """Keep the text."""
        if not {"style", "script"} & set(self._open):
            self.text += data
        if not NOT_PROSE & set(self._open):
            self.prose += data

    def all(self, tag: str) -> list[dict[str, str]]:
        """The attributes of every element of a kind."""
        return [element.attributes for element in self.elements if element.tag == tag]

    @property
    def ids(self) -> list[str]:
        """Every id, in order."""
        return [element.attributes["id"] for element in self.elements if "id" in element.attributes]

    @property
    def links(self) -> list[str]:
        """Where every link and every reference inside a drawing leads."""
        names = ("href", "xlink:href")
        return [
            element.attributes[name]
            for element in self.elements
            for name in names
            if name in element.attributes
        ]


def read(files: dict[str, bytes]) -> Page:
    """The page of a rendered report, parsed."""
    page = Page()
    page.feed(files["index.html"].decode("utf-8"))
    page.close()
    return page
