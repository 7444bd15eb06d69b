"""Ask for known faults in the locked packages: `make audit`, or `.venv/bin/python .ci/audit.py`.

pip-audit asks a public database. Where that cannot be reached the audit is skipped, with a word and exit code 0; a
fault that is found ends with exit code 1.
"""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
UNREACHABLE = (
    "ConnectionError",
    "ServiceError",
    "Could not connect",
    "Max retries",
    "Temporary failure",
    "timed out",
)


def main() -> int:
    """The exit code: 0 without known faults or without an answer, 1 with faults."""
    wanted = ["--requirement", "requirements.lock", "--require-hashes", "--disable-pip", "--timeout", "20"]
    ran = subprocess.run(
        [sys.executable, "-m", "pip_audit", "--progress-spinner", "off", *wanted],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    said = f"{ran.stdout}{ran.stderr}".strip()
    if ran.returncode and any(sign in said for sign in UNREACHABLE):
        sys.stdout.write(
            f"audit skipped: the database of known faults cannot be reached ({said.splitlines()[-1][:200]})\n"
        )
        return 0
    sys.stdout.write(f"{said}\n")
    return ran.returncode


if __name__ == "__main__":
    sys.exit(main())
