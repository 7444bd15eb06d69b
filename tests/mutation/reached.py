"""A pytest plugin for mutmut: in its first run it notes which test reaches which function; then it sorts them.

mutmut gives a function to the test in whose time it was called. What a fixture shared by many tests calls, what a
module calls when it is imported, and what stands behind a cache would so be given to one test alone, whichever came
first, and the others would not be asked about its mutants. Here each test has what its fixtures and its module called,
and finds every cache of the mutated packages empty.
"""

from __future__ import annotations

import importlib
import json
import os
import pkgutil
import sys
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, settings
from mutmut.state import state

# The same examples for every mutant, and none that fails because the machine is busy.
settings.register_profile(
    "mutation", deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow]
)
settings.load_profile("mutation")

PACKAGES = ("compare", "voices", "corpus")
STATS = Path("mutmut-stats.json")
"""What mutmut notes, in the folder where it runs the tests."""

_BY_FIXTURE: dict[object, set[str]] = {}
_BY_MODULE: dict[str, set[str]] = {}
_BY_PACKAGE: dict[str, set[str]] = {}


def noting() -> bool:
    """Whether this is the run that notes, and not one that tries a mutant."""
    return os.environ.get("MUTANT_UNDER_TEST") == "stats"


def trying() -> bool:
    """Whether this run tries a mutant."""
    return "__mutmut_" in os.environ.get("MUTANT_UNDER_TEST", "")


def taken() -> set[str]:
    """The functions called since the last look, which are then forgotten."""
    functions = set(state()._stats)
    state()._stats.clear()
    return functions


def pytest_collection() -> None:
    """What the packages themselves call when they are imported belongs to all tests in the folder of their name."""
    if not noting():
        return
    for package in PACKAGES:
        found = importlib.import_module(f"analysis.{package}")
        for module in pkgutil.walk_packages(found.__path__, f"analysis.{package}."):
            importlib.import_module(module.name)
    for function in taken():
        _BY_PACKAGE.setdefault(function.split(".")[1], set()).add(function)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """A mutant meets the quickest files first, by what their tests took when they were noted."""
    if not trying() or not STATS.exists():
        return
    took: dict[str, float] = json.loads(STATS.read_text(encoding="utf-8"))["duration_by_test"]
    by_file: defaultdict[str, float] = defaultdict(float)
    for item in items:
        by_file[_file(item)] += took.get(item.nodeid, 0)
    items.sort(key=lambda item: by_file[_file(item)])


@pytest.hookimpl(wrapper=True)
def pytest_make_collect_report(collector: pytest.Collector) -> Iterator[None]:
    """What a test module calls when it is imported belongs to all its tests."""
    if noting():
        taken()
    made = yield
    if noting() and isinstance(collector, pytest.Module):
        _BY_MODULE[collector.nodeid] = taken()
    return made


@pytest.hookimpl(tryfirst=True)
def pytest_collectreport(report: pytest.CollectReport) -> None:
    """A mutant with which a test module cannot even be imported is one that a test noticed."""
    if trying() and report.failed:
        pytest.exit(f"{report.nodeid} cannot be imported", returncode=1)


@pytest.hookimpl(wrapper=True)
def pytest_fixture_setup(fixturedef: pytest.FixtureDef[Any]) -> Iterator[None]:
    """What a fixture calls is kept, for all tests that share it."""
    before = taken() if noting() else set()
    try:
        return (yield)
    finally:
        if noting():
            _BY_FIXTURE[fixturedef] = taken()
            state()._stats.update(before, _BY_FIXTURE[fixturedef])


def pytest_runtest_logreport(report: pytest.TestReport) -> None:
    """A test that fails without a mutant is told, since mutmut says only that one did."""
    if report.failed and os.environ.get("MUTANT_UNDER_TEST") in {"", "stats"}:
        print(report.nodeid, report.longreprtext, sep="\n", file=sys.__stderr__)


@pytest.hookimpl(tryfirst=True)
def pytest_runtest_setup() -> None:
    """Each test finds the caches empty."""
    if not noting():
        return
    ours = tuple(f"analysis.{package}" for package in PACKAGES)
    for name in [name for name in sys.modules if name.startswith((*ours, "tests."))]:
        for value in list(vars(sys.modules[name]).values()):
            if callable(getattr(value, "cache_clear", None)):
                value.cache_clear()


@pytest.hookimpl(tryfirst=True)
def pytest_runtest_teardown(item: pytest.Item) -> None:
    """Before mutmut looks, a test gets what its fixtures, its module and its package called."""
    if not noting():
        return
    file = _file(item)
    shared = item._fixtureinfo.name2fixturedefs if isinstance(item, pytest.Function) else {}
    fixtures = [one for name in shared for one in shared[name]]
    reached = state()._stats
    reached.update(*(_BY_FIXTURE.get(one, set()) for one in fixtures))
    reached.update(_BY_MODULE.get(file, set()))
    reached.update(*(_BY_PACKAGE.get(part, set()) for part in file.split("/")))


def _file(item: pytest.Item) -> str:
    """The file of a test."""
    return item.nodeid.split("::")[0]
