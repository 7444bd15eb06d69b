"""The sections of the page as data: their order, titles, templates and figures."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Section:
    """A section: its id in the page, its title, its template and the figures that it shows, in order.

    A section is left out where one of the tables that it `needs` is absent or empty.
    """

    section_id: str
    title: str
    figures: tuple[str, ...] = ()
    needs: tuple[str, ...] = ()

    @property
    def template(self) -> str:
        """The file of the section's template."""
        return f"sections/{self.section_id}.html"


SECTIONS = (
    Section("findings", "Findings"),
    Section("corpus", "The corpus", ("articles-read",)),
    Section("parser-audit", "Parser audit", ("parser-audit",)),
    Section("search", "Search the paragraphs"),
    Section("validity", "How valid are the instruments?", needs=("instruments",)),
    Section("voices", "Who speaks", ("who-speaks", "speakers", "reporting-verbs", "topic-voices")),
    Section(
        "topics",
        "Topics",
        ("topic-sizes", "topic-map", "number-of-topics", "interview-topics", "neighbour-context"),
    ),
    Section("shared-topics", "Shared topics", ("topics-by-article", "topic-confounding")),
    Section("shares", "Shares", ("topic-shares",)),
    Section("tone", "Tone of the wording", ("wording-tone", "tone-by-instrument", "tone-in-shared-topics")),
    Section("stance", "Stance toward actors", ("stance-matrix", "stance-by-outlet")),
    Section("frames", "Frames", ("frame-profile", "microframes")),
    Section(
        "agreement", "Do the instruments agree?", ("instrument-agreement",), needs=("instrument_agreement",)
    ),
    Section("words", "Words", ("distinguishing-words", "words-within-topics", "prior-sensitivity")),
    Section("matched", "Same event, different words", ("matched-tone",)),
    Section("inference", "What may be said", ("articles-needed",)),
    Section("robustness", "What holds when an article is left out?", needs=("leave_one_out",)),
    Section("multiverse", "Would other choices have said the same?", ("specification-curve",)),
    Section(
        "self-audit",
        "How often does this study's own machinery cry wolf?",
        ("false-alarms",),
        needs=("self_audit",),
    ),
    Section("method", "Method"),
    Section("limits", "Limits"),
    Section("paste", "Words to paste"),
    Section("provenance", "Provenance"),
)
