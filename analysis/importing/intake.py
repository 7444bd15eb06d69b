"""Rows made articles, one at a time: each is written or left out at once.

Only what tells an article from others is held, and what was found in it: it may yet be left out.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from analysis import store
from analysis.choices import Source
from analysis.corpus.article import claim_blocks
from analysis.corpus.blocks import split_blocks
from analysis.corpus.recurring import key
from analysis.importing.checking.copies import Copies, Near
from analysis.importing.checking.languages import language
from analysis.importing.checking.recurring import Found, Paragraphs, digest
from analysis.importing.drafts import Draft, Manner, draft, outlet_of
from analysis.importing.reading import Unread
from analysis.records import ANALYSED_KINDS

if TYPE_CHECKING:
    from collections.abc import Set as AbstractSet

    from analysis.importing.log import Log
    from analysis.importing.reading import Row

FOLDER = "articles"
NOT_ENGLISH = "other-language"


@dataclass(frozen=True, slots=True)
class Kept:
    """An article of the study: its entry in the list, where it stood, and what is counted of it."""

    source: Source
    place: str
    bias: str
    words: int


@dataclass(slots=True)
class Intake:
    """The articles taken so far, by number.

    Attributes:
        folder: where the study is made.
        manner: how rows are made drafts.
        any_language: whether articles that are not in English stay.
        log: where every finding goes.
        rows: how many were given.
        kept: those that are in the study; a number that is missing was taken back.
    """

    folder: Path
    manner: Manner
    any_language: bool
    log: Log
    rows: int = 0
    kept: dict[int, Kept] = field(default_factory=dict)
    _copies: Copies = field(default_factory=Copies)
    _paragraphs: Paragraphs = field(default_factory=Paragraphs)
    _names: Counter[str] = field(default_factory=Counter)
    _findings: list[tuple[str, int, str, int]] = field(default_factory=list)

    def take(self, row: Row | Unread) -> None:
        """Write the article of a row, or note why it is left out."""
        self.rows += 1
        if isinstance(row, Unread):
            self.log.add("unreadable", row.place, row.reason)
            return
        made = draft(row, self.manner)
        if isinstance(made, tuple):
            self.log.add(made[0], row.place, made[1], outlet=outlet_of(row, self.manner))
            return
        refused = self._refusal(made)
        if refused:
            self.log.add(refused[0], made.place, refused[1], outlet=made.outlet)
        else:
            self._keep(made)

    def _refusal(self, made: Draft) -> tuple[str, str] | None:
        """Why a draft is left out, as a kind and a detail."""
        spoken = "" if self.any_language else language(made.body)
        if spoken not in {"", "English"}:
            return NOT_ENGLISH, spoken
        same, _ = self._copies.earlier(made.body, made.outlet)
        if same is not None:
            return "repeated", f"as {self.kept[same].place}"
        return None if _is_analysed(made.text, self._entry(made, "")) else ("nothing-to-analyse", "")

    def _keep(self, made: Draft) -> None:
        """Write an article, and note what is known of it."""
        number = len(self._paragraphs.outlets)
        source = self._entry(made, self._file(made.outlet))
        _, other = self._copies.earlier(made.body, made.outlet)
        store.write_bytes(self.folder / source.file, made.text.encode())
        self.kept[number] = Kept(source, made.place, made.bias, made.words)
        self._copies.add(number, made.body, made.outlet)
        self._paragraphs.add(number, made.outlet, (block.text for block in split_blocks(made.body)))
        for check, detail in made.findings():
            self._note(check, number, detail)
        if other is not None:
            told = f"as {self.kept[other].source.outlet}, {self.kept[other].place}"
            self._note("reprint", number, told, of=other)

    def _note(self, check: str, number: int, detail: str, *, of: int | None = None) -> None:
        """Hold a finding about an article, and about an earlier one that it is a copy of."""
        self._findings.append((check, number, detail, number if of is None else of))

    def log_kept(self) -> None:
        """Log what was found in the articles that are in the study, once it is known which are."""
        for check, number, detail, other in self._findings:
            if number in self.kept and other in self.kept:
                one = self.kept[number]
                self.log.add(check, one.place, detail, article=one.source.file, outlet=one.source.outlet)

    def _file(self, outlet: str) -> str:
        """The file of an outlet's next article."""
        name = slug(outlet)
        self._names[name] += 1
        return f"{FOLDER}/{name}-{self._names[name]:05}.txt"

    def _entry(self, made: Draft, file: str) -> Source:
        """An article's entry in the list."""
        return Source(
            file, made.outlet, date=made.dated.day, headline=made.title, byline=made.byline, url=made.url
        )

    @property
    def sizes(self) -> dict[str, int]:
        """The number of articles of each outlet, by name."""
        return dict(sorted(Counter(one.source.outlet for one in self.kept.values()).items()))

    def text_of(self, number: int) -> str:
        """The text of an article's file, without its headline."""
        source = self.kept[number].source
        text = (self.folder / source.file).read_text(encoding="utf-8")
        return text.removeprefix(f"{source.headline}\n\n") if source.headline else text

    def near_copies(self) -> list[Near]:
        """The near copies among the articles, noted as findings."""
        found = self._copies.near(self.text_of)
        for one in found:
            before = self.kept[one.first]
            told = f"{100 * one.similarity:.0f}% as {before.source.outlet}, {before.place}"
            self._note("near-copy", one.second, told, of=one.first)
        return found

    def recurring(self, near: list[Near]) -> list[tuple[Found, str]]:
        """The paragraphs that recur in an outlet, with their texts; articles of nothing else are taken back."""
        found = self._paragraphs.recurring(self.sizes, {one.second for one in near})
        lines = [(one, self._text(one)) for one in found]
        keys: dict[str, set[str]] = {}
        for one, text in lines:
            keys.setdefault(one.outlet, set()).add(key(text))
        for number in self._paragraphs.articles_with({one.digest for one in found}):
            self._check_again(number, keys)
        return lines

    def _text(self, found: Found) -> str:
        """The text of a paragraph, from the first article that has it."""
        texts = (block.text for block in split_blocks(self.text_of(found.first)))
        return next(text for text in texts if digest(found.outlet, text) == found.digest)

    def _check_again(self, number: int, keys: Mapping[str, AbstractSet[str]]) -> None:
        """Take an article back that holds nothing to analyse beside paragraphs that recur."""
        one = self.kept[number]
        path = self.folder / one.source.file
        if not _is_analysed(path.read_text(encoding="utf-8"), one.source, keys.get(one.source.outlet, set())):
            del self.kept[number]
            path.unlink()
            self.log.add("nothing-to-analyse", one.place, "beside boilerplate", outlet=one.source.outlet)


def _is_analysed(text: str, entry: Source, recurring: AbstractSet[str] = frozenset()) -> bool:
    """Whether the reader finds a paragraph to analyse in an article."""
    blocks: Iterator[str | None] = (
        block.kind for block in claim_blocks(text, entry, (entry.outlet,), recurring)
    )
    return any(kind in ANALYSED_KINDS for kind in blocks)


def slug(name: str) -> str:
    """A name in plain small letters, digits and hyphens, for files."""
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-")[:60] or "outlet"
