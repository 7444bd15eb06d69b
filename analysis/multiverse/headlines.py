"""The headline contrasts of a study with all that they are computed from."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

import numpy as np

from analysis.compare.texts import gather
from analysis.compare.word_counts import count_words
from analysis.compare.words import outlet_names
from analysis.multiverse import contrast as kinds
from analysis.multiverse import materials as arrays
from analysis.multiverse import plain
from analysis.multiverse import specification as plans
from analysis.multiverse.cells import Cell, cell
from analysis.multiverse.contrast import Contrast
from analysis.multiverse.topical import share_sums, tone_sums
from analysis.multiverse.workers import rows_of_cells
from analysis.stages import analysed, vector_array

if TYPE_CHECKING:
    import pandas as pd

    from analysis.compare.texts import Texts
    from analysis.compare.word_counts import WordCounts
    from analysis.multiverse.effects import Sums
    from analysis.multiverse.materials import Floats, Materials
    from analysis.multiverse.specification import Grid, Specification, Voices
    from analysis.settings import Settings
    from analysis.stages.stage import Read

FIRST = ("vader", "afinn", "mean")
"""The instruments of tone, the one that the page quotes first."""

Embed = Callable[[list[str]], "Floats"]
"""From texts to their vectors, shape (texts, dimensions)."""

Plan = list[tuple[Contrast, "Specification"]]


@dataclass(frozen=True, slots=True, eq=False)
class Headlines:
    """The headline contrasts, each with its plan, and what they are computed from.

    Attributes:
        contrasts: in the order in which they are told.
        plans: the specifications of each contrast, by its name.
        materials: arrays of articles, texts and topics.
        scores: sums of frames and stances by kind, name and voice.
        counts: word counts by voice.
    """

    contrasts: tuple[Contrast, ...]
    plans: dict[str, list[Specification]]
    materials: Materials
    scores: dict[tuple[str, str, str], Sums]
    counts: dict[str, WordCounts]

    def topical(self) -> Plan:
        """The cells that need a clustering."""
        return [pair for pair in self._pairs() if pair[0].topic]

    def plain_rows(self, settings: Settings) -> list[dict[str, Any]]:
        """The rows of all other cells."""
        cells = [self._cell(*pair) for pair in self._pairs() if not pair[0].topic]
        return rows_of_cells(cells, self.materials, settings=settings.compare, seed=settings.study.seed)

    def places(self) -> dict[tuple[str, ...], int]:
        """The place of every cell in the plan, by its contrast's name and its choices."""
        return {
            (contrast.name, *chosen.choices().values()): place
            for place, (contrast, chosen) in enumerate(self._pairs())
        }

    def _pairs(self) -> Plan:
        """Every cell."""
        return [(contrast, chosen) for contrast in self.contrasts for chosen in self.plans[contrast.name]]

    def _cell(self, contrast: Contrast, chosen: Specification) -> Cell:
        """A cell that needs no clustering."""
        design = self.materials.design
        if contrast.kind == kinds.WORD:
            return plain.word_cell(contrast, chosen, self.counts, design)
        if contrast.kind == kinds.TONE:
            return cell(contrast, chosen, plain.overall_tone(self.materials, chosen), design)
        name = contrast.frame or contrast.target
        return cell(contrast, chosen, self.scores[contrast.kind, name, chosen.voice], design)


