"""The table `omissions`: within an event, what one outlet has that another has not."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pandas as pd

from analysis import tables
from analysis.compare.matched.neighbours import SCALE, unit
from analysis.compare.matched.score import ABSENT, probability
from analysis.compare.matched.wording import SHRINKAGE, plain_words

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from analysis.compare.arrays import Floats
    from analysis.compare.matched.reading import Reading

Row = dict[str, object]
Held = dict[str, dict[str, list[str]]]
"""By outlet, then by name: the paragraphs that hold it."""

UNKNOWN = "anonymous"
NO_NAMES = frozenset({"Of", "The", "A", "An", "Some", "Many"})
"""With these a sentence begins, and no name."""


def omissions(
    reading: Reading, vectors: Floats, pairs: pd.DataFrame, events: Mapping[str, int], *, quotes: pd.DataFrame
) -> pd.DataFrame:
    """What each outlet of an event has, and which other outlets of the event have not.

    Args:
        reading: of the study.
        vectors: in the order of `reading.paragraphs`.
        pairs: matched paragraphs.
        events: the event of each article.
        quotes: the table `quotes`, for who is quoted.

    Returns:
        The table `omissions`, by event, `what`, name and outlet. "paragraphs matched": those of the outlet that match a
        paragraph of another outlet of the event. "paragraphs alone": those whose likeliest counterpart among all
        paragraphs of the others has a probability below .2 of reporting the same; what lies between is neither. "actor
        named": the study's actors by name, description or pronoun. "person named": a person whose surname stands
        nowhere in the other's articles. "speaker quoted": somebody with a name whose words are quoted or reported, and
        whom the other does not let speak. `count` is the number of paragraphs, `missing_in` the other outlets without
        it, `paragraph_ids` where it stands. Of the last three only those that some outlet lacks are given.
    """
    inside = reading.paragraphs.assign(row=np.arange(len(reading.paragraphs)))
    inside["event"] = inside["article_id"].map(events)
    linked = {*pairs["first_id"], *pairs["second_id"]}
    speakers = _speakers(quotes, set(reading.paragraphs["outlet"]))
    rows: list[Row] = []
    for event, own in inside.dropna(subset="event").groupby("event", sort=True):
        ordered = own.sort_values(["outlet", "article_id", "ordinal"], kind="stable", ignore_index=True)
        found = [
            *_paragraphs(reading, vectors, ordered, linked),
            *_lacking("actor named", _held(ordered, reading.actors)),
            *_persons(reading, ordered),
            *_lacking("speaker quoted", _by_surname(_held(ordered, speakers))),
        ]
        rows += [{"event": int(float(str(event))), **row} for row in found]
    order = ["event", "what", "name", "outlet"]
    return tables.table("omissions", rows).sort_values(order, kind="stable", ignore_index=True)


def _paragraphs(reading: Reading, vectors: Floats, own: pd.DataFrame, linked: set[str]) -> Iterator[Row]:
    """Each outlet's matched paragraphs, and those that stand alone."""
    likeliest = _likeliest(reading, vectors, own)
    is_matched = own["paragraph_id"].isin(linked).to_numpy()
    outlets = sorted(own["outlet"].unique())
    for outlet in outlets:
        is_own = (own["outlet"] == outlet).to_numpy()
        others = "; ".join(other for other in outlets if other != outlet)
        alone = own[is_own & ~is_matched & (likeliest < ABSENT)]["paragraph_id"].tolist()
        yield _row(
            "paragraphs matched",
            own[is_own & is_matched]["paragraph_id"].tolist(),
            outlet=outlet,
            missing_in="",
        )
        yield _row("paragraphs alone", alone, outlet=outlet, missing_in=others)


