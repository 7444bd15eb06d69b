"""The bundled study, and small studies written for one test."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

import analysis  # noqa: F401 - pins the processor's kernels before numpy is imported
from analysis import settings as study_settings
from analysis.corpus import Corpus, read_corpus
from analysis.settings import Settings

SEEDS = Path(__file__).parent.parent / "seeds"

MakeStudy = Callable[..., Path]


@pytest.fixture(scope="session")
def bundled() -> Settings:
    """The settings of the bundled study."""
    return study_settings.read(SEEDS)


@pytest.fixture(scope="session")
def corpus(bundled: Settings) -> Corpus:
    """The bundled articles, read."""
    return read_corpus(bundled)


@pytest.fixture
def make_study(tmp_path: Path) -> MakeStudy:
    """Writes a study folder from the texts (or bytes) of its articles: {file: (outlet, text)}."""

    def make(articles: dict[str, tuple[str, str | bytes]], extra: str = "") -> Path:
        folder = tmp_path / "study"
        folder.mkdir(exist_ok=True)
        outlets = sorted({outlet for outlet, _ in articles.values()})
        lines = ["[study]", 'title = "A small study"']
        lines += [f'[[outlets]]\nname = "{outlet}"' for outlet in outlets]
        for file, (outlet, text) in articles.items():
            data = text if isinstance(text, bytes) else text.encode()
            (folder / file).write_bytes(data)
            lines.append(f'[[articles]]\nfile = "{file}"\noutlet = "{outlet}"')
        (folder / "study.toml").write_text(extra + "\n" + "\n".join(lines), encoding="utf-8")
        return folder

    return make
