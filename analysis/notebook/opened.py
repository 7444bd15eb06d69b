"""A study opened in a notebook: everything that its report is made of, to look at one by one."""

from __future__ import annotations

import os
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from analysis import pipeline
from analysis.errors import StudyError
from analysis.notebook import evidence, openings, steps
from analysis.notebook.figures import Figure, Figures, figures, read_figures
from analysis.notebook.paragraphs import Paragraph, Paragraphs, paragraphs
from analysis.notebook.shown import Pieces, Shelf
from analysis.notebook.steps import TITLES
from analysis.notebook.tables import Tables, tables
from analysis.notebook.told import Told
from analysis.places import BUNDLED, ROOT, default_out
from analysis.report.study import Study

if TYPE_CHECKING:
    import pandas as pd

    from analysis.compare import Gate
    from analysis.progress import Progress

OUT = "FRAMING_OUT"
"""The variable that names another folder than reports/ for the bundled study's report."""


def open_study(
    folder: str | Path | None = None, *, out: str | Path | None = None, progress: Progress | None = None
) -> OpenStudy:
    """A study with its results; what is not current is computed first, as `framing report` does.

    Args:
        folder: a folder that holds `study.toml`; the bundled study when none is named, wherever the notebook runs.
        out: the report's folder; where `framing report` puts it when none is named.
        progress: shows how far the run is.

    Raises:
        StudyError: something in the study's files or settings is wrong. Its files are named from the study's folder on.
    """
    place = ROOT / BUNDLED if folder is None else Path(folder)
    report = Path(out) if out is not None else _report_of(place)
    try:
        made = pipeline.results(place, report, progress=progress)
    except StudyError as error:
        raise _from_study_on(error, place) from None
    study = Study.of(
        made.tables,
        settings=made.settings,
        gate=made.gate,
        figures=read_figures(report),
        provenance=made.facts,
        no_topics=" ".join(made.tables["no_topics"]["reason"]),
    )
    return OpenStudy(Pieces(study))


def _report_of(place: Path) -> Path:
    """Where the report of a study lies."""
    if place.resolve() != ROOT / BUNDLED:
        return default_out(place)
    return Path(os.environ.get(OUT) or ROOT / default_out(BUNDLED))


def _from_study_on(error: StudyError, place: Path) -> StudyError:
    """The same error, its file named from the study's folder on: in a notebook the way there is only long."""
    where = str(error.where).replace(f"{place.parent}{os.sep}", "", 1) if error.where else None
    return type(error)(error.problem, where=where, remedy=error.remedy)


class OpenStudy:
    """A study's articles, paragraphs, topics, figures, tables and findings, and what may be said of them.

    Everything shows itself in a notebook, and prints as plain text elsewhere.
    """

    def __init__(self, pieces: Pieces) -> None:
        self._pieces = pieces
        self._study = pieces.study

    def _repr_html_(self) -> str:
        return self.summary._repr_html_()

    def __repr__(self) -> str:
        return self.summary.plain

    @property
    def summary(self) -> Told:
        """What was read, what can be said and what cannot."""
        return steps.first_screen(self._pieces)

    @property
    def articles(self) -> Told:
        """The articles, each with its outlet, date and size."""
        return steps.articles(self._pieces)

    @property
    def parser_audit(self) -> Told:
        """How much of the files is analysed, and what was not understood."""
        return steps.parser_audit(self._pieces)

    @property
    def paragraphs(self) -> Paragraphs:
        """Every paragraph; to be narrowed by outlet or words."""
        return paragraphs(self._pieces)

    def paragraph(self, paragraph_id: str) -> Paragraph:
        """One paragraph with its speaker and its place in the source file.

        Raises:
            NotFoundError: there is none of this id.
        """
        return self.paragraphs[paragraph_id]

    @property
    def voices(self) -> Told:
        """Where an outlet's own words are too few to be compared, and what is copied."""
        return steps.voices(self._pieces)

    @property
    def speakers(self) -> Shelf[openings.Opening]:
        """Whom the texts quote; each opens to the passages."""
        return openings.quoted_speakers(self._pieces, TITLES["voices"])

    @cached_property
    def topics(self) -> Shelf[openings.Opening]:
        """The topics; each opens to its clearest paragraphs."""
        return openings.topics(self._pieces, TITLES["topics"])

    @property
    def shares(self) -> Told:
        """The share of each topic in each outlet."""
        return steps.shares(self._pieces)

    @property
    def tone(self) -> Told:
        """The tone of each outlet's wording."""
        return steps.tones(self._pieces)

    @property
    def stance(self) -> Told:
        """How each speaker and each outlet speaks of each actor."""
        return steps.stances(self._pieces)

    @property
    def stances(self) -> Shelf[openings.Opening]:
        """Each speaker on each actor; each opens to the sentences."""
        return openings.stance_sentences(self._pieces, TITLES["stance"])

    @property
    def frames(self) -> Told:
        """The frames of each outlet."""
        return steps.framed(self._pieces)

    @property
    def frame_examples(self) -> Shelf[openings.Opening]:
        """Each frame; it opens to the paragraphs that carry it most."""
        return openings.frame_examples(self._pieces, TITLES["frames"])

    @property
    def microframes(self) -> Told:
        """Where each outlet stands between pairs of opposites."""
        return steps.microframed(self._pieces)

    @property
    def words(self) -> Told:
        """The words that each outlet uses more than the others do."""
        return steps.leading_words(self._pieces)

    @property
    def matched(self) -> Told:
        """Whether outlets report the same facts."""
        return steps.matched(self._pieces)

    @property
    def gate(self) -> Gate:
        """What the design can show at all, asked before any result."""
        return self._study.gate

    @property
    def verdict(self) -> str:
        """The gate's verdict: "descriptive only" or "inference possible"."""
        return self._study.gate.verdict

    @property
    def may_be_said(self) -> Told:
        """What the design allows, and what it would take."""
        return steps.may_be_said(self._pieces)

    @cached_property
    def findings(self) -> Shelf[evidence.Observation]:
        """Every finding with its n, its limit and the passages behind it."""
        return evidence.observations(self._pieces, TITLES["findings"])

    @property
    def limits(self) -> Told:
        """What the study cannot show."""
        return steps.limited(self._pieces)

    @property
    def instruments(self) -> Told:
        """How right each instrument is, a line for each."""
        return steps.instruments(self._pieces)

    @property
    def validity(self) -> Shelf[evidence.Card]:
        """The validity cards of the instruments in use."""
        return evidence.cards(self._pieces, TITLES["validity"])

    @property
    def stability(self) -> Told:
        """How nearly the topics come out the same."""
        return steps.stability(self._pieces)

    @property
    def leave_one_out(self) -> Told:
        """What hangs on one article."""
        return steps.leave_one_out(self._pieces)

    @property
    def multiverse(self) -> Told:
        """Whether other choices would have said the same."""
        return steps.other_choices(self._pieces)

    @property
    def self_audit(self) -> Told:
        """How often the machinery calls a difference where there is none."""
        return steps.audited(self._pieces)

    @property
    def figures(self) -> Figures:
        """All figures: their numbers, ids and titles."""
        return figures(self._pieces)

    def figure(self, figure_id: str) -> Figure:
        """The figure of this id.

        Raises:
            NotFoundError: the study has none of this id.
        """
        return self.figures[figure_id]

    @property
    def tables(self) -> Tables:
        """Every table by name."""
        return tables(self._pieces)

    def table(self, name: str) -> pd.DataFrame:
        """The table of this name.

        Raises:
            NotFoundError: the study has none of this name.
        """
        return self.tables[name]
