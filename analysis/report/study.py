"""What the page is made from, with the small look-ups that every section needs."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import pandas as pd

from analysis.figures import RenderedFigure
from analysis.figures.names import article_names
from analysis.figures.outlets import in_order
from analysis.figures.scope import Scope
from analysis.figures.wording import clean
from analysis.settings import Settings

if TYPE_CHECKING:
    from analysis.compare import Gate

NO_TOPIC = -1


@dataclass(frozen=True, slots=True, eq=False)
class Study:
    """The tables of one run and what is known about them; `no_topics` says why there are none, if there are none.

    `outlets` are those that have articles, in the order of the settings; `analysed` are the analysed paragraphs,
    `topic_labels` the label of each topic; `scope` says which tables hold a reading sample only.
    """

    tables: Mapping[str, pd.DataFrame]
    settings: Settings
    gate: Gate
    figures: Mapping[str, RenderedFigure]
    provenance: Mapping[str, object]
    no_topics: str = ""
    article_names: Mapping[str, str] = field(default_factory=dict)
    outlets: list[str] = field(default_factory=list)
    analysed: pd.DataFrame = field(default_factory=pd.DataFrame)
    topic_labels: dict[int, str] = field(default_factory=dict)
    scope: Scope = field(default_factory=Scope)

    @classmethod
    def of(
        cls,
        tables: Mapping[str, pd.DataFrame],
        *,
        settings: Settings,
        gate: Gate,
        figures: list[RenderedFigure],
        provenance: Mapping[str, object],
        no_topics: str,
    ) -> Study:
        """A study from its parts."""
        paragraphs = tables["paragraphs"]
        return cls(
            tables,
            settings,
            gate,
            {figure.figure_id: figure for figure in figures},
            provenance,
            no_topics,
            article_names=article_names(tables["articles"]),
            outlets=in_order(tables, settings),
            analysed=paragraphs[paragraphs["analysed"]],
            topic_labels=_labels(tables.get("topics", pd.DataFrame())),
            scope=Scope.of(tables),
        )

    def table(self, name: str) -> pd.DataFrame:
        """A table of the study; one without rows and columns when the study does not have it."""
        return self.tables.get(name, pd.DataFrame())

    def has(self, *names: str) -> bool:
        """Whether all these tables are there and hold something."""
        return not any(self.table(name).empty for name in names)

    @property
    def is_tested(self) -> bool:
        """Whether the design allows more than description."""
        return not self.gate.descriptive_only


def _labels(topics: pd.DataFrame) -> dict[int, str]:
    """The label of each topic."""
    if topics.empty:
        return {}
    return {int(topic): clean(label) for topic, label in zip(topics["topic"], topics["label"], strict=True)}
