"""How right the tone of wording is on hand-coded news, and how wrong it would be as a stance."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from analysis.errors import ArticleError
from analysis.framing import agreement
from analysis.framing.card import Card, Result
from analysis.framing.tone import Tone, instruments
from analysis.validation import outlets
from analysis.validation.coded import NEGATIVE, NEUTRAL, POSITIVE, SETS, WORDS, CodedSet, Coding

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    import numpy.typing as npt

    Statistic = Callable[[npt.NDArray[np.int64]], float]

    from analysis.framing.tone.lexicon import Lexicon
    from analysis.progress import Progress

THRESHOLD = 0.05
"""VADER's own: a tone from .05 on is positive, from -.05 down negative, what lies between neutral."""
CUT = f"A text is called negative from a tone of -{THRESHOLD} down and positive from {THRESHOLD} up, fixed beforehand."


def validate_tone(data: Path, own: Sequence[Lexicon] = (), *, progress: Progress) -> tuple[Card, ...]:
    """A card for every instrument of tone and every set that is there.

    Args:
        data: the folder of the sets (SemEval-2007 task 14, PerSenT, NewsMTSC, BASIL).
        own: word lists beside the bundled ones.
        progress: shows how far it is.

    Raises:
        ArticleError: none of the sets is there, or one cannot be read.
    """
    using = instruments(own)
    cards: list[Card] = []
    for coded in SETS:
        if coded.is_in(data):
            texts = tuple(coded.read(coded.path(data)))
            with progress.stage(coded.data) as step:
                for done, instrument in enumerate(using, start=1):
                    cards.append(card(instrument, coded, texts, beside=using[0]))
                    step(done, len(using))
    if outlets.is_in(data):
        cards += outlets.outlet_cards(data, using, progress=progress)
    if not cards:
        names = ", ".join([*(coded.folder for coded in SETS), outlets.FOLDER])
        raise ArticleError("holds none of the sets", where=data, remedy=f"name the folder that holds {names}")
    return tuple(cards)


def card(instrument: Tone, coded: CodedSet, texts: Sequence[Coding], *, beside: Tone) -> Card:
    """How an instrument agrees with the coders of a set, and how much better than another does."""
    tones = np.array([instrument.tone(one.text) for one in texts])
    results = _results(tones, texts)
    if instrument.name != beside.name:
        results.append(_gain(tones, np.array([beside.tone(one.text) for one in texts]), texts, beside.name))
    return Card(
        instrument=f"tone {instrument.name}",
        version=instrument.version,
        measures=instrument.measures,
        data=coded.data,
        source=coded.source,
        licence=coded.licence,
        split=coded.split,
        resampled=coded.resampled,
        results=tuple(results),
        notes=(*coded.notes, CUT),
    )


def called(tones: npt.NDArray[np.float64]) -> npt.NDArray[np.int64]:
    """The label that a tone is called: 0 negative, 1 neutral, 2 positive."""
    return np.where(tones <= -THRESHOLD, NEGATIVE, np.where(tones >= THRESHOLD, POSITIVE, NEUTRAL))


def _results(tones: npt.NDArray[np.float64], texts: Sequence[Coding]) -> list[Result]:
    """Pearson's r with the coded value, macro-F1 and F1 of each class, and what the largest class alone would reach."""
    values = np.array([one.value for one in texts])
    truth = np.array([one.label for one in texts])
    groups, given = [one.group for one in texts], called(tones)
    usual = np.full(len(truth), np.bincount(truth).argmax())

    def score(metric: str, part: str, statistic: Statistic) -> Result:
        return agreement.result(metric, part, statistic, groups)

    return [
        score("Pearson r", "all", lambda rows: agreement.correlation(tones[rows], values[rows])),
        score("macro-F1", "all", lambda rows: agreement.macro_f1(truth[rows], given[rows], len(WORDS))),
        *(score("F1", f"class {name}", _f1(truth == label, given == label)) for name, label in WORDS.items()),
        score(
            "macro-F1",
            "largest class alone",
            lambda rows: agreement.macro_f1(truth[rows], usual[rows], len(WORDS)),
        ),
    ]


def _gain(
    tones: npt.NDArray[np.float64], others: npt.NDArray[np.float64], texts: Sequence[Coding], name: str
) -> Result:
    """Pearson's r less that of another instrument on the same texts."""
    values = np.array([one.value for one in texts])

    def gain(rows: npt.NDArray[np.int64]) -> float:
        mine, theirs = (agreement.correlation(given[rows], values[rows]) for given in (tones, others))
        return mine - theirs

    return agreement.result("Pearson r, difference", f"from {name}", gain, [one.group for one in texts])


def _f1(truth: npt.NDArray[np.bool_], given: npt.NDArray[np.bool_]) -> Statistic:
    """F1 of one class, of any rows."""
    return lambda rows: agreement.f1(truth[rows], given[rows])
