"""The order of the stages; a stage whose inputs, settings, code and versions did not change is skipped."""

from __future__ import annotations

import dataclasses
import warnings
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from analysis import IMPORTED_TOO_EARLY, environment, measured, provenance
from analysis import settings as study_settings
from analysis.measuring import measure_topics
from analysis.multiverse import MULTIVERSE, measure_multiverse
from analysis.multiverse.shards import FOLDER as SHARDS
from analysis.multiverse.shards import Shards
from analysis.progress import Progress, Silent
from analysis.settings import Settings
from analysis.stages import STAGES, Stage, source_hashes
from analysis.workspace import Workspace

if TYPE_CHECKING:
    import pandas as pd

PAGE = "page"
PAGE_FILE = "index.html"
STABILITY = "stability"


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a run made: the page, the stages that were computed (not kept), and whether any file changed."""

    page: Path
    computed: tuple[str, ...]
    changed: bool


def report(folder: Path, out: Path, *, fresh: bool = False, progress: Progress | None = None) -> Outcome:
    """Read the study in `folder` and render its report into `out`.

    The output folder changes only when every stage has succeeded; what an error interrupts is taken up by the next run.

    Args:
        folder: a folder that holds `study.toml`.
        out: where `index.html`, `tables/`, `figures/` and `manifest.json` go.
        fresh: compute everything anew.
        progress: shows how far the run is.

    Raises:
        StudyError: something in the study's files or settings is wrong, or `out` cannot be written to.
    """
    _check_kernels()
    settings = study_settings.read(folder)
    _use_kernels(settings)
    workspace = Workspace(out, fresh=fresh)
    shown = progress or Silent()
    computed = _run_all(settings, workspace, shown)
    if _run_page(settings, workspace, shown):
        computed.append(PAGE)
    changed = workspace.publish({"study": settings.study.title, "provenance": describe(settings, workspace)})
    return Outcome(page=out / PAGE_FILE, computed=tuple(computed), changed=changed)


def _check_kernels() -> None:
    """Warn where libraries were loaded before this package could choose their kernels: other bits may come out."""
    if IMPORTED_TOO_EARLY:
        names = ", ".join(IMPORTED_TOO_EARLY)
        warnings.warn(
            f"{names} imported before analysis: results may not be the same bytes again", stacklevel=3
        )


def _use_kernels(settings: Settings) -> None:
    """Compute with the kernels that the study asks for; warn where torch was loaded with others."""
    if not environment.choose(settings.kernels):
        problem = f"torch was loaded before the study chose its kernels ({settings.kernels})"
        warnings.warn(f"{problem}: vectors may not be the same bytes again", stacklevel=3)


def measure_stability(
    folder: Path, out: Path, *, progress: Progress | None = None
) -> dict[str, pd.DataFrame]:
    """Measure how stable the topics of a study are, and keep the figures beside the study for its report.

    Args:
        folder: the study's folder.
        out: the report's folder: what stands there and is current is not computed again.
        progress: shows how far it is.

    Returns:
        The tables `stability`, `context_tradeoff` and `topics_without_article`.

    Raises:
        StudyError: as for `report`; or the corpus is too small to have topics.
    """
    settings = study_settings.read(folder)
    _use_kernels(settings)
    workspace, shown = Workspace(out), progress or Silent()
    _run_all(settings, workspace, shown)
    measurements = measure_topics(settings, workspace.table, shown.stage)
    measured.keep(folder, STABILITY, workspace.stages["topics"]["key"], measurements)
    return measurements


def run_multiverse(folder: Path, out: Path, *, progress: Progress | None = None) -> dict[str, pd.DataFrame]:
    """Compute the headline contrasts of a study under every other choice, and keep them for its report.

    What is finished when a run is stopped is taken up by the next one.

    Args:
        folder: the study's folder.
        out: the report's folder: what stands there and is current is not computed again.
        progress: shows how far it is.

    Returns:
        The tables `multiverse` and `multiverse_summary`.

    Raises:
        StudyError: as for `report`.
    """
    _check_kernels()
    settings = study_settings.read(folder)
    workspace, shown = Workspace(out), progress or Silent()
    _run_all(settings, workspace, shown)
    key = _key(MULTIVERSE, settings, workspace, MULTIVERSE.settings(settings))
    shards = Shards(folder / measured.FOLDER / SHARDS, key)
    with shown.stage(MULTIVERSE.title) as step:
        measurements = measure_multiverse(settings, workspace.table, step, shards=shards)
    measured.keep(folder, MULTIVERSE.name, key, measurements)
    shards.remove()
    return measurements


def describe(settings: Settings, workspace: Workspace) -> dict[str, Any]:
    """What the results were made from: settings, sources, versions and code; no clock and no path of the machine.

    The manifest's articles are left out, because the table `articles` has them.
    """
    chosen = {
        key: value for key, value in dataclasses.asdict(settings).items() if key not in {"folder", "articles"}
    }
    distributions = sorted({name for stage in STAGES for name in stage.distributions})
    return {
        "settings": chosen,
        "sources": source_hashes(settings),
        "versions": provenance.versions(distributions),
        "code": provenance.code_hash(["."]),
        "tables": {name: workspace.digest(name) for name in sorted(workspace.names())},
    }


def _run_all(settings: Settings, workspace: Workspace, progress: Progress) -> list[str]:
    """Run every stage whose result is not current; their names.

    What stages depend on is asked for first, so that an absent model is told before anything is computed.
    """
    chosen = [stage.settings(settings) for stage in STAGES]
    return [
        stage.name
        for stage, choice in zip(STAGES, chosen, strict=True)
        if _run(stage, settings, workspace, choice=choice, progress=progress)
    ]


def _run(
    stage: Stage,
    settings: Settings,
    workspace: Workspace,
    *,
    choice: Any,  # noqa: ANN401 - what a stage depends on is its own affair
    progress: Progress,
) -> bool:
    """Run a stage unless its result is current; says whether it ran."""
    key = _key(stage, settings, workspace, choice)
    if workspace.keep(stage.name, key):
        return False
    with progress.stage(stage.title) as step:
        workspace.save_tables(stage.name, key, stage.run(settings, workspace.table, step))
    return True


def _key(stage: Stage, settings: Settings, workspace: Workspace, choice: Any) -> str:  # noqa: ANN401 - as for `_run`
    """What a stage's result depends on, as a hash."""
    return provenance.fingerprint(
        {
            "code": provenance.code_hash(stage.code),
            "versions": provenance.versions(stage.distributions),
            "settings": choice,
            "inputs": {name: workspace.digest(name) for name in stage.inputs},
            "kernels": settings.kernels,
        }
    )


