"""Who is quoted, how much and by whom."""

from __future__ import annotations

import pandas as pd
from matplotlib.axes import Axes
from matplotlib.figure import Figure

from analysis.figures import layout, style
from analysis.figures.style import Look
from analysis.figures.wording import clauses, clean, count, shorten

SLUG = "speakers"
TITLE = "Who is quoted most?"
TABLES = ("word_voices", "paragraphs")

VOICES = {"direct": "words quoted", "indirect": "words reported"}
NOT_FOUND = "not found"
MOST_SPEAKERS = 8
MOST_GROUPS = 16
MOST_NAME = 34
ROOM = 1.12
"""How far a panel reaches: past its longest line by as much as the number beside a mark takes."""


def prepare(word_voices: pd.DataFrame, paragraphs: pd.DataFrame) -> pd.DataFrame:
    """Words of each speaker that an outlet, or an interviewee in it, quotes or reports.

    What somebody says of their own earlier words in an interview is left out: nobody else is quoted there.

    Returns:
        Columns `outlet`, `quoted_by` (the outlet or an interviewee), `speaker` ("not found" where the rules find none),
        `direct` and `indirect` (words quoted and reported, counts), `words` (their sum) and `share` (of the outlet's
        analysed words, 0 to 1); the outlet's own quotations first, then by words.
    """
    by = dict(zip(paragraphs["paragraph_id"], paragraphs["speaker"], strict=True))
    totals = word_voices.groupby("outlet")["words"].sum()
    said = word_voices[word_voices["voice"].isin(VOICES)]
    said = said.assign(quoted_by=[by.get(name, "") for name in said["paragraph_id"]])
    said = said[said["speaker"] != said["quoted_by"]]
    keys = ["outlet", "quoted_by", "speaker"]
    if said.empty:
        return pd.DataFrame(columns=[*keys, *VOICES, "words", "share"])
    for voice in VOICES:
        said[voice] = said["words"].where(said["voice"] == voice, 0)
    data = said.groupby(keys, as_index=False)[[*VOICES, "words"]].sum()
    data["share"] = data["words"] / data["outlet"].astype(str).map(dict(totals.items()))
    data["inside"] = data["quoted_by"] != data["outlet"].astype(str)
    data = data.sort_values(
        ["outlet", "inside", "quoted_by", "words", "speaker"],
        ascending=[True, True, True, False, True],
        kind="stable",
        ignore_index=True,
    )
    data["speaker"] = data["speaker"].replace("", NOT_FOUND)
    return data[[*keys, *VOICES, "words", "share"]]


@style.styled
def draw(data: pd.DataFrame) -> Figure:
    """A panel for quoted and one for reported words; rows are the speakers under whoever quotes them."""
    looks = style.looks_of(data)
    shown = leading(data)
    labels, places = _rows(shown)
    voices = [voice for voice in VOICES if shown[voice].any()]
    figure, panels = layout.row_panels(
        [label for label, _ in labels], [VOICES[voice] for voice in voices], row_height=22.0, foot=26.0
    )
    for axes, voice in zip(panels, voices, strict=True):
        for outlet, words, place in zip(shown["outlet"], shown[voice], places, strict=True):
            if words:
                _mark(axes, float(words), place, looks[outlet], label=str(outlet))
        axes.set_xlim(0, ROOM * max(shown[voice].max() for voice in voices))
        axes.locator_params(axis="x", nbins=3, integer=True)
    for text, (_, is_heading) in zip(panels[0].get_yticklabels(), labels, strict=True):
        text.set_fontweight("bold" if is_heading else "normal")
    return figure


def leading(data: pd.DataFrame) -> pd.DataFrame:
    """The speakers with the most words of whoever quotes them: eight each, fewer where many quote.

    Of more than sixteen who quote, those who quote most.
    """
    groups = data.groupby(["outlet", "quoted_by"], sort=False)
    sizes = groups["words"].transform("sum").to_numpy()
    rank = pd.Series(sizes).rank(method="dense", ascending=False)
    most = max(2, min(MOST_SPEAKERS, layout.MOST_ROWS // max(groups.ngroups, 1) - 1))
    inside = (groups.cumcount() < most).to_numpy() & (rank <= MOST_GROUPS).to_numpy()
    return data[inside].reset_index(drop=True)


def describe(data: pd.DataFrame) -> str:
    """The most quoted speaker of each outlet, and of each interviewee."""
    told = [
        f"{'in' if by == outlet else 'by'} {_heading(outlet, by)}, {clean(speaker)} with {count(words, 'word')}"
        for outlet, by, speaker, words in _first(data)
    ]
    found = " among those who were found" if _has_missing(data) else ""
    return f"Most quoted or reported{found}: {clauses(told, 'list')}."


def caption(data: pd.DataFrame) -> str:
    """How to read the figure."""
    inside = ""
    if (data["quoted_by"] != data["outlet"].astype(str)).any():
        inside = (
            " Under a name and “in” stand those whom a person in an interview quotes; the answers themselves are not "
            "counted here."
        )
    missing = " “Not found” is speech whose speaker the rules could not find." if _has_missing(data) else ""
    cut = (
        " Shown are the speakers with the most words; the data have all."
        if len(leading(data)) < len(data)
        else ""
    )
    return (
        "Words that each outlet quotes in quotation marks, and words that it reports without them. "
        f"An anonymous source stays anonymous.{missing}{inside}{cut}"
    )


def _has_missing(data: pd.DataFrame) -> bool:
    """Whether a speaker was not found."""
    return bool((data["speaker"] == NOT_FOUND).any())


def _first(data: pd.DataFrame) -> list[tuple[str, str, str, int]]:
    """Outlet, quoter, speaker and words of the leading named speakers."""
    shown = leading(data)
    named = shown[shown["speaker"] != NOT_FOUND]
    first = (named if len(named) else shown).drop_duplicates(["outlet", "quoted_by"])
    columns = ["outlet", "quoted_by", "speaker", "words"]
    return list(first[columns].itertuples(index=False, name=None))


def _rows(shown: pd.DataFrame) -> tuple[list[tuple[str, bool]], list[int]]:
    """The row labels, each with whether it is a heading, and the row of each speaker."""
    labels: list[tuple[str, bool]] = []
    places = []
    last: tuple[str, str] | None = None
    for outlet, by, speaker in shown[["outlet", "quoted_by", "speaker"]].itertuples(index=False, name=None):
        if (outlet, by) != last:
            labels.append((shorten(_heading(outlet, by), MOST_NAME), True))
            last = (outlet, by)
        places.append(len(labels))
        labels.append((shorten(speaker, MOST_NAME), False))
    return labels, places


def _heading(outlet: str, by: str) -> str:
    """Who quotes."""
    return clean(outlet if by in {outlet, ""} else f"{by} in {outlet}")


def _mark(axes: Axes, words: float, place: int, look: Look, *, label: str) -> None:
    """One speaker's words."""
    axes.hlines([place], 0, words, color=style.FILL, linewidth=1.2)
    style.mark(axes, [words], [place], look, label=label)
    layout.note(axes, words, place, f"{words:,.0f}")
