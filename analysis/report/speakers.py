"""Everybody who is quoted, as the page opens them: each with the quoted passages."""

from __future__ import annotations

from dataclasses import dataclass

import pandas as pd

from analysis.figures.speakers import NOT_FOUND, prepare
from analysis.figures.wording import capitalised, count, quoted
from analysis.report.passages import Passage, Passages
from analysis.report.study import Study
from analysis.voices.lexicon import ATTITUDE, BY_MARK

MOST_SPEAKERS = 24
MOST_QUOTATIONS = 20
MOST_PASSAGES = 300
FEWEST_QUOTATIONS = 5
MOST_QUOTED = 460


@dataclass(frozen=True, slots=True)
class SpeakerView:
    """A speaker with the quotations that the page holds; `left_out` says how many more there are."""

    anchor: str
    name: str
    size: str
    outlets: tuple[str, ...]
    passages: tuple[Passage, ...]
    left_out: int


@dataclass(frozen=True, slots=True)
class Speakers:
    """Whom the outlets quote, and whom people in interviews quote, the most quoted first.

    `left_out` says how many speakers more there are.
    """

    by_outlets: tuple[SpeakerView, ...] = ()
    inside: tuple[SpeakerView, ...] = ()
    left_out: int = 0

    @property
    def cited(self) -> tuple[str, ...]:
        """The ids of the paragraphs that are quoted from."""
        views = (*self.by_outlets, *self.inside)
        return tuple(passage.paragraph_id for view in views for passage in view.passages)


def speakers(study: Study) -> Speakers:
    """The speakers of a study; none where nobody is quoted."""
    said = said_words(study)
    if said.empty:
        return Speakers()
    order = said[["inside", "speaker"]].drop_duplicates()
    words = _words(study)
    order["words"] = [words.get(key, 0) for key in order.itertuples(index=False, name=None)]
    order["last"] = order["speaker"] == ""
    order = order.sort_values(
        ["inside", "last", "words", "speaker"], ascending=[True, True, False, True], kind="stable"
    )
    passages = Passages(study)
    most = MOST_QUOTATIONS
    if len(said) > MOST_PASSAGES:
        most = min(most, max(FEWEST_QUOTATIONS, MOST_PASSAGES // min(len(order), MOST_SPEAKERS)))
    views = {
        (inside, name): _view(
            study,
            passages,
            said[(said["inside"] == inside) & (said["speaker"] == name)],
            words=spoken,
            most=most,
        )
        for inside, name, spoken in order[["inside", "speaker", "words"]]
        .head(MOST_SPEAKERS)
        .itertuples(index=False, name=None)
    }
    return Speakers(
        by_outlets=tuple(view for (inside, _), view in views.items() if not inside),
        inside=tuple(view for (inside, _), view in views.items() if inside),
        left_out=max(0, len(order) - MOST_SPEAKERS),
    )


def said_words(study: Study) -> pd.DataFrame:
    """The quoted and reported words of the analysed paragraphs.

    As in the figures, acts of speech without a clause and attitudes are the outlet's account and left out, and so is
    what somebody says of their own words.

    Returns:
        The quotes with `outlet` and `inside` (whether an interviewee quotes), in the order of the texts.
    """
    if not study.has("quotes"):
        return pd.DataFrame()
    rows = study.table("quotes").merge(study.analysed[["paragraph_id", "outlet"]], on="paragraph_id")
    is_said = (rows["kind"] == "direct") | ((rows["form"] == "clause") & (rows["cue_class"] != ATTITUDE))
    rows = rows[is_said & (rows["speaker"] != rows["quoted_by"])]
    return rows.assign(inside=~rows["quoted_by"].isin([*study.outlets, ""]))


def _words(study: Study) -> dict[tuple[bool, str], int]:
    """The words of each speaker as the figure has them, each counted once, by whether an interviewee quotes them."""
    if not study.has("word_voices"):
        return {}
    data = prepare(study.table("word_voices"), study.table("paragraphs"))
    data["inside"] = ~data["quoted_by"].isin([*study.outlets, ""])
    data["speaker"] = data["speaker"].replace(NOT_FOUND, "")
    counted = data.groupby(["inside", "speaker"], as_index=False)["words"].sum()
    rows = counted[["inside", "speaker", "words"]].itertuples(index=False, name=None)
    return {(inside, name): words for inside, name, words in rows}


def _view(study: Study, passages: Passages, own: pd.DataFrame, *, words: int, most: int) -> SpeakerView:
    """One speaker, with at most so many quotations."""
    name = capitalised(str(own["speaker"].iloc[0]) or NOT_FOUND)
    present = set(own["outlet"])
    shown = own.head(most)
    where = "speaker-inside" if own["inside"].iloc[0] else "speaker"
    size = count(len(own), "passage")
    return SpeakerView(
        anchor="-".join([where, *str(own["speaker"].iloc[0] or "nobody-known").split()]),
        name=name,
        size=f"{size}, {count(words, 'word')}" if words else size,
        outlets=tuple(outlet for outlet in study.outlets if outlet in present),
        passages=tuple(
            passages.part(row["paragraph_id"], row["text"], MOST_QUOTED, lead=_lead(row))
            for _, row in shown.iterrows()
        ),
        left_out=len(own) - len(shown),
    )


def _lead(row: pd.Series) -> str:
    """Whether words are quoted or reported, and with which cue."""
    kind = "Quoted" if row["kind"] == "direct" else "Reported"
    if not row["cue"]:
        return kind
    stance = f" ({row['cue_class']})" if row["cue_class"] not in {"", BY_MARK} else ""
    return f"{kind} with {quoted(str(row['cue']))}{stance}"
