"""Microframes: where sentences lie between two opposites, after FrameAxis."""

from analysis.framing.microframes.axes import Axis, axes
from analysis.framing.microframes.projection import microframes, projections

__all__ = ["MEASURES", "NAME", "VERSION", "Axis", "axes", "microframes", "projections"]

NAME = "microframes"
VERSION = "1"
MEASURES = (
    "to which of two opposites a sentence leans, by the projection of its vector on an axis between them"
)
