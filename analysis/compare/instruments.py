"""How far the instruments agree with one another on a study's sentences, and where they do least."""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING

import numpy as np
import pandas as pd

from analysis import tables

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

FEWEST = 10
"""Sentences that an article must have of a pair for a correlation of its own."""

NEUTRAL = 0.05
"""Scores nearer to 0 have no sign (the bound that VADER's authors give for its compound score)."""

MOST = 20
DECIMALS = 4
SCALES = ("tone", "stance")


def scales(
    tone: pd.DataFrame, targets: pd.DataFrame | None, sentences: pd.DataFrame, paragraphs: pd.DataFrame
) -> pd.DataFrame:
    """What each instrument gives each analysed sentence, all on scales from -1 to 1.

    Stance is p(positive) - p(negative), of sentences with exactly one target only: of several it has several.

    Args:
        tone: the table `tone`, of one instrument or more.
        targets: the table `targets`; None where there is none.
        sentences: the table `sentences`.
        paragraphs: the table `paragraphs`.

    Returns:
        One row per sentence by `sentence_id`, in order; a column per instrument ("tone vader"), tone first, nan
        where it gives nothing; and `article_id` and `paragraph_id`.
    """
    places = sentences[["sentence_id", "paragraph_id"]].merge(
        paragraphs.loc[paragraphs["analysed"], ["paragraph_id", "article_id"]], on="paragraph_id"
    )
    long = [_long(tone, "tone", tone["tone"])]
    if targets is not None and len(targets):
        single = targets[targets.groupby(["sentence_id", "instrument"])["target"].transform("nunique") == 1]
        single = single.drop_duplicates(["sentence_id", "instrument"])
        long.append(_long(single, "stance", single["p_positive"] - single["p_negative"]))
    rows = pd.concat(long, ignore_index=True)
    wide = rows.set_index(["sentence_id", "scale"])["score"].unstack()  # noqa: PD010 - no pair is doubled
    order = sorted(wide.columns, key=lambda name: (SCALES.index(name.split()[0]), name))
    return wide[order].join(places.set_index("sentence_id"), how="inner").sort_index()


def instrument_agreement(scores: pd.DataFrame) -> pd.DataFrame:
    """How alike each pair of instruments scores the sentences that both score: description, no inference.

    Sentences of an article are not independent, so that no interval or p is given; beside all sentences the
    correlations stand for every article with at least 10 of them, which shows how far one text carries the whole.

    Args:
        scores: what `scales` returns.

    Returns:
        The table `instrument_agreement`: `first`, `second`; `article_id` ("" for all); `sentences` that both score;
        `pearson` and `spearman` (-1 to 1; nan where one does not vary); `signed` (sentences on which neither score is
        within 0.05 of 0) and `same_sign` (the share of these with the same sign, 0 to 1; nan without any). Spearman's
        is Pearson's r of mid-ranks. Empty with fewer than two instruments.
    """
    return tables.table(
        "instrument_agreement",
        (
            {"first": first, "second": second, "article_id": article_id, **_alike(own[first], own[second])}
            for first, second in itertools.combinations(_names(scores), 2)
            for article_id, own in _wholes(scores.dropna(subset=[first, second]))
        ),
    )


def disagreement(scores: pd.DataFrame, *, most: int = MOST) -> pd.DataFrame:
    """The sentences that two instruments place furthest apart, each sentence once, with its furthest pair.

    z = (score - mean) / standard deviation, over all sentences that the instrument scores; sentences are ordered by
    |z of the one - z of the other|, ties by sentence. An instrument that does not vary takes no part.

    Returns:
        The table `disagreement` (its `words` empty); empty with fewer than two instruments.
    """
    standard = {name: _standardised(scores[name]) for name in _names(scores)}
    pairs = [
        pd.DataFrame(
            {
                "sentence_id": scores.index, "paragraph_id": scores["paragraph_id"].to_numpy(),
                "first": first, "second": second,
                "first_score": scores[first].to_numpy(), "second_score": scores[second].to_numpy(),
                "first_z": standard[first].to_numpy(), "second_z": standard[second].to_numpy(),
            }
        )
        for first, second in itertools.combinations(standard, 2)
    ]  # fmt: skip
    if not pairs:
        return tables.table("disagreement", ())
    rows = pd.concat(pairs, ignore_index=True).dropna()
    rows["gap"] = (rows["first_z"] - rows["second_z"]).abs()
    rows = rows.sort_values(["gap", "sentence_id"], ascending=[False, True], kind="stable")
    rows = rows.drop_duplicates("sentence_id").head(most).drop(columns="gap")
    numbers = ["first_score", "second_score", "first_z", "second_z"]
    rows[numbers] = rows[numbers].round(DECIMALS) + 0.0
    rows = rows.assign(rank=range(1, len(rows) + 1), words="")
    return tables.table("disagreement", rows.to_dict("records"))  # type: ignore[arg-type]


def _long(rows: pd.DataFrame, scale: str, scores: pd.Series[float]) -> pd.DataFrame:
    """Scores with the name of their scale and instrument."""
    named = rows["instrument"].map(lambda name: name if name == scale else f"{scale} {name}")
    return pd.DataFrame({"sentence_id": rows["sentence_id"], "scale": named, "score": scores})


def _names(scores: pd.DataFrame) -> Sequence[str]:
    """The instruments of a table of scores."""
    return [name for name in scores.columns if name not in {"article_id", "paragraph_id"}]


def _wholes(own: pd.DataFrame) -> Iterator[tuple[str, pd.DataFrame]]:
    """All sentences, then those of each article that has enough."""
    yield "", own
    for article_id, rows in own.groupby("article_id", sort=True):
        if len(rows) >= FEWEST:
            yield str(article_id), rows


def _alike(first: pd.Series[float], second: pd.Series[float]) -> dict[str, float]:
    """The figures of one pair on some sentences."""
    signed = (first.abs() >= NEUTRAL) & (second.abs() >= NEUTRAL)
    same = np.sign(first[signed]) == np.sign(second[signed])
    return {
        "sentences": len(first),
        "pearson": _correlation(first, second),
        "spearman": _correlation(first.rank(), second.rank()),
        "signed": int(signed.sum()),
        "same_sign": round(float(same.mean()), DECIMALS) if signed.any() else float("nan"),
    }


def _correlation(first: pd.Series[float], second: pd.Series[float]) -> float:
    """Pearson's r to four decimals; nan where one does not vary."""
    if first.nunique() < 2 or second.nunique() < 2:  # noqa: PLR2004 - it takes two values to vary
        return float("nan")
    return round(float(np.corrcoef(first, second)[0, 1]), DECIMALS) + 0.0


def _standardised(scores: pd.Series[float]) -> pd.Series[float]:
    """The scores less their mean, in standard deviations; nan throughout where they do not vary."""
    spread = float(scores.std(ddof=0))
    return (scores - scores.mean()) / (spread if spread > 0 else float("nan"))
