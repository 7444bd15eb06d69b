"""Stance toward an actor: what a sentence's wording says for or against the target that it names."""

from analysis.framing.stance.model import StanceModel, load

__all__ = ["StanceModel", "load"]
