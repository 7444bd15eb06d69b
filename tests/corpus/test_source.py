"""A file's text with every character, and what is refused, with its line."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest

from analysis.corpus.source import LONGEST_LINE, SourceText, check_text, read_source
from analysis.errors import ArticleError


def refusal(folder: Path, data: bytes, encoding: str = "utf-8") -> ArticleError:
    (folder / "a.txt").write_bytes(data)
    with pytest.raises(ArticleError) as caught:
        read_source(folder, "a.txt", encoding)
    return caught.value


def test_a_text_is_what_the_file_holds_with_the_hash_of_its_bytes(tmp_path: Path) -> None:
    (tmp_path / "x").mkdir()
    data = "\ufeffcafé\r\n\x0c".encode()
    (tmp_path / "x/a.txt").write_bytes(data)
    expected = SourceText(path="x/a.txt", text="\ufeffcafé\r\n\x0c", sha256=hashlib.sha256(data).hexdigest())
    assert read_source(tmp_path, "x/a.txt", "utf-8") == expected
    assert read_source(tmp_path, "x/a.txt", "utf-8-sig").text == "café\r\n\x0c"


@pytest.mark.parametrize(
    ("data", "line", "problem"),
    [
        (b"\xff", 1, "byte 0xff is not utf-8 text"),
        (b"one\ntwo\n\x0a\x80", 4, "byte 0x80 is not utf-8 text"),
        (b"\0", 1, "holds a NUL character"),
        (b"one\n\ntwo \0", 3, "holds a NUL character"),
    ],
)
def test_a_bad_byte_is_named_with_its_line(tmp_path: Path, data: bytes, line: int, problem: str) -> None:
    error = refusal(tmp_path, data)
    assert (error.problem, error.where) == (problem, f"{tmp_path / 'a.txt'}, line {line}")


def test_of_a_nul_and_half_a_character_the_nul_is_named() -> None:
    for text, line, name in (
        ("a\n\ud800", 2, "half a character"),
        ("\udfffa\n\0", 2, "a NUL character"),
        ("\0\n\udfff", 1, "a NUL character"),
    ):
        with pytest.raises(ArticleError) as caught:
            check_text(text, "a.txt")
        assert (caught.value.problem, caught.value.where) == (f"holds {name}", f"a.txt, line {line}")


def test_each_refusal_names_its_own_remedy(tmp_path: Path) -> None:
    assert refusal(tmp_path, b"").remedy == "add its text, or remove it from study.toml"
    assert refusal(tmp_path, b"a\0").remedy == "save the file as plain text"
    assert str(refusal(tmp_path, b"\xff").remedy).startswith("save the file as UTF-8, or give its encoding")
    assert refusal(tmp_path, b"a", "klingon").remedy == "use a name such as utf-8 or windows-1252"
    with pytest.raises(ArticleError) as caught:
        read_source(tmp_path, ".", "utf-8")
    assert (caught.value.problem, caught.value.remedy) == (
        "cannot be read (Is a directory)",
        "check the file",
    )
    assert caught.value.where == tmp_path


def test_a_text_of_blank_characters_is_empty_and_one_letter_is_not() -> None:
    with pytest.raises(ArticleError, match=r"^a\.txt: the file is empty - "):
        check_text("\ufeff \t\r\n\xa0", "a.txt")
    check_text("X", "a.txt")


def test_a_line_may_have_four_million_characters_and_no_more() -> None:
    longest = "x" * LONGEST_LINE
    check_text(f"one\n{longest}\n", "a.txt")
    with pytest.raises(ArticleError) as caught:
        check_text(f"one\n{longest}\n{longest}x", "a.txt")
    assert caught.value.problem == "a line of 4,000,001 characters (at most 4,000,000)"
    assert caught.value.where == "a.txt, line 3"
    assert caught.value.remedy == "break it into paragraphs; is this an article?"
