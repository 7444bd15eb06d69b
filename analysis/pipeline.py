"""The order of the stages; a stage whose inputs, settings, code and versions did not change is skipped."""

from __future__ import annotations

import warnings
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from analysis import IMPORTED_TOO_EARLY, environment, measured
from analysis import settings as study_settings
from analysis.measuring import measure_topics
from analysis.multiverse import MULTIVERSE, measure_multiverse
from analysis.multiverse.shards import FOLDER as SHARDS
from analysis.multiverse.shards import Shards
from analysis.progress import Progress, Silent
from analysis.rendering import PAGE_FILE, STABILITY, Results, manifest, results_of, run_page
from analysis.settings import Settings
from analysis.sources import Sources
from analysis.stages import STAGES, Stage, stage_key
from analysis.workspace import Workspace, working

if TYPE_CHECKING:
    import pandas as pd


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a run made: the page, the stages that were computed (not kept), and whether any file changed."""

    page: Path
    computed: tuple[str, ...]
    changed: bool


def report(folder: Path, out: Path, *, fresh: bool = False, progress: Progress | None = None) -> Outcome:
    """Read the study in `folder` and render its report into `out`.

    The output folder changes only when every stage has succeeded; what an error interrupts is taken up by the next run.
    Where another run works on the folder, this one waits for it.

    Args:
        folder: a folder that holds `study.toml`.
        out: where `index.html`, `tables/`, `figures/` and `manifest.json` go.
        fresh: compute everything anew.
        progress: shows how far the run is.

    Raises:
        StudyError: something in the study's files or settings is wrong, a file changed while it was read, or `out`
            cannot be written to.
    """
    _check_kernels()
    settings = study_settings.read(folder)
    _use_kernels(settings)
    shown = progress or Silent()
    with working(out, fresh=fresh, progress=shown) as workspace:
        sources = Sources.of(settings)
        computed = _run_all(settings, workspace, shown)
        computed += run_page(settings, workspace, shown)
        sources.check()
        changed = workspace.publish(manifest(settings, workspace))
    return Outcome(page=out / PAGE_FILE, computed=tuple(computed), changed=changed)


def results(folder: Path, out: Path, *, progress: Progress | None = None) -> Results:
    """The results of a study, to be read rather than rendered; what is not current is computed, as `report` does.

    Args:
        folder: a folder that holds `study.toml`.
        out: the report's folder.
        progress: shows how far the run is.

    Raises:
        StudyError: as for `report`.
    """
    report(folder, out, progress=progress)
    settings = study_settings.read(folder)
    with working(out) as workspace:
        _run_all(settings, workspace, Silent())
        return results_of(settings, workspace)


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
    _check_kernels()
    settings = study_settings.read(folder)
    _use_kernels(settings)
    shown = progress or Silent()
    with working(out, progress=shown) as workspace:
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
    _use_kernels(settings)
    shown = progress or Silent()
    with working(out, progress=shown) as workspace:
        _run_all(settings, workspace, shown)
        key = stage_key(MULTIVERSE, settings, workspace.digest, MULTIVERSE.settings(settings))
        shards = Shards(folder / measured.FOLDER / SHARDS, key)
        with shown.stage(MULTIVERSE.title) as step:
            measurements = measure_multiverse(settings, workspace.table, step, shards=shards)
        measured.keep(folder, MULTIVERSE.name, key, measurements)
        shards.remove()
    return measurements


def _run_all(settings: Settings, workspace: Workspace, progress: Progress) -> list[str]:
    """Run every stage whose result is not current; their names.

    What stages depend on is asked for first, so that an absent model is told before anything is computed.
    """
    sources = Sources.of(settings)
    chosen = [stage.settings(settings) for stage in STAGES]
    return [
        stage.name
        for stage, choice in zip(STAGES, chosen, strict=True)
        if _run(stage, sources, workspace, choice=choice, progress=progress)
    ]


def _run(
    stage: Stage,
    sources: Sources,
    workspace: Workspace,
    *,
    choice: Any,  # noqa: ANN401 - what a stage depends on is its own affair
    progress: Progress,
) -> bool:
    """Run a stage unless its result is current; says whether it ran.

    What it depends on is looked at again afterwards: a file that was changed meanwhile would give a result of the new
    file under the hash of the old one.
    """
    settings = sources.settings
    key = stage_key(stage, settings, workspace.digest, choice)
    if workspace.keep(stage.name, key):
        return False
    with progress.stage(stage.title) as step:
        made = stage.run(settings, workspace.table, step)
    sources.check()
    if stage.settings(settings) != choice:
        sources.complain(f"a file that {stage.title!r} depends on changed while it ran")
    workspace.save_tables(stage.name, key, made)
    return True
