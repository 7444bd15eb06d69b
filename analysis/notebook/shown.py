"""What a notebook shows: HTML where there is a page to draw on, plain text elsewhere."""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from importlib import resources
from typing import ClassVar, Generic, TypeVar

from markupsafe import Markup

from analysis.errors import NotFoundError
from analysis.figures import outlet_marks
from analysis.figures.wording import listed_up_to, quoted
from analysis.report.environment import environment
from analysis.report.study import Study

MOST_OFFERED = 8


def template(name: str) -> str:
    """The text of one of this package's own templates."""
    return resources.files("analysis.notebook").joinpath("templates", name).read_text(encoding="utf-8")


def style() -> str:
    """The style that goes with every piece, as an element."""
    return f"<style>\n{template('pieces.css')}</style>\n"


class Pieces:
    """Draws pieces of a study with the macros of `pieces.html`, which escape every text."""

    def __init__(self, study: Study) -> None:
        self.study = study

    @cached_property
    def _macros(self) -> object:
        """The macros, which know the marks of the outlets."""
        marks = {outlet: Markup(mark) for outlet, mark in outlet_marks(self.study.outlets).items()}  # noqa: S704 - our own drawing
        return environment(self.study).from_string(template("pieces.html")).make_module({"marks": marks})

    def draw(self, macro: str, *values: object) -> Markup:
        """What a macro makes of some values."""
        return Markup(getattr(self._macros, macro)(*values))  # noqa: S704 - the macro escapes the values

    def whole(self, drawn: Markup) -> str:
        """A piece as one element with its style, for the output of a cell."""
        return f'<div class="framing">\n{style()}{drawn}</div>'


@dataclass(frozen=True, slots=True, repr=False)
class Shown:
    """Something that a notebook shows; `MACRO` names its macro."""

    MACRO: ClassVar[str]
    pieces: Pieces = field(compare=False)

    @property
    def plain(self) -> str:
        """It as plain text, with its numbers."""
        raise NotImplementedError

    def drawn(self, *, alone: bool = True) -> Markup:
        """It as HTML; what opens to more is open when it stands `alone`."""
        return self.pieces.draw(self.MACRO, self, alone)

    def _repr_html_(self) -> str:
        return self.pieces.whole(self.drawn())

    def __repr__(self) -> str:
        return self.plain


Each = TypeVar("Each", bound=Shown)


@dataclass(frozen=True, slots=True, repr=False)
class Shelf(Shown, Generic[Each]):
    """Several things of a kind in their order, found by name or place: topics, findings, cards.

    `noun` is what one of them is called; `lead` is said before them.
    """

    MACRO: ClassVar[str] = "shelf"
    title: str
    noun: str
    lead: tuple[str, ...]
    items: Mapping[str, Each]
    left_out: str = ""

    def __len__(self) -> int:
        return len(self.items)

    def __iter__(self) -> Iterator[Each]:
        return iter(self.items.values())

    def __getitem__(self, key: str | int) -> Each:
        """One of them: by its name, or by its place from 0 on.

        Raises:
            NotFoundError: there is none.
        """
        names = list(self.items)
        if isinstance(key, int) and -len(names) <= key < len(names):
            return self.items[names[key]]
        return self.items[found(str(key), names, self.noun)]

    @property
    def names(self) -> list[str]:
        """What they are found by."""
        return list(self.items)

    @property
    def plain(self) -> str:
        """The title, what is said before, and a line for each."""
        heads = [each.plain.partition("\n")[0] for each in self]
        return "\n".join(
            [self.title, *self.lead, *(f"  {head}" for head in heads), *filter(None, [self.left_out])]
        )

    def drawn(self, *, alone: bool = True) -> Markup:  # noqa: ARG002 - a shelf always stands alone
        """Each of them under the title."""
        return self.pieces.draw(self.MACRO, self, [each.drawn(alone=False) for each in self])


def found(name: str, names: Iterable[str], noun: str) -> str:
    """The name, if it is among `names`.

    Raises:
        NotFoundError: it is not; the nearest one, or the first of all, are offered.
    """
    known = list(names)
    if name in known:
        return name
    near = difflib.get_close_matches(name, known, n=1)
    offered = listed_up_to(list(map(quoted, known)), MOST_OFFERED, noun)
    remedy = f"did you mean {quoted(near[0])}?" if near else f"choose {offered}" if known else ""
    raise NotFoundError(f"no {noun} {quoted(name)}", remedy=remedy)
