"""For scale: what a classifier that is trained on the coded headlines themselves reaches on the same vectors."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from analysis.framing import agreement

if TYPE_CHECKING:
    import numpy.typing as npt

    from analysis.framing.card import Result
    from analysis.validation.gvfc import Coded

FOLDS = 5
PENALTY = 10.0


def supervised(vectors: npt.NDArray[np.float32], framed: Coded) -> Result:
    """Macro-F1 over the nine codes of a logistic regression on the vectors, five folds, copies of a title together.

    Args:
        vectors: of the texts.
        framed: texts that all carry a first theme.
    """
    from sklearn.linear_model import LogisticRegression
    from sklearn.model_selection import GroupKFold, cross_val_predict

    truth = framed.codes[:, 0] - 1
    classifier = LogisticRegression(C=PENALTY, class_weight="balanced", max_iter=2_000)
    given = cross_val_predict(classifier, vectors, truth, groups=framed.groups, cv=GroupKFold(FOLDS))
    return agreement.result(
        "macro-F1",
        "trained on the set, same vectors",
        lambda rows: agreement.macro_f1(truth[rows], given[rows], 9),
        framed.groups,
    )
