"""The steps of the study as the report tells them: each in its sentences and tables."""

from __future__ import annotations

from analysis.notebook.shown import Pieces
from analysis.notebook.told import Told, told
from analysis.report import (
    comparisons,
    corpus,
    frames,
    frames_told,
    inference,
    inference_tables,
    limits,
    matching_told,
    method,
    multiverse,
    narration,
    reuse,
    robustness,
    self_audit,
    stance,
    tone,
    tone_sentences,
    validity,
    words,
)
from analysis.report.sections import SECTIONS
from analysis.report.summary import summary

TITLES = {section.section_id: section.title for section in SECTIONS}


def first_screen(pieces: Pieces) -> Told:
    """What was read, what can be said and what cannot."""
    it, study = summary(pieces.study), pieces.study.settings.study
    said = (("What was read", it.read), ("What can be said", it.can), ("What cannot be said", it.cannot))
    return Told(pieces, study.title, ((("", study.question),) if study.question else ()) + said, ())


def articles(pieces: Pieces) -> Told:
    """The articles, each with its outlet, date and size."""
    return told(pieces, TITLES["corpus"], listings=[corpus.article_listing(pieces.study)])


def parser_audit(pieces: Pieces) -> Told:
    """How much of the files is analysed, and the lines that were not understood."""
    study = pieces.study
    return told(
        pieces, TITLES["parser-audit"], [corpus.audit_sentence(study)], [corpus.unknown_listing(study)]
    )


def voices(pieces: Pieces) -> Told:
    """Where an outlet's own words are too few, and which texts are copies."""
    study = pieces.study
    little = narration.narration_sentences(study)
    said = [*([narration.criterion()] if little else []), *little, reuse.reuse_sentence(study)]
    return told(pieces, TITLES["voices"], said, [reuse.reuse_listing(study)])


def shares(pieces: Pieces) -> Told:
    """The share of each topic in each outlet."""
    return told(pieces, TITLES["shares"], listings=[comparisons.share_listing(pieces.study)])


def tones(pieces: Pieces) -> Told:
    """The tone of each outlet's wording, in shared topics too, and the sentences at its ends."""
    study = pieces.study
    ends = tone_sentences.at_the_ends(tone_sentences.scored_sentences(study), study.outlets)
    listings = [
        tone.tone_listing(study),
        tone.topic_tone_listing(study),
        tone_sentences.sentence_listing(study, ends),
    ]
    return told(pieces, TITLES["tone"], [narration.narration_warning(study)], listings)


def stances(pieces: Pieces) -> Told:
    """How each speaker and each outlet speaks of each actor, and how right the instrument is."""
    study = pieces.study
    by_speaker = stance.speaker_listing(study, stance.spoken_of(study), ())
    said = stance.validity_sentence(study) if by_speaker else stance.proposal(study)
    return told(pieces, TITLES["stance"], [said], [by_speaker, stance.outlet_listing(study)])


def framed(pieces: Pieces) -> Told:
    """The score of each frame in each outlet, with what may be said of it."""
    study = pieces.study
    listing = frames.frame_listing(study)
    return told(pieces, TITLES["frames"], [frames_told.frames_told(study)], [listing])


def microframed(pieces: Pieces) -> Told:
    """Where each outlet stands on pairs of opposite words, with what may be said of it."""
    study = pieces.study
    listing = frames.microframe_listing(study)
    return told(pieces, TITLES["frames"], [frames_told.microframes_told(study)] if listing else [], [listing])


def leading_words(pieces: Pieces) -> Told:
    """The words that each outlet uses more than the others do."""
    found = words.words(pieces.study)
    said = [found.check, narration.narration_warning(pieces.study)] if found.by_outlet else []
    return told(pieces, TITLES["words"], said, found.by_outlet)


def matched(pieces: Pieces) -> Told:
    """Whether outlets report the same facts, and how right the matches are."""
    said = [matching_told.told(pieces.study), matching_told.checked(pieces.study)]
    return told(pieces, TITLES["matched"], said)


def may_be_said(pieces: Pieces) -> Told:
    """What the design allows: the gate's reason, what it would take, and what each comparison could show."""
    study = pieces.study
    said = [
        study.gate.reason,
        inference.power_sentence(study),
        inference.verdicts_sentence(study),
        inference.omnibus_sentence(study),
        inference.strata_sentence(study),
        inference.estimand_sentence(study),
    ]
    listings = [
        limits.design_listing(study),
        inference_tables.pair_listing(study),
        inference_tables.clustering_listing(study),
    ]
    return told(pieces, TITLES["inference"], said, listings)


def limited(pieces: Pieces) -> Told:
    """What the study cannot show."""
    return told(pieces, TITLES["limits"], limits.limit_sentences(pieces.study))


def instruments(pieces: Pieces) -> Told:
    """How right each instrument in use is on texts that people labelled."""
    return told(pieces, TITLES["validity"], listings=[validity.validity_listing(pieces.study)])


def stability(pieces: Pieces) -> Told:
    """How nearly the topics come out the same when something is changed that should not matter."""
    listing = method.stability_listing(pieces.study)
    return told(pieces, listing.title if listing else TITLES["topics"], listings=[listing])


def leave_one_out(pieces: Pieces) -> Told:
    """What hangs on one article: differences and topics."""
    study = pieces.study
    said = [robustness.contrasts_sentence(study), robustness.topics_sentence(study)]
    listings = [robustness.contrast_listing(study), robustness.topic_listing(study)]
    return told(pieces, TITLES["robustness"], said, listings)


def other_choices(pieces: Pieces) -> Told:
    """In how many other defensible choices each headline comparison keeps its sign."""
    study = pieces.study
    sentences = multiverse.multiverse_sentences(study)
    return told(pieces, TITLES["multiverse"], sentences, [multiverse.multiverse_listing(study)])


def audited(pieces: Pieces) -> Told:
    """How often the study's own machinery calls a difference where there is none."""
    study = pieces.study
    return told(
        pieces, TITLES["self-audit"], self_audit.audit_sentences(study), [self_audit.audit_listing(study)]
    )
