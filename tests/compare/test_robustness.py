"""The tables of the robustness stage, made of the same texts as the comparison."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

import pandas as pd

from analysis import tables
from analysis.compare.robustness import robustness
from analysis.settings import CompareSettings, Outlet, Settings, StudySettings
from tests.compare.studies import QUICK, Study, random_study, study

KEY = ["measure", "instrument", "voice", "topic", "outlet"]
OURS = [("narration", 0.2, "War and peace talks.")]


def _checked(
    made: Study,
    strata: Mapping[str, str] | None = None,
    progress: Callable[[int, int], None] = lambda *_: None,
) -> dict[str, pd.DataFrame]:
    """The tables of a study, its relabelings few."""
    outlets = tuple(Outlet(name) for name in sorted(set(made.articles["outlet"])))
    settings = Settings(
        folder=Path("study"), study=StudySettings("A study"), outlets=outlets, articles=(),
        compare=CompareSettings(audits=3, permutations=99),
    )  # fmt: skip
    keyness = made.compared(QUICK).keyness
    return robustness(made.texts(), {}, keyness, settings=settings, strata=strata or {}, progress=progress)


def test_the_contrasts_are_those_of_the_estimates_one_for_one() -> None:
    # Topic 0 is shared, topic 1 is of two articles of one outlet: its tone is compared under other labels only.
    made = study({"a": ("x", [(0, OURS), (1, OURS)]), "b": ("x", [(1, OURS)]), "c": ("y", [(0, OURS)])})
    found, estimates = _checked(made)["leave_one_out"], made.compared(QUICK).estimates
    assert found[KEY].to_numpy().tolist() == estimates[KEY].to_numpy().tolist()
    assert "1" not in set(found.loc[found["measure"] == "wording tone", "topic"])


def test_the_tables_keep_their_contracts_and_come_out_the_same_again() -> None:
    made = random_study({"x": 3, "y": 3})
    once, again = _checked(made), _checked(made)
    assert set(once) == {"leave_one_out", "leave_one_out_words", "topic_articles", "self_audit"}
    for name, table in once.items():
        tables.check(table, name)
        assert len(table)
        pd.testing.assert_frame_equal(table, again[name])


def test_one_outlet_without_topics_has_tables_without_rows() -> None:
    for name, table in _checked(study({"a": ("x", [(-1, OURS)]), "b": ("x", [(-1, OURS)])})).items():
        assert tables.check(table, name).empty, name


def test_labels_are_dealt_out_within_strata_and_each_relabeling_is_told() -> None:
    made = random_study({"x": 3, "y": 3})
    articles, outlets = made.articles["article_id"], made.articles["outlet"]
    told: list[tuple[int, int]] = []
    _checked(made, progress=lambda done, of: told.append((done, of)))
    assert told == [(1, 3), (2, 3), (3, 3)]
    # Where every stratum is one outlet's, its labels can be dealt out in one way only.
    told.clear()
    found = _checked(
        made, dict(zip(articles, outlets, strict=True)), lambda done, of: told.append((done, of))
    )
    assert told == [(1, 1)]
    assert set(found["self_audit"]["relabelings"]) == {1}
    assert set(found["self_audit"]["every"]) == {True}
