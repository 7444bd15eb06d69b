"""A row made the draft of an article: what its columns say, mended, before anyone decides whether it stays."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from analysis.corpus.plain import folded, plain
from analysis.importing import texts
from analysis.importing.checking.dates import Dated, read_day
from analysis.importing.checking.mending import Mended, mend
from analysis.importing.checking.paragraphs import part
from analysis.importing.checks import LONG, LONG_PARAGRAPH, LONGEST, SHORT
from analysis.importing.columns import Guess, as_text

if TYPE_CHECKING:
    import datetime

    from analysis.importing.reading import Row


@dataclass(frozen=True, slots=True)
class Manner:
    """How rows are made drafts.

    Attributes:
        columns: what fills each role.
        outlet: whose all articles are; "" where rows say it.
        cut: whether texts without paragraph breaks are cut.
        day_first: the order of dates like 03/04/2016, where the source tells it.
        today: days after it have not come yet.
    """

    columns: Mapping[str, Guess]
    outlet: str
    cut: bool
    day_first: bool | None
    today: datetime.date


@dataclass(frozen=True, slots=True)
class Draft:
    """An article as it may be written; `body` is its text without the headline, blank lines between paragraphs."""

    place: str
    outlet: str
    title: str
    body: str
    dated: Dated
    byline: str
    url: str
    bias: str
    encoding: str
    mended: Mended
    was_cut: bool
    title_repeated: bool

    @property
    def words(self) -> int:
        """Number of words of the body."""
        return len(self.body.split())

    @property
    def text(self) -> str:
        """The text of the article's file."""
        return texts.article_text(self.title, self.body)

    def findings(self) -> Iterator[tuple[str, str]]:
        """What a reader should know of the article, as kinds of `checks.KINDS` with details."""
        yield from self._mended()
        if self.dated.problem:
            yield self.dated.problem, self.dated.told
        if not self.title:
            yield "no-title", ""
        if self.mended.lost:
            yield "lost", f"{self.mended.lost:,} characters"
        if self.words < SHORT:
            yield "short", f"{self.words} words"
        if self.words > LONG:
            yield "long", f"{self.words:,} words"
        longest = max(len(paragraph.split()) for paragraph in self.body.split("\n\n"))
        if longest > LONG_PARAGRAPH:
            yield "long-paragraph", f"{longest:,} words"

    def _mended(self) -> Iterator[tuple[str, str]]:
        """What was mended in it."""
        if self.encoding:
            yield "legacy", f"read as {self.encoding}"
        if self.mended.before:
            yield "encoding", f"{self.mended.before} → {self.mended.after}"
        if self.mended.controls:
            yield "controls", f"{self.mended.controls:,} characters"
        if self.mended.invisible:
            yield "invisible", f"{self.mended.invisible:,} characters"
        if self.mended.markup:
            yield "markup", ""
        if self.title_repeated:
            yield "title-repeated", ""
        if self.was_cut:
            yield "cut", f"{self.words:,} words made {self.body.count(chr(10) * 2) + 1} paragraphs"


def draft(row: Row, manner: Manner) -> Draft | tuple[str, str]:
    """The draft of a row, or the kind of `checks.KINDS` and the detail for which it is none."""
    columns = manner.columns
    text = as_text(columns["text"].of(row))
    outlet = outlet_of(row, manner)
    if not texts.letters(text):
        return "no-text", ""
    if not outlet:
        return "no-outlet", ""
    if len(text) > LONGEST:
        return "too-long", f"{len(text):,} characters"
    mended = mend(text)
    parted = part(mended.text.strip(), cut=manner.cut)
    title = plain(_line(columns["title"].of(row)))
    body = texts.body(parted.text, title) if title else parted.text
    if not texts.letters(body):
        return "no-text", ""
    return Draft(
        place=row.place,
        outlet=outlet,
        title=title,
        body=body.strip(),
        dated=read_day(columns["date"].of(row), day_first=manner.day_first, today=manner.today),
        byline=_byline(columns["author"].of(row)),
        url=_url(columns["url"].of(row)),
        bias=_line(columns["bias"].of(row)),
        encoding=row.encoding,
        mended=mended,
        was_cut=parted.was_cut,
        title_repeated=body is not parted.text,
    )


def outlet_of(row: Row, manner: Manner) -> str:
    """Whose a row's article is: what was chosen, else what its column says, else, without one, its table's name."""
    column = manner.columns["outlet"]
    if manner.outlet:
        return manner.outlet
    return _line(column.of(row)) if any(name in row.values for name in column.columns) else row.outlet


def _line(value: object) -> str:
    """A value as one line, mended as a text is."""
    return folded(mend(as_text(value)).text)


def _byline(value: object) -> str:
    """Authors as one line; "" where the source says that it knows none."""
    if isinstance(value, list):
        value = ", ".join(filter(None, map(as_text, value)))
    name = _line(value)
    return "" if name.casefold() in {"none", "na", "n/a", "nan", "null", "unknown"} else name


def _url(value: object) -> str:
    """An address without white space."""
    return "".join(as_text(value).split())
