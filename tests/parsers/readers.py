"""What reads the texts of strangers, each as one function of a text."""

from __future__ import annotations

import datetime
from collections.abc import Callable
from pathlib import Path

import pandas as pd

from analysis import tables
from analysis.choices import Actor, Outlet, Source
from analysis.compare.tokens import Tokens
from analysis.compare.words import outlet_names
from analysis.corpus.article import read_article
from analysis.corpus.plain import plain
from analysis.corpus.source import SourceText
from analysis.embedding.windows import windows
from analysis.framing.scored_words import scored_words
from analysis.framing.targets import find_mentions
from analysis.framing.tone.bundled import afinn
from analysis.importing.columns import ROLES, Guess
from analysis.importing.drafts import Manner, draft
from analysis.importing.reading import documents, web
from analysis.importing.reading.row import Row
from analysis.topics.terms import Vocabulary
from analysis.voices import read_names, read_quotes, read_sentences
from analysis.voices.score import score
from analysis.voices.summary import word_voices

OUTLETS = (Outlet("Sputnik", ("Sputnik News",)), Outlet("The Greanville Post"))
ENTRY = Source(file="a.txt", outlet="Sputnik", republisher="The Greanville Post")
ACTORS = (
    Actor("NATO", aliases=("North Atlantic alliance",), descriptions=("the alliance",)),
    Actor("Russia", kind="state", aliases=("Moscow",)),
    Actor("Donald Trump", kind="person", aliases=("Trump",)),
)
COLUMNS = {role: Guess(role, (role,), "") for role in ROLES}
MANNER = Manner(COLUMNS, outlet="Sputnik", cut=True, day_first=None, today=datetime.date(2026, 1, 1))


def paragraph(text: str) -> pd.DataFrame:
    """The paragraphs table of one paragraph of body text."""
    row = {
        "paragraph_id": "a:1", "article_id": "a", "outlet": "Sputnik", "ordinal": 1, "kind": "body", "role": "body",
        "speaker": "Sputnik", "text": text, "plain": plain(text), "source_start": 0, "source_end": len(text),
        "analysed": True,
    }  # fmt: skip
    return tables.table("paragraphs", [row])


def article(text: str) -> object:
    """The article reader."""
    return read_article(SourceText("a.txt", text, ""), ENTRY, OUTLETS[0], "a")


def voices(text: str) -> object:
    """Quotations, sentences, names and words by voice of one paragraph."""
    rows = paragraph(text)
    quotes = read_quotes(rows).quotes
    return read_names(read_sentences(rows, quotes), rows), word_voices(rows, quotes)


def targets(text: str) -> object:
    """Mentions of actors in one sentence, and in the sentences of a paragraph."""
    rows = paragraph(text)
    said = read_sentences(rows, read_quotes(rows).quotes)
    whole = said.head(1).assign(text=plain(text))
    return [find_mentions(one, read_names(one, rows), ACTORS) for one in (said, whole)]


def words(text: str) -> object:
    """Words and phrases as they are counted, by all that counts them."""
    tokens = Tokens.of([text], outlet_names(OUTLETS)).phrases(3)
    return tokens, Vocabulary(("Sputnik",)).terms(text), scored_words(text, "afinn"), afinn().tone(text)


def cut_windows(text: str) -> object:
    """Windows of an encoder, with a word piece for each three characters."""
    return windows(text, lambda part: range(len(part) // 3), 254)


def imported(text: str) -> object:
    """A row of a table made a draft of an article."""
    made = draft(Row("a", {"text": text}), MANNER)
    return made if isinstance(made, tuple) else list(made.findings())


def read_file(reader: Callable[[Path, str], object], path: Path, text: str) -> object:
    """An article from a file of its own."""
    path.write_text(text, encoding="utf-8", newline="")
    return list(reader(path, "a"))  # type: ignore[call-overload]


READERS: dict[str, Callable[[str], object]] = {
    "article": article, "quotations": score, "voices": voices, "targets": targets, "words": words,
    "windows": cut_windows, "import": imported,
}  # fmt: skip


def markdown(text: str, path: Path) -> object:
    """An article in a Markdown file."""
    return read_file(documents.read_markdown, path, text)


def web_page(text: str, path: Path) -> object:
    """An article in a saved web page."""
    page = f"<html><body><article><h1>News</h1><p>It is news. {text}</p></article></body></html>"
    return read_file(web.read, path, page)


FILES: dict[str, Callable[[str, Path], object]] = {"Markdown": markdown, "HTML": web_page}
