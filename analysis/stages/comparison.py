"""From all tables to what may be said of the outlets."""

from __future__ import annotations

import dataclasses
from typing import TYPE_CHECKING

from analysis.stages.stage import Stage

if TYPE_CHECKING:
    from analysis.progress import Step
    from analysis.settings import Settings
    from analysis.stages.stage import Read, Tables


def _compare(settings: Settings, read: Read, step: Step) -> Tables:  # noqa: ARG001
    from analysis.compare import compare, words_check
    from analysis.compare.simulated import simulated
    from analysis.voices import paragraph_weights

    paragraphs = read("paragraphs")
    weights = paragraph_weights(paragraphs, read("reuse"), settings.reuse.policy)
    result = compare(
        articles=read("articles"),
        paragraphs=paragraphs.assign(weight=weights.to_numpy()),
        sentences=read("sentences"),
        assignments=read("assignments"),
        tone=read("tone"),
        targets=read("targets"),
        frames=read("frames"),
        microframes=read("microframes"),
        settings=settings.compare,
        outlets=settings.outlets,
        seed=settings.study.seed,
    )
    return {
        "design": result.design,
        "estimates": result.estimates,
        "contrasts": result.contrasts,
        "estimands": result.estimands,
        "power": result.power,
        "simulated": simulated(),
        "keyness": result.keyness,
        "prior_sensitivity": result.prior_sensitivity,
        "shared_topics": result.shared_topics,
        "article_tone": result.article_tone,
        "confounding": result.confounding,
        "words_check": words_check.kept(),
    }


COMPARE = Stage(
    name="compare",
    title="Comparing outlets",
    inputs=(
        "articles",
        "paragraphs",
        "sentences",
        "reuse",
        "assignments",
        "tone",
        "targets",
        "frames",
        "microframes",
    ),
    code=("compare", "voices/reuse.py"),
    distributions=("numpy", "pandas", "scikit-learn", "scipy"),
    settings=lambda s: (
        dataclasses.asdict(s.compare),
        s.reuse.policy,
        s.study.seed,
        dataclasses.asdict(s)["outlets"],
    ),
    run=_compare,
)
