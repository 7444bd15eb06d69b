"""Set the project up: make `.venv`, install what requirements.lock names, then the project itself.

Run it as `python3 bootstrap.py`; it needs the standard library only. When nothing has changed since the last
time it does nothing. Mirrors, proxies and wheel folders are named in pip's own configuration.
"""

from __future__ import annotations

import argparse
import fcntl
import hashlib
import os
import re
import shutil
import subprocess
import sys
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent
LOCK = ROOT / "requirements.lock"
VENV = ROOT / ".venv"
STAMP = VENV / "installed-from"
OLDEST = (3, 11)
LOCKED_FOR = "python3.11"  # the Python for which the lock holds the hash of torch's CPU build
SELDOM_USED = r"/(tests?|testing|models|sympy|validators|debugpy)/"  # by far the most files
FIRST_IMPORTS = ("torch, sentence_transformers", "bertopic, umap, hdbscan, matplotlib.pyplot")

NO_TORCH = """\
pip did not find the CPU build of torch that requirements.lock names. It is not on Python's package index:
name PyTorch's own index of CPU builds in PIP_EXTRA_INDEX_URL, or a folder that holds the wheel in
PIP_FIND_LINKS, and run this again. The lock knows the wheel for Python 3.11 on Linux x86-64; for another
Python see the head of the lock."""
NO_VENV = "On Debian and Ubuntu, venv is a package of its own: python3-venv."


class SetupError(Exception):
    """What went wrong, and what to do about it."""


def main() -> None:
    """Make the environment if it is not there or not current."""
    parser = argparse.ArgumentParser(prog="bootstrap.py", description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--python", help="the Python for .venv (default: python3.11 if there is one)")
    chosen = parser.parse_args().python
    if is_current():
        return
    try:
        with LOCK.open() as lock:
            # Of two commands at once the second waits here, and finds the work done.
            fcntl.flock(lock, fcntl.LOCK_EX)
            if not is_current():
                set_up(chosen)
    except SetupError as error:
        sys.exit(f"set-up failed: {error}")


def is_current() -> bool:
    """Whether `.venv` was made here from these very files."""
    return STAMP.is_file() and STAMP.read_text("utf-8") == stamp()


def stamp() -> str:
    """What `.venv` depends on: its own place, which its scripts name, and the files it is made from."""
    files = (LOCK, ROOT / "pyproject.toml", Path(__file__))
    digest = hashlib.sha256(b"\0".join(path.read_bytes() for path in files)).hexdigest()
    return f"{ROOT}\n{digest}\n"


def set_up(chosen: str | None) -> None:
    """Build `.venv`; the stamp is written last, so that an interrupted set-up starts again."""
    started = time.monotonic()
    made_here = STAMP.is_file() and STAMP.read_text("utf-8").startswith(f"{ROOT}\n")
    STAMP.unlink(missing_ok=True)
    if not made_here or chosen:
        make_venv(suitable_python(chosen))
    install()
    STAMP.write_text(stamp(), "utf-8")
    say(f"ready in {time.monotonic() - started:.0f} s")


def make_venv(python: str) -> None:
    """An empty `.venv` in place of whatever was there."""
    say(f"making .venv with {python}")
    shutil.rmtree(VENV, ignore_errors=True)
    run([python, "-m", "venv", str(VENV)], NO_VENV)


def install() -> None:
    """Install the locked packages, then the project, and compile what its first run would."""
    locked = len(re.findall(r"^[A-Za-z0-9]\S*==", LOCK.read_text("utf-8"), flags=re.MULTILINE))
    say(f"installing {locked} locked packages (one to three minutes)")
    # The lock is complete, so nothing is resolved. What is worth compiling is compiled below, on all cores.
    pip_install("--no-deps", "--require-hashes", "--no-compile", "--requirement", str(LOCK))
    say("installing the project")
    pip_install("--no-deps", "--no-build-isolation", "--editable", str(ROOT))
    say("compiling what a first run would compile (a minute)")
    compile_first_imports()
    run(
        [venv_python(), "-m", "compileall", "-qq", "-j", "0", "-x", SELDOM_USED, str(VENV / "lib")],
        passable=True,
    )


def compile_first_imports() -> None:
    """Import the heavy libraries once, under the settings of the study, two at a time.

    Python and numba then keep the compiled code beside the packages, and no later run waits for it.
    """
    commands = [[venv_python(), "-c", f"import analysis, {names}"] for names in FIRST_IMPORTS]
    # Where Python is told to keep no compiled files, every later run would compile the libraries again.
    keeping = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    running = [
        subprocess.Popen(command, cwd=ROOT, env=keeping, stderr=subprocess.PIPE, text=True)
        for command in commands
    ]
    for process in running:
        _, problem = process.communicate()
        if process.returncode:
            raise SetupError(f"an installed library does not import\n{problem.strip()}")


def pip_install(*arguments: str) -> None:
    """Run pip inside `.venv`; silent unless it fails."""
    run([venv_python(), "-m", "pip", "-qq", "install", "--disable-pip-version-check", *arguments])


def run(command: list[str], remedy: str = "", *, passable: bool = False) -> None:
    """Run a command; when it fails and may not, show what it said, and the remedy where one is known."""
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    if done.returncode == 0 or passable:  # compileall meets files that are templates, not Python
        return
    lines = (done.stdout + done.stderr).strip().splitlines()
    said = "\n".join(line for line in lines if "Ignored the following versions" not in line)
    if re.search(r"No matching distribution found for torch\b", said):
        remedy = NO_TORCH
    raise SetupError("\n".join(filter(None, [" ".join(command), said, remedy])))


def suitable_python(chosen: str | None) -> str:
    """The Python to build with: the one asked for, else the lock's own, else one that is new enough."""
    usual = [LOCKED_FOR, sys.executable, "python3.12", "python3.13", "python3.14"]
    versions = {name: version_of(name) for name in ([chosen] if chosen else usual)}
    for name, version in versions.items():
        if version >= OLDEST:
            return name
    found = "; ".join(
        f"{name} is {'.'.join(map(str, version))}" if version else f"{name} does not run"
        for name, version in versions.items()
        if version or chosen
    )
    raise SetupError(f"Python 3.11 or newer is needed ({found}). Install one, or name one with --python")


def version_of(python: str) -> tuple[int, ...]:
    """Major and minor version, found by running it: a launcher may stand for no Python. () if it fails."""
    try:
        command = [python, "-c", "import sys; print(*sys.version_info[:2])"]
        said = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    except (OSError, subprocess.CalledProcessError):
        return ()
    return tuple(map(int, said.split()))


def venv_python() -> str:
    """The Python of `.venv`."""
    return str(VENV / "bin" / "python")


def say(message: str) -> None:
    """One line of progress, at once."""
    sys.stderr.write(f"set-up: {message}\n")
    sys.stderr.flush()


if __name__ == "__main__":
    os.environ.pop("PYTHONPATH", None)  # nothing from outside may stand in for a locked package
    main()
