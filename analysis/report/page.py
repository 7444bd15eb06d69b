"""The page: what each section shows, put into the templates."""

from __future__ import annotations

from dataclasses import dataclass

from markupsafe import Markup

from analysis.figures import outlet_marks
from analysis.figures.wording import percent
from analysis.report import (
    assets,
    comparisons,
    corpus,
    counts,
    event_tables,
    evidence,
    frames,
    frames_told,
    inference,
    inference_study,
    inference_tables,
    instruments,
    limits,
    matched,
    matching_told,
    multiverse,
    narration,
    reuse,
    robustness,
    sample,
    self_audit,
    stance,
    tone,
    tone_sentences,
    topics,
    validity,
    voice_tables,
    words,
)
from analysis.report.citations import cited
from analysis.report.environment import environment
from analysis.report.findings import Finding, findings
from analysis.report.frame_views import frame_views
from analysis.report.listing import Listing, citable_cells
from analysis.report.method import stability_listing
from analysis.report.paste import paste
from analysis.report.provenance import provenance_listings
from analysis.report.sections import SECTIONS
from analysis.report.speakers import Speakers, speakers
from analysis.report.stances import Stances, stances
from analysis.report.study import Study
from analysis.report.summary import summary

STRONGEST = 3
SCRIPTS = (
    "search",
    "script/find",
    "script/sort",
    "script/copy",
    "script/scroll",
    "script/paper",
    "script/links",
)


@dataclass(frozen=True, slots=True)
class _Alike:
    """What the section of matched paragraphs shows, and the paragraphs that it cites."""

    shown: dict[str, object]
    cited: tuple[str, ...]
    anchors: frozenset[str]


def page(study: Study) -> str:
    """The page's HTML."""
    found = findings(study)
    return environment(study).get_template("page.html").render(_frame(study, found) | _contents(study, found))


def _frame(study: Study, found: list[Finding]) -> dict[str, object]:
    """What stands around the sections, and the first screen."""
    script = assets.script(*SCRIPTS)
    return {
        "study": study,
        "sections": [section for section in SECTIONS if study.has(*section.needs)],
        "marks": [Markup(mark) for mark in outlet_marks(study.outlets).values()],  # noqa: S704 - our own drawing
        "style": assets.asset("style.css"),
        "script": script,
        "policy": assets.security_policy(script),
        "summary": summary(study),
        "scope_told": sample.told(study),
        "paragraphs_in_all": counts.paragraphs(study),
        "strongest": found[:STRONGEST],
        "further": found[STRONGEST:],
    }


def _contents(study: Study, found: list[Finding]) -> dict[str, object]:
    """What the sections show, and where each finding's evidence stands among it."""
    said = speakers(study)
    spoken = stance.spoken_of(study)
    opened = stances(study, spoken)
    alike, told = _matched(study), words.words(study)
    evident, anchors = _evidence(study, told, [*_cited(found), *said.cited, *opened.cited, *alike.cited])
    shown = (
        _voices(study, said)
        | _trust(study)
        | _stance(study, opened, stance.speaker_listing(study, spoken, opened.anchors))
        | evident
        | alike.shown
        | _inference(study)
        | _robustness(study)
        | _background(study)
    )
    listings = [each for each in (*shown.values(), *told.listings) if isinstance(each, Listing)]
    return shown | _citing(
        study,
        found,
        listings,
        anchors | dict.fromkeys(alike.anchors, "both paragraphs") | {"shared-topics": "the section"},
    )


def _citing(
    study: Study, found: list[Finding], listings: list[Listing], anchors: dict[str, str]
) -> dict[str, object]:
    """Where the numbers of each finding stand, and the references to findings, figures and the report.

    Args:
        study: the study.
        found: its findings.
        listings: every table of the page.
        anchors: what else a finding may link to, with what the link reads.
    """
    cells = citable_cells(*listings)
    placed = evidence.places(found, cells | anchors)
    return {
        "evidence": placed,
        "cited_cells": {place.anchor for own in placed.values() for each in own for place in each}
        & set(cells),
        "finding_citations": evidence.finding_citations(study, found),
        "figure_citations": evidence.figure_citations(study),
        "report_citations": cited(evidence.imprint_of(study).report()),
    }


def _voices(study: Study, said: Speakers) -> dict[str, object]:
    """Who speaks, and where the outlet's own words are too few."""
    return {
        "speakers": said,
        "voices_by_outlet": voice_tables.voice_listing(study),
        "quoted_by_outlet": voice_tables.quoted_listing(study),
        "narration_criterion": narration.criterion(),
        "narration_sentences": narration.narration_sentences(study),
        "narration_warning": narration.narration_warning(study),
        "reuse_sentence": reuse.reuse_sentence(study),
        "reuse": reuse.reuse_listing(study),
    }


def _cited(found: list[Finding]) -> list[str]:
    """The paragraphs behind the findings."""
    return [paragraph for finding in found for paragraph in finding.cited]


