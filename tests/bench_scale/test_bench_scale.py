"""The comparison with plain BERTopic, on numbers worked by hand; the runs themselves take minutes."""

from __future__ import annotations

import gzip
import json
import math
from pathlib import Path
from typing import get_args

import numpy as np
import pytest

from analysis import environment
from analysis.bench_scale import compare, growth, running
from analysis.bench_scale.assigned import agreement
from analysis.bench_scale.kept import kept
from analysis.bench_scale.outcome import Outcome, worth
from analysis.bench_scale.paragraphs import labelled, spread
from analysis.bench_scale.running import Asked
from analysis.cli.topics import Kernels
from analysis.errors import ArticleError
from analysis.figures import bench_growth


def outcome(who: str, paragraphs: int, seconds: float, *, memory: float = 1000, nmi: float = 0.3) -> Outcome:
    return Outcome(
        who=who, paragraphs=paragraphs, seconds=seconds, embedding=seconds / 2, processor=2 * seconds, memory=memory,
        topics=10, outliers=0.25, nmi=nmi, nmi_assigned=nmi,
    )  # fmt: skip


RUNS = [
    outcome("plain", 20_000, 80),
    outcome("ours", 20_000, 20),
    outcome("plain", 120_000, 480, memory=2000),
    outcome("ours", 120_000, 120, memory=1500, nmi=0.33),
]


def test_topics_that_are_the_labels_have_an_information_of_one_and_outliers_are_a_class_of_their_own() -> (
    None
):
    same = worth([0, 0, 1, 1], ["a", "a", "b", "b"])
    assert same == {"topics": 2, "outliers": 0, "nmi": 1, "nmi_assigned": 1}
    half = worth([0, -1, 1, -1], ["a", "a", "b", "b"])
    # Classes of 1, 1 and 2 have an entropy of 1.5 ln 2, labels of ln 2, and they share half of ln 2.
    assert half["nmi"] == pytest.approx(0.5 / 1.25)
    assert (half["topics"], half["outliers"], half["nmi_assigned"]) == (2, 0.5, 1)
    assert math.isnan(worth([-1, -1], ["a", "b"])["nmi_assigned"])


def test_growth_is_the_slope_between_logarithms() -> None:
    grown = {(one.who, one.quantity): one.exponent for one in growth.growths(RUNS)}
    assert grown["ours", "seconds"] == pytest.approx(1)
    assert grown["ours", "memory"] == pytest.approx(math.log(1.5) / math.log(6))
    quadratic = [outcome("ours", 10, 1), outcome("ours", 20, 4), outcome("ours", 40, 16)]
    assert {one.quantity: one.exponent for one in growth.growths(quadratic)}["seconds"] == pytest.approx(2)
    assert growth.growths(RUNS[:2]) == []


def test_every_bar_is_told_with_what_was_found_and_whether_it_holds() -> None:
    lines = growth.verdicts(RUNS, growth.growths(RUNS))
    assert "20,000 paragraphs: 4.0 times as fast by the clock (holds: at least 4)" in lines
    assert "120,000 paragraphs: 4.0 times as fast by the clock (missed: at least 5)" in lines
    assert "120,000 paragraphs: 1,500 MiB beside 2,000, 1/1.33 (holds: at least 1)" in lines
    assert "120,000 paragraphs: NMI 0.330 beside 0.300, 1.10 times (holds: at least 1)" in lines
    assert "our seconds: power 1.00 (holds: below 1.5)" in lines
    quadratic = [outcome("ours", 10, 1), outcome("ours", 20, 4)]
    assert "our seconds: power 2.00 (missed: below 1.5)" in growth.verdicts(
        quadratic, growth.growths(quadratic)
    )


def test_a_finished_run_is_kept_and_another_or_a_damaged_one_is_made_anew(
    tmp_path: Path,
) -> None:
    made = []

    def run() -> Outcome:
        made.append(1)
        return RUNS[0]

    for _ in range(2):
        assert kept(tmp_path, "plain", paragraphs=20_000, asked=None, run=run) == RUNS[0]
    assert len(made) == 1
    for kernels, topics in (("int8", None), ("float32", None), ("int8", 9), ("int8", None)):
        kept(tmp_path, "ours", paragraphs=20_000, asked=Asked(kernels, topics), run=run)
    assert len(made) == 4
    for file in tmp_path.glob("plain*"):
        file.write_bytes(file.read_bytes()[:-20])
    kept(tmp_path, "plain", paragraphs=20_000, asked=None, run=run)
    assert len(made) == 5


def test_plain_bertopic_has_its_own_threads_and_fetches_nothing() -> None:
    variables = running._unpinned()
    assert not {"OMP_NUM_THREADS", "NUMBA_NUM_THREADS", "TOKENIZERS_PARALLELISM"} & variables.keys()
    assert variables["HF_HUB_OFFLINE"] == "1"


def test_paragraphs_are_taken_at_even_distances(tmp_path: Path) -> None:
    (tmp_path / "abp").mkdir()
    lines = "".join(json.dumps({"text": f"t{n}", "topic": "a", "outlet": "b"}) + "\n" for n in range(10))
    (tmp_path / "abp" / "paragraphs_120k.jsonl.gz").write_bytes(gzip.compress(lines.encode()))
    rows = labelled(tmp_path)
    assert [row["text"] for row in spread(rows, 4)] == ["t0", "t2", "t5", "t7"]
    assert spread(rows, 10) == rows
    with pytest.raises(ArticleError, match="holds 10 paragraphs, not 11"):
        spread(rows, 11)


def test_a_sample_that_is_everything_gives_the_full_fit_and_a_smaller_one_nearly_so() -> None:
    generator = np.random.default_rng(1)
    centres = generator.normal(size=(4, 8))
    texts = [f"{['war', 'peace', 'budget', 'vote'][n % 4]} number{n}" for n in range(240)]
    own = {text: centres[n % 4] + 0.1 * generator.normal(size=8) for n, text in enumerate(texts)}

    def embed(some: list[str]) -> np.ndarray:
        return np.array([own[text] for text in some], dtype=np.float32)

    whole, half = (agreement(texts, embed, sample=size).iloc[0].to_dict() for size in (240, 120))
    assert (whole["other"], whole["ari"], whole["nmi"]) == ("sample", 1, 1)
    assert half["sample"] == 120
    assert 0 < half["ari"] < 1


def test_the_marks_on_the_axes_are_the_runs() -> None:
    tables, _ = compare.summary(RUNS)
    data = bench_growth.prepare(tables["runs"], tables["exponents"])
    time, memory = bench_growth.draw(data).axes
    drawn = {line.get_label(): np.asarray(line.get_ydata()).tolist() for line in time.lines}
    assert drawn == {"framing topics: power 1.00": [20, 120], "plain BERTopic: power 1.00": [80, 480]}
    assert [np.asarray(line.get_ydata()).tolist() for line in memory.lines] == [[1000, 1500], [1000, 2000]]
    assert "On 120,000 paragraphs framing topics took 120 seconds and 1,500 MiB" in bench_growth.describe(
        data
    )


def test_the_files_are_tables_and_figure(tmp_path: Path) -> None:
    tables, _ = compare.summary(RUNS[:1])
    written = sorted(path.name for path in compare.write(tmp_path, tables))
    assert written == ["bench-growth.png", "bench-growth.svg", "exponents.csv", "runs.csv"]
    assert (tmp_path / "runs.csv").read_text().splitlines()[1].startswith("plain,20000,80,40,40,160,1000,10,")


def test_the_command_offers_the_kernels_that_there_are() -> None:
    assert get_args(get_args(Kernels)[0]) == environment.KERNELS
