"""Columns, types and ranges of every table, and the check made at each stage's door."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Literal

from analysis.errors import TableError

if TYPE_CHECKING:
    from collections.abc import Iterable

    import pandas as pd

Type = Literal["str", "int", "float", "bool"]


@dataclass(frozen=True, slots=True)
class Column:
    """A column's type, and the closed range or the set that its values keep to. A missing float is nan."""

    type: Type
    low: float | None = None
    high: float | None = None
    among: tuple[str, ...] | None = None
    nullable: bool = False


TEXT = Column("str")
COUNT = Column("int", low=0)
SHARE = Column("float", low=0, high=1)
SHARE_OR_NAN = Column("float", low=0, high=1, nullable=True)
NUMBER = Column("float")
NUMBER_OR_NAN = Column("float", nullable=True)
CORRELATION = Column("float", low=-1, high=1, nullable=True)
TONE = Column("float", low=-1, high=1)
KIND = Column(
    "str",
    among=(
        "headline",
        "standfirst",
        "body",
        "question",
        "answer",
        "caption",
        "pullquote",
        "boilerplate",
    ),
)
VOICE = Column(
    "str",
    among=(
        "narration", "direct", "indirect", "question", "answer", "caption", "pullquote", "headline", "boilerplate",
    ),
)  # fmt: skip
QUOTE_KIND = Column("str", among=("direct", "indirect"))
QUOTE_FORM = Column("str", among=("words", "clause", "act"))
CUE_CLASS = Column(
    "str",
    among=(
        "", "neutral", "structuring", "assertive", "factive", "tentative", "doubting", "conceding", "denying",
        "accusing", "approving", "directive", "committing", "warning", "asking", "thinking", "expressive",
    ),
)  # fmt: skip
OMITTED = Column(
    "str",
    among=("paragraphs matched", "paragraphs alone", "actor named", "person named", "speaker quoted"),
)
_PAIR = {
    "event": COUNT, "kind": Column("str", among=("copy", "quotation", "report")), "first_id": TEXT, "second_id": TEXT,
    "first_outlet": TEXT, "second_outlet": TEXT, "first_article": TEXT, "second_article": TEXT,
    "similarity": Column("float", low=-1, high=1), "overlap": SHARE, "probability": SHARE,
    "days_apart": Column("float", low=0, nullable=True), "shared_actors": TEXT, "shared_names": TEXT,
    "shared_numbers": TEXT, "longest_run": COUNT, "quotation": TEXT,
}  # fmt: skip
"""Two paragraphs of different outlets, and what they have in common."""

VERDICT = Column(
    "str",
    among=(
        "supported",
        "not supported",
        "equivalent",
        "descriptive only",
        "not estimable",
    ),
)
OUTCOME = Column("str", among=("same sign", "other sign", "no difference", "not defined", "topic not found"))

