"""Reporting verbs and what each tells of the reporter's stance: the table `cues.csv`, read once.

The classes bring together the types of Caldas-Coulthard (1994), "On reporting reporting", in: Advances in Written Text
Analysis, ed. Coulthard (neutral, structuring, assertive, directive, expressive; her paralinguistic verbs are expressive
here); the reporter's stance of Thompson and Ye (1991), "Evaluation in the reporting verbs used in academic papers",
Applied Linguistics 12 (factive, counter-factive, non-factive); the factive, tentative and critical verbs of Hyland
(2002), "Activity and evaluation: reporting practices in academic writing", in: Academic Discourse, ed. Flowerdew; and
the lexical semantics of Bergler (1992), "Evidential analysis of reported speech", Brandeis University (assertive,
conceding, denying, committing, warning).

neutral: said. structuring: added. assertive: stressed. factive: the reporter presents it as true: revealed. tentative:
suggested. doubting: the reporter keeps a distance: claimed. conceding: admitted. denying: rejected. accusing: blamed.
approving: praised. directive: urged. committing: promised. warning: warned. asking: asked. thinking: an attitude
that somebody is said to have and need not have voiced: hopes. expressive: shouted.

Which verbs are listed, and with what behind them, was chosen on PolNeAR's training articles: a construction is kept
where about half of its uses or more are attributions there.
"""

from __future__ import annotations

import csv
from dataclasses import dataclass
from functools import cache
from importlib import resources

ATTITUDE = "thinking"
"""The class of verbs that tell what somebody thinks or wants: reported, but nobody's words."""

BY_MARK = "neutral"
"""The class of attributions without a verb: "according to", a colon."""


@dataclass(frozen=True, slots=True)
class Cue:
    """A reporting verb: its class, and the constructions that it takes.

    `takes` holds "that" (a clause with that, whether or how), "clause" (with or without), "object", "addressee"
    (somebody, then a clause), "quote" (a cue beside quotation marks only), "noun" (its bare forms are mostly nouns), or
    prepositions and particles.
    """

    verb: str
    cue_class: str
    takes: frozenset[str]
    irregular: frozenset[str] = frozenset()


@cache
def cues() -> dict[str, Cue]:
    """The reporting verbs by each of their forms: said, says, saying."""
    source = resources.files("analysis.voices").joinpath("cues.csv")
    with source.open(encoding="utf-8") as file:
        rows = list(csv.DictReader(file))
    forms: dict[str, Cue] = {}
    for row in rows:
        cue = Cue(
            row["verb"], row["class"], frozenset(row["takes"].split()), frozenset(row["irregular"].split())
        )
        for form in (*inflections(row["verb"]), *row["irregular"].split()):
            forms.setdefault(form, cue)
    return forms


def inflections(verb: str) -> tuple[str, ...]:
    """The regular forms of a verb: note, notes, noted, noting. Doubled and changed letters stand in the table."""
    if verb.endswith("e"):
        return verb, f"{verb}s", f"{verb}d", f"{verb[:-1]}ing"
    if verb.endswith("y") and verb[-2] not in "aeo":
        return verb, f"{verb[:-1]}ies", f"{verb[:-1]}ied", f"{verb}ing"
    third = f"{verb}es" if verb.endswith(("s", "sh", "ch", "x")) else f"{verb}s"
    return verb, third, f"{verb}ed", f"{verb}ing"


@cache
def first_names() -> dict[str, str]:
    """Common first names and whether they are masculine or feminine ones."""
    source = resources.files("analysis.voices").joinpath("first_names.csv")
    with source.open(encoding="utf-8") as file:
        return {name: gender for row in csv.DictReader(file) for gender, name in row.items()}
