"""With which kinds of verbs the outlets introduce what others say."""

from __future__ import annotations

from collections import Counter

import pandas as pd
from matplotlib.figure import Figure

from analysis.figures import matrix, style
from analysis.figures.wording import clauses, count, percent, shorten

SLUG = "reporting-verbs"
TITLE = "With what kinds of verbs does each outlet report what others say?"
TABLES = ("reporting_verbs", "quotes", "paragraphs")

CLASSES = (
    "neutral", "structuring", "assertive", "factive", "approving", "expressive", "asking", "directive", "committing",
    "warning", "conceding", "tentative", "thinking", "doubting", "denying", "accusing",
)  # fmt: skip
NAMED = 3
MOST_LABEL = 46
MOST_COLUMN = 26
MOST_COLUMNS = 10


def prepare(reporting_verbs: pd.DataFrame, quotes: pd.DataFrame, paragraphs: pd.DataFrame) -> pd.DataFrame:
    """How often each outlet introduces each speaker by which class of verb.

    Returns:
        Columns `cue_class`, `verbs` (the class's commonest cues in these texts, at most three), `outlet`, `speaker` (""
        where it was not found), `quotes` (count >= 1) and `cues` (all that the outlet uses of the speaker), in the
        order of the classes and outlets.
    """
    data = reporting_verbs[reporting_verbs["cue_class"].isin(CLASSES)]
    verbs = _commonest(quotes, paragraphs)
    data = data.assign(
        place=[CLASSES.index(name) for name in data["cue_class"]],
        verbs=[verbs.get(name, "") for name in data["cue_class"]],
    )
    data = data.sort_values(
        ["place", "outlet", "quotes"], ascending=[True, True, False], kind="stable", ignore_index=True
    )
    return data[["cue_class", "verbs", "outlet", "speaker", "quotes", "cues"]]


@style.styled
def draw(data: pd.DataFrame) -> Figure:
    """A dot per class and outlet, its area proportional to the quotations and reports."""
    looks = {outlet: look for outlet, look in style.looks_of(data).items() if outlet in _largest(data)}
    columns = list(looks)
    data = data[data["outlet"].isin(columns)]
    verbs = dict(zip(data["cue_class"], data["verbs"], strict=True))
    classes = list(verbs)
    counted = data.groupby(["cue_class", "outlet"], as_index=False)["quotes"].sum()
    cells = [
        matrix.Cell(classes.index(cue_class), columns.index(outlet), int(quotes))
        for cue_class, outlet, quotes in counted[["cue_class", "outlet", "quotes"]].itertuples(index=False)
    ]
    labels = [shorten(_label(name, verbs[name]), MOST_LABEL) for name in classes]
    named = [shorten(column, MOST_COLUMN) for column in columns]
    return matrix.dot_matrix(labels, named, cells, list(looks.values()))[0]


def describe(data: pd.DataFrame) -> str:
    """How many of each outlet's quotations and reports have a neutral verb."""
    told = []
    for outlet in [each for each in style.looks_of(data) if each in _largest(data)]:
        own = data[data["outlet"] == outlet]
        neutral = int(own.loc[own["cue_class"] == "neutral", "quotes"].sum())
        every = int(own["quotes"].sum())
        told.append(f"{percent(neutral / every)} of {_size(every)} in {outlet}")
    return f"A neutral verb introduces {clauses(told, 'outlet')}."


def caption(data: pd.DataFrame) -> str:
    """How to read the figure."""
    cut = (
        f" Shown are the {MOST_COLUMNS} outlets that quote most."
        if len(style.looks_of(data)) > MOST_COLUMNS
        else ""
    )
    return (
        "The number beside a dot says how often the outlet introduces somebody's words or acts of speech with a "
        "verb of that kind; in brackets, the commonest of them here. A neutral verb leaves open what the outlet "
        "thinks of the words. Thinking tells what somebody is said to believe or want. Interviews are left "
        "out, because there the verb is seldom the outlet's. The data give every "
        f"speaker.{cut}"
    )


def _largest(data: pd.DataFrame) -> set[str]:
    """The outlets with the most quotations and reports, as many as fit."""
    counted = data.groupby(data["outlet"].astype(str))["quotes"].sum()
    return set(counted.sort_values(ascending=False, kind="stable").head(MOST_COLUMNS).index)


def _size(quotes: int) -> str:
    """So many quotations and reports as an n."""
    return count(quotes, "quotation or report", "quotations and reports")


def _label(name: str, verbs: str) -> str:
    """A class with its verbs."""
    return f"{name} ({verbs})" if verbs else name


def _commonest(quotes: pd.DataFrame, paragraphs: pd.DataFrame) -> dict[str, str]:
    """The commonest cues of each class outside interviews, equals by the alphabet."""
    body = paragraphs.loc[paragraphs["kind"].isin(["body", "standfirst"]), "paragraph_id"]
    cued = quotes[(quotes["cue"] != "") & quotes["paragraph_id"].isin(body)]
    found = {}
    for cue_class, cues in cued.groupby("cue_class")["cue"]:
        counts = Counter(cues)
        found[str(cue_class)] = ", ".join(sorted(counts, key=lambda cue: (-counts[cue], cue))[:NAMED])
    return found
