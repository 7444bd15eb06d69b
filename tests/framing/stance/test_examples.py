"""NewsMTSC as examples: classes, groups that stay whole, parts that do not change."""

from __future__ import annotations

import gzip
import json
import os
from pathlib import Path

import pytest

from analysis.errors import ArticleError
from analysis.framing.stance.examples import article_of, part_of, read_examples


def write(path: Path, *rows: tuple[str, str, list[tuple[int, int, float]]]) -> Path:
    lines = [
        {
            "primary_gid": gid,
            "sentence_normalized": text,
            "targets": [{"from": start, "to": end, "polarity": code} for start, end, code in targets],
        }
        for gid, text, targets in rows
    ]
    with gzip.open(path, "wt", encoding="utf-8") as file:
        file.writelines(json.dumps(line) + "\n" for line in lines)
    return path


def test_codes_become_classes_and_mixed_sentences_are_told(tmp_path: Path) -> None:
    one, two, three = read_examples(
        write(
            tmp_path / "a.jsonl.gz",
            ("allsides_1_2_3_x", "Ann beat Bob.", [(0, 3, 6.0), (9, 12, 2.0)]),
            ("polusa_v1_7_-1_3_y", "Ann spoke.", [(0, 3, 4.0)]),
        )
    )
    assert [example.label for example in (one, two, three)] == [2, 0, 1]
    assert [example.mixed for example in (one, two, three)] == [True, True, False]
    assert (one.article, three.article) == ("allsides_1", "polusa_v1_7")
    assert two.text[two.start : two.end] == "Bob"


def test_articles_and_copied_sentences_are_one_group(tmp_path: Path) -> None:
    copied = "The senator said on Monday that nothing at all had changed."
    examples = read_examples(
        write(
            tmp_path / "a.jsonl.gz",
            ("allsides_1_a", copied, [(4, 11, 4)]),
            ("polusa_v1_2_a", f"Later: {copied.upper()}", [(11, 18, 4)]),
            ("polusa_v1_2_b", "Something else was said.", [(0, 9, 4)]),
            ("polusa_v1_3_a", "The senator said on Monday that all was well.", [(4, 11, 4)]),
            ("polusa_v1_4_a", "Nobody else spoke.", [(0, 6, 4)]),
        )
    )
    groups = [example.group for example in examples]
    assert groups == ["allsides_1_a"] * 3 + ["polusa_v1_3_a", "polusa_v1_4_a"]
    assert all(example.part == part_of(example.group) for example in examples)


def test_an_article_is_read_from_the_id() -> None:
    assert article_of("allsides_1000_401_25_Reality Leigh Winner_0_6") == "allsides_1000"
    assert article_of("polusa_v1_18421313_-1_12_Ward") == "polusa_v1_18421313"


@pytest.mark.parametrize("row", [("a_b", "Ann.", [(0, 3, 5.0)])])
def test_an_unknown_code_is_refused(
    tmp_path: Path, row: tuple[str, str, list[tuple[int, int, float]]]
) -> None:
    with pytest.raises(ArticleError, match="cannot be read as NewsMTSC"):
        read_examples(write(tmp_path / "a.jsonl.gz", row))


@pytest.mark.skipif("FRAMING_DATA" not in os.environ, reason="needs the hand-labelled sets")
def test_no_article_and_no_sentence_lies_in_two_parts() -> None:
    examples = read_examples(Path(os.environ["FRAMING_DATA"]) / "newsmtsc" / "train.jsonl.gz")
    parts = {
        part: [one for one in examples if one.part == part]
        for part in ("training", "development", "held out")
    }
    assert len(examples) == 8_739
    for name, other in (("training", "development"), ("training", "held out"), ("development", "held out")):
        assert not {one.article for one in parts[name]} & {one.article for one in parts[other]}
        assert not {one.text for one in parts[name]} & {one.text for one in parts[other]}
    assert 0.08 < len(parts["held out"]) / len(examples) < 0.12
