"""The tone of the wording as listings: by outlet and by shared topic, under every instrument."""

from __future__ import annotations

import pandas as pd

from analysis.figures import instruments
from analysis.figures.list_agreement import VOICES
from analysis.figures.wording import MISSING, capitalised, count, signed
from analysis.report.listing import Cell, Heading, Listing, Row, listing, listing_of, row_anchor
from analysis.report.study import Study
from analysis.report.verdicts import verdict_cell, verdict_heading


def tone_listing(study: Study) -> Listing | None:
    """The mean tone of each outlet's sentences under each instrument, voice by voice; None without tone."""
    if not study.has("estimates", "article_tone"):
        return None
    rows = study.table("estimates")
    rows = rows[(rows["measure"] == "wording tone") & (rows["topic"] == "")]
    voices = _voices(rows)
    headings = [
        Heading("Outlet"), Heading("Word list"), *(Heading(capitalised(VOICES[voice]), True) for voice in voices),
        *verdict_heading(study),
    ]  # fmt: skip
    sizes = (
        study.table("article_tone").groupby(["instrument", "voice", "outlet"])["sentences"].sum().to_dict()
    )
    named = instruments.in_order(rows)
    listed = [
        Row(
            tone_anchor(outlet, name, named),
            (
                Cell(outlet, outlet=outlet, is_repeat=name != named[0]),
                Cell(instruments.title(name)),
                *(
                    _tone(own, voice, sizes.get((name, voice, outlet), 0), is_first=name == named[0])
                    for voice in voices
                ),
                *verdict_cell(study, own[own["voice"] == "all"]),
            ),
        )
        for outlet in study.outlets
        for name in named
        for own in [rows[(rows["outlet"] == outlet) & (rows["instrument"] == name)]]
    ]
    return listing("tone-by-outlet", "Mean tone of the wording", headings, listed)


def topic_tone_listing(study: Study) -> Listing | None:
    """The mean tone in each shared topic, by outlet and voice, a column for each instrument; None without any."""
    if not study.has("estimates", "topics"):
        return None
    rows = study.table("estimates")
    rows = rows[(rows["measure"] == "wording tone") & (rows["topic"] != "") & rows["estimate"].notna()]
    named = instruments.in_order(rows)
    keys = [
        (str(topic), outlet, voice)
        for topic in study.topic_labels
        for outlet in study.outlets
        for voice in VOICES
    ]
    by_key = dict(iter(rows.groupby(["topic", "outlet", "voice"], observed=True)))
    present = [key for key in keys if key in by_key]
    if not present:
        return None
    above = [("", "", ""), *present]
    numbers = [Heading(instruments.title(name), True) for name in named]
    headings = [Heading("Topic"), Heading("Outlet"), Heading("Voice"), *numbers, Heading("paragraphs", True)]
    return listing_of(
        "tone-by-topic", "Mean tone within shared topics, by voice", headings, list(enumerate(present)),
        row=lambda key: _topic_row(study, key[1], by_key[key[1]], named=named, above=above[key[0]]),
    )  # fmt: skip


def tone_anchor(outlet: str, name: str, named: list[str]) -> str:
    """The id of an outlet's row under an instrument; that of the first carries the outlet's name alone."""
    return row_anchor("tone", outlet, "" if name == named[0] else name)


def _topic_row(
    study: Study,
    key: tuple[str, str, str],
    own: pd.DataFrame,
    *,
    named: list[str],
    above: tuple[str, str, str],
) -> Row:
    """One outlet's tones in one topic and voice."""
    topic, outlet, voice = key
    means = dict(zip(own["instrument"], own["estimate"], strict=True))
    cells = (
        Cell(study.topic_labels[int(topic)], href=f"#topic-{topic}", is_repeat=topic == above[0]),
        Cell(outlet, outlet=outlet, is_repeat=key[:2] == above[:2]),
        Cell(VOICES[voice]),
        *(Cell(signed(means[name]) if name in means else MISSING) for name in named),
        Cell(f"{own['paragraphs'].iloc[0]:,}"),
    )
    return Row(row_anchor("topic-tone", topic, outlet, voice), cells)


def _voices(rows: pd.DataFrame) -> list[str]:
    """The voices that hold anything, and always all text and narration."""
    present = {*rows.loc[rows["estimate"].notna(), "voice"], "all", "narration"}
    return [voice for voice in VOICES if voice in present]


def _tone(rows: pd.DataFrame, voice: str, sentences: int, *, is_first: bool) -> Cell:
    """A mean tone, in an outlet's first row with the sentences that it and those below are of."""
    found = rows[rows["voice"] == voice]
    if found.empty or not sentences:
        return Cell(MISSING)
    return Cell(signed(found["estimate"].iloc[0]), note=count(int(sentences), "sentence") if is_first else "")
