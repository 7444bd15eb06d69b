"""Is a report what its inputs give? The study is run again, and every figure compared with the one that is there."""

from __future__ import annotations

from analysis.verifying.verdict import Verification
from analysis.verifying.verify import verify

__all__ = ["Verification", "verify"]