def _likeliest(reading: Reading, vectors: Floats, own: pd.DataFrame) -> Floats:
    """The highest probability of each paragraph with any of another outlet in the event."""
    from scipy import sparse

    whole = unit(np.asarray(vectors[own["row"].to_numpy()], dtype=np.float64))
    wordings = [reading.wordings(each) for each in own["paragraph_id"]]
    words = [sorted(each.content | each.numbers) for each in wordings]
    places = {word: place for place, word in enumerate(sorted({word for each in words for word in each}))}
    sizes = np.array([len(each) for each in words])
    columns = [places[word] for each in words for word in each]
    has = sparse.csr_array(
        (np.ones(len(columns)), (np.repeat(np.arange(len(own)), sizes), columns)),
        shape=(len(own), len(places)),
    )
    common = (has @ has.T).toarray() / (np.minimum.outer(sizes, sizes) + SHRINKAGE)
    likely = probability(whole @ whole.T / SCALE**2, common)
    outlet = own["outlet"].to_numpy()
    highest: Floats = np.where(outlet[:, None] != outlet[None, :], likely, 0.0).max(axis=1)
    return highest


def _held(own: pd.DataFrame, found: Mapping[str, Sequence[str] | frozenset[str]]) -> Held:
    """By outlet and name, the paragraphs of an event in which a name is found."""
    held: Held = {outlet: {} for outlet in sorted(own["outlet"].unique())}
    for paragraph, outlet in own[["paragraph_id", "outlet"]].itertuples(index=False, name=None):
        for name in sorted(found.get(paragraph, ())):
            held[outlet].setdefault(name, []).append(paragraph)
    return held


def _persons(reading: Reading, own: pd.DataFrame) -> Iterator[Row]:
    """The persons whom one outlet names and whose surname another's articles do not hold."""
    words = {
        str(outlet): {word for text in texts["plain"] for word in plain_words(text)}
        for outlet, texts in own.groupby("outlet", sort=True)
    }
    for outlet, named in _by_surname(_held(own, reading.names)).items():
        for name, paragraphs in named.items():
            lacking = [
                other for other in sorted(words) if other != outlet and surname(name) not in words[other]
            ]
            if lacking:
                yield _row(
                    "person named", paragraphs, outlet=outlet, missing_in="; ".join(lacking), name=name
                )


def _lacking(what: str, held: Held) -> Iterator[Row]:
    """What some outlet has and another has not; surnames decide where names differ in form."""
    keys = {outlet: {surname(name) for name in named} for outlet, named in held.items()}
    for outlet, named in held.items():
        for name, paragraphs in named.items():
            lacking = [other for other in held if other != outlet and surname(name) not in keys[other]]
            if lacking:
                yield _row(what, paragraphs, outlet=outlet, missing_in="; ".join(lacking), name=name)


def _by_surname(held: Held) -> Held:
    """The same with the forms of one surname within an outlet joined under the longest of them."""
    joined: Held = {}
    for outlet, named in held.items():
        groups: dict[str, list[str]] = {}
        for name in sorted(named, key=lambda name: (-len(name), name)):
            groups.setdefault(surname(name), []).append(name)
        joined[outlet] = {
            names[0]: list(dict.fromkeys(each for name in names for each in named[name]))
            for names in groups.values()
        }
    return joined


def surname(name: str) -> str:
    """The last word of a name, lower-cased, "Jr." left out: by which two outlets' forms of a name are compared."""
    words = [word for word in plain_words(name) if word not in {"jr", "sr", "ii", "iii"}]
    return words[-1].removesuffix("'s") if words else ""


def _speakers(quotes: pd.DataFrame, outlets: set[str]) -> dict[str, frozenset[str]]:
    """Who with a name is quoted or reported in each paragraph; neither an outlet nor "officials"."""
    # A series, for an empty list would choose no column of an empty table.
    named = quotes["speaker"].map(lambda name: _is_named(name) and name not in outlets).astype("bool")
    said = quotes[named]
    return {str(key): frozenset(own["speaker"]) for key, own in said.groupby("paragraph_id")}


def _is_named(speaker: str) -> bool:
    """Whether a speaker has a name of two words or more, which starts and ends in a capital: no "officials"."""
    words = speaker.split()
    is_capital = len(words) > 1 and words[0][:1].isupper() and words[-1][:1].isupper()
    return is_capital and words[0] not in NO_NAMES and UNKNOWN not in speaker


def _row(what: str, paragraphs: list[str], *, outlet: str, missing_in: str, name: str = "") -> Row:
    """One row of the table."""
    return {
        "what": what, "name": name, "outlet": outlet, "missing_in": missing_in, "count": len(paragraphs),
        "paragraph_ids": "; ".join(paragraphs),
    }  # fmt: skip
