"""Stance on coded articles: the measures on hand-made ones, and the real ones where they are."""

from __future__ import annotations

import gzip
import json
import os
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt
import pandas as pd
import pytest

from analysis.errors import ArticleError
from analysis.progress import Silent, Step
from analysis.validation import basil, stance_outlets, stance_paragraphs
from analysis.validation.stances import coded_stances

needs_data = pytest.mark.skipif(
    "FRAMING_DATA" not in os.environ, reason="FRAMING_DATA names no folder of evaluation data"
)


class ByWord:
    """Positive where "good" stands in the text, negative where "bad" does."""

    name, version, measures = "stance", "by hand", "words"

    def probabilities(
        self, texts: Sequence[str], spans: Sequence[tuple[int, int]], *, progress: Step
    ) -> npt.NDArray[np.float64]:
        progress(len(texts), len(spans))
        rows = [
            (0.0, 0.0, 1.0) if "good" in text else (1.0, 0.0, 0.0) if "bad" in text else (0.0, 1.0, 0.0)
            for text in texts
        ]
        return np.array(rows).reshape(-1, 3)


def write(path: Path, rows: Sequence[dict[str, Any]]) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    with gzip.open(path, "wt", encoding="utf-8") as file:
        file.writelines(json.dumps(row) + "\n" for row in rows)
    return path.parent.parent


def report(event: str, outlet: str, feeling: str, *paragraphs: str, span: str = "") -> dict[str, Any]:
    annotations = [{"aim": "dir", "target": "Donald_Trump", "txt": span}] if span else []
    return {"annotations": annotations,
        "triplet-uuid": event, "source": outlet, "body-paragraphs": [[text] for text in paragraphs],
        "article_level": {"author_feeling_Donald_Trump": feeling, "notes": "", "relative_stance": "center"},
    }  # fmt: skip


REPORTS = (
    report("a", "fox", "pos", "Trump is good. Trump is good too.", "Nobody is here.", span="good too"),
    report("a", "HPO", "str-neg", "Trump is bad. It is awful.", span="awful"),
    report("a", "nyt", "neu", "Trump is here."),
    report("b", "fox", "neu", "Trump is good. Trump is here."),
    report("b", "hpo", "neg", "Trump is bad. Trump is here."),
    report("b", "nyt", "neg", "No mention."),
)


def test_an_article_is_the_mean_of_its_sentences_and_an_outlet_the_mean_of_its_articles(
    tmp_path: Path,
) -> None:
    card = stance_outlets.validate(
        write(tmp_path / "basil" / basil.FILE, REPORTS), ByWord(), progress=Silent()
    )
    means = {outlet: card.find("mean stance", f"{outlet}, all text") for outlet in ("fox", "hpo", "nyt")}
    assert {outlet: (found.value, found.n) for outlet, found in means.items() if found} == {
        "fox": (0.75, 2),
        "hpo": (-0.75, 2),
        "nyt": (0.0, 1),
    }
    gap = card.find("mean stance, difference", "fox less hpo, all text")
    assert gap is not None
    assert (gap.value, gap.groups) == (1.5, 2)
    assert card.slug == "stance-basil"
    assert card.notes[0].startswith("Order over all text: by stance fox > nyt > hpo, by VADER fox >")


def test_the_finder_is_held_against_the_spans_that_coders_marked(tmp_path: Path) -> None:
    card = stance_outlets.validate(
        write(tmp_path / "basil" / basil.FILE, REPORTS), ByWord(), progress=Silent()
    )
    recall = card.find("recall", "coded spans in sentences that mention him")
    assert recall is not None
    assert (recall.value, recall.n) == (0.5, 2), "“awful” stands in a sentence that does not name him"


def test_the_coders_feeling_is_read_as_three_classes_and_set_beside_the_stance(tmp_path: Path) -> None:
    card = stance_outlets.validate(
        write(tmp_path / "basil" / basil.FILE, REPORTS), ByWord(), progress=Silent()
    )
    agreed = card.find("Pearson r", "stance and the author's coded feeling")
    assert agreed is not None
    truth, stances = [1, -1, 0, 0, -1], [1.0, -1.0, 0.0, 0.5, -0.5]
    assert agreed.value == pytest.approx(np.corrcoef(truth, stances)[0, 1])
    assert agreed.n == 5, "an article that does not mention him has no stance"


def test_basil_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(ArticleError, match=r"basil/open_half\.jsonl\.gz not found .* lay BASIL"):
        basil.read(tmp_path)


def test_a_person_goes_by_the_surname_and_a_body_does_not() -> None:
    assert stance_paragraphs.actor("Benjamin  Koellmann").aliases == ("Koellmann",)
    assert stance_paragraphs.actor("Benjamin Koellmann").kind == "person"
    assert stance_paragraphs.actor("United States").aliases == ()


ARTICLES = (
    {"id": 1, "target": "Ann Baker", "paragraph_sentiment": ["Positive", "Negative", "Neutral"],
     "paragraphs": ["Baker is good.", "She is bad.", "Nothing."]},
    {"id": 2, "target": "Ann Baker", "paragraph_sentiment": ["Positive"], "paragraphs": ["One.", "Two."]},
)  # fmt: skip


def test_a_paragraph_without_a_mention_is_neutral_and_uneven_articles_are_left_out(tmp_path: Path) -> None:
    data = write(tmp_path / "persent" / stance_paragraphs.FILE, ARTICLES)
    paragraphs, actors = stance_paragraphs.read(data)
    assert list(actors) == ["1"]
    coded = stance_paragraphs.labelled(
        paragraphs, coded_stances(paragraphs, actors, ByWord(), progress=Silent())
    )
    assert coded["label"].tolist() == [1, -1, 0]
    assert coded["given"].tolist() == [1, 0, 0]
    assert coded["is_named"].tolist() == [True, False, False]


def test_macro_f1_of_paragraphs_is_as_worked_by_hand(tmp_path: Path) -> None:
    card = stance_paragraphs.validate(
        write(tmp_path / "persent" / stance_paragraphs.FILE, ARTICLES), ByWord(), progress=Silent()
    )
    found = card.find("macro-F1")
    assert found is not None
    assert found.value == pytest.approx((0 + 2 / 3 + 1) / 3), "F1: negative 0, neutral 2/3, positive 1"
    named = card.find("macro-F1", "paragraphs that name the target")
    assert named is not None
    assert (named.value, named.n) == (1.0, 1)


@needs_data
def test_basil_names_trump_in_eighty_articles_and_vader_puts_the_post_above_fox() -> None:
    card = stance_outlets.validate(Path(os.environ["FRAMING_DATA"]), ByWord(), progress=Silent())
    found = [card.find("mean VADER tone", f"{outlet}, all text") for outlet in ("fox", "nyt", "hpo")]
    assert [one.n for one in found if one] == [26, 27, 28]
    fox, _, hpo = (one.value for one in found if one)
    assert hpo > fox, "the order that coders contradict"


@needs_data
def test_persent_has_its_usable_paragraphs() -> None:
    paragraphs, actors = stance_paragraphs.read(Path(os.environ["FRAMING_DATA"]))
    assert (len(paragraphs), len(actors)) == (4_169, 533)
    assert isinstance(paragraphs, pd.DataFrame)
