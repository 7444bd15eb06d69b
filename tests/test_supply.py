"""What the project is made of can be listed, and what is said of its safety is there."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from pathlib import Path

import pytest
from packaging.utils import canonicalize_name

from tests.test_packaging import IS_LOCKED_PYTHON, LOCKED

ROOT = Path(__file__).resolve().parent.parent
TOOLS = Path(sys.executable).parent


def recipe(target: str) -> list[str]:
    """The command of a target of the Makefile, with this interpreter's tools."""
    rules = (ROOT / "Makefile").read_text("utf-8")
    found = re.search(rf"^{target}: .*\n\t(?P<command>.*)$", rules, flags=re.MULTILINE)
    assert found is not None
    return [part.replace(".venv/bin", str(TOOLS)) for part in found["command"].split()]


@pytest.mark.skipif(not IS_LOCKED_PYTHON, reason="the lock is for Python 3.11")
def test_the_bill_of_materials_lists_every_locked_package_at_its_version(tmp_path: Path) -> None:
    command = recipe("sbom")
    command[command.index("sbom.json")] = str(tmp_path / "sbom.json")
    command[-1] = str(TOOLS.parent)
    subprocess.run(command, cwd=ROOT, check=True, capture_output=True)
    bill = json.loads((tmp_path / "sbom.json").read_text("utf-8"))
    listed: dict[str, str] = {canonicalize_name(one["name"]): one["version"] for one in bill["components"]}
    assert bill["bomFormat"] == "CycloneDX"
    assert bill["metadata"]["component"]["name"] == "framing-study"
    assert {name: listed.get(name) for name in LOCKED} == LOCKED
    assert "timestamp" not in bill["metadata"]


@pytest.mark.skipif(not IS_LOCKED_PYTHON, reason="the lock is for Python 3.11")
def test_every_locked_package_has_a_licence_that_is_told() -> None:
    command = [part for part in recipe("licences") if not part.startswith(("--format", "--order"))]
    ran = subprocess.run([*command, "--format=json"], cwd=ROOT, check=True, capture_output=True, text=True)
    told: dict[str, str] = {canonicalize_name(one["Name"]): one["License"] for one in json.loads(ran.stdout)}
    shown_by_default = LOCKED.keys() - {
        "pip",
        "setuptools",
        "wheel",
        "pip-licenses",
        "prettytable",
        "wcwidth",
        "tomli",
    }
    assert shown_by_default - told.keys() == set()
    assert [name for name in shown_by_default if not told[name]] == []


def test_every_test_that_the_security_policy_names_is_there() -> None:
    named = re.findall(r"`(tests/[^`]+)`", (ROOT / "SECURITY.md").read_text("utf-8"))
    assert len(named) > 8
    assert [name for name in named if not (ROOT / name).exists()] == []
