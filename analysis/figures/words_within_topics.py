"""The words that outlets use for the same topic."""

from __future__ import annotations

import pandas as pd
from matplotlib.axes import Axes
from matplotlib.figure import Figure

from analysis.figures import key, layout, style
from analysis.figures.leading_words import leading
from analysis.figures.rows import largest
from analysis.figures.wording import clauses, count, decimal, listed, quoted, shorten, spelled

SLUG = "words-within-topics"
TITLE = "Which words do outlets use for the same topic?"
TABLES = ("keyness", "topics")

TOPICS = 6
ROWS = 6
FEWEST = 2
"""Uses by the outlet: a word used once says nothing of a habit."""

FEWEST_WORDS = 100
"""Running words of the outlet on the topic: of fewer, two uses of a word make a rate that looks like a habit."""

MOST_LABEL = 60


def prepare(keyness: pd.DataFrame, topics: pd.DataFrame) -> pd.DataFrame:
    """The words and phrases that set the outlets apart within the topics that they share, over all text.

    The six largest topics in which two outlets have words of their own; in each the first six words and
    phrases, taken from the outlets in turn.

    Returns:
        Columns `topic`, `label`, `outlet`, `word`, `count`, `articles` (of the outlet, within the topic),
        `rate_per_1000` and `rest_rate_per_1000` (of the outlet's and of the others' words in the topic),
        `log_odds`, `z` and `verdict`.
    """
    rows = within_topics(keyness)
    first = leading(rows[rows["voice"] == "all"], ROWS)
    labels = dict(zip(topics["topic"].astype("str"), topics["label"], strict=True))
    first = first[first["topic"].isin(list(labels))]
    # Named before they are chosen: a column assigned to a table without rows brings its own rows along.
    first = first.assign(label=first["topic"].map(labels), topic=first["topic"].astype("int64"))
    several = first.groupby("topic")["outlet"].transform("nunique") > 1
    in_turn = first[several].sort_values(["topic", "rank", "z"], ascending=[True, True, False], kind="stable")
    chosen = in_turn.groupby("topic").head(ROWS)
    chosen = chosen[chosen["topic"].isin(sorted(set(chosen["topic"]))[:TOPICS])]
    columns = [
        "topic", "label", "outlet", "word", "count", "articles", "rate_per_1000", "rest_rate_per_1000", "log_odds",
        "z", "verdict",
    ]  # fmt: skip
    ordered = chosen.sort_values(["topic", "outlet", "rank"], kind="stable", ignore_index=True)
    return ordered[columns]


def within_topics(keyness: pd.DataFrame) -> pd.DataFrame:
    """The rows of each outlet against all others within a topic.

    Only words that it uses twice at least, and only where it has 100 words on the topic: of fewer a rate says nothing.
    """
    own = keyness[(keyness["topic"] != "") & (keyness["other"] == "") & (keyness["count"] >= FEWEST)]
    return own[words_on(own["count"], own["rate_per_1000"]) >= FEWEST_WORDS]


def words_on(counts: pd.Series[int], rates: pd.Series[float]) -> pd.Series[float]:
    """How many running words there are, from the uses of a word and its rate; missing where it is never used."""
    return (1000 * counts / rates.where(rates > 0)).round()


@style.styled
def draw(data: pd.DataFrame) -> Figure:
    """A row per word under its topic: the outlet's rate as its mark, the others' as a hollow one."""
    looks = style.looks_of(data)
    labels: list[str] = []
    heads: dict[int, str] = {}
    places: list[int] = []
    for _, own in data.groupby("topic", sort=True):
        heads[len(labels)] = f"{own['label'].iloc[0]}"
        labels += ["", *own["word"]]
        places += range(len(labels) - len(own), len(labels))
    figure, (axes,) = layout.row_panels(labels, [""], key=key.Key(looks, {}), row_height=19.0)
    _mark(axes, data.assign(place=places), looks)
    for place, head in heads.items():
        axes.text(0, place, shorten(head, MOST_LABEL), va="center", fontweight="bold", color=style.INK)
    axes.set_xlim(0, max(data["rate_per_1000"].max(), data["rest_rate_per_1000"].max()) * 1.06)
    axes.set_xlabel("times in every 1,000 words on the topic")
    return figure


def _mark(axes: Axes, data: pd.DataFrame, looks: dict[str, style.Look]) -> None:
    """Draw both rates of every word, a line between them, and how often the outlet uses it."""
    axes.hlines(
        data["place"], data["rate_per_1000"], data["rest_rate_per_1000"], color=style.FILL, linewidth=1.0
    )
    axes.plot(
        data["rest_rate_per_1000"], data["place"], linestyle="none", marker="o", markersize=6,
        markerfacecolor=style.PAPER, markeredgecolor=style.MUTED, label="the others", clip_on=False,
    )  # fmt: skip
    for outlet, look in looks.items():
        own = data[data["outlet"] == outlet]
        style.mark(axes, own["rate_per_1000"].tolist(), own["place"].tolist(), look, label=outlet)
    for rate, place, number in zip(data["rate_per_1000"], data["place"], data["count"], strict=True):
        layout.note(axes, rate, place, f"{number:,}")


def describe(data: pd.DataFrame) -> str:
    """The word that stands out most, with its rates, and the first words of each outlet in that topic."""
    first = largest(data, "z")
    own = data[data["topic"] == first["topic"]]
    told = [
        f"in {outlet} {listed(quoted(str(word)) for word in own.loc[own['outlet'] == outlet, 'word'])}"
        for outlet in style.looks_of(own)
    ]
    rates = [decimal(first[name], 1) for name in ("rate_per_1000", "rest_rate_per_1000")]
    return (
        f"In {spelled(data['topic'].nunique(), 'shared topic')} the word that stands out most is "
        f"{quoted(first['word'])} on {quoted(first['label'])}, {count(first['count'], 'time')} in {first['outlet']}: "
        f"{rates[0]} in every 1,000 words against {rates[1]} of the others. On that topic first come "
        f"{clauses(told, 'outlet')}."
    )


def caption(data: pd.DataFrame) -> str:
    """How to read the figure."""
    del data
    return (
        "Within a topic the subjects are closer to each other, so that words tell more of how they are spoken of, "
        f"though not only of that. Shown are at most {spelled(TOPICS)} topics, the largest, and {spelled(ROWS)} "
        f"words of each. Only outlets with {FEWEST_WORDS} words on the topic are here. An outlet's mark is "
        "how often it uses the word on this topic, the hollow circle how often the others do; the number is how "
        "many times the outlet uses it. A topic's texts are short, and one article can fill them."
    )
