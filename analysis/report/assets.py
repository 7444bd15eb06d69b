"""The page's style sheet and script, and the policy that allows nothing else."""

from __future__ import annotations

import base64
import hashlib
from importlib import resources

from markupsafe import Markup


def asset(name: str) -> Markup:
    """The text of one of the package's own assets."""
    return Markup(resources.files("analysis.report").joinpath("templates", name).read_text(encoding="utf-8"))  # noqa: S704


def security_policy(script: str) -> str:
    """A Content-Security-Policy under which the page loads nothing and runs only this script.

    Styles are inline because the drawings carry theirs in attributes, which no hash can allow.
    """
    digest = base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()
    return (
        f"default-src 'none'; style-src 'unsafe-inline'; script-src 'sha256-{digest}'; img-src data:; "
        "base-uri 'none'; form-action 'none'"
    )