def _stance(study: Study, opened: Stances, listed: Listing | None) -> dict[str, object]:
    """Who speaks how of whom."""
    return {
        "stances": opened,
        "stance_validity": stance.validity_sentence(study),
        "stance_proposal": stance.proposal(study),
        "stance_speakers": listed,
        "stance_outlets": stance.outlet_listing(study),
    }


def _matched(study: Study) -> _Alike:
    """What outlets report alike."""
    pairs, nearest = matched.matched_pairs(study), matched.nearest_pairs(study)
    omitted, paired = event_tables.omission_listing(study), event_tables.paired_listing(study)
    return _Alike(
        {
            "matching_told": matching_told.told(study),
            "matching_checked": matching_told.checked(study),
            "matched_pairs": pairs,
            "nearest_pairs": nearest,
            "omissions": omitted,
            "paired": paired,
        },
        (*pairs.cited, *nearest.cited, *event_tables.alone_cited(study, omitted)),
        frozenset(pair.anchor for pair in pairs.shown),
    )


def _trust(study: Study) -> dict[str, object]:
    """How right the instruments are, and how far they agree."""
    lines = validity.validity_listing(study)
    return {
        "validity_lines": lines,
        "validity_told": validity.validity_told(lines),
        "validity": validity.validity(study),
        "inference_study": inference_study.inference_study(study),
        "agreement": instruments.agreement_listing(study),
        "disagreements": instruments.disagreements(study),
    }


def _evidence(study: Study, told: words.Words, quoted: list[str]) -> tuple[dict[str, object], dict[str, str]]:
    """Topics, shares, tone and frames; and the anchors of the topics, with what a link there reads.

    Args:
        study: the study.
        told: the words that set the outlets apart.
        quoted: paragraphs that findings and other sections quote from, which the topics have to open.
    """
    shared = topics.shared_topics(study)
    views = frame_views(study)
    ends = tone_sentences.at_the_ends(tone_sentences.scored_sentences(study), study.outlets)
    cited = quoted + [passage.paragraph_id for topic in shared for passage in topic.passages]
    cited += [passage.paragraph_id for view in views for passage in view.passages]
    cited += ends["paragraph_id"].tolist()
    cited += told.cited
    cited += [each.passage.paragraph_id for each in instruments.disagreements(study)]
    framed = frames.frame_listing(study)
    opened = topics.topic_views(study, cited)
    shown = {
        "topics_sentence": topics.topics_sentence(study),
        "topics": opened,
        "most_named": topics.MOST_NAMED,
        "shared_topics": shared,
        "shares": comparisons.share_listing(study),
        "tone": tone.tone_listing(study),
        "topic_tone": tone.topic_tone_listing(study),
        "tone_sentences": tone_sentences.sentence_listing(study, ends),
        "words": told,
        "frames": framed,
        "microframes": frames.microframe_listing(study),
        "frame_views": views,
        "frames_told": frames_told.frames_told(study),
        "frames_ranked": bool(framed) and frames_told.is_ranked(study),
        "microframes_told": frames_told.microframes_told(study),
        "entman_told": frames_told.entman_told(study),
    }
    return shown, {topic.anchor: "the topic" for topic in opened}


def _inference(study: Study) -> dict[str, object]:
    """What the design allows, and how far the engine keeps its word."""
    return {
        "power_sentence": inference.power_sentence(study),
        "verdicts_sentence": inference.verdicts_sentence(study),
        "omnibus_sentence": inference.omnibus_sentence(study),
        "estimand_sentence": inference.estimand_sentence(study),
        "strata_sentence": inference.strata_sentence(study),
        "pairs": inference_tables.pair_listing(study),
        "design": limits.design_listing(study),
        "clustering": inference_tables.clustering_listing(study),
        "simulated": inference_tables.simulated_listing(study) if study.is_tested else None,
        "simulated_sentence": inference.simulated_sentence(study),
    }


def _robustness(study: Study) -> dict[str, object]:
    """What hangs on one article, and what is called where labels mean nothing."""
    return {
        "contrasts_left_out": robustness.contrasts_sentence(study),
        "left_out": robustness.contrast_listing(study),
        "fragile": robustness.fragile_listing(study),
        "words_left_out": robustness.leading_words_listing(study),
        "topics_left_out_sentence": robustness.topics_sentence(study),
        "topics_left_out": robustness.topic_listing(study),
        "audit_sentences": self_audit.audit_sentences(study),
        "audit_rates": self_audit.audit_listing(study),
    }


def _background(study: Study) -> dict[str, object]:
    """The corpus, and what the results rest on."""
    return {
        "articles": corpus.article_listing(study),
        "audit_sentence": corpus.audit_sentence(study),
        "unknown": corpus.unknown_listing(study),
        "paste": paste(study),
        "limits": limits.limit_sentences(study),
        "stability": stability_listing(study),
        "multiverse": multiverse.multiverse_listing(study),
        "multiverse_sentences": multiverse.multiverse_sentences(study),
        "context_share": percent(study.settings.topics.context),
        "facts": provenance_listings(study.provenance),
        "scope_in_full": sample.in_full(study),
        "scope_listing": sample.scope_listing(study),
    }
