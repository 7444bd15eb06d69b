"""Microframes: where sentences lie between two opposites, after FrameAxis."""

from analysis.framing.microframes.axes import Axis, axes
from analysis.framing.microframes.instrument import MEASURES, NAME, VERSION, Microframes
from analysis.framing.microframes.projection import microframes, projections

__all__ = ["MEASURES", "NAME", "VERSION", "Axis", "Microframes", "axes", "microframes", "projections"]
