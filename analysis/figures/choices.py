"""What figures and sentences call the choices of the multiverse and their levels."""

from __future__ import annotations

from analysis.figures.instruments import title

CHOICES = {
    "neighbours": "neighbourhood", "cluster_size": "smallest cluster", "core_size": "core size",
    "clusters": "kind of cluster", "outliers": "outliers", "unit": "unit", "estimand": "weighting", "voice": "voice",
    "instrument": "word list", "prior_words": "prior", "seed": "seed",
}  # fmt: skip
"""Every choice that can be shown, in the order of the strips; seeds, which are drawn, come last."""

_NUMBERED = {
    "neighbours": "{} neighbours", "cluster_size": "clusters of {} or more", "prior_words": "prior of {} words",
    "seed": "seed {}",
}  # fmt: skip
_NAMED = {
    ("core_size", "cluster size"): "core as the cluster",
    ("clusters", "eom"): "broad clusters",
    ("clusters", "leaf"): "fine clusters",
    ("outliers", "dropped"): "outliers dropped",
    ("outliers", "own class"): "outliers counted",
    ("outliers", "reassigned"): "outliers reassigned",
    ("unit", "paragraph in context"): "paragraph in context",
    ("unit", "paragraph"): "paragraph alone",
    ("unit", "sentence"): "sentence",
    ("instrument", "vader"): "VADER",
    ("instrument", "afinn"): "AFINN",
    ("instrument", "mean"): "mean of both",
    ("voice", "all"): "all text",
    ("voice", "narration"): "narration only",
    ("estimand", "paragraph-weighted"): "by length",
    ("estimand", "article mean"): "by article",
}


def level_title(choice: str, level: str) -> str:
    """What a level of a choice is called, short enough for a row of a figure."""
    if (choice, level) in _NAMED:
        return _NAMED[choice, level]
    if choice == "instrument":
        return title(level)
    if choice == "core_size":
        return f"core of {level}"
    return _NUMBERED[choice].format(level) if choice in _NUMBERED else level


def in_order(choice: str, levels: list[str]) -> list[str]:
    """The levels of a choice in reading order: numbers by size, then the words that are known, then the others."""
    known = [level for named, level in _NAMED if named == choice]

    def rank(level: str) -> tuple[int, float, str]:
        if level.isdigit():
            return 0, float(level), ""
        return (1, float(known.index(level)), "") if level in known else (2, 0.0, level)

    return sorted(levels, key=rank)


def contrast_title(kind: str, subject: str) -> str:
    """What a contrast is of, as the start of a line."""
    told = {
        "topic share": "Share of “{}”", "wording tone in topic": "Tone in “{}”", "wording tone": "Tone over all",
        "frame": "Frame “{}”", "stance": "Stance toward {}", "word": "The word “{}”",
    }  # fmt: skip
    return told[kind].format(subject)
