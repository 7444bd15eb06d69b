"""What a study that can carry inference gives, shown beside the instruments in every report."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from analysis import keyfigures
from analysis.figures import instruments
from analysis.figures.wording import MISSING, capitalised, clean, count, decimal, signed, spelled
from analysis.report.listing import Cell, Heading, Listing, Row, listing, row_anchor
from analysis.report.parts import part_title

if TYPE_CHECKING:
    import pandas as pd

    from analysis.report.study import Study

DIGITS = 3
SMALLEST_P = 0.001
LEAD = (
    "The figures below are not of the articles of this study. They are of another one, made by the same commands from "
    "open data with enough articles by each outlet to test differences, and show what the comparison gives there."
)
MADE = (
    "Made by `framing import polnear DATA --to DIR`, `framing report DIR` and `framing keyfigures DIR/report --keep`, "
    "from the texts of PolNeAR (Newell, Margolin and Ruths, LREC 2018). Intervals are of the outlet's own figure; p is "
    "of its difference from the other outlets together, with articles as the unit, corrected within its family, and q "
    "corrected across families as well. The outlets were chosen and not sampled: a supported difference holds for "
    "articles collected as these were."
)


@dataclass(frozen=True, slots=True)
class InferenceStudy:
    """The kept study as the page opens it."""

    lead: str
    title: str
    headline: str
    made: str
    facts: tuple[tuple[str, str], ...]
    listings: tuple[Listing, ...]


def inference_study(study: Study) -> InferenceStudy | None:
    """The kept study; None where none is kept. Where it is of other versions it is named and not quoted."""
    facts = study.table("inference_study_facts")
    if facts.empty:
        return None
    values = dict(zip(facts["fact"], facts["value"], strict=True))
    used = study.table("instruments")[["instrument", "version"]].itertuples(index=False, name=None)
    changed = keyfigures.staleness(facts, used)
    title = f"{capitalised(spelled(int(values['outlets'])))} US outlets, {count(int(values['articles']), 'article')}"
    told = tuple((capitalised(name), value) for name, value in values.items() if value)
    if changed:
        stale = f"stale and not quoted: made with another version of {changed}"
        return InferenceStudy(LEAD, title, stale, MADE, told, ())
    families = study.table("inference_study_families")
    tests, supported = int(families["tests"].sum()), int(families["supported"].sum())
    headline = f"{supported:,} of {count(tests, 'tested difference')} supported"
    return InferenceStudy(LEAD, title, headline, MADE, told, (_families(families), _figures(study)))


def _families(families: pd.DataFrame) -> Listing:
    """How many of each family's differences are supported."""
    headings = [Heading("Family of tests"), Heading("Tested", True), Heading("Supported", True)]
    rows = [
        Row(
            row_anchor("inference", family),
            (Cell(capitalised(family)), Cell(f"{tests:,}"), Cell(f"{supported:,}")),
        )
        for family, tests, supported in families.itertuples(index=False, name=None)
    ]
    return listing("inference-study-families", "What was tested, and what of it is supported", headings, rows)


def _figures(study: Study) -> Listing:
    """The key figures in all text; those in narration are in the folder of tables."""
    every = study.table("inference_study_figures")
    shown = every[every["voice"] == "all"].reset_index(drop=True)
    headings = [
        Heading("Figure"), Heading("Outlet"), Heading("Estimate", True), Heading("95% interval", True),
        Heading("Difference", True), Heading("p", True), Heading("q", True), Heading("Verdict"),
        Heading("Articles", True),
    ]  # fmt: skip
    names = [_name(row) for _, row in shown.iterrows()]
    repeats = [number > 0 and name == names[number - 1] for number, name in enumerate(names)]
    rows = [
        _row(row, name, is_repeat=repeat)
        for (_, row), name, repeat in zip(shown.iterrows(), names, repeats, strict=True)
    ]
    return listing("inference-study-figures", "Key figures, in all text", headings, rows)


def _name(row: pd.Series[Any]) -> str:
    """What a key figure is of."""
    subject = str(row["subject"])
    of = {"wording tone": instruments.title(subject), "frame": part_title(f"frame {subject}")}
    return f"{capitalised(row['measure'])}: {of.get(row['measure'], clean(subject))}"


def _row(row: pd.Series[Any], name: str, *, is_repeat: bool) -> Row:
    """One outlet's figure."""
    known = row["low"] == row["low"]
    interval = f"{decimal(row['low'], DIGITS)} to {decimal(row['high'], DIGITS)}" if known else MISSING
    return Row(
        row_anchor("inference", row["measure"], row["subject"], row["outlet"]),
        (
            Cell(name, is_repeat=is_repeat),
            Cell(row["outlet"]),
            Cell(decimal(row["estimate"], DIGITS)),
            Cell(interval),
            Cell(signed(row["difference"], DIGITS)),
            Cell(_probability(row["p"])),
            Cell(_probability(row["q"])),
            Cell(row["verdict"]),
            Cell(f"{row['articles']:,}"),
        ),
    )


def _probability(p: float) -> str:
    """A p-value; one below a thousandth says so."""
    return "under 0.001" if p < SMALLEST_P else decimal(p, DIGITS)
