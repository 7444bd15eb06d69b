"""The two things that an outlet's figure can mean: what its paragraphs say, and what its articles say."""

from __future__ import annotations

import numpy as np
import pandas as pd

from analysis.compare.sums import KEY

PLACE = [name for name in KEY if name not in {"family", "scale"}] + ["outlet"]
KEPT = ["estimate", "low", "high", "difference", "difference_low", "difference_high", "q", "verdict"]
OTHER = {"paragraphs": "articles", "articles": "paragraphs"}


def estimands(chosen: pd.DataFrame, other: pd.DataFrame) -> pd.DataFrame:
    """The figures under the estimand that the study did not choose, beside those under the one that it did.

    Paragraph-weighted: sum of values / units, so an article of forty paragraphs counts forty times as much as one of
    one. Article mean: the mean over articles of each one's own value. They part where long articles differ from short
    ones; a finding that holds under one only is a finding about long (or short) articles.

    Args:
        chosen: the table `estimates`.
        other: the same table under the other estimand, rows in the same order and corrected with the same other tests.

    Returns:
        One row for each row of `estimates`, in its order: what it is of; `estimand`, the one not chosen; its
        `estimate`, `low`, `high`, `difference`, `difference_low`, `difference_high`, `q`, `verdict`;
        `chosen_difference` and `chosen_verdict` of the table `estimates`; `same_sign` (both differences above, below
        or at 0) and `same_verdict`.
    """
    rows = other[[*PLACE, "estimand", *KEPT]].copy()
    rows["chosen_difference"], rows["chosen_verdict"] = chosen["difference"], chosen["verdict"]
    rows["same_sign"] = np.sign(rows["difference"].fillna(0)) == np.sign(rows["chosen_difference"].fillna(0))
    rows["same_verdict"] = rows["verdict"] == rows["chosen_verdict"]
    return rows
