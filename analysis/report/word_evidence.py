"""Where a word or phrase stands: the first paragraph or sentence of an outlet that has it."""

from __future__ import annotations

import re
from collections.abc import Iterable

import pandas as pd

from analysis.report.study import NO_TOPIC, Study

APOSTROPHE = "['\N{RIGHT SINGLE QUOTATION MARK}]"
JOINT = rf"(?:{APOSTROPHE}\w{{1,2}})?(?:\s+|-)"
"""What stands between two words of a phrase: a space or a hyphen, and what was cut off the first word's end."""


def pattern(word: str) -> re.Pattern[str]:
    """What finds a counted word or phrase in running text: any case, "Russia's" for "russia", hyphens for spaces."""
    parts = [re.escape(part).replace("'", APOSTROPHE) for part in word.split()]
    return re.compile(rf"(?<!\w){JOINT.join(parts)}(?!\w)", re.IGNORECASE)


class WordEvidence:
    """Finds where the outlets of a study use a word, and remembers which paragraphs it found."""

    def __init__(self, study: Study) -> None:
        rows = study.analysed[["paragraph_id", "outlet", "plain"]].astype("str")
        topics = study.table("assignments")
        topic_of = dict(zip(topics["paragraph_id"], topics["topic"], strict=True)) if len(topics) else {}
        place = [str(topic_of.get(paragraph, NO_TOPIC)) for paragraph in rows["paragraph_id"]]
        texts = rows.assign(topic=place).rename(columns={"plain": "text"})
        self._texts = {"all": dict(iter(texts.groupby("outlet")))}
        sentences = study.table("sentences")
        narrated = sentences[sentences["voice"] == "narration"] if len(sentences) else sentences
        if len(narrated):
            whose = texts[["paragraph_id", "outlet", "topic"]]
            said = narrated[["paragraph_id", "text"]].merge(whose, on="paragraph_id")
            self._texts["narration"] = dict(iter(said.groupby("outlet")))
        self.found: list[str] = []

    def paragraph(self, outlet: str, word: str, *, topic: str = "", voice: str = "all") -> str:
        """The id of the first paragraph in which an outlet uses a word, in a voice and topic; "" for none."""
        own = self._texts.get(voice, {}).get(outlet)
        if own is None:
            return ""
        own = own[own["topic"] == topic] if topic else own
        wanted = pattern(word)
        paragraph = next(
            (
                str(paragraph)
                for paragraph, text in own[["paragraph_id", "text"]].itertuples(index=False)
                if wanted.search(str(text))
            ),
            "",
        )
        if paragraph:
            self.found.append(paragraph)
        return paragraph


def sentence_with(study: Study, paragraph_id: str, word: str) -> str:
    """The first sentence of a paragraph that has a word; the paragraph where sentences are not known."""
    sentences = study.table("sentences")
    inside: Iterable[str] = (
        sentences.loc[sentences["paragraph_id"] == paragraph_id, "text"] if len(sentences) else ()
    )
    wanted = pattern(word)
    plain: pd.Series[str] = study.analysed.loc[study.analysed["paragraph_id"] == paragraph_id, "plain"]
    return next((text for text in inside if wanted.search(text)), str(plain.iloc[0]))
