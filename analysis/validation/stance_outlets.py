"""Whether stance puts outlets in the order in which coders put them (BASIL, Donald Trump)."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from analysis.choices import Actor
from analysis.framing.agreement import correlation, macro_f1, result
from analysis.framing.card import Card, Result
from analysis.validation import basil
from analysis.validation.stances import CLASSES, coded_stances

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    import numpy.typing as npt
    import pandas as pd

    from analysis.progress import Progress
    from analysis.validation.stances import Measured

    Floats = npt.NDArray[np.float64]
    Integers = npt.NDArray[np.int64]
    Statistic = Callable[[Integers], float]

TRUMP = Actor("Donald Trump", "person", aliases=("Trump",))
OUTLETS = ("fox", "nyt", "hpo")
CONTRASTS = (("fox", "hpo"), ("fox", "nyt"))
MEASURES = {"stance": "mean stance", "tone": "mean VADER tone"}
NOTES = (
    "Sentences that mention Donald Trump by name or, where safe, by pronoun; outlets: means of article means.",
    "Author's feeling coded negative/neutral/positive, whole set, articles: fox 1/22/4, hpo 17/12/0, nyt 16/13/0.",
    "VADER scores the same sentences without knowing the target.",
)
VOICES = {"all text": None, "narration": "narration"}
SPLIT = (
    "all articles that mention Donald Trump; the classifier was neither trained nor chosen on them, but the rules that "
    "find mentions were shaped by reading sentences of them, so that their recall may be flattered"
)


def validate(data: Path, model: Measured, *, progress: Progress) -> Card:
    """The stance toward Donald Trump per outlet on BASIL, VADER's tone of the same sentences, and the coders' verdict.

    An article's stance is the mean over its sentences that mention him; an outlet's is the mean over its articles.

    Args:
        data: the folder of all sets, or of BASIL.
        model: the classifier.
        progress: shows how far it is.

    Raises:
        ArticleError: the set is missing or broken.
    """
    coded = basil.read(data)
    everywhere = dict.fromkeys(coded.articles["article_id"], (TRUMP,))
    stances = coded_stances(coded.paragraphs, everywhere, model, progress=progress)
    results = [
        found
        for part, voice in VOICES.items()
        for found in _outlets(article_means(stances, coded.articles, voice), part)
    ]
    results += list(_coders(article_means(stances, coded.articles, None)))
    results.append(_found(coded.spans[coded.spans["target"] == TRUMP.name], stances))
    return Card(
        instrument=model.name,
        version=model.version,
        measures=model.measures,
        data="BASIL",
        source=f"{basil.SOURCE}, github.com/launchnlp/BASIL; open half: 60 events, three outlets each",
        licence="no licence file; texts remain their publishers'",
        split=SPLIT,
        resampled="articles; for differences between outlets, events",
        results=tuple(results),
        notes=(_orders(results), *NOTES),
    )


def article_means(stances: pd.DataFrame, articles: pd.DataFrame, voice: str | None) -> pd.DataFrame:
    """Means over each article's sentences that mention the target.

    Args:
        stances: made by `coded_stances`.
        articles: columns `article_id`, `outlet`, `event`, `feelings`.
        voice: the only voice that counts; None for all.

    Returns:
        One row per article with such sentences: the columns of `articles`, the means of stance, tone and
        probabilities, and `sentences` (count).
    """
    own = stances if voice is None else stances[stances["voice"] == voice]
    means = own.groupby("article_id", sort=True)[["stance", "tone", *CLASSES]].mean()
    means["sentences"] = own.groupby("article_id", sort=True).size()
    return articles.merge(means.reset_index(), on="article_id")


def _outlets(means: pd.DataFrame, part: str) -> Iterator[Result]:
    """Each outlet's mean, and fox less each of the others, by stance and by VADER."""
    for column, metric in MEASURES.items():
        for outlet in OUTLETS:
            own = means[means["outlet"] == outlet]
            yield result(metric, f"{outlet}, {part}", mean_of(own[column]), own["article_id"].tolist())
        for one, other in CONTRASTS:
            both = means[means["outlet"].isin((one, other))]
            statistic = difference_of(both[column], both["outlet"] == one)
            yield result(
                f"{metric}, difference", f"{one} less {other}, {part}", statistic, both["event"].tolist()
            )


def mean_of(values: pd.Series[float]) -> Statistic:
    """The mean of the rows that are drawn."""
    numbers = values.to_numpy(np.float64)
    return lambda rows: float(numbers[rows].mean())


def difference_of(values: pd.Series[float], first: pd.Series[bool]) -> Statistic:
    """The mean of the rows of the first kind less that of the others; nan where either has none."""
    numbers, is_first = values.to_numpy(np.float64), first.to_numpy(np.bool_)

    def statistic(rows: Integers) -> float:
        one, other = numbers[rows][is_first[rows]], numbers[rows][~is_first[rows]]
        return float(one.mean() - other.mean()) if len(one) and len(other) else float("nan")

    return statistic


def _orders(results: list[Result]) -> str:
    """The outlets in order, the most favourable first, by stance and by VADER."""
    told = []
    for metric, name in (("mean stance", "stance"), ("mean VADER tone", "VADER")):
        values = {
            outlet: next(r.value for r in results if (r.metric, r.part) == (metric, f"{outlet}, all text"))
            for outlet in OUTLETS
        }
        told.append(f"by {name} {' > '.join(sorted(values, key=lambda outlet: -values[outlet]))}")
    return f"Order over all text: {', '.join(told)}."


def _found(spans: pd.DataFrame, stances: pd.DataFrame) -> Result:
    """The share of the coded stretches about him that stand in a sentence that is found to mention him."""
    texts = stances.groupby("article_id")["text"].agg("\n".join)
    is_found = np.array(
        [
            text in texts.get(article_id, "")
            for article_id, text in zip(spans["article_id"], spans["text"], strict=True)
        ],
        dtype=np.float64,
    )
    return result(
        "recall", "coded spans in sentences that mention him", lambda rows: float(is_found[rows].mean()),
        spans["article_id"].tolist(),
    )  # fmt: skip


def _coders(means: pd.DataFrame) -> Iterator[Result]:
    """Agreement with the author's feeling as coders saw it, over the articles for which they gave one."""
    feelings = [given.get(TRUMP.name) for given in means["feelings"]]
    coded = means.assign(feeling=feelings).dropna(subset="feeling")
    truth, groups = coded["feeling"].to_numpy(np.int64), coded["article_id"].tolist()
    given = coded[list(CLASSES)].to_numpy(np.float64).argmax(axis=1) - 1
    for column, name in (("stance", "stance"), ("tone", "VADER")):
        scores = coded[column].to_numpy(np.float64)
        yield result("Pearson r", f"{name} and the author's coded feeling", correlated(scores, truth), groups)
    yield result(
        "macro-F1",
        "author's coded feeling",
        lambda rows: macro_f1(truth[rows] + 1, given[rows] + 1, 3),
        groups,
    )


def correlated(scores: Floats, truth: Integers) -> Statistic:
    """The correlation over the rows that are drawn."""
    return lambda rows: correlation(scores[rows], truth[rows].astype(np.float64))
