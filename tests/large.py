"""A study of any size, made of the bundled one's tables: its articles again and again, of other outlets."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from itertools import combinations

import numpy as np
import pandas as pd

from analysis import store
from analysis import tables as contract
from analysis.compare.design_table import design_table
from analysis.compare.gate import gate
from analysis.compare.strata import sizes_of
from analysis.places import ROOT
from analysis.settings import CompareSettings, Outlet, Settings

IDS = ("article_id", "first_article", "second_article", "paragraph_id", "sentence_id", "quote_id", "term_id",
       "first_id", "second_id")  # fmt: skip
WHO = ("outlet", "speaker", "quoted_by", "first_outlet", "second_outlet", "byline")
BY_ROW = (
    "articles", "paragraphs", "sentences", "quotes", "terms", "reuse", "assignments", "tone", "names", "mentions",
    "targets", "frames", "microframes", "word_voices", "article_tone", "audit", "topic_articles", "nearest",
    "unknown_lines",
)  # fmt: skip
BY_OUTLET = (
    "estimates", "estimands", "leave_one_out", "leave_one_out_words", "keyness", "words_by_speaker",
    "reporting_verbs", "narration_left", "topic_voices", "shared_topics", "prior_sensitivity",
)  # fmt: skip
BY_PAIR = ("contrasts",)
CUT = (
    "articles", "paragraphs", "sentences", "quotes", "terms", "reuse", "assignments", "tone", "names", "mentions",
    "targets", "frames", "microframes", "word_voices", "audit", "unknown_lines",
)  # fmt: skip
"""Of a corpus too large to be shown: what is kept of a sample only."""
MEASURED = ("multiverse", "multiverse_summary", "stability", "topics_without_article", "context_tradeoff")
"""What was measured of the bundled study alone."""


@dataclass(frozen=True, slots=True)
class Size:
    """How many times every article stands in the study, and its topics and outlets."""

    copies: int
    topics: int = 14
    outlets: int = 3

    @property
    def names(self) -> list[str]:
        """The outlets."""
        return [f"The Paper No. {number}" for number in range(1, self.outlets + 1)]


def bundled_tables() -> dict[str, pd.DataFrame]:
    """The tables of the committed report, and what is kept beside its study."""
    folders = (ROOT / "seeds/measured", ROOT / "reports")
    paths = [path for folder in folders for path in sorted((folder / store.TABLES).glob("*.parquet"))]
    made = {path.stem: store.read_table(path.parent.parent, path.stem) for path in paths}
    return {name: frame for name, frame in made.items() if name not in {"figures", "observations", "vectors"}}


def large_tables(size: Size) -> dict[str, pd.DataFrame]:
    """The tables of a study in which each bundled article stands `copies` times.

    A copy has its own ids, outlets, topics, places on the map and end of each text, so that no two are the same.
    """
    tables = {name: frame for name, frame in bundled_tables().items() if name not in MEASURED}
    base = sorted(set(tables["articles"]["outlet"]))
    topics = len(tables["topics"])
    tables |= {name: _copied(tables[name], size, base, topics) for name in BY_ROW}
    tables |= {name: _by_outlet(tables[name], size, base, topics) for name in BY_OUTLET}
    tables |= {name: _by_pair(tables[name], size, base, topics) for name in BY_PAIR}
    for name in ("disagreement", "instrument_agreement"):
        tables[name] = _with_ids(tables[name], lambda rows: np.zeros(len(rows), dtype=int))
    tables["topics"] = _blocks(tables["topics"], size, topics)
    tables["exemplars"] = _with_ids(
        _blocks(tables["exemplars"], size, topics), lambda rows: rows["topic"] // topics
    )
    return tables | _counted(tables)


def cut(tables: Mapping[str, pd.DataFrame], articles: Collection[str]) -> dict[str, pd.DataFrame]:
    """The tables of a corpus of which only these articles are kept text by text, with the table `scope`."""
    sample, rows = dict(tables), []
    for name in CUT:
        frame = tables[name]
        column = next(column for column in IDS if column in frame.columns)
        sample[name] = frame[frame[column].str.split(":").str[0].isin(list(articles))].reset_index(drop=True)
        rows.append({"table": name, "rows": len(frame), "shown": len(sample[name])})
    return sample | {"scope": contract.table("scope", rows)}


def large_settings(settings: Settings, size: Size) -> Settings:
    """The settings of the bundled study for these outlets."""
    return dataclasses.replace(settings, outlets=tuple(map(Outlet, size.names)))


def _copied(frame: pd.DataFrame, size: Size, base: list[str], topics: int) -> pd.DataFrame:
    """Every row once for each copy."""
    if frame.empty:
        return frame
    number = np.repeat(np.arange(size.copies), len(frame))
    rows = pd.concat([frame] * size.copies, ignore_index=True)
    rows = _with_ids(rows, lambda _: number)
    place = {outlet: index for index, outlet in enumerate(base)}
    for column in set(WHO) & set(rows.columns):
        own = rows[column].map(place)
        named = np.array(size.names)[
            (own.fillna(0).to_numpy().astype(int) + len(base) * number) % size.outlets
        ]
        rows[column] = rows[column].where(own.isna(), pd.Series(named, dtype="str"))
    for column in {"text", "plain", "headline"} & set(rows.columns):
        rows[column] = rows[column].str.cat(pd.Series(number).astype("str"), sep=" No. ")
    if "topic" in rows.columns:
        rows["topic"] = rows["topic"].where(
            rows["topic"] < 0, (rows["topic"] + topics * number) % size.topics
        )
    if "x" in rows.columns:
        noise = np.random.default_rng(size.copies).normal(0, 0.6, (2, len(rows)))
        rows["x"], rows["y"] = rows["x"] + noise[0], rows["y"] + noise[1]
    return rows


def _with_ids(rows: pd.DataFrame, number: Callable[[pd.DataFrame], object]) -> pd.DataFrame:
    """The rows with the number of their copy in every id, after the article's name."""
    numbers = pd.Series(np.asarray(number(rows)), dtype="int64").astype("str")
    for column in set(IDS) & set(rows.columns):
        parts = rows[column].str.partition(":")
        named = parts[0] + "-" + numbers + parts[1] + parts[2]
        rows = rows.assign(**{column: named.where(rows[column] != "", "")})
    return rows


