"""Where the heavier model is that a study names, and every refusal that needs no model to be loaded."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

from analysis.errors import ModelError
from analysis.models import (
    INSTEAD,
    OUTSIDE,
    Model,
    hub_folder,
    leads_out,
    local_folder,
    problem_with_weights,
)

if TYPE_CHECKING:
    from pathlib import Path

    from analysis.settings import Settings

COMMIT = re.compile(r"[0-9a-f]{40}")
TASKS = ("tone", "stance", "frames")


def find(task: str, settings: Settings) -> Model | None:
    """The model that `[models]` of `study.toml` names for a task, checked but not loaded; None where it names none.

    Args:
        task: tone, stance or frames.
        settings: of the study.

    Raises:
        ModelError: a folder outside the study's; a hub model without its commit; a model that is neither a folder nor
            fetched; weights that are no safetensors; a model that brings code of its own.
    """
    name, revision = getattr(settings.models, task), getattr(settings.models, f"{task}_revision")
    if not name:
        return None
    folder = local_folder(name, settings.folder)
    if folder is None and leads_out(name, settings.folder):
        raise ModelError(f"the model {name!r} {OUTSIDE}", where=_key(task), remedy=INSTEAD)
    folder = folder or _fetched(task, name, revision)
    problem = problem_with_weights(folder)
    if problem:
        raise ModelError(
            f"the model {name!r} {problem}", where=_key(task), remedy="convert its weights to safetensors"
        )
    _refuse_code(task, name, folder)
    return Model(name, folder)


def fingerprint(task: str, settings: Settings) -> str:
    """Digest of the model that a study names for a task; "" where it names none. A stage's key holds it.

    Raises:
        ModelError: as for `find`.
    """
    model = find(task, settings)
    return model.fingerprint if model else ""


def _fetched(task: str, name: str, revision: str) -> Path:
    """The folder of a hub model at its commit."""
    if not COMMIT.fullmatch(revision):
        problem = f"{name!r} is no folder, and as a hub model it is not pinned to a commit"
        remedy = f"name a folder, or the commit's 40 digits as {task}_revision (found {revision!r})"
        raise ModelError(problem, where=_key(task), remedy=remedy)
    folder = hub_folder(name, revision)
    if folder is None:
        remedy = f"name a folder, or fetch it beforehand: HF_HUB_OFFLINE=0 hf download {name} --revision {revision}"
        raise ModelError(
            f"the model {name!r} is neither a folder nor fetched", where=_key(task), remedy=remedy
        )
    return folder


def _refuse_code(task: str, name: str, folder: Path) -> None:
    """Complain about a model whose configuration asks for code of its own to be run."""
    for path in sorted(folder.glob("*.json")):
        if path.name.endswith("config.json") and _asks_for_code(path):
            problem = f"the model {name!r} is refused: {path.name} asks for code of its own (auto_map)"
            raise ModelError(
                problem, where=_key(task), remedy="use a model of a kind that transformers knows"
            )


def _asks_for_code(path: Path) -> bool:
    """Whether a configuration names classes that are not part of transformers."""
    try:
        content = json.loads(path.read_text("utf-8"))
    except (OSError, ValueError):
        return False
    return isinstance(content, dict) and bool(content.get("auto_map"))


def _key(task: str) -> str:
    """Where a study names the model."""
    return f"study.toml: models.{task}"
