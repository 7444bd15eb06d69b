"""Stance toward actors as the page tells it: how it was measured, and every cell as a row that can be cited."""

from __future__ import annotations

from collections.abc import Collection

import pandas as pd

from analysis.figures import stance_by_outlet
from analysis.figures.said_of import NARRATION, cells, said_of
from analysis.figures.wording import MISSING, clean, count, decimal, listed, quoted, signed
from analysis.report.headline import headline
from analysis.report.listing import Cell, Heading, Listing, Row, listing_of, row_anchor
from analysis.report.study import Study
from analysis.report.validity import current_cards
from analysis.report.verdicts import verdict_cell, verdict_heading

INSTRUMENTS = ("stance", "stance model")
"""The bundled classifier, and one that the study names."""
UNITS = {"NewsMTSC": "sentence", "PerSenT": "paragraph"}
"""What was labelled in the sets whose labels are of one kind."""

MOST_PROPOSED = 6
VOICES = ("all", NARRATION)


def spoken_of(study: Study) -> pd.DataFrame:
    """The sentences that mention an actor, each with whose words they are; none without actors."""
    if not study.has("targets", "sentences"):
        return pd.DataFrame()
    outlets = pd.CategoricalDtype(study.outlets, ordered=True)
    analysed = study.analysed
    return said_of(
        study.table("targets"),
        study.table("sentences"),
        analysed.assign(outlet=analysed["outlet"].astype(outlets)),
    )


def is_validated(study: Study) -> bool:
    """Whether a validity card of the version in use says how right the instrument is."""
    return any(
        ((figures["metric"] == "macro-F1") & (figures["part"] == "all")).any()
        for name in INSTRUMENTS
        for _, figures in current_cards(study, name)
    )


def validity_sentence(study: Study, most: int | None = None) -> str:
    """How right the instrument was on hand-labelled texts, from its validity cards; that nobody knows, without one.

    Args:
        study: the study.
        most: how many sets are quoted at most, those nearest to the study's texts first; all if None, and then with
            what stands beside their figures.
    """
    if not is_validated(study):
        return (
            "It has not been validated on hand-labelled sentences: no figure of it is evidence of a stance."
        )
    found = [one for name in INSTRUMENTS for one in current_cards(study, name)]
    told = [
        _measured(str(card["data"]), figures, is_first=not place, in_full=most is None)
        for place, (card, figures) in enumerate(found[:most])
    ]
    return " ".join(told)


def _measured(data: str, figures: pd.DataFrame, *, is_first: bool, in_full: bool) -> str:
    """A card's main figure as a sentence: its macro-F1, which the first explains; anything else as the card has it."""
    head = headline(figures)
    if head.name != "macro-F1":
        return f"On {data}: {head.full}."
    unit = next((unit for name, unit in UNITS.items() if data.startswith(name)), "text")
    explained = "macro-F1, the mean over against, neutral and for; " if is_first else ""
    beside = f"; {'; '.join(head.beside)}" if head.beside and in_full else ""
    return (
        f"On {head.size} hand-labelled {unit}s that it was not trained on ({data}) it scores {head.figure} of 1 "
        f"({explained}{head.within}){beside}."
    )


def proposal(study: Study) -> str:
    """What a study without actors could name: the persons whom its sentences name most often."""
    how = (
        "Name them in study.toml, each as [[actors]] with name, kind (person, state, organisation or group) and "
        "aliases."
    )
    if not study.has("names"):
        return how
    rows = study.table("names")
    rows = rows[rows["name"].str.contains(" ")]
    most = rows["name"].value_counts(sort=False).sort_index().sort_values(ascending=False, kind="stable")
    if most.empty:
        return how
    named = [f"{clean(str(name))} ({size:,})" for name, size in most.head(MOST_PROPOSED).items()]
    return f"{how} The persons named most often{study.scope.within('names')} are {listed(named)}."


