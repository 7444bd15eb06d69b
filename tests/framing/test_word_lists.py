"""Word lists, the bundled ones and the user's own, and their mean, worked by hand."""

from __future__ import annotations

import json
import math
from pathlib import Path

import pandas as pd
import pytest

from analysis.errors import ArticleError, SettingsError
from analysis.framing.tone import chosen, instruments, tones, wording_tone
from analysis.framing.tone.bundled import afinn, bundled
from analysis.framing.tone.lexicon_file import read_lexicon, read_lexicons
from analysis.framing.tone.mean import SPREADS, mean
from analysis.framing.tone.score import score_file
from analysis.framing.tone.word_list import WordList
from analysis.progress import ignore
from analysis.settings import LexiconFile

LIST = WordList(
    "own", "1", {"good": 2, "good grief": -4, "not good": -3, "war*": -1, "warm": 3, "can't stand": -2.5}
)


@pytest.mark.parametrize(
    ("text", "valence"),
    [
        ("A good day, a GOOD night.", 4.0),
        ("That is not good.", -3.0),
        ("Good grief, good!", -2.0),
        ("War, wars and warfare.", -3.0),
        ("A warm welcome.", 3.0),
        ("I can’t stand it.", -2.5),
        ("Goodness, what an award.", 0.0),
        ("", 0.0),
    ],
)
def test_the_longest_entry_at_each_place_counts_once(text: str, valence: float) -> None:
    assert LIST.valence(text) == valence


def test_afinn_sums_its_words_and_squashes_as_vader_does() -> None:
    # In AFINN-en-165 "good" is 3, "war" -2 and the phrase "not good" -2; "never good" has no entry.
    assert afinn().valence("War is never good.") == 1.0
    assert afinn().tone("War is never good.") == round(1 / math.sqrt(1 + 15), 4) == 0.25
    assert afinn().valence("War is not good.") == -4.0
    assert "AFINN-en-165" in afinn().version


def test_the_mean_weighs_each_list_by_its_spread() -> None:
    one, other = SPREADS["vader"], SPREADS["afinn"]
    expected = (0.5 / one - 0.1 / other) / (1 / one + 1 / other)
    assert mean({"vader": 0.5, "afinn": -0.1}) == round(expected, 4)


def test_the_mean_orders_sentences_as_the_mean_of_z_scores_does_and_keeps_zero_and_the_ends() -> None:
    pairs = [(-1.0, -1.0), (-0.9, 0.3), (-0.2, -0.2), (0.0, 0.0), (0.4, -0.1), (0.1, 0.8), (1.0, 1.0)]
    means = [mean({"vader": one, "afinn": other}) for one, other in pairs]
    z = [(one - 0.02) / SPREADS["vader"] + (other + 0.03) / SPREADS["afinn"] for one, other in pairs]
    assert sorted(range(7), key=means.__getitem__) == sorted(range(7), key=z.__getitem__)
    assert (means[0], means[3], means[-1]) == (-1.0, 0.0, 1.0)


def test_a_sentence_s_tone_does_not_depend_on_the_other_sentences() -> None:
    sentences = pd.DataFrame({"sentence_id": ["a", "b"], "text": ["A good day.", "A horrible, brutal war."]})
    both = wording_tone(sentences)
    alone = wording_tone(sentences.iloc[:1])
    pd.testing.assert_frame_equal(both[both["sentence_id"] == "a"], alone)


def test_each_instrument_scores_as_the_table_of_all_does() -> None:
    sentences = pd.DataFrame({"sentence_id": ["a", "b"], "text": ["A good day.", "They lied."]})
    every = wording_tone(sentences, [LIST])
    assert list(dict.fromkeys(every["instrument"])) == ["vader", "afinn", "mean", "own"]
    seen: list[tuple[int, int]] = []
    for instrument in instruments([LIST]):
        scored = instrument.score(sentences, progress=lambda done, total: seen.append((done, total)))
        expected = every[every["instrument"] == instrument.name].reset_index(drop=True)
        pd.testing.assert_frame_equal(scored, expected)
        assert "no stance" in instrument.measures
    assert seen == [(1, 2), (2, 2)] * 4


def test_a_list_of_the_user_s_own_moves_no_other() -> None:
    assert tones("A good war.", bundled()).items() <= tones("A good war.", (*bundled(), LIST)).items()


def test_an_unknown_instrument_is_named_with_the_known_ones() -> None:
    with pytest.raises(
        SettingsError, match="unknown instrument of tone 'bing' - use vader, afinn, mean, own"
    ):
        chosen(["bing"], [LIST])
    assert [one.name for one in chosen(["mean", "vader", "mean"])] == ["mean", "vader"]
    assert [one.name for one in chosen([])] == ["vader", "afinn", "mean"]


