"""From tables to the files that people read: figures, page, manifest and research crate."""

from __future__ import annotations

import dataclasses
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from analysis import measured, provenance
from analysis.multiverse import MULTIVERSE
from analysis.stages import STAGES, encoder_fingerprint, source_hashes, stage_key

if TYPE_CHECKING:
    from collections.abc import Mapping

    import pandas as pd

    from analysis.compare import Gate
    from analysis.figures import PreparedFigure, RenderedFigure
    from analysis.progress import Progress, Step
    from analysis.settings import Settings
    from analysis.workspace import Workspace

PAGE = "page"
PAGE_FILE = "index.html"
FIGURE = "figure "
CRATE = "crate"
STABILITY = "stability"
SHOWN_WITH = {"jinja2", "markupsafe", "matplotlib", "pillow", "pyarrow", "rocrate"}
"""What figures, page and crate are written with."""


@dataclass(frozen=True, slots=True, eq=False)
class Results:
    """What a page is made from: `tables` holds those of the run and the measurements that are kept for it."""

    settings: Settings
    tables: dict[str, pd.DataFrame]
    gate: Gate
    facts: dict[str, Any]

    @property
    def no_topics(self) -> str:
        """Why there are no topics, in one sentence, when there are none."""
        return " ".join(self.tables["no_topics"]["reason"]) if "no_topics" in self.tables else ""


def results_of(settings: Settings, workspace: Workspace) -> Results:
    """What a run made, with the measurements that are kept for it, and what its design can show."""
    tables = {name: workspace.table(name) for name in sorted(_results(workspace))}
    tables |= kept_measurements(settings, workspace)
    return Results(settings, tables, design_of(tables, settings), describe(settings, workspace))


def design_of(tables: Mapping[str, pd.DataFrame], settings: Settings) -> Gate:
    """What the design can show: counted from the articles, or as it was found where these are a sample of them."""
    from analysis.compare.gate import gate, gate_of
    from analysis.compare.strata import sizes_of
    from analysis.figures.scope import Scope

    if Scope.of(tables).is_cut("articles"):
        return gate_of(tables["design"], settings.compare.alpha)
    return gate(sizes_of(tables["articles"], settings.compare.strata), settings.compare)


def run_page(settings: Settings, workspace: Workspace, progress: Progress) -> list[str]:
    """Render figures, page and crate unless they are current; the names of what was rendered."""
    facts = describe(settings, workspace)
    measurements = kept_measurements(settings, workspace)
    digests = {name: provenance.fingerprint(table.to_csv()) for name, table in measurements.items()}
    key = provenance.fingerprint({"facts": facts, "measured": digests})
    if workspace.keep(PAGE, key) and workspace.keep_all(FIGURE, of=PAGE) and workspace.keep(CRATE, key):
        return []
    made = results_of(settings, workspace)
    with progress.stage("Figures") as step:
        figures = _run_figures(made, workspace, step)
    with progress.stage("Page"):
        _save_page(key, made, figures, workspace)
        _save_crate(key, settings, workspace)
    return [PAGE]


def describe(settings: Settings, workspace: Workspace) -> dict[str, Any]:
    """What the results were made from: settings, sources, versions and code; no clock and no path of the machine.

    The manifest's articles are left out, because the table `articles` has them.
    """
    chosen = {
        key: value for key, value in dataclasses.asdict(settings).items() if key not in {"folder", "articles"}
    }
    distributions = sorted({name for stage in STAGES for name in stage.distributions} | SHOWN_WITH)
    sources = source_hashes(settings)
    return {
        "settings": chosen,
        "sources": sources,
        "corpus": provenance.fingerprint(sorted(sources.values())),
        "encoder": encoder_fingerprint(settings),
        "versions": {"Python": provenance.python_version(), **provenance.versions(distributions)},
        "code": provenance.code_hash(["."]),
        "tables": {name: workspace.digest(name) for name in sorted(_results(workspace))},
    }


