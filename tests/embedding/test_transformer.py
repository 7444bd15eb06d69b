"""The real encoder. Loading it takes seconds, so one serves the module."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pytest

from analysis.embedding.model import DEFAULT, Model, find_model
from analysis.errors import EncoderError

if TYPE_CHECKING:
    from pathlib import Path

    from analysis.embedding.transformer import TransformerEncoder

pytestmark = pytest.mark.slow

LONG = "NATO met in Brussels on Wednesday to talk about Libya. " * 40
TEXTS = [
    "NATO.",
    "Moscow has long said it will regard NATO membership for Ukraine as a national security threat.",
    "The talks are significant because they will replace a summit that was planned to take place next month. "
    * 4,
    LONG,
    "",
]


@pytest.fixture(scope="module")
def encoder() -> TransformerEncoder:
    from analysis.embedding.transformer import TransformerEncoder

    return TransformerEncoder(find_model(DEFAULT), workers=2)


def test_vectors_have_length_one(encoder: TransformerEncoder) -> None:
    vectors = encoder.encode(TEXTS)
    assert vectors.shape == (5, 384)
    assert vectors.dtype == np.float32
    assert np.allclose(np.linalg.norm(vectors, axis=1), 1, atol=1e-6)


def test_a_vector_has_the_same_bits_in_any_company_order_and_number_of_workers(
    encoder: TransformerEncoder,
) -> None:
    from analysis.embedding.transformer import TransformerEncoder

    together = encoder.encode(TEXTS)
    alone = np.vstack([encoder.encode([text]) for text in TEXTS])
    backwards = TransformerEncoder(find_model(DEFAULT)).encode(TEXTS[::-1])[::-1]
    assert together.tobytes() == alone.tobytes() == backwards.tobytes()


def test_a_vector_has_the_same_bits_when_torch_may_use_two_threads(encoder: TransformerEncoder) -> None:
    import torch

    before = encoder.encode(TEXTS)
    torch.set_num_threads(2)
    try:
        after = encoder.encode(TEXTS)
    finally:
        torch.set_num_threads(1)
    assert before.tobytes() == after.tobytes()


def test_short_texts_get_the_vectors_that_sentence_transformers_gives(encoder: TransformerEncoder) -> None:
    from sentence_transformers import SentenceTransformer

    theirs = SentenceTransformer(str(find_model(DEFAULT).folder), device="cpu").encode(
        TEXTS[:3], show_progress_bar=False
    )
    assert np.allclose(encoder.encode(TEXTS[:3]), theirs, atol=1e-5)


def test_nothing_of_a_long_paragraph_is_dropped(encoder: TransformerEncoder) -> None:
    with_end, without = encoder.encode([LONG + "France discriminates against journalists.", LONG])
    assert float(with_end @ without) < 0.999


def test_a_long_text_is_the_length_weighted_mean_of_its_windows(encoder: TransformerEncoder) -> None:
    halves = ["Libya, " * 60 + "and Mali.", "Ulyanovsk airport, " * 28 + "and Kabul."]
    lengths = [len(encoder._tokens(half)) for half in halves]
    assert max(lengths) <= 254 < sum(lengths)
    assert lengths[0] != lengths[1]
    mean = np.average(encoder.encode(halves), axis=0, weights=lengths)
    assert np.allclose(encoder.encode([" ".join(halves)])[0], mean / np.linalg.norm(mean), atol=1e-6)


def test_similar_texts_are_nearer_than_others(encoder: TransformerEncoder) -> None:
    libya, tripoli, vaccine = encoder.encode(
        [
            "Libya's government in Tripoli",
            "The embassy in Tripoli, Libya",
            "A vaccine against the coronavirus",
        ]
    )
    assert float(libya @ tripoli) > 0.5 > float(libya @ vaccine)


def test_a_folder_that_is_no_model_is_named_with_a_remedy(tmp_path: Path) -> None:
    from analysis.embedding.transformer import TransformerEncoder

    (tmp_path / "model.safetensors").write_bytes(b"no tensors")
    with pytest.raises(EncoderError, match="cannot be loaded") as raised:
        TransformerEncoder(Model("mine", tmp_path))
    assert str(tmp_path) in str(raised.value)


def test_a_window_at_its_own_length_has_the_same_vector_but_for_the_last_bits(
    encoder: TransformerEncoder,
) -> None:
    from analysis.embedding.transformer import TransformerEncoder

    own = TransformerEncoder(find_model(DEFAULT), workers=2, padded=False)
    found = own.encode(TEXTS)
    np.testing.assert_allclose(found, encoder.encode(TEXTS), atol=1e-5)
    assert np.array_equal(own.encode(TEXTS[::-1])[::-1], found)
