"""The table `names`: where sentences name persons."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import pandas as pd

from analysis import tables
from analysis.voices import names as naming
from analysis.voices import words
from analysis.voices.names import gender_of, is_person, name_runs
from analysis.voices.tokens import Token, tokens

Person = tuple[str, str]
"""Full name and gender."""

_TITLES = (words.MASCULINE | words.FEMININE) | words.word_set(
    "president senator sen rep gov governor dr judge minister secretary chancellor general"
)


def read_names(sentences: pd.DataFrame, paragraphs: pd.DataFrame) -> pd.DataFrame:
    """Every place where a sentence names a person: by the full name, or by a surname that the article knows.

    Args:
        sentences: the sentences table.
        paragraphs: the paragraphs table, which says what belongs to one article.

    Returns:
        The table `names`, in the order of the sentences: `start` and `end` in the sentence's text, a possessive left
        out; `name` is the full name where the article gives one; `gender` is masculine, feminine or "".
    """
    owners = dict(zip(paragraphs["paragraph_id"], paragraphs["article_id"], strict=True))
    articles = sentences["paragraph_id"].map(owners)
    rows: list[dict[str, Any]] = []
    for _, own in sentences.groupby(articles, sort=False):
        runs = {
            sentence_id: [run for _, run in name_runs(tokens(text, 0, len(text), ()))]
            for sentence_id, text in own[["sentence_id", "text"]].itertuples(index=False, name=None)
        }
        known = _surnames(run for found in runs.values() for run in found)
        rows += [row for sentence_id, found in runs.items() for row in _rows(sentence_id, found, known)]
    return tables.table("names", rows)


def _surnames(runs: Iterator[Sequence[Token]]) -> dict[str, Person]:
    """The persons whom an article gives a full name, by surname; the first of several, the gender of any mention."""
    known: dict[str, Person] = {}
    for run in runs:
        name = _bare(run)
        if is_person(name):
            surname = next((part for part in reversed(name) if part.lower() not in words.SUFFIXES), name[-1])
            full, gender = known.get(surname, (surname, ""))
            given = " ".join(name) if full == surname else full
            known[surname] = (given, gender or gender_of(name, _titles(run, name)))
        elif len(name) == 1 and _has_title(_titles(run, name)):
            full, gender = known.get(name[0], (name[0], ""))
            known[name[0]] = (full, gender or gender_of(name, _titles(run, name)))
    return known


def _rows(
    sentence_id: str, runs: Sequence[Sequence[Token]], known: Mapping[str, Person]
) -> Iterator[dict[str, Any]]:
    """The persons of one sentence."""
    for run in runs:
        name = _bare(run)
        named = [token for token in run if token.text != ","][-len(name) :] if name else []
        person = _person(name, _titles(run, name), known)
        if person is not None and named:
            end = named[-1].start + len(named[-1].stem)
            full, gender = person
            yield {
                "sentence_id": sentence_id, "start": named[0].start, "end": end, "name": full, "gender": gender,
            }  # fmt: skip


def _person(name: Sequence[str], titles: Sequence[str], known: Mapping[str, Person]) -> Person | None:
    """Whom a name means: a person of that full name, or of a surname that the article knows."""
    full, gender = known.get(name[-1], ("", "")) if name else ("", "")
    if is_person(name):
        own = " ".join(name)
        return own, gender if own == full else gender_of(name, titles)
    return (full, gender) if full and len(name) == 1 else None


def _has_title(titles: Sequence[str]) -> bool:
    """Whether a word before a name makes it a person's."""
    return any(title.lower().strip(".") in _TITLES for title in titles)


def _bare(run: Sequence[Token]) -> tuple[str, ...]:
    """The words of a name without the titles before it, "Presidents" included."""
    name = naming.bare_name(run)
    is_plural = len(name) > 1 and name[0].endswith("s") and name[0].lower()[:-1] in words.TITLES
    return name[1:] if is_plural else name


def _titles(run: Sequence[Token], name: Sequence[str]) -> list[str]:
    """The words of a run before the name itself."""
    parts = [token.stem for token in run if token.text != ","]
    return parts[: len(parts) - len(name)]
