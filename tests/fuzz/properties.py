"""What must hold for any bytes whatever: the same functions for hypothesis, for the fuzzer and for the kept inputs.

Each takes the bytes of a file and an empty folder, and raises nothing where all is well.
"""

from __future__ import annotations

import dataclasses
import itertools
import json
import math
from collections.abc import Callable, Iterator
from pathlib import Path

from analysis import jsonl
from analysis import settings as study_settings
from analysis.corpus.article import read_article
from analysis.corpus.plain import folded
from analysis.corpus.source import SourceText, read_source
from analysis.errors import ArticleError, SettingsError
from analysis.records import ANALYSED_KINDS, Paragraph
from analysis.settings import Outlet, Source
from analysis.voices.passages import Passage, parse
from analysis.voices.score import score
from analysis.voices.segments import sentence_spans

OUTLETS = (
    (Outlet("Sputnik", ("Sputnik News",)), "The Greanville Post"),
    (Outlet("TASS"), ""),
    (Outlet("The Moscow Times", ("Moscow Times",)), ""),
)
KINDS = {"headline", "standfirst", "caption", "pullquote", "boilerplate", *ANALYSED_KINDS}
TABLE_MARK = b"\n# articles.csv\n"
"""In the bytes of a study, what stands behind this line is the table of its articles."""

LINE_BREAKS = "\n\r\x0b\x0c\x1c\x1d\x1e\x85\u2028\u2029"


def article(data: bytes, folder: Path) -> None:
    """A file is an article whose paragraphs cover it once and are what stands there, or is refused with its name."""
    path = folder / "a.txt"
    path.write_bytes(data)
    try:
        source = read_source(folder, "a.txt", "utf-8")
    except ArticleError as error:
        _names(error, path)
        return
    outlet, republisher = OUTLETS[len(data) % len(OUTLETS)]
    entry = Source(file="a.txt", outlet=outlet.name, republisher=republisher)
    _, paragraphs = read_article(source, entry, outlet, "a")
    _tile(source, paragraphs)
    for ordinal, one in enumerate(paragraphs, start=1):
        assert (one.ordinal, one.paragraph_id) == (ordinal, f"a:{ordinal}")
        assert one.kind in KINDS
        assert one.analysed == (one.kind in ANALYSED_KINDS)
        assert one.plain == folded(one.plain)


def _tile(source: SourceText, paragraphs: list[Paragraph]) -> None:
    """The paragraphs' places follow one another from the first character to the last, and hold their texts."""
    edges = [0, *(one.source_end for one in paragraphs)]
    assert [one.source_start for one in paragraphs] == edges[:-1]
    assert edges[-1] == (len(source.text) if folded(source.text) else 0)
    for one in paragraphs:
        assert one.text == folded(source.text[one.source_start : one.source_end])
        assert one.text


def quotes(data: bytes, _folder: Path) -> None:
    """Quotations are what stands at their places, inside one line and in order; sentences lose no letter."""
    text = data.decode("utf-8", errors="replace")
    found = score(text, doubled=bool(len(data) % 2))
    assert [one.start for one in found] == sorted(one.start for one in found)
    for item in found:
        assert item.text == text[item.start : item.end]
        assert item.text.strip()
        assert not set(item.text) & set(LINE_BREAKS)
    direct = [one for one in found if one.kind == "direct"]
    assert all(one.end <= other.start for one, other in itertools.pairwise(direct))
    for line in filter(str.strip, text.splitlines()):
        _parted(line)


def _parted(line: str) -> None:
    """The sentences of a line are in order and hold all its letters, and so do the tokens of its passages."""
    spans = list(sentence_spans(line))
    edges = [edge for span in spans for edge in span]
    assert edges == sorted(edges)
    assert all(start < end for start, end in spans)
    assert not any(character.isalnum() for gap in _gaps(line, spans) for character in gap)
    parsed = parse(Passage(line))
    for sentence in parsed.sentences:
        for token in sentence:
            assert line[token.start : token.end] == token.text
        assert all(one.end <= other.start for one, other in itertools.pairwise(sentence))


def _gaps(line: str, spans: list[tuple[int, int]]) -> Iterator[str]:
    """What stands before, between and behind some places of a line."""
    ends = [0, *(end for _, end in spans)]
    starts = [*(start for start, _ in spans), len(line)]
    yield from (line[end:start] for end, start in zip(ends, starts, strict=True))


def study(data: bytes, folder: Path) -> None:
    """A study.toml, with a table of articles beside it, gives settings whose values can be used, or is refused."""
    toml, mark, table = data.partition(TABLE_MARK)
    (folder / "study.toml").write_bytes(toml)
    (folder / "articles.csv").unlink(missing_ok=True)
    if mark:
        (folder / "articles.csv").write_bytes(table)
    try:
        settings = study_settings.read(folder)
    except SettingsError as error:
        _names(error, folder)
        return
    assert settings.articles
    names = {outlet.name for outlet in settings.outlets}
    for one in settings.articles:
        assert one.outlet in names
        assert (folder / one.file).resolve().is_relative_to(folder.resolve())
        assert one.date == "" or len(one.date) == len("2020-01-31")
    for value in _numbers(dataclasses.asdict(settings)):
        assert math.isfinite(value)
        assert isinstance(value, float) or abs(value) < 2**63


def _numbers(value: object) -> Iterator[int | float]:
    """Every number in settings."""
    if isinstance(value, int | float):
        yield value
    elif isinstance(value, dict):
        yield from (number for item in value.values() for number in _numbers(item))
    elif isinstance(value, list | tuple):
        yield from (number for item in value for number in _numbers(item))


def lines(data: bytes, folder: Path) -> None:
    """A file of JSON Lines gives an object for each line, which can be written and read again, or names a bad line."""
    name = "a.jsonl.gz" if data.startswith(b"\x1f\x8b") else "a.jsonl"
    path = folder / name
    path.write_bytes(data)
    try:
        rows = list(jsonl.read(path, fields={"id": object, "text": str}))
    except ArticleError as error:
        _names(error, path)
        return
    assert all(place.startswith(f"{path}: line ") for place, _ in rows)
    if name.endswith("l"):
        assert len(rows) == sum(bool(line.strip()) for line in data.decode("utf-8-sig").split("\n"))
    again = folder / "again.jsonl"
    assert jsonl.write(again, (row for _, row in rows)) == len(rows)
    assert [row for _, row in jsonl.read(again, fields={})] == [
        json.loads(json.dumps(row)) for _, row in rows
    ]


def _names(error: ArticleError | SettingsError, where: Path) -> None:
    """A complaint is one sentence that names the place and a remedy."""
    assert str(where) in str(error)
    assert "\n" not in str(error)
    assert error.remedy


def read_quotes_once(data: bytes, _folder: Path) -> None:
    """The quotation finder alone, which `quotes` asks several times."""
    score(data.decode("utf-8", errors="replace"))


PROPERTIES: dict[str, Callable[[bytes, Path], None]] = {
    "article": article, "quotes": quotes, "study": study, "lines": lines,
}  # fmt: skip
TIMED = {**PROPERTIES, "quotes": read_quotes_once}
"""What is held to a second for 100 KB."""
