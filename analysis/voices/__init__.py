"""Paragraphs -> sentences, each with whose voice it is."""

from __future__ import annotations

from analysis.voices.sentences import read_sentences

__all__ = ["read_sentences"]
