"""The table `mentions`: where sentences name the study's actors, by name, by description or by pronoun."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from analysis import tables
from analysis.framing.targets.descriptions import Descriptions
from analysis.framing.targets.mention import Line, Named
from analysis.framing.targets.names import Names
from analysis.framing.targets.pronouns import Persons, find_pronouns

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    import pandas as pd

    from analysis.choices import Actor
    from analysis.framing.targets.mention import Mention


def find_mentions(sentences: pd.DataFrame, names: pd.DataFrame, actors: Sequence[Actor]) -> pd.DataFrame:
    """Every place where a sentence stands for an actor of the study.

    By alias: the actor's name or alias as a whole word, capitals as written, the longest first. No mention: a part of a
    longer name ("Russia Today", "Ivanka Trump"), a name that places a person ("a NATO spokesman", "US President Donald
    Trump") or an event ("in eastern Ukraine"), an adjective ("Russian", unless it is an alias). A possessive
    ("Russia's") and a compound ("NATO-led") are mentions of the name in them.

    By description and by pronoun: where the paragraph has named the actor before (see `descriptions`, `pronouns`).

    Args:
        sentences: of the analysed paragraphs, in order; columns `sentence_id`, `paragraph_id`, `text`, `voice` and
            `speaker`.
        names: the table `names`, whose persons a pronoun might mean instead.
        actors: of the study.

    Returns:
        The table `mentions`, in the order of the sentences: `start` and `end` are offsets in the sentence's text,
        `mention` is what stands there, `how` is alias, description or pronoun.
    """
    finder = Finder(actors)
    rows: list[dict[str, Any]] = []
    for lines in _paragraphs(sentences, names) if actors else ():
        for line, mention in finder.find(lines):
            rows.append(
                {
                    "sentence_id": line.sentence_id, "target": mention.target,
                    "mention": line.text[mention.start : mention.end], "start": mention.start, "end": mention.end,
                    "how": mention.how,
                }
            )  # fmt: skip
    return tables.table("mentions", rows)


def known_speakers(speakers: pd.Series[str], actors: Sequence[Actor]) -> pd.Series[str]:
    """The speakers, those who are actors of the study under the study's name: who says "Moscow" says Russia."""
    names = {alias: actor.name for actor in actors for alias in (actor.name, *actor.aliases)}
    return speakers.map(lambda speaker: names.get(speaker, speaker)).astype(speakers.dtype)


class Finder:
    """Finds the actors of a study in a paragraph.

    Args:
        actors: of the study.
    """

    def __init__(self, actors: Sequence[Actor]) -> None:
        self._names = Names(actors)
        self._descriptions = Descriptions(actors)
        persons = [actor for actor in actors if actor.kind == "person"]
        self._persons = {name: actor.name for actor in persons for name in (actor.name, *actor.aliases)}

    def find(self, lines: Sequence[Line]) -> Iterator[tuple[Line, Mention]]:
        """The mentions in the sentences of one paragraph, in order."""
        before: set[str] = set()
        persons = Persons()
        people = set(self._persons.values())
        for line in lines:
            named = self._names.find(line)
            mentions = [one for one in named if not one.is_office]
            mentions += self._descriptions.find(line.text, named, before)
            of_people = [one for one in mentions if one.target in people]
            mentions += find_pronouns(line, sorted(of_people), persons, self._persons)
            before |= {one.target for one in named}
            yield from ((line, mention) for mention in sorted(mentions))


def _paragraphs(sentences: pd.DataFrame, names: pd.DataFrame) -> Iterator[list[Line]]:
    """The sentences of each paragraph, with the persons that they name."""
    persons: dict[str, list[Named]] = {}
    for sentence_id, *fields in names[["sentence_id", "start", "end", "name", "gender"]].itertuples(
        index=False, name=None
    ):
        persons.setdefault(sentence_id, []).append(Named(*fields))
    columns = ["sentence_id", "text", "voice", "speaker"]
    for _, own in sentences.groupby("paragraph_id", sort=False):
        yield [
            Line(sentence_id, text, voice, speaker, tuple(sorted(persons.get(sentence_id, ()))))
            for sentence_id, text, voice, speaker in own[columns].itertuples(index=False, name=None)
        ]
