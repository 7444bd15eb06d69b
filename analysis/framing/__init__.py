"""Instruments that score how a text is worded; each takes texts and returns a table of scores."""

from analysis.framing.tone import read_lexicons, wording_tone

__all__ = ["read_lexicons", "wording_tone"]
