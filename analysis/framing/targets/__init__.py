"""Who a sentence is about: mentions of the study's actors, and the stance that its wording takes toward each."""

from analysis.framing.targets.find import find_mentions, known_speakers
from analysis.framing.targets.stances import Stance, target_stances

__all__ = ["Stance", "find_mentions", "known_speakers", "target_stances"]
