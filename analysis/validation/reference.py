"""The spread of each word list's tone over news that stand outside every study: what z-scores are made of."""

from __future__ import annotations

from typing import TYPE_CHECKING

from analysis import jsonl
from analysis.framing.tone.bundled import bundled
from analysis.validation import gold
from analysis.voices.segments import sentence_spans

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    import pandas as pd

SOURCE = "the AllSides articles (Baly et al., EMNLP 2020; ramybaly/Article-Bias-Prediction)"
FILE = "paragraphs_120k.jsonl.gz"
EVERY = 10
"""One paragraph in ten: the standard deviations are then known to three decimals."""


def tone_reference(data: Path) -> pd.DataFrame:
    """Mean and standard deviation of each bundled word list's tone over sentences of US news.

    Args:
        data: the folder of the sets, or that of the articles' paragraphs.

    Returns:
        One row per word list: `instrument`, `sentences`, `mean` and `spread` (standard deviation with n as the
        divisor), both to four decimals; `framing.tone.mean` holds the spreads.

    Raises:
        ArticleError: the set is not there.
    """
    import pandas as pd

    path = gold.find(data, "abp", FILE, source=SOURCE)
    sentences = list(_sentences(path))
    rows = [
        (lexicon.name, len(tones), round(tones.mean(), 4), round(tones.std(ddof=0), 4))
        for lexicon in bundled()
        for tones in [pd.Series([lexicon.tone(sentence) for sentence in sentences])]
    ]
    return pd.DataFrame(rows, columns=["instrument", "sentences", "mean", "spread"])


def _sentences(path: Path) -> Iterator[str]:
    """The sentences of every tenth paragraph."""
    for number, (_, row) in enumerate(jsonl.read(path, fields={"text": str})):
        if number % EVERY == 0:
            yield from (row["text"][start:end] for start, end in sentence_spans(row["text"]))
