"""What is in a folder and in those inside it, linked ones too, and what of that cannot be read."""

from __future__ import annotations

import os
from collections import deque
from collections.abc import Iterator
from pathlib import Path

PASSED_OVER = {"readme.md", "readme.txt", "license", "license.txt", "license.md"}


def below(source: Path) -> Iterator[tuple[Path, str]]:
    """The files below a folder, each with why it cannot be read or ""; so are folders that cannot be.

    Hidden files and folders are passed over, and the folder's own README and licence. Linked folders come after all
    others, and each folder once: one that is there and linked too is read where it is.
    """
    errors: list[OSError] = []
    seen, folders = set[Path](), deque([source])
    while folders:
        for name, inside, files in os.walk(folders.popleft(), onerror=errors.append):
            folder = Path(name)
            if folder.resolve() in seen:
                inside.clear()
                continue
            seen.add(folder.resolve())
            inside[:] = sorted(filter(_is_shown, inside))
            folders.extend(folder / one for one in inside if (folder / one).is_symlink())
            yield from _files(source, [folder / one for one in files if _is_shown(one)])
    yield from ((Path(error.filename), f"a folder that {_cannot(error)}") for error in errors)


def _is_shown(name: str) -> bool:
    """Whether a file or folder is none that systems hide."""
    return not name.startswith((".", "__MACOSX"))


def _files(source: Path, paths: list[Path]) -> Iterator[tuple[Path, str]]:
    """The files among some paths below `source`, each with why it cannot be read."""
    for path in paths:
        problem = _problem(path)
        if str(path.relative_to(source)).casefold() not in PASSED_OVER and (problem or path.is_file()):
            yield path, problem


def _problem(path: Path) -> str:
    """Why what a path leads to cannot be read; "" where it can."""
    try:
        path.stat()
    except FileNotFoundError:
        return "a link that leads to nothing"
    except OSError as error:
        return f"a file that {_cannot(error)}"
    return ""


def _cannot(error: OSError) -> str:
    """That something cannot be read, and why."""
    return f"cannot be read ({error.strerror})"
