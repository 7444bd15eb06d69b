"""Whether the test of words finds what is there and nothing else, on the articles of real outlets."""

from __future__ import annotations

import itertools
import re
from collections import Counter
from typing import TYPE_CHECKING

from analysis import jsonl
from analysis.choices import CompareSettings
from analysis.validation import gold
from analysis.validation.likelihood_ratio import clopper_pearson

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    import numpy as np
    import pandas as pd

    from analysis.compare.word_counts import VoiceCounts
    from analysis.progress import Progress
    from analysis.validation.halves import Outcome

POLNEAR = "PolNeAR"
ALLSIDES = "AllSides"
SOURCES = (
    (POLNEAR, "polnear", ("train.jsonl.gz", "dev.jsonl.gz"), "publisher"),
    (ALLSIDES, "abp", ("sample_2000.jsonl.gz",), "source"),
)
FEWEST = 80
"""Different articles of an outlet whose halves are compared."""

DRAWS = 50
PLANTED = 10
FACTORS = (2, 4)
BANDS = ((0.1, 0.25), (0.25, 0.5), (0.5, 1.0))
"""Shares of the outlet's articles that a planted word stands in."""

SETTINGS = CompareSettings(permutations=999, exact_up_to=999)
SEED = 20120418
BOTH = "all"


def validate_words(
    data: Path, *, progress: Progress, draws: int = DRAWS, planted: int = PLANTED
) -> pd.DataFrame:
    """How often random halves of one outlet differ in any word, and how often a planted word is found.

    Every outlet with 80 different articles or more in PolNeAR (Newell et al., LREC 2018) and in a sample of
    AllSides articles (Baly et al., EMNLP 2020) is cut into random halves. Their words and phrases of up to
    three words are compared by `chance` (999 assignments), and their single words by G2 (see
    `likelihood_ratio`). Then, in halves drawn anew, a word of each band of `BANDS` is used 2 or 4 times as
    often in every article of one half.

    Args:
        data: the folder of the sets.
        progress: shows how far it is.
        draws: of each outlet, with nothing to find.
        planted: draws of each outlet for each factor, with words planted.

    Returns:
        The table `words_check`: `collection` ("all": both), `what`, `test`, `found` (draws with any
        finding; or planted words that were found) of `draws`, the `share` and its 95 % interval from `low`
        to `high` (Clopper and Pearson 1934), which takes these articles as given.

    Raises:
        ArticleError: a set is not there.
    """
    import numpy as np

    outlets = list(_outlets(data))
    tally: Counter[tuple[str, str, str, bool]] = Counter()
    with progress.stage("Random halves") as step:
        streams = np.random.default_rng(SEED).spawn(len(outlets))
        for place, ((collection, counted), rng) in enumerate(zip(outlets, streams, strict=True)):
            for each in _outcomes(counted, draws, planted, rng):
                tally.update((name, *each) for name in (BOTH, collection))
            step(place + 1, len(outlets))
    return tallied(tally)


def tallied(tally: Counter[tuple[str, str, str, bool]]) -> pd.DataFrame:
    """The shares, with intervals, of what was found, by collection, what was looked for, and test."""
    import pandas as pd

    rows = []
    for key in dict.fromkeys(key[:3] for key in tally):
        found = tally[*key, True]
        number = found + tally[*key, False]
        rows.append((*key, found, number, found / number, *clopper_pearson(found, number)))
    columns = ["collection", "what", "test", "found", "draws", "share", "low", "high"]
    table = pd.DataFrame(rows, columns=columns).round({"share": 4, "low": 4, "high": 4})
    return table.sort_values("collection", key=lambda names: names != BOTH, kind="stable", ignore_index=True)


def _outcomes(counted: VoiceCounts, draws: int, planted: int, rng: np.random.Generator) -> Iterator[Outcome]:
    """Every outcome of one outlet."""
    from analysis.validation.halves import false_alarms, planted_words

    alarms = false_alarms(counted, draws=draws, settings=SETTINGS, rng=rng)
    finds = (
        planted_words(counted, draws=planted, factor=factor, bands=BANDS, settings=SETTINGS, rng=rng)
        for factor in FACTORS
    )
    return itertools.chain(alarms, *finds)


def _outlets(data: Path) -> Iterator[tuple[str, VoiceCounts]]:
    """The collection and the counts of every outlet with articles enough, by name."""
    import pandas as pd

    from analysis.compare.phrases import LONGEST
    from analysis.compare.tokens import Tokens
    from analysis.compare.word_counts import count_voice

    for collection, folder, files, publisher in SOURCES:
        # A set: an article that is there twice would be in both halves.
        texts: dict[str, set[str]] = {}
        for file in files:
            path = gold.find(data, folder, file, source=collection)
            for _, row in jsonl.read(path, fields={publisher: str, "text": str}):
                if text := row["text"].strip():
                    texts.setdefault(row[publisher], set()).add(text)
        for outlet in sorted(name for name, own in texts.items() if len(own) >= FEWEST):
            own = sorted(texts[outlet])
            passages = pd.DataFrame({"article_id": [f"{n:04d}" for n in range(len(own))], "outlet": outlet})
            tokens = Tokens.of(own, re.compile(r"(?!)"))
            yield collection, count_voice(tokens, passages, listed=LONGEST)
