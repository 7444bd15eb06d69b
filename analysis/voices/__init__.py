"""Paragraphs -> sentences and quotes: who speaks, and by which reporting verb."""

from __future__ import annotations

from analysis.voices.named import read_names
from analysis.voices.quotes import Quotes, read_quotes
from analysis.voices.reuse import paragraph_weights, read_reuse
from analysis.voices.sentences import read_sentences

__all__ = ["Quotes", "paragraph_weights", "read_names", "read_quotes", "read_reuse", "read_sentences"]
