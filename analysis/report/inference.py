"""What may be said, in sentences: what was tested, what it would take, and how far the engine keeps its word."""

from __future__ import annotations

import pandas as pd

from analysis.figures.wording import count, decimal, listed, percent, spelled
from analysis.report.study import Study

RARE = 0.1
MODERATE = 1
"""Which of the simulated differences stands for all in a sentence: the one in the middle."""


def power_sentence(study: Study) -> str:
    """How many articles of each outlet would show a difference; "" where it was not simulated."""
    told = _moderate(study)
    if told.empty:
        return ""
    first = told.iloc[0]
    like = "as long and as much of one piece as these"
    if first["assumed"]:
        icc = decimal(first["icc"])
        like = f"as long as these and their paragraphs as alike as is assumed (intraclass correlation {icc})"
    return (
        f"To show a true difference of {percent(first['low'])} against {percent(first['high'])} of the paragraphs in "
        f"a topic in four studies of five, it would take {_needed(told)} of each outlet, if articles are {like}."
    )


def power_in_short(study: Study) -> str:
    """How many articles a moderate difference takes, in one short sentence for the first screen; "" where unknown."""
    told = _moderate(study)
    if told.empty:
        return ""
    first = told.iloc[0]
    shares = f"{percent(first['low'])} against {percent(first['high'])}"
    return f"To show {shares} in a topic would take {_needed(told)} of each."


def _moderate(study: Study) -> pd.DataFrame:
    """The power for the difference in the middle, by number of articles; nothing where it was not simulated."""
    power = study.table("power")
    if power.empty:
        return power
    questions = [line for _, line in power.groupby(["low", "high"], sort=True)]
    return questions[min(MODERATE, len(questions) - 1)]


def _needed(told: pd.DataFrame) -> str:
    """How many articles are enough."""
    enough = told.loc[told["enough"], "articles"]
    if len(enough):
        return f"about {count(enough.iloc[0], 'article')}"
    return f"more than {count(told['articles'].max(), 'article')}"


def estimand_sentence(study: Study) -> str:
    """What weighing every article alike, in place of every paragraph, would change; "" where it was not compared."""
    rows = study.table("estimands")
    if rows.empty:
        return ""
    own = one_of_two(study, rows[rows["voice"].isin(["all", "narration"]) & rows["difference"].notna()])
    if own.empty:
        return ""
    turned = int((~own["same_sign"].astype(bool)).sum())
    other = str(own["estimand"].iloc[0])
    weighed = {
        "article mean": (
            "every paragraph or sentence counts the same",
            "every article counted the same instead",
        ),
        "paragraph-weighted": (
            "every article counts the same",
            "every paragraph or sentence counted the same instead",
        ),
    }[other]
    verdicts = ""
    if study.is_tested:
        changed = int((~own["same_verdict"].astype(bool)).sum())
        verdicts = f", and {count(changed, 'verdict')} would be another"
    long = "more" if other == "article mean" else "no more"
    return (
        f"In the comparisons of this page {weighed[0]}, so that long articles weigh {long}. Were {weighed[1]}, of "
        f"{count(len(own), 'difference')} of an outlet from the others, in all text and in narration, "
        f"{spelled(turned)} would change sign{verdicts}; estimands.csv in the folder of tables has both ways of "
        "counting."
    )


def strata_sentence(study: Study) -> str:
    """Within what articles are compared; "" where they are all compared with one another."""
    strata = study.settings.compare.strata
    if not strata:
        return ""
    return (
        f"Articles are compared within {listed(f'the same {name}' for name in strata)}: a difference from the others "
        "is the weighted mean of those within each such group, and articles are dealt out anew within their group. "
        "Of words the test is formed so, their log-odds over all articles."
    )


def one_of_two(study: Study, rows: pd.DataFrame) -> pd.DataFrame:
    """The rows, of two outlets only the first's: what the other differs by is the same told the other way round."""
    is_told_twice = len(rows) > 0 and len(study.outlets) == 2  # noqa: PLR2004 - see above
    return rows[rows["outlet"] == study.outlets[0]] if is_told_twice else rows


def verdicts_sentence(study: Study) -> str:
    """How many differences were called, shown to be small, and left open; "" where nothing is tested."""
    if not study.is_tested:
        return ""
    rows = one_of_two(study, study.table("estimates"))
    counts = rows["verdict"].value_counts()
    tested = int(sum(counts.get(name, 0) for name in ("supported", "not supported", "equivalent")))
    if not tested:
        return ""
    return (
        f"Of {count(tested, 'difference')} between an outlet and the others that were tested, "
        f"{_are(counts.get('supported', 0))} supported, {_are(counts.get('equivalent', 0))} shown to be too small to "
        f"matter, and {_are(counts.get('not supported', 0))} left open."
    )


def _are(number: int) -> str:
    """A number with its verb."""
    return f"{number:,} {'is' if number == 1 else 'are'}"


def omnibus_sentence(study: Study) -> str:
    """For how many measures the outlets differ at all; "" with two outlets, or where nothing is tested."""
    rows = study.table("contrasts")
    if not study.is_tested or rows.empty:
        return ""
    first = rows[(rows["kind"] == "omnibus") & rows["q"].notna()]
    called = int((first["verdict"] == "supported").sum())
    pairs = rows[(rows["kind"] == "pair") & rows["q"].notna()]
    apart = int((pairs["verdict"] == "supported").sum())
    return (
        f"Before any two outlets are compared, all are at once: {_in_how_many(called, len(first))}. Only where all "
        f"differ are pairs called, {apart:,} of {len(pairs):,}."
    )


def _in_how_many(called: int, measures: int) -> str:
    """In how many measures the outlets differ, as a clause."""
    if measures == 1:
        return f"in the one measure they {'differ' if called else 'are not shown to differ'}"
    return f"they differ in {called:,} of {count(measures, 'measure')}"


def simulated_sentence(study: Study) -> str:
    """How the engine did on simulated corpora, in sentences; "" where it was not measured."""
    rows = study.table("simulated")
    if rows.empty:
        return ""
    ten = rows[(rows["articles"] == "10 and 10") & (rows["lengths"] == "even")]
    covering = ten[ten["question"].str.startswith("coverage") & (ten["method"] == "bootstrap-t")]
    alarms = ten[(ten["question"] == "false alarms") & (ten["method"] == "permutation")]
    if covering.empty or alarms.empty:
        return ""
    rare = rare_shares(covering)
    told = (
        "On simulated corpora of which the truth is known, with ten articles of each of two outlets, the intervals "
        f"held the truth in {_span(covering['rate'][~rare])} of corpora (95% is promised), and the test called a "
        f"difference where there is none in {_span(alarms['rate'])} (5% is allowed), over "
        f"{spelled(len(alarms), 'population')}."
    )
    if not rare.any():
        return told
    return (
        f"{told} Where an outlet gives a topic less than a tenth of its paragraphs, ten articles are few: there the "
        f"intervals held the truth in {_span(covering['rate'][rare])}."
    )


def rare_shares(rows: pd.DataFrame) -> pd.Series[bool]:
    """Which rows of the table `simulated` are of a topic that an outlet gives less than a tenth of its paragraphs."""
    smallest = rows["value"].map(lambda value: min(float(part) for part in value.split(" and ")))
    return (rows["measure"] == "topic share") & (smallest < RARE)


def _span(rates: pd.Series[float]) -> str:
    """The lowest and the highest rate, as per cent."""
    return f"{decimal(100 * rates.min(), 1)} to {decimal(100 * rates.max(), 1)}%"
