"""Files -> articles -> paragraphs: every character of a source file ends in exactly one paragraph."""

from __future__ import annotations

from analysis.corpus.corpus import Corpus, read_corpus

__all__ = ["Corpus", "read_corpus"]