def headlines(settings: Settings, read: Read, embed: Embed) -> Headlines:
    """Choose the headline contrasts of a study from its own results.

    Topic shares: `contrast.widest_shares`. Tone within topics: `widest_topic_tones`, by the instrument that the page
    quotes first. Tone over all: `both_ends`. Frames found valid, and stance toward actors: `widest_of`. Words: the
    leading one of each outlet. All are of all text, paragraph-weighted, under the study's own topics and prior; the
    rule was fixed before any specification was computed.

    Args:
        settings: of the study.
        read: reads its tables.
        embed: the vectors of some texts; asked only where there are topics.
    """
    texts = _texts(settings, read)
    materials, rows, spoken = _materials(settings, read, texts, embed)
    scores = _scores(read, materials, rows, spoken)
    counts = _counts(settings, texts)
    instruments = sorted(
        materials.tones, key=lambda name: (FIRST.index(name) if name in FIRST else len(FIRST), name)
    )
    levels = plans.grid(settings.topics, seed=settings.study.seed, instruments=instruments)
    chosen = [
        *_topical(materials, instruments[0], read("topics")),
        *(kinds.both_ends(plain.overall_tone(materials, _plain(instruments[0])), materials.design)),
        *_scored(scores, materials, read("frame_validity")),
        *_words(counts, materials, settings.compare.prior_words),
    ]
    own = settings.compare.prior_words
    planned = {each.name: _plan(each, levels, own, _voices(each, materials)) for each in chosen}
    return Headlines(tuple(chosen), planned, materials, scores, counts)


def _plan(contrast: Contrast, levels: Grid, own_prior: float, voices: Voices) -> list[Specification]:
    """The specifications of a contrast."""
    if contrast.kind == kinds.WORD:
        return plans.word_specifications(own_prior, voices)
    if contrast.kind in {kinds.FRAME, kinds.STANCE}:
        return plans.plain_specifications(voices)
    makers = {
        kinds.SHARE: plans.share_specifications,
        kinds.TOPIC_TONE: plans.topic_tone_specifications,
        kinds.TONE: plans.tone_specifications,
    }
    return makers[contrast.kind](levels, voices)


def _voices(contrast: Contrast, materials: Materials) -> Voices:
    """The voices in which a contrast can be computed at all: narration only where both sides narrate anything."""
    spoken, design = materials.sentences, materials.design
    heard = spoken.narrated & (spoken.weight > 0)
    own = design.labels[spoken.article] == design.outlets.index(contrast.outlet)
    return plans.VOICES if (heard & own).any() and (heard & ~own).any() else (plans.ALL,)


def _plain(instrument: str) -> Specification:
    """The study's own way to compute a tone."""
    return plans.Specification(
        unit=plans.SENTENCE, estimand=plans.WEIGHTED, voice=plans.ALL, instrument=instrument
    )


def _texts(settings: Settings, read: Read) -> Texts:
    """The texts as the comparison of the outlets has them."""
    from analysis.voices import paragraph_weights

    paragraphs = read("paragraphs")
    weights = paragraph_weights(paragraphs, read("reuse"), settings.reuse.policy)
    return gather(
        articles=read("articles"),
        paragraphs=paragraphs.assign(weight=weights.to_numpy()),
        sentences=read("sentences"),
        assignments=read("assignments"),
        tone=read("tone"),
    )


def _materials(
    settings: Settings, read: Read, texts: Texts, embed: Embed
) -> tuple[Materials, pd.DataFrame, pd.DataFrame]:
    """The arrays, and the paragraphs and sentences that their rows are."""
    rows, numbers = arrays.ordered_paragraphs(analysed(read), vector_array(read), texts)
    sentences = read("sentences")
    sentences = sentences[sentences["paragraph_id"].isin(rows["paragraph_id"])]
    has_topics = not read("topics").empty
    vectors = embed(sentences["text"].tolist()) if has_topics else np.zeros((len(sentences), 1))
    spoken, spoken_numbers = arrays.ordered_sentences(sentences, rows, vectors)
    design = texts.design
    own = arrays.pieces_of_paragraphs(rows, design)
    said = arrays.pieces_of_sentences(spoken, design)
    spaces = (
        arrays.spaces((rows, numbers, own), (spoken_numbers, said), settings.topics) if has_topics else {}
    )
    topics = settings.topics
    materials = arrays.Materials(
        design, rows["topic"].to_numpy("int64"), own, said, arrays.tones_of(spoken, read("tone")), spaces,
        (topics.dimensions, topics.epochs),
    )  # fmt: skip
    return materials, rows, spoken


