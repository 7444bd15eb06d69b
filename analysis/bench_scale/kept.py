"""Finished runs, kept so that a comparison that was stopped goes on."""

from __future__ import annotations

import dataclasses
import json
from typing import TYPE_CHECKING

from analysis import provenance, store
from analysis.bench_scale.outcome import Outcome
from analysis.bench_scale.running import OURS, PLAIN, Asked

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

CODE = {
    OURS: ("documents", "embedding", "scoring/topics.py", "cli/topics.py", "stages/topics.py"),
    PLAIN: ("bench_scale/plain.py",),
}
LIBRARIES = {
    OURS: ("numpy", "openvino", "scikit-learn", "scipy", "tokenizers"),
    PLAIN: ("bertopic", "hdbscan", "sentence-transformers", "torch", "umap-learn"),
}


def kept(
    folder: Path, who: str, *, paragraphs: int, asked: Asked | None, run: Callable[[], Outcome]
) -> Outcome:
    """The outcome of a run that was made before by the same code and libraries, or of one made now and kept.

    Args:
        folder: where outcomes are kept.
        who: plain or ours.
        paragraphs: how many.
        asked: what ours is asked for; None for plain BERTopic.
        run: makes the run.
    """
    depends = {
        "code": provenance.code_hash(CODE[who]),
        "versions": provenance.versions(LIBRARIES[who]),
        "asked": "" if asked is None else repr(asked),
    }
    path = folder / f"{who}-{paragraphs}-{provenance.fingerprint(depends)[:16]}.json"
    try:
        return Outcome(**json.loads(path.read_text(encoding="utf-8")))
    except (OSError, ValueError, TypeError):
        outcome = run()
        store.write_bytes(path, json.dumps(dataclasses.asdict(outcome), indent=1).encode())
        return outcome
