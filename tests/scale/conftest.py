"""The bundled articles as a corpus in a Parquet file, and quick settings for it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pandas as pd
import pytest

from analysis import settings as studies
from analysis.corpus.corpus import article_ids
from analysis.progress import Silent
from analysis.scale import Scaled, Sizes, run_scale
from analysis.scale.crew import Alone, Crew
from analysis.settings import Settings

SEEDS = Path(__file__).parent.parent.parent / "seeds"

CHOICES = """
kernels = "compatible"
[study]
title = "A corpus in parts"
[topics]
layouts = 20
sample = 100
[compare]
permutations = 200
resamples = 200
audits = 2
[[outlets]]
name = "The Moscow Times"
[[outlets]]
name = "TASS"
[[outlets]]
name = "Sputnik"
[[outlets]]
name = "The Greanville Post"
[[actors]]
name = "NATO"
"""
"""The sample is smaller than the corpus, so that most of what is special to a large one happens."""

Run = Callable[..., Scaled]


def corpus(folder: Path) -> Path:
    """The folder with the bundled articles in one Parquet file, under the ids that a study gives them."""
    bundled = studies.read(SEEDS)
    ids = article_ids(bundled.articles)
    columns = ("outlet", "republisher", "date", "date_reason", "headline", "byline", "genre", "url")
    rows = [
        {
            "article_id": name,
            "text": (SEEDS / source.file).read_bytes().decode(source.encoding),
            **{column: getattr(source, column) for column in columns},
        }
        for name, source in zip(ids, bundled.articles, strict=True)
    ]
    folder.mkdir(parents=True, exist_ok=True)
    pd.DataFrame(rows).to_parquet(folder / "articles.parquet")
    return folder


def choices(folder: Path) -> Settings:
    """The settings of `CHOICES`, from a file in the folder."""
    path = folder / "choices.toml"
    path.write_text(CHOICES, encoding="utf-8")
    return studies.without_articles(path, title="none", kernels="compatible")


@pytest.fixture(scope="session")
def articles(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder with the corpus and its choices."""
    return corpus(tmp_path_factory.mktemp("corpus"))


@pytest.fixture(scope="session")
def run(articles: Path) -> Run:
    """Runs the corpus into a folder; in this process and in parts of two articles unless told otherwise."""

    def started(out: Path, *, crew: Crew | None = None, part: int = 2, sample: int = 300) -> Scaled:
        return run_scale(
            str(articles / "*.parquet"), out, settings=choices(articles), crew=crew or Alone(),
            sizes=Sizes(part=part, sample=sample), progress=Silent(),
        )  # fmt: skip

    return started


@pytest.fixture(scope="session")
def undisturbed(run: Run, tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Scaled]:
    """A run in this process, and where it went; not to be changed."""
    out = tmp_path_factory.mktemp("undisturbed") / "out"
    return out, run(out)


def files(folder: Path) -> dict[str, bytes]:
    """Every file of a folder by its path in it."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }
