"""What the page is made from, with the small look-ups that every section needs."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import pandas as pd

from analysis.figures import RenderedFigure
from analysis.figures.names import article_names
from analysis.figures.wording import clean
from analysis.settings import Settings

if TYPE_CHECKING:
    from analysis.compare import Gate

NO_TOPIC = -1


@dataclass(frozen=True, slots=True, eq=False)
class Study:
    """The tables of one run and what is known about them; `no_topics` says why there are none, if there are none."""

    tables: Mapping[str, pd.DataFrame]
    settings: Settings
    gate: Gate
    figures: Mapping[str, RenderedFigure]
    provenance: Mapping[str, object]
    no_topics: str = ""
    article_names: Mapping[str, str] = field(default_factory=dict)

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
        by_id = {figure.figure_id: figure for figure in figures}
        named = article_names(tables["articles"])
        return cls(tables, settings, gate, by_id, provenance, no_topics, named)

    def table(self, name: str) -> pd.DataFrame:
        """A table of the study; one without rows and columns when the study does not have it."""
        return self.tables.get(name, pd.DataFrame())

    def has(self, *names: str) -> bool:
        """Whether all these tables are there and hold something."""
        return not any(self.table(name).empty for name in names)

    @property
    def outlets(self) -> list[str]:
        """The outlets that have articles, in the order of the settings."""
        present = list(dict.fromkeys(self.table("articles")["outlet"]))
        listed = [outlet.name for outlet in self.settings.outlets if outlet.name in present]
        return [*listed, *(outlet for outlet in present if outlet not in listed)]

    @property
    def analysed(self) -> pd.DataFrame:
        """The analysed paragraphs."""
        paragraphs = self.table("paragraphs")
        return paragraphs[paragraphs["analysed"]]

    @property
    def topic_labels(self) -> dict[int, str]:
        """The label of each topic."""
        topics = self.table("topics")
        if topics.empty:
            return {}
        return {
            int(topic): clean(label) for topic, label in zip(topics["topic"], topics["label"], strict=True)
        }

    @property
    def is_tested(self) -> bool:
        """Whether the design allows more than description."""
        return not self.gate.descriptive_only
