"""The page: what each section shows, put into the templates."""

from __future__ import annotations

from markupsafe import Markup

from analysis.figures import outlet_marks
from analysis.figures.wording import percent
from analysis.report import comparisons, corpus, limits, narration, reuse, topics
from analysis.report.assets import asset, security_policy
from analysis.report.environment import environment
from analysis.report.findings import Finding, findings
from analysis.report.listing import row_ids
from analysis.report.method import stability_listing
from analysis.report.provenance import provenance_listings
from analysis.report.sections import SECTIONS
from analysis.report.speakers import Speakers, speakers
from analysis.report.study import Study
from analysis.report.summary import summary

STRONGEST = 3


def page(study: Study) -> str:
    """The page's HTML."""
    found, said = findings(study), speakers(study)
    script = asset("script.js")
    frame = {
        "study": study,
        "sections": SECTIONS,
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
        .render(frame | _voices(study, said) | _evidence(study, found, said) | _background(study))
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


def _evidence(study: Study, found: list[Finding], said: Speakers) -> dict[str, object]:
    """Topics, shares, tone and words, and the ids of what findings may link to."""
    shared = topics.shared_topics(study)
    cited = [paragraph for finding in found for paragraph in finding.cited]
    cited += said.cited
    cited += [passage.paragraph_id for topic in shared for passage in topic.passages]
    opened = topics.topic_views(study, cited)
    shares, tone = comparisons.share_listing(study), comparisons.tone_listing(study)
    words = comparisons.word_listings(study)
    return {
        "topics_sentence": topics.topics_sentence(study),
        "topics": opened,
        "most_named": topics.MOST_NAMED,
        "shared_topics": shared,
        "shares": shares,
        "tone": tone,
        "words": words,
        "anchors": {topic.anchor for topic in opened} | row_ids(shares, tone, *words),
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
