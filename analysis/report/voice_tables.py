"""Whose words the outlets print, as listings: by voice, and by whom the outlets themselves quote."""

from __future__ import annotations

from analysis.figures import speakers, voices
from analysis.figures.wording import MISSING, capitalised, percent
from analysis.report.counts import words_by_voice
from analysis.report.listing import Cell, Heading, Listing, Row, cell_anchor, listing, listing_of, row_anchor
from analysis.report.study import Study


def voice_listing(study: Study) -> Listing | None:
    """The share of each outlet's words that each voice says; None where voices were not told apart."""
    if not study.has("word_voices"):
        return None
    data = voices.prepare(words_by_voice(study))
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
    if data.empty:
        return None
    repeats = (data["outlet"] == data["outlet"].shift()).tolist()

    def row(place: int) -> Row:
        own = data.iloc[place]
        cells = (
            Cell(str(own["outlet"]), outlet=str(own["outlet"]), is_repeat=repeats[place]),
            Cell(str(own["speaker"])),
            Cell(percent(own["share"])),
            Cell(f"{own['words']:,}"),
        )
        return Row(row_anchor("quoted", own["outlet"], own["speaker"]), cells)

    title = f"Whom the outlets quote and report{study.scope.within('word_voices')}"
    return listing_of("quoted-by-outlet", title, headings, range(len(data)), row=row)


def voice_cell(outlet: str, voice: str) -> str:
    """Where the share of a voice in an outlet stands."""
    return cell_anchor(row_anchor("voices", outlet), voices.VOICES[voice])


def quoted_cell(outlet: str, speaker: str) -> str:
    """Where the share of a speaker in an outlet stands."""
    return cell_anchor(row_anchor("quoted", outlet, speaker), "Share of its words")
