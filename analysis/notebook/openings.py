"""What opens to its passages: topics, speakers, stances and frames."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import ClassVar

from analysis.figures.wording import count
from analysis.notebook.shown import Pieces, Shelf, Shown
from analysis.report import stance
from analysis.report.frame_views import frame_views
from analysis.report.frames_told import frames_told
from analysis.report.passages import Passage
from analysis.report.speakers import speakers
from analysis.report.stances import stances
from analysis.report.topics import topic_views, topics_sentence


@dataclass(frozen=True, slots=True, repr=False)
class Opening(Shown):
    """A label with its size, what is said of it, and the passages it opens to; `others` come after the clearest."""

    MACRO: ClassVar[str] = "opening"
    label: str
    size: str
    facts: tuple[tuple[str, str], ...]
    outlets: tuple[str, ...]
    passages: tuple[Passage, ...]
    others: tuple[Passage, ...] = ()
    left_out: int = 0

    @property
    def plain(self) -> str:
        """Label and size, the facts, and the passages with their places."""
        told = [f"{name} {text}".strip() for name, text in self.facts if text]
        quoted = [f"{each.text} ({each.outlet}, {each.paragraph_id})" for each in self.passages]
        return "\n".join([f"{self.label}: {self.size}", *told, *quoted])


def shelf(
    pieces: Pieces,
    title: str,
    noun: str,
    *,
    lead: str,
    openings: Iterable[Opening],
    left_out: int = 0,
) -> Shelf[Opening]:
    """Some openings, found by their labels."""
    more = f"{count(left_out, f'more {noun}')} not shown" if left_out else ""
    items = {each.label: each for each in openings}
    return Shelf(pieces, title, noun, (lead,) if lead else (), items, more)


def topics(pieces: Pieces, title: str) -> Shelf[Opening]:
    """Every topic with its words and its paragraphs, the clearest first; last the paragraphs without a topic."""
    views = topic_views(pieces.study, ())
    openings = (
        Opening(
            pieces,
            view.label,
            view.size,
            (("Words", view.words), ("", view.sureness)),
            view.outlets,
            view.exemplars,
            view.others,
            view.left_out,
        )
        for view in views
    )
    return shelf(pieces, title, "topic", lead=topics_sentence(pieces.study), openings=openings)


def quoted_speakers(pieces: Pieces, title: str) -> Shelf[Opening]:
    """Whom the outlets quote, then whom people in interviews quote, each with the passages."""
    said = speakers(pieces.study)
    views = (*said.by_outlets, *said.inside)
    openings = (
        Opening(pieces, view.name, view.size, (), view.outlets, view.passages, left_out=view.left_out)
        for view in views
    )
    return shelf(pieces, title, "speaker", lead="", openings=openings, left_out=said.left_out)


def stance_sentences(pieces: Pieces, title: str) -> Shelf[Opening]:
    """Each speaker with each actor spoken of, and the sentences with what was read off them."""
    study = pieces.study
    opened = stances(study, stance.spoken_of(study))
    openings = (
        Opening(
            pieces, f"{speaker.name} on {cell.target}", cell.size, (), speaker.outlets, cell.passages,
            left_out=cell.left_out,
        )
        for speaker in opened.speakers
        for cell in speaker.cells
    )  # fmt: skip
    lead = stance.validity_sentence(study) if opened.speakers else stance.proposal(study)
    return shelf(pieces, title, "stance", lead=lead, openings=openings, left_out=opened.left_out)


def frame_examples(pieces: Pieces, title: str) -> Shelf[Opening]:
    """Every frame with its definition, what may be said of it, and the paragraphs that carry it most."""
    openings = (
        Opening(pieces, view.title, view.validity, (("", view.definition),), (), view.passages)
        for view in frame_views(pieces.study)
    )
    return shelf(pieces, title, "frame", lead=frames_told(pieces.study), openings=openings)
