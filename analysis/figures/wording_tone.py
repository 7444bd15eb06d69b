"""How positively or negatively each article is worded."""

from __future__ import annotations

import pandas as pd
from matplotlib.axes import Axes
from matplotlib.figure import Figure

from analysis.figures import instruments, layout, names, sampled, style
from analysis.figures.rows import ends
from analysis.figures.wording import MINUS, clauses, signed

SLUG = "wording-tone"
TITLE = "How positive or negative is the wording of each article?"
TABLES = ("article_tone", "articles", "estimates")

PANELS = {"all": "all text", "narration": "narration only"}
MOST_ARTICLES = 30
MOST_MARKS = 2_000


def prepare(article_tone: pd.DataFrame, articles: pd.DataFrame, estimates: pd.DataFrame) -> pd.DataFrame:
    """The mean tone of each article's sentences and of all sentences of its outlet, by the first instrument.

    Returns:
        Columns `instrument`, `voice`, `outlet`, `article_id`, `row` (the article's name; the outlet's where there
        are more than 30 articles), `sentences` (count), `tone` (mean of the article's sentences, -1 to 1) and
        `outlet_tone` (mean of all the outlet's sentences, so that long articles weigh more), `low`, `high`
        and `verdict` of that mean; and of more than 2,000 rows `drawn`, whether there is a mark for it.
    """
    data = article_tone[article_tone["voice"].isin(PANELS) & article_tone["tone"].notna()].copy()
    named = names.article_names(articles)
    many = max(len(articles), data["article_id"].nunique()) > MOST_ARTICLES
    data["row"] = data["outlet"].astype(str) if many else data["article_id"].map(named)
    means = instruments.drawn(estimates[estimates["measure"] == "wording tone"])
    means = means[means["topic"] == ""]
    means = means.rename(columns={"estimate": "outlet_tone"})[
        ["instrument", "voice", "outlet", "outlet_tone", "low", "high", "verdict"]
    ]
    data = data.merge(means, on=["instrument", "voice", "outlet"], how="inner")
    columns = ["instrument", "voice", "outlet", "article_id", "row", "sentences", "tone", *means.columns[3:]]
    data = data[columns].sort_values(["voice", "outlet", "article_id"], kind="stable", ignore_index=True)
    return sampled.with_drawn(data, data["article_id"], data["voice"], most=MOST_MARKS)


@style.styled
def draw(data: pd.DataFrame) -> Figure:
    """A row and a mark per article, its sentences beside it, an upright line at its outlet's mean."""
    rows = list(dict.fromkeys(data["row"]))
    looks = style.looks_of(data)
    voices = [voice for voice in PANELS if voice in set(data["voice"])]
    figure, panels = layout.row_panels(rows, [PANELS[voice] for voice in voices], row_height=26.0)
    data = sampled.drawn(data)
    for axes, voice in zip(panels, voices, strict=True):
        tone_axis(axes, data["tone"])
        for outlet, look in looks.items():
            own = data[(data["voice"] == voice) & (data["outlet"] == outlet)]
            if not own.empty:
                _outlet(axes, own, [rows.index(row) for row in own["row"]], look)
    return figure


def describe(data: pd.DataFrame) -> str:
    """The outlets with the lowest and highest mean tone, and between what each outlet's articles lie."""
    own = data[data["voice"] == data["voice"].iloc[0]]
    means = own.drop_duplicates("outlet")
    low, high = ends(means, "outlet_tone")
    told_ends = f"The mean tone is {signed(low['outlet_tone'])} in {low['outlet']}"
    if len(means) > 1:
        told_ends = (
            f"The lowest mean tone is {signed(low['outlet_tone'])}, in {low['outlet']}, the highest "
            f"{signed(high['outlet_tone'])}, in {high['outlet']}"
        )
    spans = [_span(own[own["outlet"] == outlet]) for outlet in style.looks_of(own)]
    told = clauses([span for span in spans if span], "outlet")
    between = f" Single articles lie {told}." if told else ""
    return f"{told_ends} ({PANELS[own['voice'].iloc[0]]}; {MINUS}1 is negative, 1 positive).{between}"


def caption(data: pd.DataFrame) -> str:
    """How to read the figure."""
    numbers = "; the number beside it is how many sentences that is" if _numbered(data) else ""
    by = instruments.title(data["instrument"].iloc[0])
    return (
        f"Each mark is one article: the mean over its sentences of {by}'s score of their words from {MINUS}1 "
        f"(negative) to 1 (positive){numbers}. The upright line is the mean over all the outlet's sentences. "
        "This is the tone of the wording, not what anybody thinks: a sentence that condemns a massacre is "
        f"worded negatively.{sampled.told(data, 'marks')}"
    )


def _span(own: pd.DataFrame) -> str:
    """Between what the articles of one outlet lie; "" for one article."""
    low, high = signed(own["tone"].min()), signed(own["tone"].max())
    return f"between {low} and {high} in {own['outlet'].iloc[0]}" if len(own) > 1 else ""


def tone_axis(axes: Axes, tones: pd.Series[float]) -> None:
    """Make x a tone: the same reach to both sides of zero, zero drawn through."""
    reach = next(step for step in (0.2, 0.4, 0.6, 0.8, 1.0) if tones.abs().max() <= step or step == 1.0)
    axes.set_xlim(-reach * 1.12, reach * 1.12)
    axes.set_xticks([-reach, 0, reach], labels=[signed(-reach, 1), "0", signed(reach, 1)])
    axes.axvline(0, color=style.FILL, linewidth=1.0, zorder=0.5)
    axes.set_xlabel("tone of wording")


def _outlet(axes: Axes, own: pd.DataFrame, places: list[int], look: style.Look) -> None:
    """One outlet's articles and their mean in one panel."""
    mean = own["outlet_tone"].iloc[0]
    axes.vlines(mean, min(places) - 0.42, max(places) + 0.42, color=look.colour, linewidth=2.0, alpha=0.6)
    style.mark(axes, own["tone"].tolist(), places, look, label=str(own["outlet"].iloc[0]))
    if _numbered(own):
        for place, tone, sentences in zip(places, own["tone"], own["sentences"], strict=True):
            layout.note(axes, tone, place, f"{sentences:,}", shift=9 if tone >= mean else -9)


def _numbered(data: pd.DataFrame) -> bool:
    """Whether each article has a row of its own, and so can carry its number."""
    return not (data["row"] == data["outlet"].astype(str)).any()
