"""What a reader would not see is written out."""

from __future__ import annotations

import pytest

from analysis.figures.legible import visible
from analysis.figures.wording import clean, shorten


@pytest.mark.parametrize(
    ("text", "seen"),
    [
        ("plain", "plain"),
        ("“quoted” – café 中 ё", "“quoted” – café 中 ё"),
        ("a\u202egpj.exe", "a⟨U+202E⟩gpj.exe"),
        ("Rus\u200bsia", "Rus⟨U+200B⟩sia"),
        ("\U000e0041", "⟨U+E0041⟩"),
        ("\u0645\u06cc\u200c\u062e", "\u0645\u06cc\u200c\u062e"),
        ("Zo\u0308e", "Zo\u0308e"),
        ("\u05d1\u05bc\u05b8\u0591", "\u05d1\u05bc\u05b8\u0591"),
        ("a" + "\u0300" * 8, "a" + "\u0300" * 8),
        ("a" + "\u0300\u0489" * 600, "a" + "\u0300\u0489" * 4 + "⟨1,192 more combining marks⟩"),
    ],
)
def test_what_is_hidden_is_written_out_and_nothing_else_changes(text: str, seen: str) -> None:
    assert visible(text) == seen
    assert visible(seen) == seen
    assert clean(text) == seen


def test_a_shortened_text_hides_nothing() -> None:
    assert shorten("\u202e" * 50, 20) == "⟨U+202E⟩⟨U+202E⟩⟨U+…"