def _measurements(settings: Settings, workspace: Workspace) -> dict[str, pd.DataFrame]:
    """The tables that are kept beside the study and were made of the very results of this run."""
    keys = {
        STABILITY: workspace.stages["topics"]["key"],
        MULTIVERSE.name: _key(MULTIVERSE, settings, workspace, MULTIVERSE.settings(settings)),
    }
    found: dict[str, pd.DataFrame] = {}
    for stage, key in keys.items():
        found |= measured.tables(settings.folder, stage, key)
    return found


def _run_page(settings: Settings, workspace: Workspace, progress: Progress) -> bool:
    """Render figures and page unless they are current; says whether they were rendered."""
    facts = describe(settings, workspace)
    measurements = _measurements(settings, workspace)
    digests = {name: provenance.fingerprint(table.to_csv()) for name, table in measurements.items()}
    key = provenance.fingerprint({"facts": facts, "measured": digests})
    if workspace.keep(PAGE, key):
        return False
    with progress.stage("Figures and page"):
        tables = {name: workspace.table(name) for name in workspace.names()} | measurements
        workspace.save_page(PAGE, key, *_render(settings, tables, facts))
    return True


def _render(
    settings: Settings, tables: dict[str, pd.DataFrame], facts: dict[str, Any]
) -> tuple[dict[str, bytes], pd.DataFrame]:
    """The files of figures and page by path, and the table of figures.

    Args:
        settings: of the study.
        tables: every table of the run, and the measurements that are kept for it.
        facts: what the results were made from.
    """
    from analysis.compare.gate import gate
    from analysis.compare.strata import sizes_of
    from analysis.figures import render_all
    from analysis.report import figures_table, render

    figures = render_all(tables, settings)
    articles = sizes_of(tables["articles"], settings.compare.strata)
    contents = render(
        tables,
        settings=settings,
        gate=gate(articles, settings.compare),
        figures=figures,
        provenance=facts,
        no_topics=" ".join(tables["no_topics"]["reason"]),
    )
    return contents, figures_table(figures)
