"""The quotation finder's card, and what its version stands for."""

from __future__ import annotations

import gzip
import hashlib
import json
from pathlib import Path

from analysis.corpus import Corpus
from analysis.framing.card import cards
from analysis.settings import Settings
from analysis.validation.quotes import card
from analysis.voices import read_quotes
from analysis.voices.quotes import VERSION
from tests.voices.test_validity import FIRST, SECOND, coded

FOUND = "cddef4977a6eb170"
"""What version 1 finds in the bundled articles. When this changes, so must VERSION, and the card is made again."""


def make_gold(folder: Path) -> Path:
    rows = [
        coded(FIRST, ("direct", "Ann Smith", "“We are glad of that,”"), ("indirect", "Eve Ford", "left")),
        coded(SECOND, ("direct", "Bob Brown, a guest", "“We like it here now,”")),
    ]
    (folder / "polnear").mkdir()
    with gzip.open(folder / "polnear" / "dev.jsonl.gz", "wt", encoding="utf-8") as file:
        file.writelines(json.dumps(row) + "\n" for row in rows)
    return folder


def test_the_card_holds_the_measured_figures_its_headline_first(tmp_path: Path) -> None:
    made = card(make_gold(tmp_path))
    assert (made.results[0].metric, made.results[0].part, round(made.results[0].value, 4)) == (
        "F1",
        "all",
        0.6667,
    )
    speaker = made.find("speaker's head name", "direct")
    assert speaker is not None
    assert (speaker.value, speaker.n, speaker.groups) == (0.5, 2, 2)
    found = made.find("recall", "direct, found as direct")
    assert found is not None
    assert found.value == 1
    pairs = [(result.metric, result.part) for result in made.results]
    assert len(set(pairs)) == len(pairs) == 16
    assert made.version == VERSION


def test_the_kept_card_is_of_the_present_version() -> None:
    (kept,) = [each for each in cards() if each.instrument == "quotations"]
    assert kept.version == VERSION
    assert kept.data == "PolNeAR"


def test_what_is_found_does_not_change_without_a_new_version(corpus: Corpus, bundled: Settings) -> None:
    quotes = read_quotes(corpus.paragraphs, bundled.people).quotes
    columns = ["paragraph_id", "start", "end", "kind", "speaker"]
    told = quotes[columns].sort_values(columns).to_csv(index=False, lineterminator="\n")
    assert (VERSION, hashlib.sha256(told.encode()).hexdigest()[:16]) == ("1", FOUND)
