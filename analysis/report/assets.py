"""A page's style sheet and scripts, and the policy that allows nothing else."""

from __future__ import annotations

import base64
import hashlib
from importlib import resources

from markupsafe import Markup


def asset(name: str) -> Markup:
    """The text of one of the package's own assets."""
    return Markup(resources.files("analysis.report").joinpath("templates", name).read_text(encoding="utf-8"))  # noqa: S704


def script(*parts: str) -> Markup:
    """One script of its parts, in this order."""
    return Markup("").join(asset(f"{part}.js") for part in parts)


def security_policy(*scripts: str) -> str:
    """A Content-Security-Policy under which the page loads nothing and runs only these scripts.

    Styles are inline because the drawings carry theirs in attributes, which no hash can allow.
    """
    digests = [base64.b64encode(hashlib.sha256(script.encode()).digest()).decode() for script in scripts]
    allowed = " ".join(f"'sha256-{digest}'" for digest in digests)
    return (
        f"default-src 'none'; style-src 'unsafe-inline'; script-src {allowed}; img-src data:; "
        "base-uri 'none'; form-action 'none'"
    )
