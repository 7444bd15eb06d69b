"""What each stage takes, makes, and depends on. Libraries are imported when a stage runs, not before."""

from analysis.stages.comparison import COMPARE
from analysis.stages.framing import FRAMES, MENTIONS, TARGETS, TONE, bundled_stance_model
from analysis.stages.instruments import CARDS, INSTRUMENTS
from analysis.stages.matching import MATCHING
from analysis.stages.robustness import ROBUSTNESS
from analysis.stages.stage import (
    Stage,
    analysed,
    file_hash,
    source_hashes,
    stage_key,
    vector_array,
    workers,
)
from analysis.stages.texts import CORPUS, TOPIC_VOICES, VOICES
from analysis.stages.topics import TOPICS, VECTORS, cache_folder, embedded, encoder, encoder_fingerprint

__all__ = [
    "CARDS",
    "FRAMES",
    "INSTRUMENTS",
    "MATCHING",
    "MENTIONS",
    "ROBUSTNESS",
    "STAGES",
    "TARGETS",
    "TONE",
    "VECTORS",
    "Stage",
    "analysed",
    "bundled_stance_model",
    "cache_folder",
    "embedded",
    "encoder",
    "encoder_fingerprint",
    "file_hash",
    "source_hashes",
    "stage_key",
    "vector_array",
    "workers",
]

STAGES = (
    CORPUS, VOICES, VECTORS, TOPICS, TONE, MENTIONS, TARGETS, FRAMES, CARDS, INSTRUMENTS, TOPIC_VOICES, COMPARE,
    MATCHING, ROBUSTNESS,
)  # fmt: skip
"""Every stage before the page, in order."""
