"""Whether the distinguishing words depend on the strength of the prior."""

from __future__ import annotations

import pandas as pd
from matplotlib.figure import Figure

from analysis.figures import layout, style
from analysis.figures.wording import clauses, count, shorten

SLUG = "prior-sensitivity"
TITLE = "Would another prior have named other words?"
TABLES = ("prior_sensitivity",)

WORDS = 8
ROW = 17.0


def prepare(prior_sensitivity: pd.DataFrame) -> pd.DataFrame:
    """The rank of each outlet's leading words and phrases under each strength of the prior, over all text.

    Returns:
        Columns `outlet`, `word`, `prior` (in words) and `rank` (from 1); words that are among the first eight
        under any of the priors, ranks beyond eight kept where the table has them.
    """
    data = prior_sensitivity.rename(columns={"prior_words": "prior"})
    data = data.loc[data["voice"] == "all", ["outlet", "word", "prior", "rank"]]
    leading = data.loc[data["rank"] <= WORDS, ["outlet", "word"]].drop_duplicates()
    data = data.merge(leading, on=["outlet", "word"], how="inner")
    return data.sort_values(["outlet", "prior", "rank", "word"], kind="stable", ignore_index=True)


@style.styled
def draw(data: pd.DataFrame) -> Figure:
    """A small panel per outlet: a line per word over the priors; flat lines say that the prior does not matter."""
    looks = style.looks_of(data)
    priors = sorted(data["prior"].unique())
    figure, panels = layout.outlet_panels(
        list(looks), margins=(24.0, 114.0), inside=ROW * (WORDS + 3), foot=40.0
    )
    for outlet, axes in panels.items():
        own, look = data[data["outlet"] == outlet], looks[outlet]
        for word, line in own.groupby("word", sort=True):
            places = [priors.index(prior) for prior in line["prior"]]
            axes.plot(places, line["rank"], color=look.colour, marker=look.marker, markersize=5, linewidth=1.2,
                      markeredgecolor=look.edge, markeredgewidth=0.6, label=str(word))  # fmt: skip
        for word, rank in own.loc[own["prior"] == priors[-1], ["word", "rank"]].itertuples(index=False):
            if rank <= WORDS + 2:
                layout.note(axes, len(priors) - 1, rank, shorten(word, 16), shift=8)
        axes.set_xlim(-0.1, len(priors) - 0.9)
        axes.set_ylim(WORDS + 2.6, 0.4)
        axes.set_yticks([1, WORDS])
        axes.set_xticks(range(len(priors)), labels=[f"{prior:,.0f}" for prior in priors])
        axes.set_xlabel("prior, in words")
    return figure


def describe(data: pd.DataFrame) -> str:
    """How many of each outlet's leading words lead under every prior."""
    priors = data["prior"].nunique()
    told = []
    for outlet in style.looks_of(data):
        own = data[(data["outlet"] == outlet) & (data["rank"] <= WORDS)]
        steady = int((own.groupby("word")["prior"].nunique() == priors).sum())
        told.append(f"{count(steady, 'word')} in {outlet}")
    return f"The first {WORDS} words under each of {count(priors, 'prior')} share {clauses(told, 'outlet')}."


def caption(data: pd.DataFrame) -> str:
    """How to read the figure."""
    del data
    return (
        "A prior is the evidence that a word must overcome before it counts as an outlet's own, given as so "
        "many words of ordinary text. Each line follows one word's place in its outlet's list, the first on "
        "top: level lines say that the choice of prior does not matter, crossing ones that it does. "
        "First is the word whose difference is least like chance. A line that leaves the panel leaves the list. "
        "Only the order hangs on the prior; the test of articles dealt out anew, where there is one, does not use it."
    )
