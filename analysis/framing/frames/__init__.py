"""Frames of the codebook in paragraphs, by how much more a sentence is like a frame's seeds than like others."""

from analysis.framing.frames.by_model import frames_by_model
from analysis.framing.frames.codebook import Codebook, Frame, codebook
from analysis.framing.frames.instrument import INSTRUMENT, MEASURES, VERSION, Frames

__all__ = ["INSTRUMENT", "MEASURES", "VERSION", "Codebook", "Frame", "Frames", "codebook", "frames_by_model"]
