"""Tone measured on hand-coded texts: small sets made by hand, and the kept cards."""

from __future__ import annotations

import gzip
import json
import os
from pathlib import Path

import numpy as np
import pytest

from analysis.errors import ArticleError
from analysis.framing import card as cards
from analysis.framing.tone import instruments
from analysis.framing.tone.mean import SPREADS
from analysis.progress import Silent
from analysis.validation import coded, outlets
from analysis.validation.reference import tone_reference
from analysis.validation.tone import called, validate_tone
from analysis.validation.written import written

VADER, AFINN, MEAN = instruments()
DATA = os.environ.get("FRAMING_DATA", "")
NEEDS_DATA = pytest.mark.skipif(not DATA, reason="FRAMING_DATA names no folder of evaluation data")


def put(folder: Path, file: str, *rows: object) -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    with gzip.open(folder / file, "wt", encoding="utf-8") as out:
        out.writelines(json.dumps(row) + "\n" for row in rows)
    return folder / file


def headlines(folder: Path) -> Path:
    texts = (
        ("Wonderful peace", 80, "positive"),
        ("Talks on Monday", 0, "neutral"),
        ("Brutal war", -90, "negative"),
    )
    rows = [
        {"id": str(number), "headline": text, "valence": valence, "coarse": coarse}
        for number, (text, valence, coarse) in enumerate(texts)
    ]
    return put(folder / "semeval07_affective", "trial.jsonl.gz", *rows)


def feeling(outlet: str, code: str, *sentences: str) -> dict[str, object]:
    level = {"author_feeling_Donald_Trump": code, "author_feeling_main_event": "neg", "notes": ""}
    return {
        "uuid": outlet + code,
        "source": outlet,
        "body-paragraphs": [list(sentences)],
        "article_level": level,
    }


def test_a_tone_from_the_threshold_on_is_called_positive_and_its_mirror_negative() -> None:
    assert called(np.array([-0.05, -0.0499, 0.0, 0.0499, 0.05])).tolist() == [0, 1, 1, 1, 2]


def test_headlines_that_say_what_they_are_coded_are_measured_as_perfect(tmp_path: Path) -> None:
    headlines(tmp_path)
    vader, afinn, mean = validate_tone(tmp_path, progress=Silent())
    assert [one.slug for one in (vader, afinn, mean)] == [
        f"tone-{name}-semeval-2007-task-14-trial" for name in ("vader", "afinn", "mean")
    ]
    for one in (vader, afinn, mean):
        measured = one.find("macro-F1")
        assert measured is not None
        assert (measured.value, measured.n, measured.groups) == (1.0, 3, 3)
    assert vader.find("Pearson r, difference", "from vader") is None
    gain = mean.find("Pearson r, difference", "from vader")
    correlations = [one.find("Pearson r") for one in (vader, mean)]
    assert gain is not None
    first, second = (one.value for one in correlations if one is not None)
    assert gain.value == pytest.approx(second - first)
    told = written(mean).splitlines()
    assert any(line.split()[:3] == ["macro-F1", "all", "1.000"] for line in told)
    assert told[1].strip() == mean.split
    assert told[-len(mean.notes) :] == list(mean.notes)


def test_an_article_with_unequal_counts_is_dropped_and_the_others_are_groups(tmp_path: Path) -> None:
    path = put(
        tmp_path, "dev.jsonl.gz",
        {"id": 1, "paragraphs": ["a", "b"], "paragraph_sentiment": ["Negative", "Positive"]},
        {"id": 2, "paragraphs": ["a", "b"], "paragraph_sentiment": ["Negative"]},
    )  # fmt: skip
    found = list(coded.paragraphs(path))
    assert [(one.text, one.group, one.label, one.value) for one in found] == [
        ("a", "1", 0, -1.0),
        ("b", "1", 2, 1.0),
    ]


