"""Hand-made paragraphs, read as the study reads them."""

from __future__ import annotations

import pandas as pd

from analysis.choices import Actor
from analysis.framing.targets import find_mentions
from analysis.voices import read_names, read_quotes, read_sentences

ACTORS = (
    Actor("NATO", descriptions=("the alliance", "the bloc")),
    Actor("European Union", aliases=("EU",), descriptions=("the bloc",)),
    Actor("Russia", "state", aliases=("Moscow", "Kremlin")),
    Actor("United States", "state", aliases=("US", "U.S.", "America", "US Congress")),
    Actor("Ukraine", "state", aliases=("Kiev",)),
    Actor("the West", "group"),
    Actor("Donald Trump", "person", aliases=("Trump",), descriptions=("the president",)),
    Actor("Angela Merkel", "person", aliases=("Merkel",)),
)

Found = tuple[str, str, str]
"""Actor, what stands there, and how it is known."""


def mentions(*paragraphs: str, actors: tuple[Actor, ...] = ACTORS) -> pd.DataFrame:
    """The table `mentions` of an article of these paragraphs, with the sentences' texts as `text`."""
    rows = pd.DataFrame(
        {"paragraph_id": [f"a:{number}" for number in range(len(paragraphs))], "article_id": "a", "kind": "body",
         "speaker": "The Herald", "plain": paragraphs}
    )  # fmt: skip
    sentences = read_sentences(rows, read_quotes(rows).quotes)
    found = find_mentions(sentences, read_names(sentences, rows), actors)
    return found.merge(sentences[["sentence_id", "text"]], on="sentence_id")


def found(*paragraphs: str) -> list[Found]:
    """Actor, mention and how, in order."""
    rows = mentions(*paragraphs)[["target", "mention", "how"]]
    return list(rows.itertuples(index=False, name=None))


def named(*paragraphs: str) -> list[str]:
    """The actors that are mentioned by name, in order."""
    return [target for target, _, how in found(*paragraphs) if how == "alias"]
