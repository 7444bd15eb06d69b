"""The small study with articles left out, and its labels dealt out: rows that say what each test needs them to say."""

from __future__ import annotations

import math

import pandas as pd

from analysis import tables
from tests.figures.small import GAZETTE, HERALD


def leave_one_out() -> pd.DataFrame:
    """Contrasts of shares and tone; Herald is one article."""
    rows = (
        ("topic share", "", "2", GAZETTE, -0.75, -0.75, -0.75, 0, "g1", -0.75, "rests on one article"),
        ("topic share", "", "2", HERALD, 0.75, 0.5, 0.75, 0, "g2", 0.5, "rests on one article"),
        ("topic share", "", "1", GAZETTE, 0.5, 0.25, 1.0, 0, "g1", 1.0, "holds"),
        ("topic share", "", "1", HERALD, -0.5, -1.0, -0.25, 0, "g1", -1.0, "holds"),
        ("topic share", "", "0", GAZETTE, 1 / 12, -0.25, 0.25, 1, "g1", -0.25, "turns"),
        ("topic share", "", "0", HERALD, -1 / 12, -0.25, 0.25, 1, "g1", 0.25, "turns"),
        ("wording tone", "vader", "", GAZETTE, -0.25, -0.42, 0.1, 1, "g1", 0.1, "turns"),
        ("wording tone", "vader", "", HERALD, 0.25, -0.1, 0.42, 1, "g1", -0.1, "turns"),
        ("wording tone", "afinn", "", GAZETTE, 0.15, 0.1, 0.2, 0, "g2", 0.2, "holds"),
        ("wording tone", "afinn", "", HERALD, -0.15, -0.2, -0.1, 0, "g2", -0.2, "holds"),
        (
            "wording tone",
            "vader",
            "0",
            GAZETTE,
            -0.9,
            math.nan,
            math.nan,
            0,
            "",
            math.nan,
            "rests on one article",
        ),
        (
            "wording tone",
            "vader",
            "0",
            HERALD,
            0.9,
            math.nan,
            math.nan,
            0,
            "",
            math.nan,
            "rests on one article",
        ),
        ("stance", "", "", HERALD, math.nan, math.nan, math.nan, 0, "", math.nan, "not estimable"),
        ("stance", "", "", GAZETTE, 0.0, -0.1, 0.1, 0, "g1", 0.1, "no difference"),
    )
    columns = (
        "measure", "instrument", "topic", "outlet", "difference", "smallest", "largest", "flips", "article_id",
        "without", "standing",
    )  # fmt: skip
    return tables.table(
        "leave_one_out",
        (
            {
                "family": row[0], "voice": "all", "target": "", "frame": "", "articles": 3, "outlet_articles": 2,
                "rest_articles": 1, "outlet_flip_share": 0.0, "rest_flip_share": 0.0, "undefined": 1,
                **dict(zip(columns, row, strict=True)),
            }
            for row in rows
        ),
    )  # fmt: skip


def leave_one_out_words() -> pd.DataFrame:
    """A word of each kind."""
    rows = (
        (GAZETTE, "taxes", 1, 2, 0, 0, "holds"), (GAZETTE, "ships", 2, 1, 1, 1, "rests on one article"),
        (HERALD, "bread", 1, 2, 1, 1, "turns"), (HERALD, "life", 2, 2, 0, 1, "drops out"),
    )  # fmt: skip
    columns = ("outlet", "word", "rank", "articles", "sign_flips", "drops", "standing")
    fixed = {"voice": "all", "log_odds": 1.5, "removals": 2, "article_id": "g1", "without": 0.5}
    return tables.table(
        "leave_one_out_words", ({**fixed, **dict(zip(columns, row, strict=True))} for row in rows)
    )


def topic_articles() -> pd.DataFrame:
    """The articles of the three topics."""
    rows = (
        (0, "g1", GAZETTE, 2, 2 / 3, 0.5), (0, "h1", HERALD, 1, 1 / 3, 0.25), (1, "g2", GAZETTE, 2, 2 / 3, 1.0),
        (1, "g1", GAZETTE, 1, 1 / 3, 0.25), (2, "h1", HERALD, 3, 1.0, 0.75),
    )  # fmt: skip
    columns = ("topic", "article_id", "outlet", "paragraphs", "share_of_topic", "share_of_article")
    return tables.table("topic_articles", (dict(zip(columns, row, strict=True)) for row in rows))


def confounding() -> pd.DataFrame:
    """How far topics are articles."""
    return pd.DataFrame(
        {
            "topics": [3], "articles": [3], "outlets": [2], "paragraphs": [9], "nmi": [0.61], "nmi_by_chance": [0.27],
            "ami": [0.4], "outlet_nmi": [0.52], "outlet_nmi_by_chance": [0.12], "outlet_ami": [0.45],
        }
    )  # fmt: skip


def self_audit(*, tested: bool = False, every: bool = True) -> pd.DataFrame:
    """The three ways to deal three articles out; the study is not tested unless it is said to be."""
    ways = 3 if every else 40
    hits = {
        "this study": 9 if tested else 0,
        "units as independent": ways,
        "units as independent, Bonferroni": ways - 1,
    }
    return tables.table(
        "self_audit",
        (
            {
                "procedure": procedure, "family": family, "relabelings": ways, "every": every, "with_any": found,
                "share": found / ways, "low": math.nan if every else max(0.0, found / ways - 0.1),
                "high": math.nan if every else min(1.0, found / ways + 0.1),
                "tests": 0 if procedure == "this study" and not tested else 100, "called": found,
                "called_share": math.nan if procedure == "this study" and not tested else found / 100, "alpha": 0.05,
            }
            for procedure, found in hits.items()
            for family in ("anywhere", "all measures", "topic share, all", "words, all")
        ),
    )  # fmt: skip


def topics_without_article() -> pd.DataFrame:
    """Topic 2 is Herald's one article; topic 1 is lost without g2, and of topic 0 too little remains."""
    rows = (
        ("g1", 0, 9, 3, 1.0, True, 0.7), ("g1", 1, 9, 6, 0.66, True, 0.7), ("g1", 2, 9, 9, 1.0, True, 0.7),
        ("h1", 0, 9, 6, 0.6, True, 0.9), ("h1", 1, 9, 9, 1.0, True, 0.9), ("h1", 2, 9, 0, math.nan, False, 0.9),
        ("g2", 0, 9, 2, 0.2, False, 0.4), ("g2", 1, 9, 3, 0.25, False, 0.4), ("g2", 2, 9, 9, 1.0, True, 0.4),
    )  # fmt: skip
    columns = ("article_id", "topic", "paragraphs", "paragraphs_left", "jaccard", "found", "ari")
    return tables.table(
        "topics_without_article",
        ({"topics_found": 2, **dict(zip(columns, row, strict=True))} for row in rows),
    )