def kept_measurements(settings: Settings, workspace: Workspace) -> dict[str, pd.DataFrame]:
    """The tables that are kept beside the study and were made of the very results of this run.

    None of a corpus of which only a sample is at hand: nothing beside it was measured on all of it.
    """
    if "scope" in workspace.names() and len(workspace.table("scope")):
        return {}
    keys = {
        STABILITY: workspace.stages["topics"]["key"],
        MULTIVERSE.name: stage_key(MULTIVERSE, settings, workspace.digest, MULTIVERSE.settings(settings)),
    }
    found: dict[str, pd.DataFrame] = {}
    for stage, key in keys.items():
        found |= measured.tables(settings.folder, stage, key)
    return found


def manifest(settings: Settings, workspace: Workspace) -> dict[str, Any]:
    """What `manifest.json` says beside stages and files: the study, what it was made from, and its figures."""
    figures = workspace.table("figures").to_dict("records")
    return {
        "study": settings.study.title,
        "provenance": describe(settings, workspace),
        "figures": [_figure_entry(row, workspace) for row in figures],
    }


def _results(workspace: Workspace) -> set[str]:
    """The tables that the stages before the page made."""
    return {name for name in workspace.names() if name not in {"figures", "observations"}}


def _run_figures(made: Results, workspace: Workspace, step: Step) -> list[RenderedFigure]:
    """Every figure, drawn unless its words, its table and the code that draws are unchanged."""
    from analysis.figures import RenderedFigure, figure_path, prepare_all

    prepared = prepare_all(made.tables, made.settings)
    code = {
        "code": provenance.code_hash(["figures"]),
        "versions": provenance.versions(["matplotlib", "numpy", "pandas", "pillow", "pyarrow"]),
    }
    rendered = []
    for number, figure in enumerate(prepared):
        step(number, len(prepared))
        _run_figure(figure, code, workspace)
        svg = workspace.content(figure_path(figure.figure_id, "svg")).decode("utf-8")
        rendered.append(RenderedFigure.of(figure, svg))
    return rendered


def _run_figure(figure: PreparedFigure, code: Mapping[str, object], workspace: Workspace) -> None:
    """One figure's files, made unless they are current."""
    from analysis.figures import data_files, drawing_files, drawing_key

    name = f"{FIGURE}{figure.figure_id}"
    key = provenance.fingerprint({**code, "figure": drawing_key(figure)})
    if not workspace.keep(name, key):
        workspace.save_files(name, key, drawing_files(figure) | data_files(figure))


def _save_page(key: str, made: Results, figures: list[RenderedFigure], workspace: Workspace) -> None:
    """Render the page and keep it, with the tables of what can be cited in it."""
    from analysis.report import figures_table, observations_table, render, study_of

    study = study_of(
        made.tables,
        settings=made.settings,
        gate=made.gate,
        figures=figures,
        provenance=made.facts,
        no_topics=made.no_topics,
    )
    cited = {"figures": figures_table(figures), "observations": observations_table(study)}
    workspace.save_files(PAGE, key, render(study), cited)


def _save_crate(key: str, settings: Settings, workspace: Workspace) -> None:
    """Describe every file of the report as a research object, so that the folder can be archived as it is."""
    from analysis.report.crate import CRATE_FILE, Described, crate

    files = [
        Described(path, sha, len(workspace.content(path))) for path, sha in sorted(workspace.files.items())
    ]
    content = crate(settings, workspace.table("figures"), files)
    workspace.save_files(CRATE, key, {CRATE_FILE: content})


def _figure_entry(row: Mapping[Any, Any], workspace: Workspace) -> dict[str, Any]:
    """A figure as the manifest lists it: its words, and the SHA-256 of each of its files."""
    from analysis.figures import FORMATS, figure_path

    paths = [figure_path(str(row["figure_id"]), kind) for kind in FORMATS]
    hashes = workspace.files
    return {
        **{name: row[name] for name in ("figure_id", "number", "title", "caption", "alt", "sha256")},
        "files": {path: hashes[path] for path in paths},
    }
