"""All articles of a study as tables."""

from __future__ import annotations

import dataclasses
import itertools
import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import PurePath

import pandas as pd

from analysis import tables
from analysis.corpus.article import read_article
from analysis.corpus.audit import parser_audit, unknown_lines
from analysis.corpus.recurring import read_recurring
from analysis.corpus.source import read_source
from analysis.errors import ArticleError
from analysis.records import Article, Paragraph
from analysis.settings import Settings, Source


@dataclass(frozen=True, slots=True)
class Corpus:
    """The tables `articles`, `paragraphs`, `audit` and `unknown_lines` of a study."""

    articles: pd.DataFrame
    paragraphs: pd.DataFrame
    audit: pd.DataFrame
    unknown_lines: pd.DataFrame


def read_corpus(settings: Settings) -> Corpus:
    """Read every article of the manifest, in its order.

    Raises:
        ArticleError: a file is missing or unreadable, that of boilerplate included, or an article holds nothing that
            can be analysed.
    """
    articles: list[Article] = []
    paragraphs: list[Paragraph] = []
    recurring = read_recurring(settings.folder, settings.corpus.boilerplate_file)
    outlets = {outlet.name: outlet for outlet in settings.outlets}
    for source, article_id in zip(settings.articles, article_ids(settings.articles), strict=True):
        text = read_source(settings.folder, source.file, source.encoding)
        outlet = outlets[source.outlet]
        known = recurring.of(outlet.name, *outlet.aliases)
        article, its_paragraphs = read_article(text, source, outlet, article_id, recurring=known)
        if not any(paragraph.analysed for paragraph in its_paragraphs):
            remedy = "check the file: only a headline, captions or boilerplate were found"
            raise ArticleError(
                "holds no paragraph to analyse",
                where=settings.folder / source.file,
                remedy=remedy,
            )
        articles.append(article)
        paragraphs += its_paragraphs
    rows = tables.table("paragraphs", map(dataclasses.asdict, paragraphs))
    return Corpus(
        articles=tables.table("articles", map(dataclasses.asdict, articles)),
        paragraphs=rows,
        audit=parser_audit(rows),
        unknown_lines=unknown_lines(rows),
    )


def article_ids(sources: tuple[Source, ...]) -> list[str]:
    """A slug for each article, no two the same.

    It is made from the file's name; from the whole path where two names are the same; and has a number behind it where
    that is the same too, as of `a.txt` and `a.md`.
    """
    stems = [slug(PurePath(source.file).stem) for source in sources]
    counts = Counter(stems)
    return _told_apart(
        stem if counts[stem] == 1 else slug(str(PurePath(source.file).with_suffix("")))
        for source, stem in zip(sources, stems, strict=True)
    )


def _told_apart(slugs: Iterable[str]) -> list[str]:
    """The slugs, with a number from 2 behind each that came before."""
    slugs = list(slugs)
    taken, times = set(slugs), Counter[str]()
    ids = []
    for one in slugs:
        times[one] += 1
        numbered = (f"{one}-{number}" for number in itertools.count(times[one]))
        ids.append(one if times[one] == 1 else next(name for name in numbered if name not in taken))
        taken.add(ids[-1])
    return ids


def slug(name: str) -> str:
    """Letters and digits of a name in lower case, all else made single hyphens."""
    return re.sub(r"[\W_]+", "-", name.casefold()).strip("-") or "article"
