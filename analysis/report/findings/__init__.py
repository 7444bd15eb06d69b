"""What the tables show, in sentences: each with its numbers, n, limit, figure and paragraphs."""

from __future__ import annotations

from analysis.report.findings.attention import attention_finding
from analysis.report.findings.finding import Finding
from analysis.report.findings.frames import frame_finding
from analysis.report.findings.matched import matched_finding
from analysis.report.findings.shared import first_of_each_outlet, shared_finding
from analysis.report.findings.stance import stance_finding
from analysis.report.findings.tone import tone_finding, topic_tone_finding
from analysis.report.findings.voices import voices_finding
from analysis.report.findings.word_lists import word_list_finding
from analysis.report.findings.words import words_finding
from analysis.report.passages import Passages
from analysis.report.study import Study

__all__ = ["Finding", "findings", "first_of_each_outlet"]

IN_ORDER = (
    voices_finding,
    attention_finding,
    stance_finding,
    matched_finding,
    topic_tone_finding,
    words_finding,
    frame_finding,
    tone_finding,
    word_list_finding,
    shared_finding,
)


def findings(study: Study) -> list[Finding]:
    """All observations that the tables allow.

    Those that a test supports come first, then those that tell of a difference, then the others; otherwise in a fixed
    order.

    The order is that of how much each rests on judgement: who speaks can be counted, what a paragraph is
    about and how it speaks of an actor take a model, and tone takes a word list that knows no actor.
    """
    passages = Passages(study)
    found = [finding for make in IN_ORDER if (finding := make(study, passages)) is not None]
    return sorted(found, key=lambda finding: (not finding.is_supported, not finding.is_contrast))