def _blocks(frame: pd.DataFrame, size: Size, topics: int) -> pd.DataFrame:
    """Rows by topic, repeated until there are as many topics as wanted; rows without a topic once."""
    number = pd.to_numeric(frame["topic"].replace("", "-1"))
    blocks = [frame[number < 0]]
    for block in range(-(-size.topics // topics)):
        inside = (number >= 0) & (number + topics * block < size.topics)
        moved = number[inside] + topics * block
        is_text = frame["topic"].dtype == "str"
        own = frame[inside].assign(topic=moved.astype("str") if is_text else moved)
        blocks.append(own.assign(label=own["label"] + f" {block + 1}") if "label" in own.columns else own)
    return pd.concat(blocks, ignore_index=True)


def _by_outlet(frame: pd.DataFrame, size: Size, base: list[str], topics: int) -> pd.DataFrame:
    """Rows by outlet, those of each bundled outlet for every third one; and by topic, where they have one."""
    frame = frame[frame["other"] == ""] if "other" in frame.columns else frame
    every = [
        frame[frame["outlet"] == base[number % len(base)]]
        .assign(outlet=name)
        .replace({"speaker": dict.fromkeys(base, name)})
        for number, name in enumerate(size.names)
    ]
    rows = pd.concat(every, ignore_index=True)
    rows = _blocks(rows, size, topics) if "topic" in rows.columns else rows
    return (
        _with_ids(rows, lambda row: np.zeros(len(row), dtype=int)) if "article_id" in rows.columns else rows
    )


def _by_pair(frame: pd.DataFrame, size: Size, base: list[str], topics: int) -> pd.DataFrame:
    """Rows by pair of outlets, and those of all outlets as they are."""
    pairs = list(combinations(base, 2))
    every = [frame[frame["kind"] == "omnibus"]]
    for number, (outlet, other) in enumerate(combinations(size.names, 2)):
        of, against = pairs[number % len(pairs)]
        own = frame[(frame["outlet"] == of) & (frame["other"] == against)]
        every.append(own.assign(outlet=outlet, other=other))
    rows = pd.concat(every, ignore_index=True)
    return _blocks(rows, size, topics) if "topic" in rows.columns else rows


def _counted(tables: Mapping[str, pd.DataFrame]) -> dict[str, pd.DataFrame]:
    """The tables of sums that have to fit these texts: topics, words, the design, and the n of the estimates."""
    paragraphs = tables["paragraphs"]
    own = tables["assignments"].merge(paragraphs[["paragraph_id", "article_id", "outlet"]], on="paragraph_id")
    groups = own.groupby("topic")
    sizes = {
        "paragraphs": groups.size(), "articles": groups["article_id"].nunique(), "outlets": groups["outlet"].nunique(),
    }  # fmt: skip
    topics = tables["topics"]
    words = tables["word_voices"].groupby(["outlet", "voice", "speaker"], as_index=False)
    sums = words.agg(words=("words", "sum"), articles=("article_id", "nunique"))
    every = paragraphs[paragraphs["analysed"]].groupby("outlet")
    estimates = tables["estimates"]
    return {
        "topics": topics.assign(
            **{name: topics["topic"].map(size).fillna(0).astype(int) for name, size in sizes.items()}
        ),
        "words_by_speaker": sums.assign(
            share=sums["words"] / sums.groupby("outlet")["words"].transform("sum")
        ),
        "estimates": estimates.assign(
            paragraphs=estimates["outlet"].map(every.size()),
            articles=estimates["outlet"].map(every["article_id"].nunique()),
        ),
        "design": design_table(gate(sizes_of(tables["articles"], ()), CompareSettings())),
    }
