"""The study's own false-alarm rate: the whole comparison again under outlet labels that mean nothing."""

from __future__ import annotations

import dataclasses
import math
from collections import defaultdict
from typing import TYPE_CHECKING

import numpy as np
from scipy import stats

from analysis import tables
from analysis.compare.contrasts import contrasts
from analysis.compare.engine import estimate
from analysis.compare.gate import gate
from analysis.compare.keyness import keyness
from analysis.compare.naive import unit_p, word_p
from analysis.compare.relabelings import Relabelings, relabelled_sums, relabelled_words
from analysis.compare.together import together

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    import pandas as pd

    from analysis.compare.arrays import Floats
    from analysis.compare.sums import Sums
    from analysis.compare.word_counts import VoiceCounts
    from analysis.settings import CompareSettings

OWN, INDEPENDENT, CORRECTED = "this study", "units as independent", "units as independent, Bonferroni"
ANYWHERE, MEASURES = "anywhere", "all measures"
UNTESTED = {"descriptive only", "not estimable"}
RANKS, WORD_RANKS = 50, 10
WORK = 3e9
"""How much one audit may take, in cells: about 90 seconds of one processor core, the pairs of outlets not counted."""

FEWEST = 20
LEVEL = 0.95
DECIMALS = 6

Tally = tuple[int, int]
"""How many tests were made and how many called a difference."""


@dataclasses.dataclass(frozen=True, slots=True, eq=False)
class Material:
    """What does not change with the labels: the sums of the measures and the word counts of each voice."""

    sums: Sums
    counts: Mapping[str, VoiceCounts]


def self_audit(
    material: Material,
    *,
    settings: CompareSettings,
    rng: np.random.Generator,
    progress: Callable[[int, int], None] = lambda done, of: None,  # noqa: ARG005 - nobody need listen
) -> pd.DataFrame:
    """How often the comparison calls a difference between outlets when articles are dealt to them at random.

    The articles are dealt to the outlets anew, each outlet keeping its number, `settings.audits` times (a large study
    less often, see `affordable`); or in every distinct way, where there are no more than that. Under each the whole
    comparison runs as it does for the study itself: the choice of shared topics, the gate, every test of outlets
    against the rest, of all at once and of pairs, the corrections within and across families, the verdicts; words and
    phrases over all topics only, for time. Whatever it calls is a false alarm, since the labels mean
    nothing. Fewer permutations are drawn per test than for the study itself (see `reduced`), which leaves a test
    valid; intervals, on which no verdict rests, are not drawn in earnest.

    Beside it stands what others would have claimed of the very same relabelings who take the paragraphs, sentences
    and words of an article for independent (see `naive`), once at alpha for each test alone and once with
    Bonferroni's correction over all measures, or over all words and outlets of a voice.

    Args:
        material: of the study; the sums must hold the tone within every topic that two articles share.
        settings: of the study.
        rng: where relabelings and permutations are drawn from.
        progress: told after each relabeling.

    Returns:
        The table `self_audit`, one row per procedure and family of tests; none without audits or with a single
        outlet. `family` is one of the measures' or of the words' families, "all measures" or "anywhere".
        `relabelings` (count), and whether these are `every` distinct one; `with_any`: relabelings in which at least
        one difference was called; `share` of them, 0 to 1, to be held against `alpha`, and its interval `low` to
        `high` (Clopper and Pearson 1934, Biometrika 26; 95 %), nan where every relabeling was gone through, as then
        nothing is estimated. `tests` made and `called` in all relabelings, and `called_share`, nan without tests: a
        design that is descriptive only is never tested, so that the study's own rows have 0 tests.
    """
    design = material.sums.design
    outlets = dict(zip(design.outlets, design.sizes, strict=True))
    drawing, testing = rng.spawn(2)
    if len(outlets) < 2 or not settings.audits:  # noqa: PLR2004 - it takes two to differ
        return tables.table("self_audit", ())
    relabelings = Relabelings.of(design, most=affordable(material, settings), rng=drawing)
    tallies: dict[tuple[str, str], list[Tally]] = defaultdict(list)
    for done, (labels, stream) in enumerate(
        zip(relabelings.labels, testing.spawn(len(relabelings.labels)), strict=True), start=1
    ):
        owners = [design.outlets[label] for label in labels]
        words = relabelled_words(material.counts, dict(zip(design.articles, owners, strict=True)))
        again = Material(relabelled_sums(material.sums, labels), words)
        for key, tally in _tallies(again, settings=settings, rng=stream).items():
            tallies[key].append(tally)
        progress(done, len(relabelings.labels))
    return _table(tallies, relabelings, settings.alpha)


def affordable(material: Material, settings: CompareSettings) -> int:
    """How often a study is audited: `settings.audits` times, less often where it is large, but 20 times at least.

    One relabeling is taken to cost outlets x (permutations x measures x articles / 50 + word permutations x words).
    """
    articles, measures = material.sums.total.shape
    words = sum(len(counted.of().words) for counted in material.counts.values())
    permutations, of_words = (reduced(settings, ranks).permutations for ranks in (RANKS, WORD_RANKS))
    cells = len(material.sums.design.outlets) * (permutations * measures * articles / 50 + of_words * words)
    return min(settings.audits, max(FEWEST, int(WORK / max(cells, 1.0))))


