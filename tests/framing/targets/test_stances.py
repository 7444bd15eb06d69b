"""Stances of sentences with hand-made probabilities."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt
import pandas as pd
import pytest

from analysis import tables
from analysis.framing.targets import known_speakers, target_stances
from analysis.framing.targets.stances import polarity
from analysis.progress import Step, ignore
from tests.framing.targets.sentences import ACTORS

GIVEN = {
    "Russia": (0.7, 0.2, 0.1),
    "Moscow": (0.1, 0.2, 0.7),
    "NATO": (0.12344, 0.5, 0.37656),
}


class ByHand:
    """Probabilities by what stands at the span."""

    name = "by hand"

    def probabilities(
        self, texts: Sequence[str], spans: Sequence[tuple[int, int]], *, progress: Step
    ) -> npt.NDArray[np.float64]:
        progress(len(texts), len(texts))
        return np.array(
            [GIVEN[text[start:end]] for text, (start, end) in zip(texts, spans, strict=True)]
        ).reshape(-1, 3)


SENTENCES = pd.DataFrame(
    {
        "sentence_id": ["a:1.1", "a:1.2"],
        "text": ["Russia met NATO in Moscow.", "NATO left."],
        "speaker": ["", "Ann"],
    }
)


def stances(*spans: tuple[str, str, int, int]) -> pd.DataFrame:
    rows = [
        {"sentence_id": sentence, "target": target, "start": start, "end": end, "how": "alias",
         "mention": dict(zip(SENTENCES["sentence_id"], SENTENCES["text"], strict=True))[sentence][start:end]}
        for sentence, target, start, end in spans
    ]  # fmt: skip
    return target_stances(tables.table("mentions", rows), SENTENCES, ByHand(), progress=ignore)


def test_several_mentions_of_an_actor_in_a_sentence_are_averaged() -> None:
    rows = stances(("a:1.1", "Russia", 0, 6), ("a:1.1", "NATO", 11, 15), ("a:1.1", "Russia", 19, 25))
    russia, nato = rows.to_dict("records")
    assert (russia["p_negative"], russia["p_neutral"], russia["p_positive"]) == pytest.approx((0.4, 0.2, 0.4))
    assert (russia["stance"], russia["mentions"], russia["mention"]) == (0.0, 2, "Russia")
    assert russia["polarity"] == 0, "negative and positive tie"
    assert (nato["p_negative"], nato["p_positive"], nato["stance"]) == (0.1234, 0.3766, 0.2532)


def test_a_sentence_keeps_its_speaker_and_the_instrument_its_name() -> None:
    (row,) = stances(("a:1.2", "NATO", 0, 4)).to_dict("records")
    assert (row["speaker"], row["instrument"], row["polarity"]) == ("Ann", "by hand", 0)


def test_without_mentions_there_are_no_stances_and_nothing_is_classified() -> None:
    assert stances().empty


@pytest.mark.parametrize(
    ("chances", "expected"),
    [((0.5, 0.3, 0.2), -1), ((0.2, 0.3, 0.5), 1), ((0.1, 0.8, 0.1), 0), ((0.4, 0.4, 0.2), 0)],
)
def test_the_polarity_is_the_likeliest_class_and_neutral_in_a_tie(
    chances: tuple[float, float, float], expected: int
) -> None:
    assert polarity(*chances) == expected


def test_a_speaker_who_is_an_actor_goes_by_the_study_s_name() -> None:
    speakers = pd.Series(["Moscow", "Trump", "Ann Baker", ""], dtype="str")
    assert known_speakers(speakers, ACTORS).tolist() == ["Russia", "Donald Trump", "Ann Baker", ""]
