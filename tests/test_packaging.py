"""pyproject.toml, requirements.lock and environment.yml say the same, and so does what is installed."""

from __future__ import annotations

import importlib.metadata
import platform
import re
import tomllib
from collections import Counter
from pathlib import Path
from typing import Any

import pytest
import yaml
from packaging.requirements import Requirement
from packaging.specifiers import SpecifierSet
from packaging.utils import canonicalize_name

import analysis
from analysis import settings as study_settings

ROOT = Path(__file__).resolve().parent.parent
PROJECT: dict[str, Any] = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
CONDA: dict[str, Any] = yaml.safe_load((ROOT / "environment.yml").read_text("utf-8"))
CITATION: dict[str, Any] = yaml.safe_load((ROOT / "CITATION.cff").read_text("utf-8"))
LOCK = (ROOT / "requirements.lock").read_text("utf-8")
LOCKED_PYTHON = SpecifierSet("==3.11.*")
IS_LOCKED_PYTHON = LOCKED_PYTHON.contains(platform.python_version())


def lock_entries() -> list[str]:
    """The lock's entries, each on one line with its hashes; comments dropped."""
    without_comments = re.sub(r"^\s*#.*\n", "", LOCK, flags=re.MULTILINE)
    return without_comments.replace("\\\n", " ").split("\n")[:-1]


ENTRIES = [entry for entry in lock_entries() if entry.strip()]
PACKAGES = [entry for entry in ENTRIES if not entry.startswith("-")]


def requirement_of(entry: str) -> Requirement:
    return Requirement(entry.partition("--hash")[0].strip())


def version_pinned_by(requirement: Requirement) -> str:
    (pin,) = requirement.specifier
    return pin.version


def locked_versions() -> dict[str, str]:
    """Version by name, for this system."""
    locked = [requirement_of(entry) for entry in PACKAGES]
    return {
        canonicalize_name(one.name): version_pinned_by(one)
        for one in locked
        if one.marker is None or one.marker.evaluate()
    }


LOCKED = locked_versions()


def declared() -> list[str]:
    project = PROJECT["project"]
    extras = project["optional-dependencies"].values()
    build = PROJECT["build-system"]["requires"]
    return [*project["dependencies"], *build, *(one for extra in extras for one in extra)]


def conda_packages() -> dict[str, str]:
    """Version wanted by name, without what pip installs."""
    named = [re.split(r"(?==)", one, maxsplit=1) for one in CONDA["dependencies"] if isinstance(one, str)]
    return {name: "".join(version) for name, *version in named}


@pytest.mark.parametrize("text", declared())
def test_what_pyproject_asks_for_is_locked_at_a_version_it_admits(text: str) -> None:
    wanted = Requirement(text)
    assert canonicalize_name(wanted.name) in LOCKED
    assert wanted.specifier.contains(LOCKED[canonicalize_name(wanted.name)], prereleases=True)


def test_every_locked_package_is_pinned_exactly() -> None:
    loose = [
        one for one in map(requirement_of, PACKAGES) if not re.fullmatch(r"==[^*,]+", str(one.specifier))
    ]
    assert loose == []


def test_every_locked_package_has_a_hash() -> None:
    assert [entry for entry in ENTRIES if not re.search(r" --hash=sha256:[0-9a-f]{64}\b", entry)] == []


def test_the_lock_names_no_place_and_sets_no_option() -> None:
    assert [entry for entry in ENTRIES if re.search(r"://|@|\.whl|(?:^|\s)-(?!-hash=)", entry)] == []


def test_the_comments_of_the_lock_name_no_place() -> None:
    assert not re.search(r"://|\.(?:org|com|io)\b", LOCK)


def test_no_cuda_package_is_locked() -> None:
    assert not [name for name in LOCKED if re.match(r"nvidia|cuda|triton", name)]


def test_on_linux_torch_is_locked_as_its_cpu_build() -> None:
    linux = {"sys_platform": "linux"}
    torches = [one for one in map(requirement_of, PACKAGES) if one.name == "torch"]
    there = [str(one.specifier) for one in torches if one.marker is None or one.marker.evaluate(linux)]
    assert there == ["==2.13.0+cpu"]


def test_no_package_is_locked_twice_for_one_system() -> None:
    locked = [requirement_of(entry) for entry in PACKAGES]
    for system in ("linux", "darwin"):
        here = [one for one in locked if one.marker is None or one.marker.evaluate({"sys_platform": system})]
        names = Counter(canonicalize_name(one.name) for one in here)
        assert [name for name, times in names.items() if times > 1] == []


def test_conda_takes_every_version_from_the_lock() -> None:
    pip_section = [one["pip"] for one in CONDA["dependencies"] if isinstance(one, dict)]
    assert pip_section == [["-r requirements.lock"]]
    assert set(conda_packages()) == {"python", "pip"}


def test_the_python_of_conda_is_one_that_the_project_and_the_lock_are_made_for() -> None:
    version = conda_packages()["python"].lstrip("=")
    assert SpecifierSet(PROJECT["project"]["requires-python"]).contains(version)
    assert LOCKED_PYTHON.contains(version)
    assert f"on Python {version}, " in LOCK


@pytest.mark.skipif(not IS_LOCKED_PYTHON, reason="the lock is for Python 3.11")
def test_what_is_installed_is_what_is_locked() -> None:
    assert {name: importlib.metadata.version(name) for name in LOCKED} == LOCKED


def test_nothing_that_an_installed_package_needs_is_missing_from_the_lock() -> None:
    needed = {
        canonicalize_name(one.name)
        for name in LOCKED
        for one in map(Requirement, importlib.metadata.requires(name) or [])
        if one.marker is None or one.marker.evaluate({"extra": ""})
    }
    assert needed - set(LOCKED) == set()


def test_the_installed_command_is_the_one_pyproject_names() -> None:
    (command,) = importlib.metadata.entry_points(group="console_scripts", name="framing")
    assert {command.name: command.value} == PROJECT["project"]["scripts"]


def test_the_citation_gives_the_version_of_pyproject() -> None:
    assert str(CITATION["version"]) == PROJECT["project"]["version"]


def test_the_bundled_report_is_cited_as_the_project_is() -> None:
    said = study_settings.read(ROOT / "seeds").citation
    assert said.date == CITATION["date-released"]
    assert list(said.authors) == [author["name"] for author in CITATION["authors"]]
    assert said.licence == CITATION["license"]


def test_the_package_gives_the_version_of_pyproject() -> None:
    assert analysis.__version__ == PROJECT["project"]["version"]
