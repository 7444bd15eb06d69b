"""Write requirements.lock from pyproject.toml: `make lock`, or `.venv/bin/python .ci/lock.py`.

Versions that are locked already stay, unless `--upgrade` or `--upgrade-package NAME` asks for newer ones.
pip-compile locks for the Python and system it runs on; what macOS needs beyond that is looked up apart and
appended.
"""

from __future__ import annotations

import json
import re
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
LOCK = ROOT / "requirements.lock"
MACOS = "# Beyond the above, on macOS (Apple silicon).\n"
MACOS_PYTHONS = ("3.11", "3.12", "3.13")
HEADER = """\
# The one source of versions: run time, development and build, with the hashes of all files of each release.
# Written by .ci/lock.py (`make lock`) from pyproject.toml, on Python {python}, Linux x86-64. Do not edit.
#
# Install:  python3 bootstrap.py   or   pip install --no-deps --require-hashes -r requirements.lock
#
# torch on Linux is PyTorch's CPU build, so that no CUDA package is pulled in. It is not on Python's package
# index: name PyTorch's own index of CPU builds in PIP_EXTRA_INDEX_URL, or a folder that holds the wheel in
# PIP_FIND_LINKS.
#
# Limits. That build's hash is known for Python {python} on x86-64 only. On another Python or on ARM, write
# the lock anew there (install pip-tools, run .ci/lock.py). On macOS torch comes from Python's package index,
# for Apple silicon and Python {macos}; that part is looked up, not tried. Windows is not
# covered.

"""


def main() -> None:
    """Compile, then write the lock in one go."""
    body = only_on_linux(compiled(sys.argv[1:]))
    (version,) = re.findall(r"^torch==([\d.]+)", body, flags=re.MULTILINE)
    macos = [macos_pin("appnope", MACOS_PYTHONS[:1]), macos_pin(f"torch=={version}", MACOS_PYTHONS)]
    python = f"{sys.version_info.major}.{sys.version_info.minor}"
    header = HEADER.format(python=python, macos=", ".join(MACOS_PYTHONS))
    LOCK.write_text("".join([header, body, "\n", MACOS, *macos]), "utf-8")
    sys.stderr.write(f"wrote {LOCK.name}\n")


def compiled(options: list[str]) -> str:
    """What pip-compile makes of pyproject.toml here, starting from the versions locked so far."""
    with tempfile.TemporaryDirectory() as folder:
        output = Path(folder) / LOCK.name
        if LOCK.exists():
            output.write_text(LOCK.read_text("utf-8").partition(MACOS)[0], "utf-8")
        command = [sys.executable, "-m", "piptools", "compile", "pyproject.toml", "-o", str(output)]
        fixed = [
            "--quiet",
            "--extra",
            "dev",
            "--extra",
            "fast",
            "--generate-hashes",
            "--allow-unsafe",
            "--strip-extras",
        ]
        bare = ["--no-header", "--no-emit-options", "--no-emit-index-url", "--no-emit-find-links"]
        subprocess.run([*command, *fixed, *bare, *options], cwd=ROOT, check=True)
        return output.read_text("utf-8")


def only_on_linux(body: str) -> str:
    """The compiled lock with its CPU build of torch kept to Linux."""
    body, found = re.subn(r"^(torch==\S+\+cpu) ", r'\1 ; sys_platform == "linux" ', body, flags=re.MULTILINE)
    if not found:
        sys.exit("pip does not see torch's CPU build here: name its index in PIP_EXTRA_INDEX_URL")
    return body


def macos_pin(requirement: str, pythons: tuple[str, ...]) -> str:
    """A locked requirement for macOS, with the hash of the file that pip would take for each Python."""
    chosen = [macos_choice(requirement, python) for python in pythons]
    (pinned,) = {f"{choice['metadata']['name']}=={choice['metadata']['version']}" for choice in chosen}
    hashes = sorted({choice["download_info"]["archive_info"]["hashes"]["sha256"] for choice in chosen})
    lines = [f'{pinned} ; sys_platform == "darwin"', *(f"--hash=sha256:{one}" for one in hashes)]
    return " \\\n    ".join(lines) + "\n"


def macos_choice(requirement: str, python: str) -> dict[str, dict[str, dict[str, dict[str, str]]]]:
    """What pip says it would install; it installs nothing."""
    pip = [sys.executable, "-m", "pip", "-qq", "install", "--dry-run", "--ignore-installed", "--report", "-"]
    target = ["--platform", "macosx_14_0_arm64", "--python-version", python, "--target", str(ROOT)]
    command = [*pip, *target, "--no-deps", "--only-binary", ":all:", requirement]
    report = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    (choice,) = json.loads(report)["install"]
    return choice  # type: ignore[no-any-return]


if __name__ == "__main__":
    main()
