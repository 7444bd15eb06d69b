"""Every instrument is one: a name, a version, what it measures, and a table of scores for a table of texts."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest

from analysis import tables
from analysis.embedding.model import DEFAULT, find_model
from analysis.framing import stance
from analysis.framing.frames import Frames
from analysis.framing.instrument import Instrument
from analysis.framing.microframes import Microframes
from analysis.framing.targets import Stance
from analysis.framing.tone import instruments
from analysis.progress import ignore

TEXTS = pd.DataFrame(
    {
        "sentence_id": ["p:1:1", "p:1:2"],
        "paragraph_id": ["p:1", "p:1"],
        "text": ["NATO praised the talks.", "NATO condemned the attack."],
        "target": ["NATO", "NATO"],
        "mention": ["NATO", "NATO"],
        "start": [0, 0],
        "end": [4, 4],
        "speaker": ["", ""],
    }
)


def encode(texts: list[str]) -> np.ndarray:
    """Unit vectors that depend on their text alone."""
    vectors = np.array(
        [[len(text) % 7 + 1, text.count("e") + 1, text.count("o") + 1] for text in texts], "float32"
    )
    return np.asarray(vectors / np.linalg.norm(vectors, axis=1, keepdims=True))


def every() -> list[tuple[str, Instrument]]:
    """Every bundled instrument with the table that it makes."""
    return [
        *(("tone", each) for each in instruments()),
        ("targets", Stance(stance.load(find_model(DEFAULT).folder))),
        ("frames", Frames.of(encode)),
        ("microframes", Microframes(encode)),
    ]


@pytest.mark.parametrize("place", range(6))
def test_texts_become_a_table_that_keeps_its_contract_and_names_the_instrument(place: int) -> None:
    name, instrument = every()[place]
    scores = instrument.score(TEXTS, progress=ignore)
    assert not tables.check(scores, name).empty
    assert "instrument" not in scores or set(scores["instrument"]) == {instrument.name}
    assert instrument.version
    assert len(instrument.measures) > 30


def test_no_two_instruments_share_a_name() -> None:
    names = [instrument.name for _, instrument in every()]
    assert len(set(names)) == len(names) == 6
