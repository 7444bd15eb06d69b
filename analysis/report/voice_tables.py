"""Whose words the outlets print, as listings: by voice, and by whom the outlets themselves quote."""

from __future__ import annotations

from analysis.figures import speakers, voices
from analysis.figures.wording import MISSING, capitalised, percent
from analysis.report.listing import Cell, Heading, Listing, Row, cell_anchor, listing, row_anchor
from analysis.report.study import Study


def voice_listing(study: Study) -> Listing | None:
    """The share of each outlet's words that each voice says; None where voices were not told apart."""
    if not study.has("word_voices"):
        return None
    data = voices.prepare(study.table("word_voices"))
    present = [voice for voice in voices.VOICES if voice in set(data["voice"])]
    shares = {(row["outlet"], row["voice"]): row["share"] for _, row in data.iterrows()}
    words = data.groupby("outlet")["words"].sum()
    headings = [
        Heading("Outlet"),
        *(Heading(capitalised(voices.VOICES[voice]), True) for voice in present),
        Heading("of words", True),
    ]
    rows = [
        Row(
            row_anchor("voices", outlet),
            (
                Cell(outlet, outlet=outlet),
                *(
                    Cell(percent(shares[outlet, voice]) if (outlet, voice) in shares else MISSING)
                    for voice in present
                ),
                Cell(f"{words[outlet]:,}"),
            ),
        )
        for outlet in study.outlets
        if outlet in words.index
    ]
    return listing("voices-by-outlet", "Whose words each outlet prints", headings, rows)


def quoted_listing(study: Study) -> Listing | None:
    """Whom each outlet itself quotes and reports, the most quoted first; None where it names nobody."""
    if not study.has("word_voices"):
        return None
    data = speakers.prepare(study.table("word_voices"), study.table("paragraphs"))
    data = data[data["quoted_by"] == data["outlet"].astype(str)]
    headings = [
        Heading("Outlet"),
        Heading("Speaker"),
        Heading("Share of its words", True),
        Heading("words", True),
    ]
    repeats = (data["outlet"] == data["outlet"].shift()).tolist()
    rows = [
        Row(
            row_anchor("quoted", row["outlet"], row["speaker"]),
            (
                Cell(str(row["outlet"]), outlet=str(row["outlet"]), is_repeat=repeat),
                Cell(str(row["speaker"])),
                Cell(percent(row["share"])),
                Cell(f"{row['words']:,}"),
            ),
        )
        for repeat, (_, row) in zip(repeats, data.iterrows(), strict=True)
    ]
    return listing("quoted-by-outlet", "Whom the outlets quote and report", headings, rows) if rows else None


def voice_cell(outlet: str, voice: str) -> str:
    """Where the share of a voice in an outlet stands."""
    return cell_anchor(row_anchor("voices", outlet), voices.VOICES[voice])


def quoted_cell(outlet: str, speaker: str) -> str:
    """Where the share of a speaker in an outlet stands."""
    return cell_anchor(row_anchor("quoted", outlet, speaker), "Share of its words")
