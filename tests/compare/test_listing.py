"""What a corpus in parts counts: totals that add up, buckets that nobody need see, and the listing of them."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest

from analysis.compare import phrases
from analysis.compare.listing import bucket_of, listing, phrase_totals, summed
from analysis.compare.words import outlet_names
from analysis.settings import Outlet
from tests.compare.studies import random_study, study

NAMES = outlet_names([Outlet("The Herald")])


def _totals(**counts: int) -> pd.DataFrame:
    """Totals of one voice from counts of words and phrases, a low line for a space."""
    spelled = [name.replace("_", " ") for name in counts]
    return summed(
        [
            pd.DataFrame(
                {
                    "voice": "all",
                    "length": [phrase.count(" ") + 1 for phrase in spelled],
                    "phrase": spelled,
                    "count": list(counts.values()),
                }
            )
        ]
    )


def test_totals_are_of_content_words_and_phrases_in_each_voice() -> None:
    spoken = [("narration", 0.0, "The Herald saw war talks."), ("direct", 0.0, "War talks of peace!")]
    found = phrase_totals(study({"a": ("x", [(0, spoken)])}).texts(), names=NAMES, longest=3)
    rows = {(voice, phrase): count for voice, _, phrase, count in found.itertuples(index=False, name=None)}
    assert rows == {
        ("all", "saw"): 1, ("all", "war"): 2, ("all", "talks"): 2, ("all", "peace"): 1, ("all", "saw war"): 1,
        ("all", "war talks"): 2, ("all", "saw war talks"): 1, ("all", "talks of peace"): 1,
        ("narration", "saw"): 1, ("narration", "war"): 1, ("narration", "talks"): 1, ("narration", "saw war"): 1,
        ("narration", "war talks"): 1, ("narration", "saw war talks"): 1,
    }  # fmt: skip
    assert set(found["length"]) == {1, 2, 3}


def test_totals_of_parts_add_up_in_any_order() -> None:
    parts = [_totals(war=2, war_talks=1), _totals(peace=1, war=1), _totals(war_talks=4)]
    expected = _totals(war=3, war_talks=5, peace=1)
    for order in (parts, parts[::-1]):
        pd.testing.assert_frame_equal(summed(order), expected)


def test_words_found_three_times_are_listed_and_phrases_as_well() -> None:
    found = listing([_totals(war=3, peace=2, war_talks=3, peace_talks=2)])
    assert found.of("all") == {"war", "war talks"}
    assert found.of("narration") == frozenset()


@pytest.mark.parametrize("buckets", [1, 2, 7])
def test_only_the_most_frequent_phrases_are_listed_however_they_are_put_into_buckets(
    monkeypatch: pytest.MonkeyPatch, buckets: int
) -> None:
    monkeypatch.setattr(phrases, "MOST", 3)
    # The third and the fourth are equally frequent: both or none. Words are not cut.
    totals = _totals(a_b=9, c_d=8, e_f=5, g_h=5, i_j=4, k=3, l=3, m=3, n=3)
    parted = [totals[bucket_of(totals["phrase"], buckets) == bucket] for bucket in range(buckets)]
    assert listing(parted).of("all") == {"a b", "c d", "k", "l", "m", "n"}


def test_a_phrase_is_in_one_bucket_whatever_stands_beside_it_and_buckets_fill_evenly() -> None:
    words = pd.Series([f"w{number}" for number in range(4000)], dtype="str")
    found = bucket_of(words, 4)
    np.testing.assert_array_equal(bucket_of(words[::-1], 4), found[::-1])
    assert np.bincount(found).min() > 900
    # Kept here, so that a library that hashes in another way is noticed.
    assert bucket_of(pd.Series(["war", "war talks", "мир"], dtype="str"), 1000).tolist() == [285, 517, 188]


def test_a_listing_of_a_whole_study_is_what_the_study_counts_by_itself() -> None:
    made = random_study({"x": 4, "y": 4})
    listed = listing([phrase_totals(made.texts(), names=NAMES, longest=3)])
    own = made.aggregates(phrase=3).words.vocabulary
    for voice in ("all", "narration"):
        assert listed.of(voice) == set(own.loc[own["voice"] == voice, "word"])
        assert any(" " in phrase for phrase in listed.of(voice))
