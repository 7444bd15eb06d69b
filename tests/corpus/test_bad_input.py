"""Files that are no articles: one clear sentence that names the file, the line and the remedy."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st

from analysis import settings as study_settings
from analysis.corpus import read_corpus
from analysis.corpus.article import claim_blocks
from analysis.corpus.plain import folded
from analysis.errors import ArticleError
from analysis.settings import Source
from tests.conftest import MakeStudy

BODY = "The minister spoke for an hour about the treaty.\n\nThe delegates listened to him without a word of reply.\n"


@pytest.mark.parametrize(
    ("content", "complaint"),
    [
        (b"", "the file is empty"),
        (b"\xef\xbb\xbf \r\n\r\n", "the file is empty"),
        (
            b"A line.\n\nAnother \xff line.\n",
            "a.txt, line 3: byte 0xff is not utf-8 text",
        ),
        (b"A line.\n\nAnother\0 line.\n", "a.txt, line 3: holds a NUL character"),
        (
            b"A line.\n\n" + b"x" * 5_000_000,
            "a.txt, line 3: a line of 5,000,000 characters (at most 4,000,000)",
        ),
        (b"All news\n\nAdvertisement\n", "holds no paragraph to analyse"),
    ],
)
def test_what_is_no_article_is_refused_with_file_and_line(
    make_study: MakeStudy, content: bytes, complaint: str
) -> None:
    folder = make_study({"a.txt": ("The Herald", content)})
    with pytest.raises(ArticleError) as caught:
        read_corpus(study_settings.read(folder))
    assert complaint in str(caught.value)
    assert str(folder / "a.txt") in str(caught.value)
    assert " - " in str(caught.value), "a remedy is named"
    assert "\n" not in str(caught.value)


def test_an_article_named_in_the_manifest_but_missing_is_named(
    make_study: MakeStudy,
) -> None:
    folder = make_study({"a.txt": ("The Herald", BODY)})
    (folder / "a.txt").unlink()
    with pytest.raises(
        ArticleError,
        match=r"a\.txt: the manifest names it, but there is no such file - add it",
    ):
        read_corpus(study_settings.read(folder))


@pytest.mark.parametrize("changed", ["\ufeff" + BODY, BODY.replace("\n", "\r\n")])
def test_a_byte_order_mark_and_windows_line_ends_change_no_word(make_study: MakeStudy, changed: str) -> None:
    plain = read_corpus(study_settings.read(make_study({"a.txt": ("The Herald", BODY)}))).paragraphs
    other = read_corpus(study_settings.read(make_study({"a.txt": ("The Herald", changed)}))).paragraphs
    assert list(other["text"]) == list(plain["text"])
    assert list(other["kind"]) == list(plain["kind"])


def test_another_encoding_can_be_named(make_study: MakeStudy) -> None:
    folder = make_study(
        {
            "a.txt": (
                "The Herald",
                "The café was full of people on Monday.".encode("cp1252"),
            )
        }
    )
    toml = folder / "study.toml"
    toml.write_text(toml.read_text() + '\nencoding = "windows-1252"\n')
    assert "café" in read_corpus(study_settings.read(folder)).paragraphs["text"].iloc[0]


@pytest.mark.parametrize(
    ("encoding", "content", "complaint"),
    [
        ("no-such", BODY, "unknown encoding 'no-such' - use a name such as utf-8"),
        ("undefined", BODY, "unknown encoding 'undefined'"),
        ("hex", BODY, "unknown encoding 'hex'"),
        ("unicode_escape", "A line.\n\nAnother \\ud800 line.\n", "a.txt, line 3: holds half a character"),
    ],
)
def test_an_encoding_that_gives_no_text_is_named(
    make_study: MakeStudy, encoding: str, content: str, complaint: str
) -> None:
    folder = make_study({"a.txt": ("The Herald", content)})
    toml = folder / "study.toml"
    toml.write_text(toml.read_text() + f'\nencoding = "{encoding}"\n')
    with pytest.raises(ArticleError) as caught:
        read_corpus(study_settings.read(folder))
    assert complaint in str(caught.value)


def test_an_article_of_one_paragraph_is_read(make_study: MakeStudy) -> None:
    folder = make_study({"a.txt": ("The Herald", "The minister spoke for an hour.")})
    assert list(read_corpus(study_settings.read(folder)).paragraphs["kind"]) == ["body"]


def test_two_files_of_one_name_get_different_ids(make_study: MakeStudy, tmp_path: Path) -> None:
    (tmp_path / "study" / "x").mkdir(parents=True)
    folder = make_study({"a.txt": ("The Herald", BODY), "x/a.txt": ("The Herald", BODY)})
    assert list(read_corpus(study_settings.read(folder)).articles["article_id"]) == [
        "a",
        "x-a",
    ]


PIECES = st.sampled_from(
    ["\n\n", "\n", "\n\n\n\n", "Sputnik: ", "Q: ", "\"", "“", "”", "(AP)", "© ", "# ", "**", "[x](y)", "By ",
     "\u200b", "\ufeff", "April 18, 2012", "BRUSSELS — ", "the ", "word. ", "Original url:", "[post-views]", "<", ">",
     "_", "*", "é", "\r\n"]
)  # fmt: skip


@hypothesis_settings(max_examples=300, deadline=None, derandomize=True)
@given(st.lists(st.one_of(PIECES, st.text(max_size=12)), max_size=60).map("".join))
def test_any_text_is_tiled_by_its_blocks(text: str) -> None:
    blocks = claim_blocks(text, Source(file="a", outlet="Sputnik"), ("Sputnik",))
    assert "".join(text[block.start : block.end] for block in blocks) in {text, ""}
    assert all(folded(text[block.start : block.end]) == block.text for block in blocks)
    assert all(block.kind is not None for block in blocks)
    assert bool(blocks) == bool(folded(text))
