"""The first screen in words: what was read, what can be said of it and what cannot."""

from __future__ import annotations

from dataclasses import dataclass

from analysis.figures.rows import largest, word_counts
from analysis.figures.wording import capitalised, count, day, listed, listed_up_to, percent, spelled
from analysis.report import counts
from analysis.report.inference import power_in_short
from analysis.report.study import Study

MOST_OUTLETS = 8


@dataclass(frozen=True, slots=True)
class Summary:
    """Three short paragraphs, and the line under the title."""

    byline: str
    read: str
    can: str
    cannot: str


def summary(study: Study) -> Summary:
    """The first screen of a study."""
    size = f"{spelled(counts.articles(study), 'article')} of {spelled(len(study.outlets), 'outlet')}"
    paragraphs = count(counts.paragraphs(study), "paragraph")
    read = (
        f"{capitalised(size)}{span_of_dates(study)}. Of their text, {paragraphs} with "
        f"{words_told(study)} are analysed; headlines, captions and page furniture are set "
        f"apart.{_imbalance(study)}"
    )
    return Summary(f"{capitalised(size)}, {paragraphs}", read, _can(study), _cannot(study))


def words_told(study: Study) -> str:
    """How many words are analysed; how many of the texts at hand, where no sum of all is kept."""
    is_counted = study.has("words_by_speaker") or not study.scope.is_cut("paragraphs")
    return f"{count(counts.words(study), 'word')}{'' if is_counted else study.scope.within('paragraphs')}"


def span_of_dates(study: Study) -> str:
    """From when to when the articles appeared, as it follows their number; "" where only a sample is at hand."""
    if study.scope.is_cut("articles"):
        return ""
    dates = sorted(set(study.table("articles")["date"]) - {""})
    if not dates:
        return ", all undated"
    return f", {day(dates[0])}" if len(dates) == 1 else f", from {day(dates[0])} to {day(dates[-1])}"


def _imbalance(study: Study) -> str:
    """Whether one article outweighs all the others, with a leading space."""
    if study.scope.is_cut("paragraphs"):
        return ""
    sizes = word_counts(study.analysed["plain"]).groupby(study.analysed["article_id"]).sum()
    words = sizes.rename("words").reset_index()
    total = int(words["words"].sum())
    most = largest(words, "words")
    if len(words) < 2 or most["words"] <= total / 2:  # noqa: PLR2004 - one article is no imbalance
        return ""
    name = study.article_names[most["article_id"]]
    return f" One article, {name}, holds {percent(most['words'] / total)} of these words."


def _can(study: Study) -> str:
    """What may be said."""
    told = ["in what tone"]
    told += ["how they speak of whom"] if study.has("targets") else []
    told += ["in which frames"] if study.has("frames") else []
    described = (
        "What these texts contain: whose words they print, which subjects they take up and at what length, "
        f"{listed([*told, 'with which words'])}. Every finding leads to the paragraphs behind it."
    )
    if study.is_tested:
        return f"{described} Whether outlets differ is tested with the article as the unit."
    return described


def _cannot(study: Study) -> str:
    """What may not be said, and the one sentence why."""
    tone = "Nor does the tone of the wording tell what anybody thinks."
    if study.is_tested:
        return f"Why outlets differ, or what articles that are not here would show. {tone}"
    if len(study.gate.outlets) < 2:  # noqa: PLR2004 - a comparison takes two
        return f"{study.gate.reason} {tone}"
    if study.gate.smallest_p < study.gate.alpha:
        # Enough articles in all, but not on either side.
        return f"Whether other articles of these outlets would show the same. {study.gate.reason} {tone}"
    sizes = dict(zip(study.gate.outlets, study.gate.articles, strict=True))
    each = [f"{spelled(sizes[outlet])} of {outlet}" for outlet in study.outlets if outlet in sizes]
    few = listed_up_to(each, MOST_OUTLETS, "outlet")
    return (
        f"Whether other articles of these outlets would show the same. With so few ({few}), even the sharpest "
        f"difference would come about in {percent(study.gate.smallest_p)} of cases if the outlets' names were dealt "
        f"out to the articles at random, so nothing is tested. {power_in_short(study)} {tone}"
    )
