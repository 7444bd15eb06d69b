"""The reporting verbs: their forms, their classes, what they take."""

from __future__ import annotations

import pytest

from analysis import tables
from analysis.voices.lexicon import cues, first_names, inflections

TAKES = {
    "that",
    "clause",
    "object",
    "addressee",
    "quote",
    "noun",
    "to",
    "of",
    "about",
    "for",
    "on",
    "at",
    "out",
    "with",
}


@pytest.mark.parametrize(
    ("verb", "forms"),
    [
        ("note", ("note", "notes", "noted", "noting")),
        ("deny", ("deny", "denies", "denied", "denying")),
        ("stress", ("stress", "stresses", "stressed", "stressing")),
        ("betray", ("betray", "betrays", "betrayed", "betraying")),
    ],
)
def test_regular_forms(verb: str, forms: tuple[str, ...]) -> None:
    assert set(inflections(verb)) == set(forms)


@pytest.mark.parametrize(
    ("form", "verb", "cue_class"),
    [
        ("said", "say", "neutral"),
        ("stressed", "stress", "assertive"),
        ("accused", "accuse", "accusing"),
        ("claims", "claim", "doubting"),
        ("slammed", "slam", "accusing"),
        ("denied", "deny", "denying"),
        ("warning", "warn", "warning"),
        ("hoping", "hope", "thinking"),
    ],
)
def test_a_form_has_its_verb_and_class(form: str, verb: str, cue_class: str) -> None:
    assert (cues()[form].verb, cues()[form].cue_class) == (verb, cue_class)


def test_every_class_is_in_the_contract_and_every_construction_is_known() -> None:
    classes = tables.CUE_CLASS.among or ()
    assert {cue.cue_class for cue in cues().values()} == set(classes) - {""}
    assert {item for cue in cues().values() for item in cue.takes} <= TAKES | {"as", "against"}
    assert all(cue.takes for cue in cues().values())


def test_first_names_are_masculine_or_feminine() -> None:
    assert first_names()["Sergei"] == "masculine"
    assert first_names()["Hillary"] == "feminine"
    assert set(first_names().values()) == {"masculine", "feminine"}
