"""Whose kernels torch computes with."""

from __future__ import annotations

import os
import platform
import sys

import pytest

from analysis import environment


@pytest.fixture(autouse=True)
def pinned(monkeypatch: pytest.MonkeyPatch) -> dict[str, str]:
    """The pinned kernels, given back after the test."""
    kernels = {name: environment.X86_64[name] for name in environment.TORCH}
    for name, value in kernels.items():
        monkeypatch.setenv(name, value)
    monkeypatch.setattr(environment, "_loaded_with", [])
    monkeypatch.setattr(platform, "machine", lambda: "x86_64")
    return kernels


def test_a_study_may_choose_the_processor_s_own_kernels_and_another_the_pinned_ones(
    pinned: dict[str, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delitem(sys.modules, "torch", raising=False)
    monkeypatch.delitem(sys.modules, "openvino", raising=False)
    assert environment.choose("native")
    assert not set(pinned) & set(os.environ)
    assert environment.choose("compatible")
    assert {name: os.environ[name] for name in pinned} == pinned


def test_a_choice_that_comes_after_torch_is_told_as_often_as_it_is_made(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.delitem(sys.modules, "openvino", raising=False)
    monkeypatch.setitem(sys.modules, "torch", sys)
    assert environment.choose("compatible")
    assert not environment.choose("native")
    assert not environment.choose("native")
    assert environment.choose("compatible")


def test_what_torch_was_loaded_with_is_the_choice_before_and_not_the_next(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.delitem(sys.modules, "openvino", raising=False)
    monkeypatch.delitem(sys.modules, "torch", raising=False)
    assert environment.choose("int8")
    monkeypatch.setitem(sys.modules, "torch", sys)
    assert not environment.choose("compatible")
    assert not environment.choose("compatible")
    assert environment.choose("native")
    monkeypatch.delitem(sys.modules, "torch")
    assert environment.choose("compatible")


def test_numpy_and_numba_stay_pinned(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("OPENBLAS_CORETYPE", "Haswell")
    environment.choose("native")
    assert os.environ["OPENBLAS_CORETYPE"] == "Haswell"


def test_what_only_torch_reads_matters_to_torch_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "numpy", sys)
    monkeypatch.delitem(sys.modules, "torch", raising=False)
    environment.choose("float32")
    assert environment.pin() == ()
    environment.choose("float32")
    monkeypatch.setitem(sys.modules, "torch", sys)
    assert environment.pin() == ("torch",)
    monkeypatch.setenv("OPENBLAS_CORETYPE", "Prescott")
    assert environment.pin()[0] == "numpy"
