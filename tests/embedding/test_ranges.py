from pathlib import Path

import numpy as np

from analysis.embedding.quantised import factors, sizes
from analysis.embedding.ranges import kept

SIZES = {"b": np.array([1.0, 3.0], np.float32), "a": np.array([0.5], np.float32)}


class Measuring:
    def __init__(self) -> None:
        self.times = 0

    def __call__(self) -> dict[str, np.ndarray]:
        self.times += 1
        return SIZES


def test_sizes_are_measured_once_for_a_key_and_again_when_the_copy_is_damaged(tmp_path: Path) -> None:
    measure = Measuring()
    for _ in range(2):
        found = kept(tmp_path, "key", measure)
        assert {name: numbers.tolist() for name, numbers in found.items()} == {"a": [0.5], "b": [1, 3]}
    assert measure.times == 1
    kept(tmp_path, "another key", measure)
    assert measure.times == 2
    for file in tmp_path.iterdir():
        content = file.read_bytes()
        file.write_bytes(content[:50] + bytes([content[50] ^ 1]) + content[51:])
    kept(tmp_path, "key", measure)
    assert measure.times == 3
    kept(tmp_path, "key", measure)
    assert measure.times == 3


def test_the_size_of_a_channel_is_its_largest_number_over_all_pieces_that_are_no_padding() -> None:
    first = np.array([[[1, -5], [9, 9]]], np.float32)
    second = np.array([[[-2, 3]]], np.float32)
    read = [([first], np.array([[1, 0]], np.float32)), ([second], np.array([[1]], np.float32))]
    assert sizes(["only"], read)["only"].tolist() == [2, 5]


def test_a_channel_is_divided_by_more_the_larger_it_is_and_the_smaller_its_weights() -> None:
    weight = np.array([[1, 1, 4], [-1, 1, 0]], np.float32)
    found = factors(weight, np.array([1, 100, 1], np.float32))
    assert np.isclose(found[1] / found[0], 100**0.9)
    assert np.isclose(found[0] / found[2], 4**0.1)
    assert np.isclose(np.prod(found), 1)