def reduced(settings: CompareSettings, ranks: int) -> CompareSettings:
    """The settings under which each relabeling is tested.

    Alpha is then the 50th smallest p that a measure can have (999 permutations at .05), which keeps the rate near
    alpha also where a dozen families share it, and the 10th smallest of a word (199). Two resamples, as nothing is
    read off the intervals.

    Args:
        settings: of the study.
        ranks: how many p there shall be up to alpha.
    """
    permutations = min(settings.permutations, math.ceil(ranks / settings.alpha) - 1)
    exact = min(settings.exact_up_to, permutations)
    return dataclasses.replace(settings, permutations=permutations, exact_up_to=exact, resamples=2)


def _tallies(
    again: Material, *, settings: CompareSettings, rng: np.random.Generator
) -> dict[tuple[str, str], Tally]:
    """Tests and calls of every procedure and family under one relabeling."""
    found: dict[tuple[str, str], Tally] = {}
    own = _own(again, settings=settings, rng=rng)
    plain, corrected = _naive(again, settings.alpha)
    for procedure, families in ((OWN, own), (INDEPENDENT, plain), (CORRECTED, corrected)):
        words = {name for name in families if name.startswith("words, ")}
        families[MEASURES] = _together(families[name] for name in families if name not in words)
        families[ANYWHERE] = _together(families[name] for name in (MEASURES, *words))
        found |= {(procedure, family): tally for family, tally in families.items()}
    return found


def _own(again: Material, *, settings: CompareSettings, rng: np.random.Generator) -> dict[str, Tally]:
    """The study's own tests and calls, by family."""
    quick, (estimating, counting, pairing) = reduced(settings, RANKS), rng.spawn(3)
    design = again.sums.design
    allowed = gate(design.sizes_by_outlet, quick)
    rows, apart, words = together(
        estimate(again.sums, gate=allowed, settings=quick, rng=estimating),
        contrasts(again.sums, gate=allowed, settings=quick, rng=pairing),
        keyness(again.counts, settings=reduced(settings, WORD_RANKS), rng=counting),
        alpha=settings.alpha,
    )
    families = {str(family): _verdicts(own) for family, own in rows.groupby("family", sort=True)}
    families |= {
        f"{family}: all outlets, pairs": _verdicts(own) for family, own in apart.groupby("family", sort=True)
    }
    return families | {
        f"words, {voice}": _verdicts(words[words["voice"] == voice])
        for voice, counted in again.counts.items()
        if counted.of().comparable
    }


def _naive(again: Material, alpha: float) -> tuple[dict[str, Tally], dict[str, Tally]]:
    """Tests and calls by family of those who take units for independent: uncorrected, and with Bonferroni."""
    p = unit_p(again.sums)
    names = again.sums.keys["family"].to_numpy(dtype=object)
    tests = max(1, int(np.isfinite(p).sum()))
    families = {str(family): (p[:, names == family], tests) for family in sorted(set(names))}
    for voice, voiced in again.counts.items():
        counted = voiced.of()
        if counted.comparable:
            of_words = word_p(counted)
            families[f"words, {voice}"] = of_words, of_words.size
    plain = {family: _below(found, alpha) for family, (found, _) in families.items()}
    return plain, {family: _below(found, alpha / many) for family, (found, many) in families.items()}


def _verdicts(rows: pd.DataFrame) -> Tally:
    """How many rows were tested and supported."""
    return int((~rows["verdict"].isin(UNTESTED)).sum()), int((rows["verdict"] == "supported").sum())


def _below(p: Floats, level: float) -> Tally:
    """How many p there are, and how many below a level."""
    return int(np.isfinite(p).sum()), int((p < level).sum())


def _together(tallies: Iterator[Tally]) -> Tally:
    """Tests and calls of several families."""
    rows = list(tallies)
    return sum(tests for tests, _ in rows), sum(called for _, called in rows)


def _table(
    tallies: Mapping[tuple[str, str], list[Tally]], relabelings: Relabelings, alpha: float
) -> pd.DataFrame:
    """The table, procedures in their order, the families of the whole first."""
    procedures, whole = (OWN, INDEPENDENT, CORRECTED), (ANYWHERE, MEASURES)
    order = sorted(
        tallies,
        key=lambda key: (
            procedures.index(key[0]),
            key[1] not in whole,
            whole.index(key[1]) if key[1] in whole else 0,
            key[1],
        ),
    )
    size = len(relabelings.labels)
    rows = []
    for procedure, family in order:
        own = tallies[procedure, family]
        hits, tests, called = (
            sum(calls > 0 for _, calls in own),
            sum(n for n, _ in own),
            sum(n for _, n in own),
        )
        low, high = (math.nan, math.nan) if relabelings.every else clopper_pearson(hits, size)
        rows.append(
            {
                "procedure": procedure, "family": family, "relabelings": size, "every": relabelings.every,
                "with_any": hits, "share": round(hits / size, DECIMALS), "low": low, "high": high, "tests": tests,
                "called": called, "called_share": round(called / tests, DECIMALS) if tests else math.nan,
                "alpha": alpha,
            }
        )  # fmt: skip
    return tables.table("self_audit", rows)


def clopper_pearson(hits: int, tries: int) -> tuple[float, float]:
    """The exact 95 % interval of a share of independent tries, 0 to 1, from the binomial distribution.

    Source: Clopper and Pearson (1934), The use of confidence or fiducial limits, Biometrika 26. It never covers less
    often than it says.
    """
    tail = (1 - LEVEL) / 2
    low = 0.0 if hits == 0 else float(stats.beta.ppf(tail, hits, tries - hits + 1))
    high = 1.0 if hits == tries else float(stats.beta.ppf(1 - tail, hits + 1, tries - hits))
    return round(low, DECIMALS), round(high, DECIMALS)
