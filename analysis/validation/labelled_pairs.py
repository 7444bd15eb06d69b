"""Candidate pairs that a reader labelled: how right the matches are, and the weights that the labels give."""

from __future__ import annotations

import math
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
import pandas as pd

from analysis.compare.matched.matches import matched
from analysis.compare.matched.score import REPORT, THRESHOLD
from analysis.framing.agreement import result
from analysis.framing.card import Result

if TYPE_CHECKING:
    from collections.abc import Iterator

FILE = Path(__file__).parent / "matched_pairs.csv"
SAME = ("same fact", "same quotation")
BANDS = (0.9, 0.8, THRESHOLD, 0.5, 0.0)
PRECISION = "same fact or quotation"
PENALTY = 10.0
Z = 1.959964


def labelled(pairs: pd.DataFrame, half: str) -> pd.DataFrame:
    """The candidates of a half that carry a label.

    Args:
        pairs: all candidates of the half.
        half: calibration or evaluation.

    Returns:
        Those with a label, and `is_same` (the same fact or quotation), `part` (their stratum) and `weight` (candidates
        in the stratum for each labelled one).
    """
    labels = pd.read_csv(FILE)
    known = labels.loc[labels["half"] == half, ["first_id", "second_id", "label"]]
    everything = pairs.assign(part=parts(pairs))
    rows = everything.merge(known, on=["first_id", "second_id"], how="inner").reset_index(drop=True)
    sizes, drawn = everything["part"].value_counts(), rows["part"].value_counts()
    weight = rows["part"].map(sizes).astype("float64") / rows["part"].map(drawn).astype("float64")
    return rows.assign(is_same=rows["label"].isin(SAME), weight=weight)


def parts(pairs: pd.DataFrame) -> pd.Series[str]:
    """The stratum of each candidate: matched by shared words, or its band of probability."""
    ends = (1.0, *BANDS)
    bands = {low: f"probability {low:g} to {high:g}" for high, low in zip(ends, BANDS, strict=False)}
    named = [
        "shared quotation or copy" if kind != REPORT else bands[next(low for low in BANDS if likely >= low)]
        for kind, likely in zip(pairs["kind"], pairs["probability"], strict=True)
    ]
    return pd.Series(named, index=pairs.index, dtype="str")


def precision(rows: pd.DataFrame, events: pd.Series[str]) -> Iterator[Result]:
    """How many of the labelled pairs report the same fact or print the same quotation.

    Over all matches: sum of weights of those that do / sum of weights, since strata were drawn at unlike rates; its
    interval resamples events. Within a stratum: the share with Wilson's interval (Wilson 1927, JASA 22).

    Args:
        rows: made by `labelled`.
        events: the event of each article, by its id.
    """
    is_matched = matched(rows)
    own = rows[is_matched]
    groups = own["first_article"].map(events).tolist()
    weight, same = own["weight"].to_numpy(np.float64), own["is_same"].to_numpy(np.float64)
    yield result(PRECISION, "all", lambda at: float((weight[at] * same[at]).sum() / weight[at].sum()), groups)
    order = sorted(set(rows["part"]), key=lambda part: (not part.startswith("shared"), -_low(part)))
    for part in order:
        among = rows[rows["part"] == part]
        is_below = not matched(among).any()
        sames, groups_n = int(among["is_same"].sum()), among["first_article"].map(events).nunique()
        low, high = wilson(sames, len(among))
        name = f"{part}, not matched" if is_below else part
        yield Result(PRECISION, name, sames / len(among), low, high, len(among), groups_n)


def found(rows: pd.DataFrame, events: pd.Series[str]) -> Result:
    """Of the candidates that report the same, the share that is matched, by weight."""
    own = rows[rows["is_same"]]
    weight, hit = own["weight"].to_numpy(np.float64), matched(own).to_numpy(np.float64)
    groups = own["first_article"].map(events).tolist()
    return result(
        "recall of labelled pairs", "mutual nearest neighbours",
        lambda at: float((weight[at] * hit[at]).sum() / weight[at].sum()), groups,
    )  # fmt: skip


def fit(rows: pd.DataFrame) -> tuple[float, float, float]:
    """Intercept and weights of similarity and overlap, by logistic regression on labelled pairs.

    Weak ridge penalty (C = 10); every labelled pair weighs the same. `compare.matched.score` holds them rounded.
    """
    from sklearn.linear_model import LogisticRegression

    model = LogisticRegression(C=PENALTY).fit(rows[["similarity", "overlap"]].to_numpy(), rows["is_same"])
    similarity, overlap = model.coef_[0]
    return float(model.intercept_[0]), float(similarity), float(overlap)


def wilson(hits: int, n: int) -> tuple[float, float]:
    """Wilson's 95 % interval of a share."""
    if not n:
        return math.nan, math.nan
    share, square = hits / n, Z * Z / n
    middle = share + square / 2
    reach = Z * math.sqrt(share * (1 - share) / n + square / (4 * n))
    return (middle - reach) / (1 + square), (middle + reach) / (1 + square)


def _low(part: str) -> float:
    """The lower end of a band; 1 for what is no band."""
    return float(part.split()[1]) if part.startswith("probability") else 1.0
