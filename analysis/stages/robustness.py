"""From the comparison to how far it can be trusted: articles left out, and labels that mean nothing."""

from __future__ import annotations

import dataclasses
from typing import TYPE_CHECKING

from analysis.stages.comparison import COMPARE
from analysis.stages.stage import Stage

if TYPE_CHECKING:
    from analysis.progress import Step
    from analysis.settings import Settings
    from analysis.stages.stage import Read, Tables


def _robustness(settings: Settings, read: Read, step: Step) -> Tables:
    from analysis.compare.robustness import robustness
    from analysis.compare.strata import strata_of
    from analysis.compare.texts import gather
    from analysis.voices import paragraph_weights

    paragraphs = read("paragraphs")
    weights = paragraph_weights(paragraphs, read("reuse"), settings.reuse.policy)
    texts = gather(
        articles=read("articles"),
        paragraphs=paragraphs.assign(weight=weights.to_numpy()),
        sentences=read("sentences"),
        assignments=read("assignments"),
        tone=read("tone"),
    )
    scored = {name: read(name) for name in ("targets", "frames", "microframes")}
    strata = strata_of(read("articles"), settings.compare.strata)
    return robustness(texts, scored, read("keyness"), settings=settings, strata=strata, progress=step)


ROBUSTNESS = Stage(
    name="robustness",
    title="Checking what holds",
    inputs=(*COMPARE.inputs, "keyness"),
    code=COMPARE.code,
    distributions=COMPARE.distributions,
    settings=lambda s: (
        dataclasses.asdict(s.compare),
        s.reuse.policy,
        s.study.seed,
        dataclasses.asdict(s)["outlets"],
    ),
    run=_robustness,
)
