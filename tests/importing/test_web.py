"""How a saved web page is encoded."""

from __future__ import annotations

from pathlib import Path

import pytest

from analysis.importing.reading import Row
from analysis.importing.reading.web import decoded_page
from tests.importing.sources import body
from tests.importing.test_reading import PAGE, cell, read


@pytest.mark.parametrize(
    ("head", "text", "encoding"),
    [
        ('<meta charset="iso-8859-2">', "\u0105", "iso-8859-2"),
        ("<meta http-equiv=a content='text/html; charset=windows-1251'>", "\xb1", "windows-1251"),
        ('<?xml version="1.0" encoding="ISO-8859-2"?>', "\u0105", "iso-8859-2"),
        ("<meta charset=iso-8859-1>", "\xb1", "windows-1252"),
        ("<meta charset=utf-8>", "\xb1", "windows-1252"),
        ("<meta charset=utf-16>", "\xb1", "windows-1252"),
        ("<meta charset=undefined>", "\xb1", "windows-1252"),
        ("<meta charset=no-such>", "\xb1", "windows-1252"),
        ("<p>charset=iso-8859-2</p>", "\xb1", "windows-1252"),
        (" " * 2_048 + "<meta charset=iso-8859-2>", "\xb1", "windows-1252"),
    ],
)
def test_a_page_that_is_no_utf8_is_read_as_it_declares_where_that_can_be(
    head: str, text: str, encoding: str
) -> None:
    assert decoded_page(head.encode() + b"\xb1") == (head + text, encoding)


def test_a_page_in_utf8_is_read_as_that_whatever_it_declares(tmp_path: Path) -> None:
    head = "<meta charset=iso-8859-2>"
    assert decoded_page(f"{head}\u0105".encode()) == (f"{head}\u0105", "")
    paragraphs = "".join(f"<p>{one} Krak\xf3w \u0105.</p>" for one in body(0, 6).split("\n\n"))
    page = PAGE.format(paragraphs=paragraphs).replace("<title>", f"{head}<title>")
    (tmp_path / "page.html").write_bytes(page.encode("iso-8859-2"))
    (one,) = read(tmp_path)
    assert isinstance(one, Row)
    assert one.encoding == "iso-8859-2"
    assert "Krak\xf3w \u0105." in str(cell(one, "text"))