def speaker_listing(study: Study, rows: pd.DataFrame, opened: Collection[str]) -> Listing | None:
    """How each speaker speaks of each actor; None without mentions.

    Args:
        study: the study.
        rows: made by `spoken_of`.
        opened: the ids of the cells whose sentences the page holds.
    """
    if rows.empty:
        return None
    headings = [
        Heading("Speaker"), Heading("Actor"), Heading("Mean stance", True), Heading("sentences", True),
        Heading("against", True), Heading("neutral", True), Heading("for", True), Heading("Printed in"),
    ]  # fmt: skip
    data = cells(rows)
    repeated = data["row"] == data["row"].shift()
    return listing_of(
        "stances-by-speaker",
        f"How each speaker speaks of each actor{study.scope.within('targets')}",
        headings,
        range(len(data)),
        row=lambda place: _spoken(data.iloc[place], opened, is_repeat=bool(repeated.iloc[place])),
    )


def cell_anchor(row: str, target: str) -> str:
    """The id of a cell's sentences in the page."""
    return "-".join(["stance", *row.replace(",", "").split(), "of", *target.split()])


def _spoken(row: pd.Series, opened: Collection[str], *, is_repeat: bool) -> Row:
    """One speaker and one actor."""
    anchor = cell_anchor(str(row["row"]), str(row["target"]))
    return Row(
        row_anchor("stance", row["row"], row["target"]),
        (
            Cell(str(row["row"]), is_repeat=is_repeat),
            Cell(str(row["target"]), href=f"#{anchor}" if anchor in opened else ""),
            Cell(signed(row["stance"])),
            *(Cell(f"{row[name]:,}") for name in ("sentences", "negative", "neutral", "positive")),
            Cell(str(row["outlets"])),
        ),
    )


def outlet_listing(study: Study) -> Listing | None:
    """How each outlet speaks of each actor, over all text and in narration; None without mentions."""
    if not study.has("estimates", "targets"):
        return None
    data = stance_by_outlet.prepare(study.table("estimates"))
    if data.empty:
        return None
    headings = [
        Heading("Actor"), Heading("Outlet"), Heading("All text", True), Heading("paragraphs", True),
        Heading("Narration only", True), Heading("paragraphs", True),
        *verdict_heading(study),
    ]  # fmt: skip
    by_target = dict(iter(data.groupby("target", sort=False)))
    present = {target: set(own["outlet"]) for target, own in by_target.items()}
    keys = [(target, outlet) for target in by_target for outlet in study.outlets if outlet in present[target]]

    def row(place: int) -> Row:
        target, outlet = keys[place]
        is_repeat = place > 0 and keys[place - 1][0] == target
        return _printed(study, by_target[target], outlet, is_repeat=is_repeat)

    title = "How each outlet's texts speak of each actor"
    return listing_of("stances-by-outlet", title, headings, range(len(keys)), row=row)


def _printed(study: Study, own: pd.DataFrame, outlet: str, *, is_repeat: bool) -> Row:
    """One actor in one outlet."""
    target = str(own["target"].iloc[0])
    of_outlet = own[own["outlet"] == outlet]
    values: list[Cell] = []
    for voice in VOICES:
        found = of_outlet[of_outlet["voice"] == voice]
        empty = found.empty
        values.append(Cell(MISSING if empty else signed(found["stance"].iloc[0])))
        values.append(Cell("" if empty else f"{found['paragraphs'].iloc[0]:,}"))
    return Row(
        row_anchor("stance-in", target, outlet),
        (
            Cell(target, is_repeat=is_repeat),
            Cell(outlet, outlet=outlet),
            *values,
            *verdict_cell(study, _estimate(study, target, outlet)),
        ),
    )


def _estimate(study: Study, target: str, outlet: str) -> pd.DataFrame:
    """The estimate of the stance toward one actor in one outlet, over all text."""
    rows = study.table("estimates")
    own = (rows["measure"] == "stance") & (rows["voice"] == "all")
    return rows[own & (rows["target"] == target) & (rows["outlet"] == outlet)]


def lead(row: pd.Series) -> str:
    """What was read off a sentence."""
    chances = ", ".join(
        f"{name} {decimal(row[column])}"
        for name, column in (("against", "p_negative"), ("neutral", "p_neutral"), ("for", "p_positive"))
    )
    times = f" and {count(row['mentions'] - 1, 'more mention')}" if row["mentions"] > 1 else ""
    return f"Named as {quoted(clean(row['mention']))}{times}; stance {signed(row['stance'])} ({chances})"
