"""The encoders on openvino, each precision in a process of its own: kernels are chosen before it is loaded."""

from __future__ import annotations

import subprocess
import sys
from typing import TYPE_CHECKING

import numpy as np
import pytest

from analysis.embedding import fast, processor
from analysis.embedding.chosen import Chosen
from analysis.embedding.model import DEFAULT, find_model
from analysis.environment import FAST
from analysis.errors import EncoderError

if TYPE_CHECKING:
    from pathlib import Path

    from numpy.typing import NDArray

    from analysis.corpus.corpus import Corpus

SCRIPT = """
import sys
import numpy as np
from analysis import environment
kernels, folder = sys.argv[1], sys.argv[2]
environment.choose(kernels)
from pathlib import Path
from analysis.embedding import fast
from analysis.embedding.model import DEFAULT, find_model

texts = np.load(folder + "/texts.npy").tolist()
some = texts[::7]

def read(texts, workers=1):
    return fast.FastEncoder(find_model(DEFAULT), kernels=kernels, workers=workers, kept=Path(folder)).encode(texts)

found = {"all": read(texts, 2), "backwards": read(texts[::-1])[::-1], "some": read(some)}
fast.STEP, fast.PIECES_AT_ONCE = 64, 600
found["padded"] = read(some)
np.savez(folder + "/" + kernels + ".npz", **found)
loaded = {name.partition(".")[0] for name, module in sys.modules.items() if module is not None}
assert not {"torch", "transformers", "sentence_transformers", "openvino_telemetry"} & loaded, loaded
"""

LONG = "NATO met in Brussels on Wednesday to talk about Libya. " * 40


@pytest.fixture(scope="module")
def texts(corpus: Corpus) -> list[str]:
    paragraphs = corpus.paragraphs
    return [*paragraphs[paragraphs["analysed"]]["text"].tolist()[:60], LONG, "", "NATO."]


@pytest.fixture(scope="module")
def read(
    texts: list[str], tmp_path_factory: pytest.TempPathFactory
) -> dict[str, dict[str, NDArray[np.float32]]]:
    """What each precision gives, by the way in which it was asked; bfloat16 only where the processor has it."""
    folder = tmp_path_factory.mktemp("fast")
    np.save(folder / "texts.npy", np.array(texts))
    found = {}
    for kernels in FAST:
        command = [sys.executable, "-c", SCRIPT, kernels, str(folder)]
        done = subprocess.run(command, capture_output=True, text=True, check=False)
        if "does not compute in bfloat16" in done.stderr:
            continue
        assert done.returncode == 0, done.stderr
        found[kernels] = dict(np.load(folder / f"{kernels}.npz"))
    return found


@pytest.mark.slow
@pytest.mark.parametrize("kernels", FAST)
def test_company_order_threads_and_padding_change_no_bit_of_a_vector(
    read: dict[str, dict[str, NDArray[np.float32]]], kernels: str
) -> None:
    if kernels not in read:
        pytest.skip("this processor does not compute in bfloat16")
    found = read[kernels]
    assert found["all"].tobytes() == found["backwards"].tobytes()
    assert found["all"][::7].tobytes() == found["some"].tobytes() == found["padded"].tobytes()
    assert np.allclose(np.linalg.norm(found["all"], axis=1), 1, atol=1e-6)


@pytest.mark.slow
def test_float32_gives_the_vectors_of_torch_to_the_fifth_decimal(
    read: dict[str, dict[str, NDArray[np.float32]]], texts: list[str]
) -> None:
    torch = Chosen(find_model(DEFAULT), "compatible").load(2)
    np.testing.assert_allclose(read["float32"]["all"], torch.encode(texts), atol=2e-6)


@pytest.mark.slow
@pytest.mark.parametrize(("kernels", "mean", "least"), [("bfloat16", 0.9999, 0.9998), ("int8", 0.995, 0.97)])
def test_fewer_bits_give_nearly_the_vectors_of_float32_on_real_paragraphs(
    read: dict[str, dict[str, NDArray[np.float32]]], kernels: str, mean: float, least: float
) -> None:
    if kernels not in read:
        pytest.skip("this processor does not compute in bfloat16")
    cosines = (read[kernels]["all"] * read["float32"]["all"]).sum(axis=1)
    assert least < cosines.min() < cosines.mean() < 1
    assert cosines.mean() > mean
    assert not np.array_equal(read[kernels]["all"], read["float32"]["all"])


def test_stretches_hold_texts_of_one_size_and_every_text_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fast, "CHARACTERS_AT_ONCE", 100)
    assert fast.stretches([10, 90, 0, 200, 60, 40]) == [[3], [1], [4, 5], [0, 2]]
    assert fast.stretches([]) == []


def test_batches_are_padded_to_a_multiple_and_hold_no_more_than_their_pieces(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(fast, "PIECES_AT_ONCE", 32)
    found = list(fast.batches([[7] * 3, [8] * 17, [9] * 16, [5]]))
    assert [places for places, _, _ in found] == [[0, 2], [3], [1]]
    assert [ids.shape for _, ids, _ in found] == [(2, 16), (1, 16), (1, 32)]
    assert found[0][1][0].tolist() == [7] * 3 + [0] * 13
    assert found[0][2].sum(axis=1).tolist() == [3, 16]


def test_without_openvino_the_remedy_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "openvino", None)
    with pytest.raises(EncoderError, match=r"needs? openvino.* - install .*`fast`, or choose kernels"):
        processor.openvino()


def test_bfloat16_is_refused_where_the_processor_may_not_use_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ONEDNN_MAX_CPU_ISA", "AVX2")
    with pytest.raises(EncoderError, match=r'not compute in bfloat16.* - choose "float32" or "int8"'):
        Chosen(find_model(DEFAULT), "bfloat16").load(1)


def test_processors_are_told_apart_by_the_instructions_that_decide(tmp_path: Path) -> None:
    newer, older, none = (tmp_path / name for name in ("newer", "older", "none"))
    newer.write_text("processor : 0\nflags\t\t: fpu avx2 avx512_vnni avx512f sse2\n")
    older.write_text("processor : 0\nflags\t\t: fpu avx2 sse2\n")
    assert processor.of_processor(newer) == "avx2 avx512_vnni avx512f"
    assert processor.of_processor(older) == "avx2"
    assert processor.of_processor(none)


def test_a_vector_s_key_tells_kernels_version_and_processor_and_torch_s_own_stays_as_it_was(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    model = find_model(DEFAULT)
    assert Chosen(model, "compatible").fingerprint == model.fingerprint
    assert Chosen(model, "native").fingerprint == f"{model.fingerprint} native"
    monkeypatch.delenv("ONEDNN_MAX_CPU_ISA", raising=False)
    keys = {kernels: Chosen(model, kernels).fingerprint for kernels in FAST}
    assert len(set(keys.values())) == 3
    assert all("openvino 20" in key and processor.of_processor() in key for key in keys.values())
    monkeypatch.setenv("ONEDNN_MAX_CPU_ISA", "AVX2")
    assert Chosen(model, "int8").fingerprint not in keys.values()
