"""Agreement between instruments: correlations and disagreements worked by hand."""

from __future__ import annotations

import math

import pandas as pd
import pytest

from analysis import tables
from analysis.compare.instruments import disagreement, instrument_agreement, scales

A = (0.1, 0.2, 0.3, 0.4)


def sentences(count: int = 4) -> pd.DataFrame:
    """Sentences of paragraph p:1, the last of a headline that is not analysed."""
    return pd.DataFrame(
        {
            "sentence_id": [f"p:{place}" for place in range(count)],
            "paragraph_id": ["p:1"] * (count - 1) + ["p:0"],
        }
    )


PARAGRAPHS = pd.DataFrame({"paragraph_id": ["p:0", "p:1"], "article_id": "p", "analysed": [False, True]})


def tone(**instruments: tuple[float, ...]) -> pd.DataFrame:
    return tables.table(
        "tone",
        (
            {"sentence_id": f"p:{place}", "tone": score, "instrument": name}
            for name, scores in instruments.items()
            for place, score in enumerate(scores)
        ),
    )


def targets(*rows: tuple[str, str, float]) -> pd.DataFrame:
    return tables.table(
        "targets",
        (
            {
                "sentence_id": name, "target": target, "mention": target, "polarity": 0, "instrument": "c",
                "p_negative": 0.1, "p_neutral": 0.9 - positive, "p_positive": positive,
                "mentions": 1, "stance": round(positive - 0.1, 4), "speaker": "",
            }
            for name, target, positive in rows
        ),
    )  # fmt: skip


def scored(**instruments: tuple[float, ...]) -> pd.DataFrame:
    count = len(next(iter(instruments.values()))) + 1
    return scales(tone(**instruments), None, sentences(count), PARAGRAPHS)


def test_sentences_that_are_not_analysed_take_no_part() -> None:
    assert scales(tone(a=A), None, sentences(), PARAGRAPHS)["tone a"].tolist() == [0.1, 0.2, 0.3]


def test_stance_is_taken_from_sentences_with_one_target_only() -> None:
    given = targets(("p:0", "NATO", 0.5), ("p:1", "NATO", 0.5), ("p:1", "Russia", 0.2), ("p:2", "NATO", 0.0))
    found = scales(tone(a=A), given, sentences(), PARAGRAPHS)
    assert list(found.columns[:2]) == ["tone a", "stance c"]
    assert found["stance c"].fillna(9).round(6).tolist() == [0.4, 9, -0.1]


def test_agreement_of_two_worked_by_hand() -> None:
    # Means 0.2 and 0: covariance 0.1 * 0.5 + 0.1 * 0.5, spreads sqrt(0.02) and sqrt(0.5): r = 1; signs differ once.
    rows = instrument_agreement(scored(a=(0.1, 0.2, 0.3), b=(-0.5, 0.0, 0.5)))
    (row,) = rows.to_dict("records")
    assert (row["pearson"], row["spearman"], row["sentences"]) == (1, 1, 3)
    assert (row["signed"], row["same_sign"]) == (2, 0.5)


def test_order_alone_makes_spearman_one_and_pearson_less() -> None:
    (row,) = instrument_agreement(scored(a=(0.1, 0.2, 0.3), b=(0.1, 0.2, 0.9))).to_dict("records")
    assert row["spearman"] == 1
    assert row["pearson"] == pytest.approx(0.9177, abs=5e-5)


def test_every_pair_is_compared_and_an_article_only_with_ten_sentences() -> None:
    ten = tuple(place / 10 for place in range(10))
    rows = instrument_agreement(scored(a=ten, b=ten[::-1], c=ten))
    assert rows["article_id"].tolist() == ["", "p"] * 3
    assert rows["pearson"].tolist() == [-1, -1, 1, 1, -1, -1]
    assert set(instrument_agreement(scored(a=ten[:9], b=ten[:9]))["article_id"]) == {""}


def test_one_instrument_has_nobody_to_agree_with() -> None:
    assert instrument_agreement(scored(a=A)).empty
    assert disagreement(scored(a=A)).empty


def test_an_instrument_that_does_not_vary_has_no_correlation_and_no_disagreement() -> None:
    still = scored(a=A, b=(0.0,) * 4)
    (row,) = instrument_agreement(still).to_dict("records")
    assert math.isnan(row["pearson"])
    assert math.isnan(row["same_sign"])
    assert disagreement(still).empty


def test_the_sentence_that_two_see_most_differently_comes_first() -> None:
    rows = disagreement(scored(a=(0.0, 0.0, 1.0), b=(0.0, 0.5, 0.0)))
    # z of a: -.7071, -.7071, 1.4142; of b: -.7071, 1.4142, -.7071. Gaps 0, 2.12, 2.12: the tie goes by id.
    assert rows["sentence_id"].tolist() == ["p:1", "p:2", "p:0"]
    assert rows["rank"].tolist() == [1, 2, 3]
    assert rows[["first_score", "second_score", "first_z", "second_z"]].iloc[1].tolist() == [
        1,
        0,
        1.4142,
        -0.7071,
    ]


def test_a_sentence_comes_once_with_its_furthest_pair_and_no_more_than_asked_for() -> None:
    rows = disagreement(scored(a=(0.0, 0.0, 1.0), b=(0.0, 0.5, 0.0), c=(0.5, 0.0, 0.0)), most=2)
    assert rows["sentence_id"].is_unique
    assert len(rows) == 2


def test_the_scale_of_an_instrument_does_not_matter() -> None:
    whole, half = (disagreement(scored(a=(0.0, 0.2, 1.0), b=b)) for b in ((0.4, 0.8, 0.0), (0.2, 0.4, 0.0)))
    assert whole["sentence_id"].tolist() == half["sentence_id"].tolist()
    assert whole["second_z"].tolist() == half["second_z"].tolist()


def test_a_stance_instrument_called_stance_is_not_called_so_twice() -> None:
    given = targets(("p:0", "NATO", 0.5)).assign(instrument="stance")
    assert list(scales(tone(a=A), given, sentences(), PARAGRAPHS).columns[:2]) == ["tone a", "stance"]