def _topical(materials: Materials, instrument: str, topics: pd.DataFrame) -> list[Contrast]:
    """The headline contrasts of shares and of tone within topics, with the topics' labels."""
    labels = dict(zip(topics["topic"].astype(str), topics["label"], strict=True))
    own, spoken = materials.paragraphs, materials.sentences
    everything = np.ones(len(own.article), dtype=bool)

    def share(topic: str) -> Sums:
        return share_sums(own, materials.topics == int(topic), everything, len(materials.design.articles))

    def tone(topic: str) -> Sums:
        return tone_sums(materials, materials.topics[spoken.paragraph] == int(topic), instrument, plans.ALL)

    found = [
        *kinds.widest_shares(share, list(labels), materials.design),
        *kinds.widest_topic_tones(tone, list(labels), materials.design),
    ]
    return [replace(each, subject=labels[each.topic]) for each in found]


def _scores(
    read: Read, materials: Materials, rows: pd.DataFrame, spoken: pd.DataFrame
) -> dict[tuple[str, str, str], Sums]:
    """Sums of every frame and stance."""
    place = {name: number for number, name in enumerate(rows["paragraph_id"])}
    frames = plain.frame_sums(read("frames"), materials, place)
    stances = plain.stance_sums(read("targets"), spoken, materials)
    return {(kinds.FRAME, *key): sums for key, sums in frames.items()} | {
        (kinds.STANCE, *key): sums for key, sums in stances.items()
    }


def _scored(
    scores: dict[tuple[str, str, str], Sums], materials: Materials, frame_validity: pd.DataFrame
) -> list[Contrast]:
    """The widest contrast of a valid frame, and of a stance."""
    from analysis.framing.validity import VALID

    valid = frame_validity[frame_validity["validity"] == VALID]
    titles = dict(zip(valid["frame"], valid["title"], strict=True))
    own = [(kind, name, sums) for (kind, name, voice), sums in scores.items() if voice == plans.ALL]
    frames = [
        (Contrast(kinds.FRAME, "", frame=name, subject=titles[name]), sums)
        for kind, name, sums in own
        if kind == kinds.FRAME and name in titles
    ]
    stances = [
        (Contrast(kinds.STANCE, "", target=name, subject=name), sums)
        for kind, name, sums in own
        if kind == kinds.STANCE
    ]
    return [*kinds.widest_of(frames, materials.design), *kinds.widest_of(stances, materials.design)]


def _counts(settings: Settings, texts: Texts) -> dict[str, WordCounts]:
    """Word counts as the comparison has them: whole paragraphs for all text, single sentences for narration."""
    names = outlet_names(settings.outlets)
    narration = texts.sentences[texts.sentences["voice"] == plans.NARRATION]
    return {
        plans.ALL: count_words(texts.paragraphs, column="plain", names=names),
        plans.NARRATION: count_words(narration, column="text", names=names),
    }


def _words(counts: dict[str, WordCounts], materials: Materials, prior_words: float) -> list[Contrast]:
    """The leading distinguishing word of each outlet, that of the largest z above 0."""
    own = counts[plans.ALL]
    if not own.comparable:
        return []
    z = plain.odds(own, prior_words).z.round(9)
    leading = np.argsort(-z, axis=1, kind="stable")[:, 0]
    study = plans.Specification(prior_words=f"{prior_words:g}", estimand=plans.WEIGHTED, voice=plans.ALL)
    found = []
    for outlet, place in zip(own.design.outlets, leading.tolist(), strict=True):
        named = Contrast(kinds.WORD, outlet, word=own.words[place], subject=own.words[place])
        reference = plain.word_cell(named, study, counts, materials.design).difference
        if reference > 0:
            found.append(replace(named, reference=reference))
    return found
