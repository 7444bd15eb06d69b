"""A small report on disk, for sheets to be drawn from."""

from __future__ import annotations

from pathlib import Path

import pandas as pd

from analysis import store, tables

OUTLETS = ("gazette", "herald")
VOICES = ("narration", "direct")
SENTENCES = 24


def sentences() -> pd.DataFrame:
    """Two outlets, two voices, 24 sentences in paragraphs of two; the first could be taken for a formula."""
    return tables.table(
        "sentences",
        (
            {
                "sentence_id": f"{_outlet(place)}:{place // 2}.{place % 2}", "ordinal": place % 2, "speaker": "",
                "paragraph_id": f"{_outlet(place)}:{place // 2}", "voice": VOICES[place // 2 % 2],
                "text": f"=SUM({place}) is what “they”; said,\n+1" if place == 0 else f"Sentence {place} stands here.",
            }
            for place in range(SENTENCES)
        ),
    )  # fmt: skip


def make_report(folder: Path, *, with_scores: bool = True) -> Path:
    """The folder of a report: its tables of sentences and paragraphs, and of tone, targets and frames if wanted."""
    said = sentences()
    paragraphs = pd.DataFrame(
        {
            "paragraph_id": str(name), "article_id": str(name).partition(":")[0], "outlet": str(name).partition(":")[0],
            "plain": " ".join(own["text"]), "analysed": True,
        }
        for name, own in said.groupby("paragraph_id")
    )  # fmt: skip
    made = {"sentences": said, "paragraphs": paragraphs}
    if with_scores:
        made |= {"tone": tone(said), "targets": targets(said), "frames": frames(paragraphs)}
    for name, frame in made.items():
        store.write_table(folder, name, frame)
    return folder


def tone(said: pd.DataFrame) -> pd.DataFrame:
    """Tones that rise from -1 to nearly 1."""
    rows = ((name, round(-1 + place / 12, 4)) for place, name in enumerate(said["sentence_id"]))
    return tables.table(
        "tone", ({"sentence_id": name, "tone": value, "instrument": "vader"} for name, value in rows)
    )


def targets(said: pd.DataFrame) -> pd.DataFrame:
    """Every third sentence has the target NATO, the others none; every sixth is negative toward it."""
    rows = [(name, place % 6 == 0) for place, name in enumerate(said["sentence_id"]) if place % 3 == 0]
    return tables.table(
        "targets",
        (
            {
                "sentence_id": name, "target": "NATO", "mention": "NATO", "polarity": -1 if bad else 1,
                "p_negative": 0.8 if bad else 0.1, "p_neutral": 0.1, "p_positive": 0.1 if bad else 0.8,
                "instrument": "stance", "mentions": 1, "stance": -0.7 if bad else 0.7, "speaker": "",
            }
            for name, bad in rows
        ),
    )  # fmt: skip


def frames(paragraphs: pd.DataFrame) -> pd.DataFrame:
    """Conflict is present in every other paragraph."""
    names = paragraphs["paragraph_id"]
    return tables.table(
        "frames",
        (
            {
                "paragraph_id": name,
                "frame": "conflict",
                "score": 0.9 if place % 2 else 0.1,
                "instrument": "seeds",
            }
            for place, name in enumerate(names)
        ),
    )


def _outlet(place: int) -> str:
    """The outlet of a sentence; the second has a third of them."""
    return OUTLETS[place >= 16]
