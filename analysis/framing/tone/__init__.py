"""Tone of wording: how positive or negative the words of a sentence are, under several word lists and their mean.

It is the polarity of the words used and never a stance: "NATO condemned the massacre" is worded negatively and says
nothing against NATO.
"""

from analysis.framing.tone.instruments import Tone, chosen, instruments, tones, wording_tone
from analysis.framing.tone.lexicon_file import read_lexicons

__all__ = ["Tone", "chosen", "instruments", "read_lexicons", "tones", "wording_tone"]
