"""Matched paragraphs side by side, the words marked that only one of them has."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import pandas as pd

from analysis.figures.wording import count, decimal, listed_up_to, percent
from analysis.report.marking import Piece, common, lacking
from analysis.report.passages import Passage, Passages
from analysis.report.study import Study

MOST_PAIRS = 8
MOST_QUOTATIONS = 4
MOST_NEAREST = 3
MOST_CHARACTERS = 560
SURE = 0.8
ENOUGH = 4
MOST_NAMED = 3
KINDS = {"report": "Likely the same fact", "quotation": "The same quotation", "copy": "Nearly the same words"}
NEAREST = "Alike in wording, not matched"


@dataclass(frozen=True, slots=True)
class Half:
    """One of two paragraphs: where it stands, and its text in pieces."""

    passage: Passage
    pieces: tuple[Piece, ...]


@dataclass(frozen=True, slots=True)
class PairView:
    """Two paragraphs side by side, what they are called, and the evidence for it."""

    anchor: str
    title: str
    evidence: str
    halves: tuple[Half, Half]


@dataclass(frozen=True, slots=True)
class Pairs:
    """The pairs that the page shows; `left_out` says how many more are matched."""

    shown: tuple[PairView, ...] = ()
    left_out: int = 0

    @property
    def cited(self) -> tuple[str, ...]:
        """The ids of the paragraphs shown."""
        return tuple(half.passage.paragraph_id for pair in self.shown for half in pair.halves)


def matched_pairs(study: Study) -> Pairs:
    """The surest matches whose wording differs most, the same facts first; none where nothing is matched."""
    if not study.has("matches"):
        return Pairs()
    passages = Passages(study)
    rows = at_hand(passages, study.table("matches"))
    chosen = chosen_pairs(rows)
    shown = tuple(_view(passages, study, row, KINDS[row["kind"]]) for _, row in chosen.iterrows())
    return Pairs(shown, len(rows) - len(shown))


def nearest_pairs(study: Study) -> Pairs:
    """What comes nearest where nothing is matched, the likeliest first."""
    if not study.has("nearest"):
        return Pairs()
    passages = Passages(study)
    rows = (
        at_hand(passages, study.table("nearest"))
        .drop_duplicates("first_id")
        .drop_duplicates("second_id")
        .head(MOST_NEAREST)
    )
    return Pairs(tuple(_view(passages, study, row, NEAREST) for _, row in rows.iterrows()))


def at_hand(passages: Passages, rows: pd.DataFrame) -> pd.DataFrame:
    """The pairs of which both paragraphs are at hand."""
    pairs = zip(rows["first_id"], rows["second_id"], strict=True)
    return rows[[first in passages and second in passages for first, second in pairs]]


def chosen_pairs(rows: pd.DataFrame) -> pd.DataFrame:
    """The matches that are shown: eight facts at most, then four quotations, the most differently worded first.

    Facts are taken from the likelier matches where there are enough. Of two articles one pair is taken; copies are left
    out, since there is nothing to compare in them.
    """
    facts = rows[rows["kind"] == "report"]
    sure = facts[facts["probability"] >= SURE]
    facts = sure if len(sure) >= ENOUGH else facts
    said = rows[rows["kind"] == "quotation"]
    return pd.concat([_apart(facts).head(MOST_PAIRS), _apart(said).head(MOST_QUOTATIONS)])


def pair_anchor(row: pd.Series[Any]) -> str:
    """The id that a pair has in the page."""
    return "-".join(["pair", *f"{row['first_id']} {row['second_id']}".split()])


def _apart(rows: pd.DataFrame) -> pd.DataFrame:
    """Rows by how few content words the paragraphs have in common, one row for two articles."""
    order = ["overlap", "first_id", "second_id"]
    ordered = rows.sort_values(order, ascending=[True, True, True], kind="stable")
    return ordered.drop_duplicates(["first_article", "second_article"])


def _view(passages: Passages, study: Study, row: pd.Series[Any], title: str) -> PairView:
    """Two paragraphs side by side."""
    ids = (str(row["first_id"]), str(row["second_id"]))
    own = study.analysed[study.analysed["paragraph_id"].isin(ids)]
    texts = own.set_index("paragraph_id")["plain"]
    cut = [passages.opening(each, MOST_CHARACTERS) for each in ids]
    first, second = (
        Half(passage, (common if title == NEAREST else lacking)(passage.text, str(texts[other])))
        for passage, other in zip(cut, reversed(ids), strict=True)
    )
    return PairView(pair_anchor(row), title, _evidence(row), (first, second))


def _evidence(row: pd.Series[Any]) -> str:
    """What the two have in common, in words."""
    told = [
        f"likeness of meaning {decimal(row['similarity'])} (1: the same)",
        f"{percent(row['overlap'])} of the shorter one's content words in common",
        "dates unknown" if pd.isna(row["days_apart"]) else _apart_in_time(int(row["days_apart"])),
    ]
    shared = [name for name in str(row["shared_actors"] or row["shared_names"]).split("; ") if name]
    if shared:
        told.append(f"both name {listed_up_to(shared, MOST_NAMED, 'name')}")
    return ", ".join(told)


def _apart_in_time(days: int) -> str:
    """How far apart two articles appeared."""
    return "published the same day" if days == 0 else f"published {count(days, 'day')} apart"
