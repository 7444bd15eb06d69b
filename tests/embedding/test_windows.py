import pytest

from analysis.embedding.windows import bucket, sentences, windows

CODES = {"a": 1, "b": 2, "c": 3, "d.": 4, "e.": 5}


def tokenize(text: str) -> list[int]:
    return [CODES[word] for word in text.split()]


def pieces(text: str, longest: int) -> list[tuple[int, ...]]:
    return [window.tokens for window in windows(text, tokenize, longest)]


def test_a_text_that_fits_is_one_window() -> None:
    assert pieces("a b d.", 3) == [(1, 2, 4)]


def test_a_longer_text_is_cut_at_sentence_ends_with_as_many_sentences_to_a_window_as_fit() -> None:
    assert pieces("a d. b e. c d.", 4) == [(1, 4, 2, 5), (3, 4)]


def test_a_sentence_that_is_too_long_is_cut_between_word_pieces_and_nothing_is_dropped() -> None:
    assert pieces("d. a a a a a e. b", 3) == [(4,), (1, 1, 1), (1, 1, 5), (2,)]


def test_the_weight_of_a_window_is_its_length_and_never_nothing() -> None:
    assert [window.weight for window in windows("a b d. c", tokenize, 3)] == [3, 1]
    assert [window.weight for window in windows("", tokenize, 3)] == [1]


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("One. Two! Three?", ["One.", "Two!", "Three?"]),
        ('He said: "Enough." Then he left.', ['He said: "Enough."', "Then he left."]),
        ("“Why?” he asked.", ["“Why?”", "he asked."]),
        ("No end", ["No end"]),
        ("", []),
    ],
)
def test_sentences_end_at_their_marks_and_closing_quotes(text: str, parts: list[str]) -> None:
    assert sentences(text) == parts


@pytest.mark.parametrize(
    ("length", "size"), [(1, 32), (32, 32), (33, 64), (128, 128), (129, 256), (256, 256)]
)
def test_a_window_is_padded_to_the_next_fixed_length(length: int, size: int) -> None:
    assert bucket(length, 256) == size


def test_a_model_that_reads_more_or_less_has_its_own_last_bucket() -> None:
    assert bucket(100, 100) == 100
    assert bucket(300, 512) == 512
    with pytest.raises(ValueError, match="101 word pieces"):
        bucket(101, 100)
