"""Plain BERTopic on a file of texts: a script of its own, so that nothing of this project is loaded or pinned.

    python plain.py TEXTS.jsonl TOPICS.json ENCODER_FOLDER

BERTopic has its defaults and sentence-transformers its own, threads included. The encoder is handed in, because
BERTopic would fetch one; it has the same weights as the study's.
"""

from __future__ import annotations

import json
import sys
import time
from pathlib import Path


def main(source: Path, target: Path, encoder: str) -> None:
    """Write the topic of every text, and how many seconds went until all were embedded."""
    start = time.perf_counter()
    from bertopic import BERTopic
    from sentence_transformers import SentenceTransformer

    with source.open(encoding="utf-8") as lines:
        texts = [json.loads(line)["text"] for line in lines]
    model = SentenceTransformer(encoder, device="cpu")
    vectors = model.encode(texts)
    embedded = time.perf_counter() - start
    topics, _ = BERTopic(embedding_model=model).fit_transform(texts, vectors)
    target.write_text(json.dumps({"embedding": embedded, "topics": [int(topic) for topic in topics]}))


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]), sys.argv[3])
