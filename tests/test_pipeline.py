"""The whole study: from articles to the page, and again."""

from __future__ import annotations

import json
import re
import shutil
from collections.abc import Callable
from contextlib import AbstractContextManager
from pathlib import Path

import pandas as pd
import pytest

from analysis import environment, pipeline, store
from analysis.errors import StudyError
from analysis.progress import Silent, Step
from analysis.report.explorer.plotly import library
from tests.conftest import SEEDS, MakeStudy
from tests.test_command_line import BODY, fingerprint


@pytest.fixture(scope="session")
def rendered(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The bundled study's report, made from nothing."""
    out = tmp_path_factory.mktemp("rendered")
    pipeline.report(SEEDS, out)
    return out


@pytest.mark.parametrize(
    "command", [pipeline.report, pipeline.results, pipeline.measure_stability, pipeline.run_multiverse]
)
def test_every_command_computes_with_the_kernels_of_the_study(
    command: Callable[[Path, Path], object],
    make_study: MakeStudy,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    study = make_study({"a.txt": ("The Herald", BODY)}, 'kernels = "int8"')
    chosen: list[str] = []

    def choose(kernels: str) -> bool:
        chosen.append(kernels)
        return True

    def stop(*_: object, **__: object) -> None:
        raise StudyError("stopped")

    monkeypatch.setattr(environment, "choose", choose)
    monkeypatch.setattr(pipeline, "working", stop)
    with pytest.raises(StudyError, match="stopped"):
        command(study, tmp_path / "out")
    assert chosen == ["int8"]


@pytest.mark.slow
def test_the_bundled_study_gives_a_page_tables_and_figures(rendered: Path) -> None:
    manifest = json.loads((rendered / store.MANIFEST).read_text(encoding="utf-8"))
    assert set(fingerprint(rendered)) == {*manifest["files"], store.MANIFEST}
    assert len(list((rendered / "figures").glob("*.svg"))) >= 8
    assert store.holds(rendered, manifest["files"])


@pytest.mark.slow
def test_every_table_of_the_bundled_study_keeps_its_contract(rendered: Path) -> None:
    from analysis import tables

    present = [name for name in tables.TABLES if (rendered / f"tables/{name}.parquet").is_file()]
    for name in present:
        tables.check(store.read_table(rendered, name), name)
    assert set(tables.TABLES) - set(present) == {
        "stability",
        "topics_without_article",
        "multiverse",
        "multiverse_summary",
        "scope",
    }, "these are measured by commands of their own, or tell what a large page leaves out"


@pytest.mark.slow
def test_nothing_in_the_output_tells_when_or_where_it_was_made(rendered: Path) -> None:
    texts = [
        path.read_text(encoding="utf-8")
        for path in rendered.rglob("*")
        if path.suffix in {".html", ".json", ".svg"}
    ]
    assert not any(str(rendered) in text or str(SEEDS) in text for text in texts)
    # The plotting library that the explorer holds speaks of times in its own code.
    texts = [text.replace(library(), "") for text in texts]
    assert not any(re.search(r"\b\d\d:\d\d:\d\d\b", text) for text in texts)


@pytest.mark.slow
def test_a_second_run_computes_nothing_and_changes_nothing(rendered: Path) -> None:
    before = fingerprint(rendered)
    outcome = pipeline.report(SEEDS, rendered)
    assert (outcome.computed, outcome.changed) == ((), False)
    assert fingerprint(rendered) == before


@pytest.mark.slow
def test_vectors_and_topics_that_are_kept_are_not_computed_again(rendered: Path, tmp_path: Path) -> None:
    out = tmp_path / "copy"
    shutil.copytree(rendered, out)
    (out / "tables/tone.csv").unlink()
    outcome = pipeline.report(SEEDS, out)
    assert outcome.computed == ("tone",)
    assert fingerprint(out) == fingerprint(rendered)


@pytest.mark.slow
def test_another_order_of_the_manifest_moves_no_paragraph_to_another_topic(
    rendered: Path, tmp_path: Path
) -> None:
    study = tmp_path / "study"
    shutil.copytree(SEEDS, study)
    head, *entries = (study / "study.toml").read_text(encoding="utf-8").split("[[articles]]")
    (study / "study.toml").write_text("[[articles]]".join([head, *reversed(entries)]), encoding="utf-8")
    pipeline.report(study, tmp_path / "out")
    first, second = (store.read_table(out, "assignments") for out in (rendered, tmp_path / "out"))
    pd.testing.assert_frame_equal(
        first.sort_values("paragraph_id", ignore_index=True),
        second.sort_values("paragraph_id", ignore_index=True),
    )


@pytest.mark.slow
def test_an_error_leaves_the_last_good_report_as_it_was(rendered: Path, tmp_path: Path) -> None:
    study, out = tmp_path / "study", tmp_path / "out"
    shutil.copytree(SEEDS, study)
    shutil.copytree(rendered, out)
    before = fingerprint(out)
    (study / "articles/tass-2014.txt").unlink()
    with pytest.raises(StudyError, match=r"tass-2014\.txt: the manifest names it"):
        pipeline.report(study, out)
    assert fingerprint(out) == before


SENTENCES = [
    "The minister spoke for an hour about the treaty with the neighbours.",
    "The delegates listened to him without a word of reply.",
    "A storm closed the harbour on Monday and ships waited outside.",
    "Farmers asked for help after the third dry summer in a row.",
    "The bank raised its rate for the first time in seven years.",
    "Two players were sent off before the end of the first half.",
    "Nurses at the city hospital voted to go on strike in May.",
    "The museum opened a hall of paintings from the last century.",
    "Police found the stolen cars in a barn near the border.",
    "The new bridge will carry trains and cyclists from next year.",
]


@pytest.mark.slow
@pytest.mark.parametrize("paragraphs", [1, 2, 3, 10])
def test_a_tiny_corpus_gets_a_report_that_says_that_topics_are_not_estimable(
    make_study: MakeStudy, tmp_path: Path, paragraphs: int
) -> None:
    folder = make_study({"a.txt": ("The Herald", "\n\n".join(SENTENCES[:paragraphs]) + "\n")})
    outcome = pipeline.report(folder, tmp_path / "out")
    assert "Topics are not estimable" in outcome.page.read_text(encoding="utf-8")
    assignments = store.read_table(tmp_path / "out", "assignments")
    assert set(assignments["topic"]) == {-1}
    assert store.read_table(tmp_path / "out", "topics").empty


def test_an_absent_model_is_told_before_anything_is_computed(make_study: MakeStudy, tmp_path: Path) -> None:
    folder = make_study({"a.txt": ("The Herald", BODY)})
    with (folder / "study.toml").open("a", encoding="utf-8") as file:
        file.write('\n[models]\nstance = "nobody/nothing"\n')
    began: list[str] = []

    class Told(Silent):
        def stage(self, title: str) -> AbstractContextManager[Step]:
            began.append(title)
            return super().stage(title)

    with pytest.raises(StudyError, match="nobody/nothing"):
        pipeline.report(folder, tmp_path / "out", progress=Told())
    assert began == []


@pytest.mark.slow
def test_two_outlets_with_one_short_article_each_are_compared_without_topics(
    make_study: MakeStudy, tmp_path: Path
) -> None:
    folder = make_study(
        {"a.txt": ("The Herald", BODY), "b.txt": ("The Gazette", "\n\n".join(SENTENCES[2:5]))}
    )
    page = pipeline.report(folder, tmp_path / "out").page.read_text(encoding="utf-8")
    assert "descriptive only" in page.lower()