TABLES: dict[str, dict[str, Column]] = {
    "articles": {
        "article_id": TEXT, "outlet": TEXT, "republisher": TEXT, "date": TEXT, "date_source": TEXT,
        "headline": TEXT, "byline": TEXT, "genre": TEXT, "url": TEXT, "source_path": TEXT, "sha256": TEXT,
    },
    "paragraphs": {
        "paragraph_id": TEXT, "article_id": TEXT, "outlet": TEXT, "ordinal": COUNT, "kind": KIND, "role": TEXT,
        "speaker": TEXT, "text": TEXT, "plain": TEXT, "source_start": COUNT, "source_end": COUNT,
        "analysed": Column("bool"),
    },
    "sentences": {
        "sentence_id": TEXT, "paragraph_id": TEXT, "ordinal": COUNT, "text": TEXT, "voice": VOICE, "speaker": TEXT,
    },
    "quotes": {
        "quote_id": TEXT, "paragraph_id": TEXT, "text": TEXT, "start": COUNT, "end": COUNT, "kind": QUOTE_KIND,
        "form": QUOTE_FORM, "speaker": TEXT, "quoted_by": TEXT, "cue": TEXT, "cue_class": CUE_CLASS,
    },
    "terms": {"term_id": TEXT, "paragraph_id": TEXT, "text": TEXT, "start": COUNT, "end": COUNT},
    "reuse": {
        "kind": Column("str", among=("paragraph", "quote")), "first_id": TEXT, "second_id": TEXT, "first_outlet": TEXT,
        "second_outlet": TEXT, "same_article": Column("bool"), "exact": Column("bool"), "similarity": SHARE,
    },
    "topics": {
        "topic": COUNT, "label": TEXT, "words": TEXT, "paragraphs": COUNT, "articles": COUNT, "outlets": COUNT,
        "reproducibility": SHARE, "largest_article_share": SHARE,
    },
    "assignments": {
        "paragraph_id": TEXT, "topic": Column("int", low=-1), "confidence": SHARE,
        "x": Column("float"), "y": Column("float"),
    },
    "exemplars": {"topic": COUNT, "rank": COUNT, "paragraph_id": TEXT, "confidence": SHARE},
    "tone": {"sentence_id": TEXT, "tone": TONE, "instrument": TEXT},
    "names": {
        "sentence_id": TEXT, "start": COUNT, "end": COUNT, "name": TEXT,
        "gender": Column("str", among=("", "masculine", "feminine")),
    },
    "mentions": {
        "sentence_id": TEXT, "target": TEXT, "mention": TEXT, "start": COUNT, "end": COUNT,
        "how": Column("str", among=("alias", "pronoun", "description")),
    },
    "targets": {
        "sentence_id": TEXT, "target": TEXT, "mention": TEXT, "polarity": Column("int", low=-1, high=1),
        "p_negative": SHARE, "p_neutral": SHARE, "p_positive": SHARE, "instrument": TEXT, "mentions": COUNT,
        "stance": TONE, "speaker": TEXT,
    },
    "frames": {"paragraph_id": TEXT, "frame": TEXT, "score": SHARE, "instrument": TEXT},
    "microframes": {"sentence_id": TEXT, "axis": TEXT, "projection": TONE, "baseline": TONE},
    "estimates": {
        "measure": TEXT, "instrument": TEXT, "voice": TEXT, "topic": TEXT, "target": TEXT, "frame": TEXT,
        "outlet": TEXT, "estimate": NUMBER_OR_NAN, "low": NUMBER_OR_NAN, "high": NUMBER_OR_NAN, "paragraphs": COUNT,
        "articles": COUNT, "p": SHARE_OR_NAN, "q": SHARE_OR_NAN, "verdict": VERDICT,
    },
    "contrasts": {
        "measure": TEXT, "instrument": TEXT, "voice": TEXT, "topic": TEXT, "target": TEXT, "frame": TEXT,
        "kind": Column("str", among=("omnibus", "pair")), "outlet": TEXT, "other": TEXT, "difference": NUMBER_OR_NAN,
        "low": NUMBER_OR_NAN, "high": NUMBER_OR_NAN, "p_alone": SHARE_OR_NAN, "p": SHARE_OR_NAN, "q": SHARE_OR_NAN,
        "smallest_effect": NUMBER_OR_NAN, "p_equivalence": SHARE_OR_NAN, "q_equivalence": SHARE_OR_NAN,
        "verdict": VERDICT,
    },
    "simulated": {
        "question": TEXT, "method": TEXT, "measure": TEXT, "articles": TEXT, "value": TEXT, "icc": SHARE,
        "lengths": TEXT, "corpora": COUNT, "rate": SHARE, "low": SHARE, "high": SHARE, "width": NUMBER_OR_NAN,
        "given": SHARE,
    },
    "keyness": {
        "word": TEXT, "outlet": TEXT, "topic": TEXT, "count": COUNT, "rate_per_1000": Column("float", low=0),
        "log_odds": Column("float"), "low": NUMBER_OR_NAN, "high": NUMBER_OR_NAN, "z": Column("float"),
        "p_article": SHARE_OR_NAN, "verdict": VERDICT, "voice": TEXT, "other": TEXT,
        "length": Column("int", low=1, high=3), "rank": COUNT, "articles": COUNT,
        "largest_article_share": SHARE_OR_NAN, "inside": TEXT, "rest_count": COUNT,
        "rest_rate_per_1000": Column("float", low=0), "q": SHARE_OR_NAN,
    },
    "words_check": {
        "collection": TEXT, "what": TEXT, "test": TEXT, "found": COUNT, "draws": COUNT, "share": SHARE, "low": SHARE,
        "high": SHARE,
    },
    "leave_one_out": {
        "family": TEXT, "measure": TEXT, "instrument": TEXT, "voice": TEXT, "topic": TEXT, "target": TEXT,
        "frame": TEXT, "outlet": TEXT, "difference": NUMBER_OR_NAN, "smallest": NUMBER_OR_NAN,
        "largest": NUMBER_OR_NAN, "articles": COUNT, "outlet_articles": COUNT, "rest_articles": COUNT, "flips": COUNT,
        "outlet_flip_share": SHARE_OR_NAN, "rest_flip_share": SHARE_OR_NAN, "undefined": COUNT, "article_id": TEXT,
        "without": NUMBER_OR_NAN,
        "standing": Column(
            "str", among=("holds", "turns", "rests on one article", "no difference", "not estimable")
        ),
    },
    "leave_one_out_words": {
        "voice": TEXT, "outlet": TEXT, "word": TEXT, "rank": Column("int", low=1), "log_odds": NUMBER,
        "articles": COUNT, "removals": COUNT, "sign_flips": COUNT, "drops": COUNT, "article_id": TEXT,
        "without": NUMBER_OR_NAN,
        "standing": Column("str", among=("holds", "turns", "drops out", "rests on one article")),
    },
    "topic_articles": {
        "topic": COUNT, "article_id": TEXT, "outlet": TEXT, "paragraphs": Column("int", low=1),
        "share_of_topic": SHARE, "share_of_article": SHARE,
    },
    "self_audit": {
        "procedure": TEXT, "family": TEXT, "relabelings": COUNT, "every": Column("bool"), "with_any": COUNT,
        "share": SHARE, "low": SHARE_OR_NAN, "high": SHARE_OR_NAN, "tests": COUNT, "called": COUNT,
        "called_share": SHARE_OR_NAN, "alpha": SHARE,
    },
    "topics_without_article": {
        "topic": COUNT, "article_id": TEXT, "paragraphs": COUNT, "paragraphs_left": COUNT, "jaccard": SHARE_OR_NAN,
        "found": Column("bool"), "ari": CORRELATION, "topics_found": COUNT,
    },
    "stability": {
        "what": TEXT, "setting": TEXT, "ari": Column("float", low=-1, high=1, nullable=True), "topics": COUNT,
        "outliers": COUNT,
    },
    "multiverse": {
        "contrast": TEXT, "seed": TEXT, "neighbours": TEXT, "cluster_size": TEXT, "core_size": TEXT,
        "clusters": TEXT, "outliers": TEXT, "unit": TEXT, "estimand": TEXT, "voice": TEXT, "instrument": TEXT,
        "prior_words": TEXT,
        "difference": NUMBER_OR_NAN, "jaccard": SHARE_OR_NAN, "outcome": OUTCOME, "p": SHARE_OR_NAN,
    },
    "multiverse_summary": {
        "contrast": TEXT, "kind": TEXT, "topic": TEXT, "target": TEXT, "frame": TEXT, "word": TEXT, "outlet": TEXT,
        "subject": TEXT, "reference": NUMBER, "specifications": COUNT, "same_sign": COUNT, "other_sign": COUNT,
        "no_difference": COUNT, "undefined": COUNT, "not_found": COUNT, "median": NUMBER_OR_NAN, "low": NUMBER_OR_NAN,
        "high": NUMBER_OR_NAN, "moved_by": TEXT, "moved": NUMBER_OR_NAN, "medians": TEXT, "tested": COUNT,
        "supported": SHARE_OR_NAN,
    },
    "instruments": {"instrument": TEXT, "version": TEXT, "measures": TEXT},
    "cards": {
        "card": TEXT, "instrument": TEXT, "version": TEXT, "measures": TEXT, "data": TEXT, "source": TEXT,
        "licence": TEXT, "split": TEXT, "resampled": TEXT, "notes": TEXT,
        "standing": Column("str", among=("current", "stale", "unused")),
    },
    "validity": {
        "card": TEXT, "instrument": TEXT, "metric": TEXT, "part": TEXT, "value": NUMBER_OR_NAN, "low": NUMBER_OR_NAN,
        "high": NUMBER_OR_NAN, "n": COUNT, "groups": COUNT, "holds": Column("bool"),
    },
    "instrument_agreement": {
        "first": TEXT, "second": TEXT, "article_id": TEXT, "sentences": COUNT, "pearson": CORRELATION,
        "spearman": CORRELATION, "signed": COUNT, "same_sign": SHARE_OR_NAN,
    },
    "disagreement": {
        "rank": COUNT, "sentence_id": TEXT, "paragraph_id": TEXT, "first": TEXT, "second": TEXT,
        "first_score": NUMBER, "second_score": NUMBER, "first_z": NUMBER, "second_z": NUMBER, "words": TEXT,
    },
    "inference_study_figures": {
        "measure": TEXT, "instrument": TEXT, "voice": TEXT, "subject": TEXT, "outlet": TEXT, "estimate": NUMBER_OR_NAN,
        "low": NUMBER_OR_NAN, "high": NUMBER_OR_NAN, "difference": NUMBER_OR_NAN, "p": SHARE_OR_NAN, "q": SHARE_OR_NAN,
        "verdict": TEXT, "articles": COUNT,
    },
    "inference_study_families": {"family": TEXT, "tests": COUNT, "supported": COUNT},
    "inference_study_facts": {"fact": TEXT, "value": TEXT},
    "matches": _PAIR,
    "nearest": _PAIR,
    "omissions": {
        "event": COUNT, "what": OMITTED, "name": TEXT, "outlet": TEXT, "missing_in": TEXT, "count": COUNT,
        "paragraph_ids": TEXT,
    },
    "paired_events": {
        "measure": TEXT, "instrument": TEXT, "voice": TEXT, "target": TEXT, "outlet": TEXT, "other": TEXT,
        "event": COUNT, "pairs": COUNT, "difference": NUMBER,
    },
    "paired": {
        "measure": TEXT, "instrument": TEXT, "voice": TEXT, "target": TEXT, "outlet": TEXT, "other": TEXT,
        "events": COUNT, "pairs": COUNT, "difference": NUMBER, "low": NUMBER_OR_NAN, "high": NUMBER_OR_NAN,
        "p_alone": SHARE_OR_NAN, "p": SHARE_OR_NAN, "q": SHARE_OR_NAN, "verdict": VERDICT, "smallest_p": SHARE,
    },
    "scope": {"table": TEXT, "rows": COUNT, "shown": COUNT},
    "figures": {
        "figure_id": TEXT, "title": TEXT, "caption": TEXT, "alt": TEXT, "table": TEXT, "sha256": TEXT,
    },
    "observations": {
        "observation_id": TEXT, "finding_id": TEXT, "headline": TEXT, "text": TEXT, "figure_id": TEXT, "evidence": TEXT,
        "paragraph_ids": TEXT,
    },
}  # fmt: skip
"""The contract. A stage may add columns of its own; it may not leave one of these out."""


