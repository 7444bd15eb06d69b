"""The page: what each section shows, put into the templates."""

from __future__ import annotations

from markupsafe import Markup

from analysis.figures import outlet_marks
from analysis.figures.wording import percent
from analysis.report import (
    comparisons,
    corpus,
    frames,
    frames_told,
    instruments,
    limits,
    narration,
    reuse,
    stance,
    tone,
    tone_sentences,
    topics,
    validity,
    words,
)
from analysis.report.assets import asset, security_policy
from analysis.report.environment import environment
from analysis.report.findings import Finding, findings
from analysis.report.frame_views import frame_views
from analysis.report.listing import Listing, row_ids
from analysis.report.method import stability_listing
from analysis.report.provenance import provenance_listings
from analysis.report.sections import SECTIONS
from analysis.report.speakers import Speakers, speakers
from analysis.report.stances import Stances, stances
from analysis.report.study import Study
from analysis.report.summary import summary

STRONGEST = 3


def page(study: Study) -> str:
    """The page's HTML."""
    found, said = findings(study), speakers(study)
    spoken = stance.spoken_of(study)
    opened = stances(study, spoken)
    listed = stance.speaker_listing(spoken, opened.anchors)
    script = asset("script.js")
    frame = {
        "study": study,
        "sections": [section for section in SECTIONS if study.has(*section.needs)],
        "marks": [Markup(mark) for mark in outlet_marks(study.outlets).values()],  # noqa: S704 - our own drawing
        "style": asset("style.css"),
        "script": script,
        "policy": security_policy(script),
        "summary": summary(study),
        "strongest": found[:STRONGEST],
        "further": found[STRONGEST:],
    }
    return (
        environment(study)
        .get_template("page.html")
        .render(
            frame
            | _voices(study, said)
            | _trust(study)
            | _stance(study, opened, listed)
            | _evidence(study, [*_cited(found), *said.cited, *opened.cited], row_ids(listed))
            | _background(study)
        )
    )


def _voices(study: Study, said: Speakers) -> dict[str, object]:
    """Who speaks, and where the outlet's own words are too few."""
    return {
        "speakers": said,
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


def _trust(study: Study) -> dict[str, object]:
    """How right the instruments are, and how far they agree."""
    return {
        "validity_lines": validity.validity_listing(study),
        "validity": validity.validity(study),
        "agreement": instruments.agreement_listing(study),
        "disagreements": instruments.disagreements(study),
    }


def _evidence(study: Study, quoted: list[str], rows: set[str]) -> dict[str, object]:
    """Topics, shares, tone and words, and the ids of what findings may link to.

    Args:
        study: the study.
        quoted: paragraphs that findings and other sections quote from.
        rows: the ids of the rows of other sections.
    """
    shared = topics.shared_topics(study)
    views = frame_views(study)
    ends = tone_sentences.at_the_ends(tone_sentences.scored_sentences(study), study.outlets)
    cited = quoted + [passage.paragraph_id for topic in shared for passage in topic.passages]
    cited += [passage.paragraph_id for view in views for passage in view.passages]
    cited += ends["paragraph_id"].tolist()
    told = words.words(study)
    cited += told.cited
    cited += [each.passage.paragraph_id for each in instruments.disagreements(study)]
    opened = topics.topic_views(study, cited)
    shares, tones = comparisons.share_listing(study), tone.tone_listing(study)
    framed, microframed = frames.frame_listing(study), frames.microframe_listing(study)
    return {
        "topics_sentence": topics.topics_sentence(study),
        "topics": opened,
        "most_named": topics.MOST_NAMED,
        "shared_topics": shared,
        "shares": shares,
        "tone": tones,
        "topic_tone": tone.topic_tone_listing(study),
        "tone_sentences": tone_sentences.sentence_listing(ends),
        "words": told,
        "frames": framed,
        "microframes": microframed,
        "frame_views": views,
        "frames_told": frames_told.frames_told(study),
        "frames_ranked": bool(framed) and frames_told.is_ranked(study),
        "microframes_told": frames_told.microframes_told(study),
        "entman_told": frames_told.entman_told(study),
        "anchors": {topic.anchor for topic in opened}
        | rows
        | row_ids(shares, tones, framed, microframed, *told.listings),
    }


def _background(study: Study) -> dict[str, object]:
    """The corpus, and what the results rest on."""
    return {
        "articles": corpus.article_listing(study),
        "audit_sentence": corpus.audit_sentence(study),
        "unknown": corpus.unknown_listing(study),
        "limits": limits.limit_sentences(study),
        "design": limits.design_listing(study),
        "stability": stability_listing(study),
        "context_share": percent(study.settings.topics.context),
        "facts": provenance_listings(study.provenance),
    }
