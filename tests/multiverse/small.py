"""A study with planted topics: two outlets, four articles each, and vectors that lie in three directions.

Gazette writes twice as much about topic 0 as Herald does; Herald's sentences in topic 0 are the more negative.
"""

from __future__ import annotations

import sys
from pathlib import Path

import numpy as np
import pandas as pd

from analysis import tables
from analysis.choices import CompareSettings, TopicSettings
from analysis.multiverse import measure_multiverse
from analysis.multiverse.shards import Shards
from analysis.progress import ignore
from analysis.settings import Outlet, Settings, Source, StudySettings

GAZETTE, HERALD = "Gazette", "Herald"
ARTICLES = {f"{name[0].lower()}{number}": name for name in (GAZETTE, HERALD) for number in range(1, 5)}
TOPICS = {GAZETTE: (0, 0, 0, 0, 1, 1, 2, 2), HERALD: (0, 0, 1, 1, 1, 2, 2, 2)}
TONES = {(GAZETTE, 0): 0.4, (HERALD, 0): -0.4}
WORDS = ("harbour ships", "taxes bread", "weather storm")

SETTINGS = Settings(
    folder=Path("study"),
    study=StudySettings(title="Ships and taxes"),
    outlets=(Outlet(GAZETTE), Outlet(HERALD)),
    articles=tuple(Source(f"{name}.txt", outlet) for name, outlet in ARTICLES.items()),
    topics=TopicSettings(neighbours=(12,), cluster_sizes=(8,), core_sizes=(3,), epochs=50),
    compare=CompareSettings(),
)


def all_tables(*, swapped: bool = False, reverse: bool = False) -> dict[str, pd.DataFrame]:
    """The tables that the multiverse reads.

    Args:
        swapped: the outlets change their articles.
        reverse: every table's rows stand in the opposite order.
    """
    owners = {name: _other(outlet) if swapped else outlet for name, outlet in ARTICLES.items()}
    rows = [(name, place) for name in ARTICLES for place in range(8)]
    made = {
        "articles": pd.DataFrame({"article_id": list(owners), "outlet": list(owners.values())}),
        "paragraphs": _paragraphs(rows, owners),
        "sentences": _sentences(rows),
        "assignments": pd.DataFrame(
            {"paragraph_id": _ids(rows), "topic": [TOPICS[ARTICLES[name]][place] for name, place in rows]}
        ),
        "vectors": pd.DataFrame({"paragraph_id": _ids(rows), "vector": [_vector(*row) for row in rows]}),
        "topics": pd.DataFrame({"topic": [0, 1, 2], "label": ["Harbour", "Taxes", "Weather"]}),
        "tone": _tone(rows),
        "reuse": tables.table("reuse", ()),
        "targets": tables.table("targets", ()),
        "frames": tables.table("frames", ()).assign(narration=0.0),
        "frame_validity": pd.DataFrame(columns=["frame", "title", "validity"], dtype="str"),
    }
    if reverse:
        made = {name: table.iloc[::-1].reset_index(drop=True) for name, table in made.items()}
    return made


def embed(texts: list[str]) -> np.ndarray:
    """A sentence's vector, which is near that of its paragraph."""
    places = [text.removeprefix("Sentence ").split(" ")[:3] for text in texts]
    return np.array([_vector(name, int(place), 0.02 * int(number)) for name, place, number in places])


def run(
    made: dict[str, pd.DataFrame], *, shards: Shards | None = None, processes: int = 1
) -> dict[str, pd.DataFrame]:
    """The multiverse of some tables, with the vectors of `embed`."""
    return measure_multiverse(
        SETTINGS, made.__getitem__, ignore, shards=shards, processes=processes, embed=embed
    )


def main(folder: Path) -> None:
    """Measure with two processes and shards, and write the tables: what the test kills."""
    found = run(all_tables(), shards=Shards(folder / "shards", "key"), processes=2)
    for name, table in found.items():
        table.to_csv(folder / f"{name}.csv", index=False)


def _other(outlet: str) -> str:
    """The other outlet."""
    return HERALD if outlet == GAZETTE else GAZETTE


def _ids(rows: list[tuple[str, int]]) -> list[str]:
    """The ids of paragraphs."""
    return [f"{name}:{place}" for name, place in rows]


def _paragraphs(rows: list[tuple[str, int]], owners: dict[str, str]) -> pd.DataFrame:
    """Eight paragraphs of two sentences in every article."""
    texts = [" ".join(_text(name, place, number) for number in (1, 2)) for name, place in rows]
    return pd.DataFrame(
        {
            "paragraph_id": _ids(rows), "article_id": [name for name, _ in rows],
            "outlet": [owners[name] for name, _ in rows], "ordinal": [place for _, place in rows],
            "kind": "body", "text": texts, "plain": texts, "analysed": True,
        }
    )  # fmt: skip


def _sentences(rows: list[tuple[str, int]]) -> pd.DataFrame:
    """Two sentences of a paragraph, the second of them quoted."""
    spoken = [(name, place, number) for name, place in rows for number in (1, 2)]
    return pd.DataFrame(
        {
            "sentence_id": [f"{name}:{place}.{number}" for name, place, number in spoken],
            "paragraph_id": [f"{name}:{place}" for name, place, _ in spoken],
            "ordinal": [number for *_, number in spoken],
            "text": [_text(*each) for each in spoken],
            "voice": ["narration" if number == 1 else "direct" for *_, number in spoken],
            "speaker": "",
        }
    )


def _tone(rows: list[tuple[str, int]]) -> pd.DataFrame:
    """Two instruments that agree in sign."""
    spoken = [(name, place, number) for name, place in rows for number in (1, 2)]
    plain = [TONES.get((ARTICLES[name], TOPICS[ARTICLES[name]][place]), 0.1) for name, place, _ in spoken]
    ids = [f"{name}:{place}.{number}" for name, place, number in spoken]
    return pd.concat([
        pd.DataFrame({"sentence_id": ids, "tone": [factor * tone for tone in plain], "instrument": name})
        for name, factor in (("vader", 1.0), ("afinn", 0.5))
    ], ignore_index=True)  # fmt: skip


def _text(name: str, place: int, number: int) -> str:
    """A sentence that no other is like."""
    return f"Sentence {name} {place} {number} {WORDS[TOPICS[ARTICLES[name]][place]]}."


def _vector(name: str, place: int, shift: float = 0.0) -> np.ndarray:
    """A vector near the direction of its topic."""
    topic = TOPICS[ARTICLES[name]][place]
    vector = np.zeros(8, dtype=np.float32)
    vector[topic] = 1.0
    vector[3 + (sorted(ARTICLES).index(name) * 8 + place) % 5] = 0.08 + 0.01 * place + shift
    return vector


if __name__ == "__main__":
    main(Path(sys.argv[1]))
