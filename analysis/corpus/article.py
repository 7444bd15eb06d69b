"""One source file made an article and its paragraphs: the rules in their order."""

from __future__ import annotations

import re
from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from dataclasses import replace

from analysis.corpus import patterns
from analysis.corpus.blocks import Block, split_blocks
from analysis.corpus.captions import claim_captions
from analysis.corpus.dates import find_date
from analysis.corpus.furniture import claim_furniture
from analysis.corpus.header import byline_names, claim_header
from analysis.corpus.inline import split_inline
from analysis.corpus.joins import join_broken
from analysis.corpus.outlets import rules_for
from analysis.corpus.plain import plain
from analysis.corpus.pullquotes import claim_pull_quotes
from analysis.corpus.recurring import claim_recurring
from analysis.corpus.source import SourceText
from analysis.corpus.turns import claim_turns, find_turns
from analysis.records import ANALYSED_KINDS, Article, Paragraph
from analysis.settings import Outlet, Source

SHORTEST_BODY = 4
"""Words; a shorter unclaimed block that ends no sentence is a line that no rule knows."""

UNKNOWN = "unknown line"


def read_article(
    source: SourceText,
    entry: Source,
    outlet: Outlet,
    article_id: str,
    *,
    recurring: AbstractSet[str] = frozenset(),
) -> tuple[Article, list[Paragraph]]:
    """The article in a source text, and its paragraphs in order; their spans cover each character once.

    Args:
        source: the decoded file.
        entry: the article's entry in the manifest.
        outlet: the outlet named there.
        article_id: a slug that no other article of the study has.
        recurring: the paragraphs that the study lists as the outlet's boilerplate (`recurring.key` of each).
    """
    blocks = claim_blocks(source.text, entry, (outlet.name, *outlet.aliases), recurring)
    return (
        _article(blocks, source, entry, article_id),
        [_paragraph(block, entry, article_id, number) for number, block in enumerate(blocks, start=1)],
    )


def claim_blocks(
    text: str, entry: Source, names: Sequence[str], recurring: AbstractSet[str] = frozenset()
) -> list[Block]:
    """The blocks of a text, each with its kind, role and speaker.

    Each rule claims what no earlier one did: the boilerplate that the study lists, the page's furniture, the header,
    pull quotes, captions, halves of broken paragraphs, interview turns; what is left is the body.
    """
    rules = rules_for(entry.outlet, entry.republisher)
    blocks = claim_header(
        claim_furniture(claim_recurring(split_blocks(text), recurring), rules), names, entry.headline
    )
    turns = find_turns(blocks, names)
    opening = {blocks[index].start: turn for index, turn in turns.items()}
    held = [replace(block, kind="question") if block.start in opening else block for block in blocks]
    captioned = claim_captions(claim_pull_quotes(held))
    freed = [replace(block, kind=None) if block.start in opening else block for block in captioned]
    joined = join_broken(freed)
    spoken = claim_turns(
        joined,
        {i: opening[block.start] for i, block in enumerate(joined) if block.start in opening},
    )
    return split_inline([_claim_rest(block, len(spoken)) for block in spoken], text, rules)


def _claim_rest(block: Block, total: int) -> Block:
    """A block that no rule claimed is body, a heading inside it, or a line that no rule knows."""
    if block.kind is not None:
        return block
    if patterns.HEADING.match(block.text):
        return replace(block, kind="headline", role="subheading")
    if block.words < SHORTEST_BODY and not patterns.SENTENCE_END.search(block.text) and total > 1:
        return replace(block, kind="boilerplate", role=UNKNOWN)
    return replace(block, kind="body", role="body")


def _paragraph(block: Block, entry: Source, article_id: str, ordinal: int) -> Paragraph:
    """The row of a claimed block. Captions and the page's furniture are the republisher's where there is one."""
    kind = block.kind or "body"
    publisher = entry.republisher or entry.outlet
    speaker = block.speaker or (publisher if kind in {"caption", "boilerplate"} else entry.outlet)
    return Paragraph(
        paragraph_id=f"{article_id}:{ordinal}",
        article_id=article_id,
        outlet=entry.outlet,
        ordinal=ordinal,
        kind=kind,
        role=block.role,
        speaker=speaker,
        text=block.text,
        plain=plain(block.text),
        source_start=block.start,
        source_end=block.end,
        analysed=kind in ANALYSED_KINDS,
    )


def _article(blocks: Sequence[Block], source: SourceText, entry: Source, article_id: str) -> Article:
    """The article's own row, from its blocks and the manifest."""
    url = entry.url or _original_url(blocks)
    date, date_source = find_date(blocks, entry, url)
    return Article(
        article_id=article_id,
        outlet=entry.outlet,
        republisher=entry.republisher,
        date=date,
        date_source=date_source,
        headline=entry.headline or _first(blocks, "headline"),
        byline=entry.byline or byline_names(_first(blocks, "byline")),
        genre=entry.genre,
        url=url,
        source_path=source.path,
        sha256=source.sha256,
    )


def _first(blocks: Sequence[Block], role: str) -> str:
    """The plain text of the first block with this role, or an empty string."""
    return next((plain(block.text) for block in blocks if block.role == role), "")


def _original_url(blocks: Sequence[Block]) -> str:
    """The url in the end matter, behind "Original url:"; empty when there is none."""
    footer = " ".join(block.text for block in blocks if block.role == "end matter")
    match = re.search(r"(?i:original url:?)\s{0,5}<?", footer)
    url = patterns.URL.match(footer, match.end()) if match else None
    return url.group() if url else ""
