"""The study run again beside the report: from its inputs, or from the models' results that the report stores."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from typing import TYPE_CHECKING

from analysis import store
from analysis.errors import VerificationError
from analysis.verifying import manifests

if TYPE_CHECKING:
    from pathlib import Path

STORED = ("corpus", "voices", "vectors", "topics", "mentions", "targets", "frames")
"""Reading, and what models gave: taken from the report where nothing is to be fitted or scored by a model again."""


def from_inputs(study: Path, out: Path) -> None:
    """Run the study as a process of its own, with no cache of an earlier run.

    Raises:
        VerificationError: it failed; what it said stands on standard error.
    """
    _report(study, out, {"FRAMING_CACHE": str(out / ".cache")})
    shutil.rmtree(out / ".cache", ignore_errors=True)


def from_stored(study: Path, report: Path, out: Path) -> None:
    """Run everything that takes no model; vectors, topics, stance and frames are those of the report.

    Raises:
        VerificationError: the articles, the settings, the versions or the code of a model have changed, so that the
            stored results are not those of this study; a stored file is missing; or the run failed.
    """
    manifest = manifests.read(report)
    kept = {name: made for name, made in manifest["stages"].items() if name in STORED}
    for path in (path for made in kept.values() for path in made["files"]):
        (out / path).parent.mkdir(parents=True, exist_ok=True)
        try:
            shutil.copyfile(report / path, out / path)
        except OSError as error:
            remedy = "render the report anew, or verify it from its inputs (without --stored)"
            problem = f"cannot be read ({error.strerror})"
            raise VerificationError(problem, where=report / path, remedy=remedy) from None
    store.write_manifest(out, {"stages": kept})
    _report(study, out, {})
    made = store.read_manifest(out)["stages"]
    changed = [name for name in STORED if made[name]["key"] != kept[name]["key"]]
    if changed:
        raise VerificationError(
            f"the stored {changed[-1]} are not of these articles, settings and versions",
            where=report,
            remedy="render the report anew, or verify it from its inputs (without --stored)",
        )


def _report(study: Path, out: Path, variables: dict[str, str]) -> None:
    """Run `framing report` in a fresh process, whose libraries have not been loaded otherwise before."""
    command = [sys.executable, "-m", "analysis", "report", str(study), "--out", str(out)]
    done = subprocess.run(command, check=False, env={**os.environ, **variables}, stdout=subprocess.DEVNULL)
    if done.returncode:
        raise VerificationError("the study cannot be run again", where=study, remedy="see the message above")
