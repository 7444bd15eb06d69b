"""How fast each kind of kernels embeds, and what its vectors are worth, on a study of two short articles."""

from __future__ import annotations

from pathlib import Path

import pytest

from analysis.bench_encoders import DEFAULTS, embeddings
from analysis.environment import KERNELS
from tests.faults.small import write_study


@pytest.mark.slow
def test_every_kind_of_kernels_is_timed_and_its_vectors_are_those_of_float32_or_nearly(
    tmp_path: Path,
) -> None:
    found = {one.kernels: one for one in embeddings(write_study(tmp_path / "study"))}
    assert list(found) == [*KERNELS, DEFAULTS]
    for name in ("compatible", "native", "float32", DEFAULTS):
        assert found[name].paragraphs > 0
        assert found[name].least == pytest.approx(1, abs=1e-5), name
    assert 0.95 < found["int8"].least <= found["int8"].mean < 0.9999
    rounded = found["bfloat16"]  # 0 and nan where the processor has none
    assert rounded.paragraphs == 0 or 0.9999 < rounded.least <= rounded.mean < 0.9999999
