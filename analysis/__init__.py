"""Compare how news outlets frame the same subject: who speaks, about what, in which words."""

from __future__ import annotations

from analysis import children, environment

children.end_with_parent()
IMPORTED_TOO_EARLY = environment.pin()
"""Libraries that were loaded before this package, so that their kernels are not pinned (see `environment`)."""

__version__ = "0.1.0"