def table(name: str, rows: Iterable[dict[str, Any]]) -> pd.DataFrame:
    """Build the table `name` from its rows, typed and checked, also when there are none.

    Raises:
        TableError: a column is missing, of the wrong type or out of range.
    """
    import pandas as pd

    frame = pd.DataFrame(list(rows))
    for column, rule in TABLES[name].items():
        if column not in frame.columns and frame.empty:
            frame[column] = pd.Series(dtype=rule.type)
    first = [column for column in TABLES[name] if column in frame.columns]
    return check(
        frame[
            [
                *first,
                *(column for column in frame.columns if column not in TABLES[name]),
            ]
        ],
        name,
    )


def check(frame: pd.DataFrame, name: str) -> pd.DataFrame:
    """Return `frame` when it keeps the contract of the table `name`.

    Raises:
        TableError: a column is missing, of the wrong type or out of range; the message names the first such value.
    """
    missing = [column for column in TABLES[name] if column not in frame.columns]
    if missing:
        raise TableError(
            f"table {name!r} lacks the column {missing[0]!r}",
            remedy="run the stage that makes it again",
        )
    for column, rule in TABLES[name].items():
        problem = _problem(frame[column], rule)
        if problem:
            raise TableError(
                f"table {name!r}, column {column!r}: {problem}",
                remedy="run the stage that makes it again",
            )
    return frame


def _problem(values: pd.Series[Any], rule: Column) -> str | None:
    """What is wrong with a column's values, or None."""
    from pandas.api import types

    fits = {
        "str": types.is_string_dtype, "int": types.is_integer_dtype, "float": types.is_float_dtype,
        "bool": types.is_bool_dtype,
    }[rule.type]  # fmt: skip
    if not fits(values):
        return f"expected {rule.type}, found {values.dtype}"
    if values.isna().any() and not rule.nullable:
        return "a value is missing"
    return _out_of_range(values.dropna(), rule)


def _out_of_range(values: pd.Series[Any], rule: Column) -> str | None:
    """The first value outside the rule's range or set, in words, or None."""
    if rule.among is not None:
        wrong = values[~values.isin(rule.among)]
    else:
        low = -math.inf if rule.low is None else rule.low
        high = math.inf if rule.high is None else rule.high
        wrong = values[~values.between(low, high)] if rule.type in {"int", "float"} else values[:0]
    return None if wrong.empty else f"{wrong.iloc[0]!r} is not allowed"