def write(folder: Path, text: str) -> Path:
    path = folder / "own.tsv"
    path.write_text(text, encoding="utf-8")
    return path


def test_a_file_s_scores_are_stretched_to_a_mean_size_of_two(tmp_path: Path) -> None:
    one = read_lexicon("own", write(tmp_path, "word\tscore\n# a remark\ngood\t1\nbad\t-1\n\nruin*\t-1\n"))
    assert one.valence("good") == 2.0
    assert one.tone("ruinous") == round(-2 / math.sqrt(4 + 15), 4)
    stretched = read_lexicon("own", write(tmp_path, "good,5\nbad,-5\nruin*,-5\n"))
    assert stretched.valence("Good, good, bad.") == 2.0
    assert stretched.version != one.version


@pytest.mark.parametrize(
    ("text", "complaint"),
    [
        ("good\t1\nbad\n", "own.tsv: line 2: 'bad' is no word and score - write a word, a tab and a score"),
        ("good\n", "line 1: 'good' is no word and score"),
        ("good\t1\nbad\tnan\n", "line 2"),
        ("good\t1\n\t2\n", "line 2"),
        ("good\t1\nGood\t2\n", "line 2: 'good' stands there twice - keep one score"),
        ("word\tscore\n", "has no word with a score"),
        ("good\t0\n", "has no word with a score"),
    ],
)
def test_a_bad_line_of_a_word_list_is_named(tmp_path: Path, text: str, complaint: str) -> None:
    with pytest.raises(SettingsError) as caught:
        read_lexicon("own", write(tmp_path, text))
    assert complaint in str(caught.value)


def test_a_word_list_that_is_missing_or_no_text_is_named(tmp_path: Path) -> None:
    with pytest.raises(SettingsError, match=r"gone\.tsv: cannot be read"):
        read_lexicons([LexiconFile("own", "gone.tsv")], tmp_path)
    (tmp_path / "own.tsv").write_bytes(b"\xff\xfe\x00")
    with pytest.raises(SettingsError, match=r"own\.tsv: cannot be read"):
        read_lexicons([LexiconFile("own", "own.tsv")], tmp_path)


def score(folder: Path, *names: str) -> list[dict[str, object]]:
    score_file(folder / "in.jsonl", folder / "out.jsonl", names=names, progress=ignore)
    return [json.loads(line) for line in (folder / "out.jsonl").read_text("utf-8").splitlines()]


def test_texts_are_scored_line_by_line_and_keep_their_ids(tmp_path: Path) -> None:
    rows = [{"id": 7, "text": "War is never good."}, {"id": "b", "text": ""}]
    (tmp_path / "in.jsonl").write_text("\n\n".join(json.dumps(row) for row in rows), encoding="utf-8")
    assert score(tmp_path, "afinn") == [
        {"id": 7, "tone": {"afinn": 0.25}},
        {"id": "b", "tone": {"afinn": 0.0}},
    ]
    every = score(tmp_path)
    assert [list(row["tone"]) for row in every] == [["vader", "afinn", "mean"]] * 2  # type: ignore[call-overload]


def test_progress_counts_lines_of_the_file(tmp_path: Path) -> None:
    (tmp_path / "in.jsonl").write_text('{"id": 1, "text": "a"}\n{"id": 2, "text": "b"}\n', encoding="utf-8")
    seen: list[tuple[int, int]] = []
    score_file(
        tmp_path / "in.jsonl", tmp_path / "out.jsonl", names=["mean"],
        progress=lambda done, total: seen.append((done, total)),
    )  # fmt: skip
    assert seen == [(1, 2), (2, 2)]


def test_a_bad_line_is_named_and_the_last_file_stays(tmp_path: Path) -> None:
    (tmp_path / "out.jsonl").write_text("the last good one")
    (tmp_path / "in.jsonl").write_text('{"id": 1, "text": "a"}\n{"id": 2, "text": 3}\n', encoding="utf-8")
    with pytest.raises(ArticleError, match=r"in\.jsonl: line 2: 'text' is 3, no str"):
        score(tmp_path)
    assert (tmp_path / "out.jsonl").read_text() == "the last good one"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["in.jsonl", "out.jsonl"]


def test_a_text_that_would_take_minutes_is_named_with_the_remedy(tmp_path: Path) -> None:
    (tmp_path / "in.jsonl").write_text(json.dumps({"id": 1, "text": "good " * 20_001}) + "\n", "utf-8")
    with pytest.raises(
        ArticleError, match=r"line 1: the text has 100,005 characters.*a sentence or a paragraph"
    ):
        score_file(tmp_path / "in.jsonl", tmp_path / "out.jsonl", names=(), progress=ignore)
    assert not (tmp_path / "out.jsonl").exists()