def test_a_sentence_counts_once_for_each_target_and_belongs_to_its_article(tmp_path: Path) -> None:
    path = put(
        tmp_path, "train.jsonl.gz",
        *(
            {"primary_gid": gid, "sentence_normalized": "x", "targets": [{"polarity": 2.0}, {"polarity": 6.0}]}
            for gid in ("allsides_1_401_3_Ann_0_6", "polusa_v1_22_-1_14_Bob_1_7", "odd")
        ),
    )  # fmt: skip
    found = list(coded.targets(path))
    assert [one.label for one in found] == [0, 2] * 3
    assert [one.group for one in found][::2] == ["allsides_1", "polusa_v1_22", "odd"]


def test_a_label_that_the_set_does_not_have_is_named_with_its_line(tmp_path: Path) -> None:
    row = {"primary_gid": "a", "sentence_normalized": "x", "targets": [{"polarity": 3.0}]}
    with pytest.raises(ArticleError, match=r"line 1: unknown label 3\.0 - use 2\.0, 4\.0, 6\.0"):
        list(coded.targets(put(tmp_path, "train.jsonl.gz", row)))


def test_feelings_go_with_the_sentences_that_name_the_person_by_surname(tmp_path: Path) -> None:
    path = put(tmp_path, "open_half.jsonl.gz", feeling("HPO", "neg", "Mr. Trump spoke.", "Trumpets sounded."))
    (found,) = outlets.feelings(path)
    assert (found.outlet, found.name, found.coded, found.sentences) == (
        "hpo", "Donald Trump", -1.0, ("Mr. Trump spoke.",),
    )  # fmt: skip


def test_an_outlet_that_condemns_in_friendly_words_is_put_first_by_tone(tmp_path: Path) -> None:
    put(
        tmp_path / "basil", "open_half.jsonl.gz",
        feeling("hpo", "neg", "Critics were delighted at the wonderful failure of Trump."),
        feeling("fox", "pos", "Trump was attacked by terrible enemies."),
    )  # fmt: skip
    vader, *_ = validate_tone(tmp_path, progress=Silent())
    assert "by the tone of the sentences that name him hpo, fox; by the coders fox, hpo." in vader.notes[0]
    measured = vader.find("Pearson r")
    assert measured is not None
    assert measured.value == pytest.approx(-1.0)


def test_a_folder_without_any_of_the_sets_is_named(tmp_path: Path) -> None:
    with pytest.raises(
        ArticleError, match="holds none of the sets - name the folder that holds semeval07_affective"
    ):
        validate_tone(tmp_path, progress=Silent())


def test_the_kept_cards_are_of_the_instruments_as_they_are() -> None:
    kept = [one for one in cards.cards() if one.instrument.startswith("tone ")]
    versions = {f"tone {one.name}": one.version for one in instruments()}
    assert {(one.instrument, one.version) for one in kept} == set(versions.items())
    assert len(kept) == len(versions) * (len(coded.SETS) + 1)


def test_the_kept_cards_show_that_tone_is_no_stance() -> None:
    kept = {one.slug: one for one in cards.cards()}
    basil = kept["tone-vader-basil-open-half"]
    tone, feelings = (
        {
            outlet: result.value
            for outlet in ("fox", "hpo", "nyt")
            if (result := basil.find(f"{metric} toward Donald Trump", f"outlet {outlet}")) is not None
        }
        for metric in ("mean tone", "mean coded feeling")
    )
    assert max(tone, key=tone.__getitem__) == min(feelings, key=feelings.__getitem__) == "hpo"
    headline = kept["tone-mean-semeval-2007-task-14-trial"].find("Pearson r")
    assert headline is not None
    assert headline.low > 0.5


@NEEDS_DATA
def test_the_spreads_of_the_mean_are_those_of_the_reference() -> None:
    rows = tone_reference(Path(DATA))
    assert dict(zip(rows["instrument"], rows["spread"], strict=True)) == dict(SPREADS)


@NEEDS_DATA
def test_the_sets_hold_as_many_texts_as_their_papers_say() -> None:
    counts = [len(list(one.read(one.path(Path(DATA))))) for one in coded.SETS]
    assert counts == [250, 4_169, 8_739]
