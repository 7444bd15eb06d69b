"""The instruments of tone: one for each word list, and their mean."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from analysis import progress as progressing
from analysis import tables
from analysis.errors import SettingsError
from analysis.framing.tone import mean
from analysis.framing.tone.bundled import bundled
from analysis.framing.tone.lexicon import Lexicon

if TYPE_CHECKING:
    from collections.abc import Mapping

    import pandas as pd

    from analysis.progress import Step


@dataclass(frozen=True, slots=True)
class Tone:
    """One instrument of tone: a word list, or the mean of several; see `framing.instrument`."""

    name: str
    version: str
    measures: str
    lexicons: tuple[Lexicon, ...]

    def tone(self, text: str) -> float:
        """The tone of one text, -1 (negative) to 1 (positive), to four decimals."""
        return tones(text, self.lexicons)[self.name]

    def score(self, texts: pd.DataFrame, *, progress: Step = progressing.ignore) -> pd.DataFrame:
        """The tone of every text.

        Args:
            texts: columns `sentence_id` and `text` (str).
            progress: told how many are scored.

        Returns:
            The table `tone`, one row per text in the order given.
        """
        given = ((key, {self.name: self.tone(text)}) for key, text in _pairs(texts))
        return tables.table("tone", _rows(given, len(texts), progress))


def instruments(own: Sequence[Lexicon] = ()) -> tuple[Tone, ...]:
    """The instruments in the order in which they are shown: VADER first, AFINN, their mean, then the user's lists.

    Args:
        own: word lists beside the bundled ones.
    """
    single = [Tone(each.name, each.version, each.measures, (each,)) for each in (*bundled(), *own)]
    middle = Tone(mean.NAME, mean.VERSION, mean.MEASURES, bundled())
    return (*single[: len(bundled())], middle, *single[len(bundled()) :])


def chosen(names: Sequence[str], own: Sequence[Lexicon] = ()) -> tuple[Tone, ...]:
    """The instruments of these names; all of them where none is named.

    Raises:
        SettingsError: a name is no instrument of tone.
    """
    known = {each.name: each for each in instruments(own)}
    for name in names:
        if name not in known:
            raise SettingsError(f"unknown instrument of tone {name!r}", remedy=f"use {', '.join(known)}")
    return tuple(known[name] for name in dict.fromkeys(names or known))


def tones(text: str, lexicons: Sequence[Lexicon]) -> dict[str, float]:
    """The tone of a text under each word list, and their mean where all that it needs are among them."""
    given = {lexicon.name: lexicon.tone(text) for lexicon in lexicons}
    return {**given, mean.NAME: mean.mean(given)} if set(mean.SPREADS) <= set(given) else given


def wording_tone(
    sentences: pd.DataFrame, own: Sequence[Lexicon] = (), *, progress: Step = progressing.ignore
) -> pd.DataFrame:
    """Tone of the wording of every sentence under every instrument; each word list is asked once.

    This is the polarity of the words used, never a stance. A sentence without a word of a list has a tone of 0 under
    it. The lists are English.

    Args:
        sentences: one row per sentence; columns `sentence_id` and `text` (str).
        own: word lists beside the bundled ones.
        progress: told how many sentences are scored.

    Returns:
        The table `tone`, one row per sentence and instrument, the sentences in the order given and the instruments in
        that of `instruments`; `tone` from -1 (negative) to 1 (positive), to four decimals.
    """
    order = [each.name for each in instruments(own)]
    lexicons = (*bundled(), *own)
    scored = ((key, tones(text, lexicons)) for key, text in _pairs(sentences))
    given = ((key, {name: found[name] for name in order}) for key, found in scored)
    return tables.table("tone", _rows(given, len(sentences), progress))


def _pairs(texts: pd.DataFrame) -> Iterator[tuple[str, str]]:
    """Id and text of each row."""
    return zip(texts["sentence_id"], texts["text"], strict=True)


def _rows(
    given: Iterator[tuple[str, Mapping[str, float]]], total: int, progress: Step
) -> Iterator[dict[str, object]]:
    """The rows of the table `tone`."""
    for done, (key, found) in enumerate(given, start=1):
        for name, tone in found.items():
            yield {"sentence_id": key, "tone": tone, "instrument": name}
        progress(done, total)
