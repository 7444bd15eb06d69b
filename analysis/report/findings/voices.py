"""Whose words the outlets print."""

from __future__ import annotations

import pandas as pd

from analysis.figures import speakers
from analysis.figures.rows import largest
from analysis.figures.voices import SLUG, prepare
from analysis.figures.wording import capitalised, count, listed, percent
from analysis.report.counts import articles_by_outlet, words_by_voice
from analysis.report.findings.finding import Finding, claims, of_many, single_texts
from analysis.report.passages import Passage, Passages
from analysis.report.study import Study
from analysis.report.voice_tables import quoted_cell, voice_cell

RULES = (
    "Rules tell quoted and reported words from the outlet's own. They miss a report without a reporting verb, and can "
    "name the wrong speaker."
)
MOST_OUTLETS = 4
NOTABLE = 0.02
"""Share of an outlet's words from which on its most quoted speaker is told."""


def voices_finding(study: Study, passages: Passages) -> Finding | None:
    """How much of its words each outlet says in its own voice; None with fewer than two outlets."""
    if not study.has("word_voices"):
        return None
    data = prepare(words_by_voice(study))
    own = data[data["voice"] == "narration"].set_index("outlet")["share"]
    own = own.reindex([outlet for outlet in study.outlets if outlet in set(data["outlet"])]).fillna(0.0)
    if len(own) < 2:  # noqa: PLR2004 - a comparison takes two
        return None
    ranked = own.sort_values(ascending=False, kind="stable")
    named = _ends(ranked)
    told = [f"{outlet} {percent(share)}" for outlet, share in named.items()]
    most = _most_quoted_of(study, [str(outlet) for outlet in named.index])
    first = f"{named.index[0]} says {percent(named.iloc[0])} of its words in its own voice"
    return Finding(
        finding_id="finding-voices",
        headline="Who speaks",
        claims=claims(
            (
                f"{capitalised(listed([first, *told[1:]]))}.{of_many(len(named), len(ranked))}",
                [voice_cell(str(outlet), "narration") for outlet in named.index],
            ),
            (
                _interviews(study, data),
                [
                    voice_cell(str(outlet), "answer")
                    for outlet in data.loc[data["voice"] == "answer", "outlet"]
                ],
            ),
            (_most_quoted(study, most), [quoted_cell(outlet, speaker) for outlet, speaker, _ in most]),
        ),
        size=_size(study, data, list(named.index)),
        limit=" ".join(filter(None, [RULES, single_texts(study, list(named.index))])),
        figure_id=SLUG,
        passages=tuple(_longest(study, passages, str(ranked.index[-1]))),
    )


def _ends(ranked: pd.Series[float]) -> pd.Series[float]:
    """All of a few outlets; of many, the two highest and the two lowest."""
    half = MOST_OUTLETS // 2
    return ranked if len(ranked) <= MOST_OUTLETS else pd.concat([ranked.iloc[:half], ranked.iloc[-half:]])


def _size(study: Study, data: pd.DataFrame, outlets: list[str]) -> str:
    """The words and articles of each outlet, as an n."""
    words = data.groupby("outlet", observed=True)["words"].sum()
    articles = articles_by_outlet(study)
    return "; ".join(
        f"{outlet}, {count(words[outlet], 'word')} in {count(articles.get(outlet, 0), 'article')}"
        for outlet in outlets
    )


def _interviews(study: Study, data: pd.DataFrame) -> str:
    """Who the interviewees are and how much they say, with a leading space; "" without an interview."""
    answers = data[data["voice"] == "answer"]
    turns = study.analysed[study.analysed["kind"] == "answer"]
    told = []
    for outlet, share in zip(answers["outlet"], answers["share"], strict=True):
        named = sorted(set(turns.loc[turns["outlet"] == outlet, "speaker"]) - {""})
        is_one = len(named) == 1 and not study.scope.is_cut("paragraphs")
        who = f"the answers of {named[0]}" if is_one else "answers of interviewees"
        told.append(f"in {outlet} {who} make up {percent(share)} of the words")
    return f" {capitalised(listed(told))}." if told else ""


def _most_quoted_of(study: Study, outlets: list[str]) -> list[tuple[str, str, float]]:
    """Outlet, speaker and share of words of whom each outlet itself quotes and reports most, where that is notable."""
    data = speakers.prepare(study.table("word_voices"), study.table("paragraphs"))
    data = data[(data["quoted_by"] == data["outlet"]) & (data["speaker"] != speakers.NOT_FOUND)]
    data = data[data["share"] >= NOTABLE]
    first = data.sort_values("words", ascending=False, kind="stable").drop_duplicates("outlet")
    found = {
        outlet: (speaker, share)
        for outlet, speaker, share in first[["outlet", "speaker", "share"]].itertuples(index=False, name=None)
    }
    return [(outlet, *found[outlet]) for outlet in outlets if outlet in found]


def _most_quoted(study: Study, most: list[tuple[str, str, float]]) -> str:
    """Whom the outlets themselves quote most, in words; "" where none names anybody."""
    told = [f"{speaker} in {outlet} ({percent(share)} of its words)" for outlet, speaker, share in most]
    where = capitalised(
        f"{study.scope.within('word_voices').strip()} the" if study.scope.is_sample else "the"
    )
    return f"{where} outlets themselves quote or report most: {listed(told)}." if told else ""


def _longest(study: Study, passages: Passages, outlet: str) -> list[Passage]:
    """The longest paragraph of an outlet, as the example of what it prints."""
    own = study.analysed[study.analysed["outlet"] == outlet]
    if own.empty:
        return []
    longest = largest(own.assign(characters=own["plain"].str.len()), "characters")
    speaker = str(longest["speaker"])
    whose = f" is {speaker} speaking" if speaker not in {"", outlet} else ""
    lead = f"The longest paragraph in {outlet}{passages.among}{whose}"
    return [passages.opening(str(longest["paragraph_id"]), lead=lead)]
