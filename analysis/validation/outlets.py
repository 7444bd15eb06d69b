"""Whether tone puts outlets in the order in which coders put them (BASIL): it does not, and so it is no stance."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np

from analysis import jsonl
from analysis.framing import agreement
from analysis.framing.card import Card, Result
from analysis.validation import gold

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from pathlib import Path

    import numpy.typing as npt

    Floats = npt.NDArray[np.float64]

    from analysis.framing.tone import Tone
    from analysis.progress import Progress

FOLDER, FILE = "basil", "open_half.jsonl.gz"
SOURCE = "Fan et al. (2019), In plain sight: media bias through the lens of factual reporting, EMNLP"
FEELING = "author_feeling_"
FEELINGS = {"neg": -1.0, "neu": 0.0, "pos": 1.0}
EVENT = "main_event"
PERSON = "Trump"
SHORTEST = 4
"""Letters of a surname that is looked for alone."""


@dataclass(frozen=True, slots=True)
class Feeling:
    """What the coders say that one article's author feels toward somebody, and the sentences that name him."""

    article: str
    outlet: str
    name: str
    coded: float
    sentences: tuple[str, ...]


def is_in(data: Path) -> bool:
    """Whether BASIL is there."""
    return (gold.folder(data, FOLDER) / FILE).is_file()


def outlet_cards(data: Path, using: Sequence[Tone], *, progress: Progress) -> list[Card]:
    """A card for each instrument: its tone of the sentences that name somebody, beside the feeling coded.

    Raises:
        ArticleError: the set cannot be read.
    """
    found = [one for one in feelings(gold.find(data, FOLDER, FILE, source=SOURCE)) if one.sentences]
    cards = []
    with progress.stage("BASIL") as step:
        for done, instrument in enumerate(using, start=1):
            cards.append(outlet_card(instrument, found))
            step(done, len(using))
    return cards


def outlet_card(instrument: Tone, found: Sequence[Feeling]) -> Card:
    """How the mean tone of the sentences that name somebody goes with the feeling coded, and by outlet."""
    tones = np.array([np.mean([instrument.tone(text) for text in one.sentences]) for one in found])
    coded = np.array([one.coded for one in found])
    articles = [one.article for one in found]
    results = [
        agreement.result(
            "Pearson r", "all", lambda rows: agreement.correlation(tones[rows], coded[rows]), articles
        )
    ]
    for metric, values in (("mean tone", tones), ("mean coded feeling", coded)):
        results += _by_outlet(metric, values, found)
    return Card(
        instrument=f"tone {instrument.name}",
        version=instrument.version,
        measures=instrument.measures,
        data="BASIL open half",
        source=SOURCE,
        licence="none stated",
        split="the open half; article by person, where a sentence names the person; nothing was fitted to it",
        resampled="articles",
        results=tuple(results),
        notes=(
            _orders(results),
            "Feelings are coded -1, 0 and 1. An article counts with the mean of its sentences that name the person.",
        ),
    )


def feelings(path: Path) -> Iterator[Feeling]:
    """Every feeling that is coded of an article's author toward a person or body."""
    fields = {"uuid": str, "source": str, "body-paragraphs": list, "article_level": dict}
    for _, row in jsonl.read(path, fields=fields):
        texts = [text for paragraph in row["body-paragraphs"] for text in paragraph]
        for name, value in _coded(row["article_level"]):
            pattern = _naming(name)
            naming = tuple(text for text in texts if pattern.search(text))
            yield Feeling(row["uuid"], row["source"].lower(), name, FEELINGS[value], naming)


def _coded(level: dict[str, Any]) -> Iterator[tuple[str, str]]:
    """Name and code of every feeling of the author."""
    for key, value in level.items():
        name = key.removeprefix(FEELING)
        if name not in {key, EVENT} and value in FEELINGS:
            yield name.replace("_", " "), value


def _naming(name: str) -> re.Pattern[str]:
    """What finds a name: the whole of it, or its last word where that is a surname."""
    last = name.rsplit(maxsplit=1)[-1]
    alone = last if len(last) >= SHORTEST and last[0].isupper() else name
    return re.compile(rf"\b{re.escape(alone)}\b")


def _by_outlet(metric: str, values: Floats, found: Sequence[Feeling]) -> list[Result]:
    """The mean of each outlet's articles toward Donald Trump."""
    about = [number for number, one in enumerate(found) if one.name in {PERSON, f"Donald {PERSON}"}]
    results = []
    for outlet in sorted({found[number].outlet for number in about}):
        own = [number for number in about if found[number].outlet == outlet]
        articles = [found[number].article for number in own]
        name = f"{metric} toward Donald Trump"
        results.append(agreement.result(name, f"outlet {outlet}", _mean(values[own]), articles))
    return results


def _mean(values: Floats) -> Callable[[npt.NDArray[np.int64]], float]:
    """The mean of any rows."""
    return lambda rows: float(values[rows].mean())


def _orders(results: Sequence[Result]) -> str:
    """The outlets in the order of tone and in that of the coders, the most positive first, in words."""
    orders = {}
    for metric in ("mean tone", "mean coded feeling"):
        own = [one for one in results if one.metric.startswith(metric)]
        ordered = sorted(own, key=lambda one: -one.value)
        orders[metric] = ", ".join(one.part.removeprefix("outlet ") for one in ordered)
    return (
        f"Most positive toward Donald Trump first: by the tone of the sentences that name him {orders['mean tone']}; "
        f"by the coders {orders['mean coded feeling']}. Tone may not be read as a stance."
    )
