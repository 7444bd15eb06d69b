import random
from collections import Counter

import numpy as np
import pandas as pd

from analysis.scale.place import Placed, numbering
from analysis.scale.reading import chosen_articles
from analysis.scale.sample import Candidates, first_of_each
from analysis.topics.membership import renumbered
from analysis.topics.order import sampled_rows


def hashed(count: int) -> pd.DataFrame:
    rng = random.Random(7)  # noqa: S311 - made-up rows
    rows = [
        {
            "content_hash": f"{rng.getrandbits(64):016x}", "paragraph_id": f"p{number}",
            "outlet": rng.choice(["Gazette", "Herald", "Herald", "Herald"]), "part": rng.randrange(5),
        }
        for number in range(count)
    ]  # fmt: skip
    return pd.DataFrame(rows)


def of_part(rows: pd.DataFrame, size: int) -> Candidates:
    return Candidates(Counter(rows["outlet"]), first_of_each(rows, size))


def test_the_sample_is_that_of_a_small_study_however_the_corpus_is_cut() -> None:
    rows = hashed(90)
    ordered = rows.sort_values("content_hash", ignore_index=True)
    for size in (7, 30, 89, 90, 200):
        expected = ordered.loc[sampled_rows(ordered["outlet"], size), "paragraph_id"].tolist()
        parts = [of_part(own, size) for _, own in rows.groupby("part")]
        for order in (parts, parts[::-1]):
            assert Candidates.merged(order, size).sampled(size)["paragraph_id"].tolist() == expected


def placed(sizes: dict[int, int], first: dict[int, tuple[str, str]]) -> Placed:
    return Placed(None, "", sizes, first)  # type: ignore[arg-type]


def test_topics_are_numbered_over_all_parts_as_over_one() -> None:
    parts = [
        placed({0: 2, 1: 1, -1: 3}, {0: ("b", "p"), 1: ("d", "p"), -1: ("a", "p")}),
        placed({1: 1, 3: 5}, {1: ("a", "q"), 3: ("c", "q")}),
    ]
    assert numbering(parts) == {-1: -1, 3: 0, 1: 1, 0: 2}
    assert numbering(parts[::-1]) == numbering(parts)
    labels = np.array([1, 0, 3, 0, 1, 3, 3, 3, 3], dtype=np.int64)
    assert renumbered(labels).tolist() == [numbering(parts)[topic] for topic in labels.tolist()]


def test_the_reading_sample_has_each_outlets_share_and_all_exemplars() -> None:
    articles = pd.DataFrame(
        {
            "article_id": [f"a{number}" for number in range(8)],
            "outlet": ["Gazette"] * 6 + ["Herald"] * 2,
            "sha256": ["5", "1", "2", "9", "8", "7", "4", "3"],
        }
    )
    assert chosen_articles(articles, 4, set()) == {"a1", "a2", "a0", "a7"}
    assert chosen_articles(articles, 4, {"a3:12"}) == {"a1", "a2", "a0", "a7", "a3"}
    assert chosen_articles(articles, 8, set()) == set(articles["article_id"])
