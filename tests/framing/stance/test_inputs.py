"""Sentences as word pieces, the target between its markers."""

from __future__ import annotations

import pytest

from analysis.embedding.model import DEFAULT, find_model
from analysis.framing.stance.inputs import LONGEST, LONGEST_TARGET, Reader, room

OPEN, CLOSE, START, END = 2, 3, 101, 102  # the vocabulary's [unused1], [unused2], [CLS], [SEP]


@pytest.fixture(scope="module")
def reader() -> Reader:
    return Reader(find_model(DEFAULT).folder)


def test_the_target_stands_between_its_markers(reader: Reader) -> None:
    one = reader.read("We trust NATO now.", 9, 13)
    assert one.pieces[0] == START
    assert one.pieces[-1] == END
    assert one.pieces[one.first - 1] == OPEN
    assert one.pieces[one.end] == CLOSE
    # we, trust | nato | now, .
    assert (len(one.pieces), one.first, one.end) == (9, 4, 5)


def test_a_sentence_differs_only_at_its_markers_when_the_target_does(reader: Reader) -> None:
    text = "Russia blames NATO."
    russia, nato = reader.read(text, 0, 6), reader.read(text, 14, 18)
    bare = [[piece for piece in one.pieces if piece not in {OPEN, CLOSE}] for one in (russia, nato)]
    assert bare[0] == bare[1]
    assert russia.pieces != nato.pieces


@pytest.mark.parametrize("place", [0, 500, 2_500])
def test_a_long_sentence_is_cut_around_its_target(reader: Reader, place: int) -> None:
    words = ["calm"] * 600
    text = " ".join(words)
    start = place - place % 5
    one = reader.read(text, start, start + 4)
    assert len(one.pieces) == LONGEST
    assert one.pieces[one.first - 1] == OPEN
    assert one.pieces[one.end] == CLOSE


def test_a_long_target_is_cut(reader: Reader) -> None:
    text = "calm " * 300
    one = reader.read(text, 0, len(text))
    assert one.end - one.first == LONGEST_TARGET


def test_a_pair_repeats_the_target_after_the_sentence(reader: Reader) -> None:
    one = reader.read_pair("We trust NATO now.", 9, 13)
    assert one.pieces.count(END) == 2
    assert one.pieces[one.first : one.end] == one.pieces[3:4]


@pytest.mark.parametrize(
    ("before", "after", "free", "kept"),
    [
        (5, 5, 20, (5, 5)),
        (50, 50, 20, (10, 10)),
        (50, 3, 20, (17, 3)),
        (3, 50, 20, (3, 17)),
        (0, 0, 4, (0, 0)),
    ],
)
def test_what_one_side_leaves_the_other_takes(
    before: int, after: int, free: int, kept: tuple[int, int]
) -> None:
    assert room(before, after, free) == kept


def test_the_padded_length_depends_on_the_sentence_alone(reader: Reader) -> None:
    short, long = reader.read("We trust NATO now.", 9, 13), reader.read("calm " * 200, 0, 4)
    assert (short.length, long.length) == (16, LONGEST)
