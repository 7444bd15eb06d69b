"""The key figures on disk: written from a report, read for every report."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import pandas as pd

from analysis import store, tables
from analysis.errors import StoreError
from analysis.keyfigures.figures import families, key_figures

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

FOLDER = Path(__file__).parent / "polnear"
TABLES = ("inference_study_figures", "inference_study_families", "inference_study_facts")
NEEDED = (
    "articles", "paragraphs", "sentences", "topics", "assignments", "estimates", "keyness", "frame_validity",
    "instruments",
)  # fmt: skip
ENGINE = "1"
"""Raised when intervals, tests or verdicts come about in another way: what was kept is then shown as stale."""

VERSION_OF = "version of "
REMEDY = "run `framing import polnear`, `framing report` and `framing keyfigures --keep` again"


def read_report(out: Path) -> dict[str, pd.DataFrame]:
    """The key figures of a rendered report.

    Args:
        out: the report's folder.

    Raises:
        StoreError: there is no report, or it tests nothing.
    """
    made = {name: store.read_published(out, name) for name in NEEDED}
    if made["estimates"]["p"].isna().all():
        remedy = "name the report of a study with four articles or more by each of two outlets"
        raise StoreError("the report is descriptive only: it has no tests to keep", where=out, remedy=remedy)
    settings = store.read_manifest(out).get("provenance", {}).get("settings", {})
    return {
        "inference_study_figures": key_figures(made),
        "inference_study_families": families(made["estimates"], made["keyness"]),
        "inference_study_facts": _facts(made, settings),
    }


def _facts(made: Mapping[str, pd.DataFrame], settings: Mapping[str, Any]) -> pd.DataFrame:
    """What the study is made of and by what: the table `inference_study_facts`, in the order in which it is told."""
    paragraphs, topics = made["paragraphs"], made["assignments"]["topic"]
    counts = {
        "outlets": made["articles"]["outlet"].nunique(),
        "articles": len(made["articles"]),
        "paragraphs analysed": int(paragraphs["analysed"].sum()),
        "sentences": len(made["sentences"]),
        "topics": len(made["topics"]),
        "paragraphs without a topic": int((topics < 0).sum()),
    }
    chosen = {
        name: settings.get(part, {}).get(key, "")
        for name, part, key in (
            ("layouts", "topics", "layouts"),
            ("paragraphs that the topics were found on, at most", "topics", "sample"),
            ("resamples", "compare", "resamples"),
            ("permutations", "compare", "permutations"),
            ("level", "compare", "alpha"),
        )
    }
    used = made["instruments"][["instrument", "version"]].itertuples(index=False, name=None)
    versions = {f"{VERSION_OF}{name}": version for name, version in used}
    told = {
        **counts,
        **chosen,
        "kernels": settings.get("kernels", ""),
        **versions,
        f"{VERSION_OF}engine": ENGINE,
    }
    return tables.table(
        "inference_study_facts", ({"fact": fact, "value": str(value)} for fact, value in told.items())
    )


def keep(made: Mapping[str, pd.DataFrame], folder: Path = FOLDER) -> list[Path]:
    """Write key figures, in place of earlier ones; the paths.

    Raises:
        StoreError: the folder cannot be written to.
    """
    paths = [folder / f"{name}.csv" for name in TABLES]
    for name, path in zip(TABLES, paths, strict=True):
        store.write_bytes(path, made[name].to_csv(index=False, lineterminator="\n").encode())
    return paths


def kept(folder: Path = FOLDER) -> dict[str, pd.DataFrame]:
    """The key figures that are kept, as tables; empty ones where none are.

    Raises:
        StoreError: a file cannot be read as what it should be.
    """
    return {name: _read(folder / f"{name}.csv", name) for name in TABLES}


def _read(path: Path, name: str) -> pd.DataFrame:
    """One table from its file, in the types of its contract."""
    if not path.is_file():
        return tables.table(name, ())
    rules = tables.TABLES[name]
    types = {"str": "str", "int": "int64", "float": "float64", "bool": "bool"}
    try:
        texts = pd.read_csv(path, dtype="str", keep_default_na=False)
        typed = {
            column: pd.to_numeric(texts[column]) if rule.type == "float" else texts[column]
            for column, rule in rules.items()
        }
        return tables.check(
            pd.DataFrame(typed).astype({column: types[rule.type] for column, rule in rules.items()}), name
        )
    except (OSError, ValueError, KeyError) as error:
        raise StoreError(f"is no table of key figures ({error})", where=path, remedy=REMEDY) from None


def staleness(facts: pd.DataFrame, used: Iterable[tuple[str, str]]) -> str:
    """What has changed since the key figures were kept, as names in a list; "" where nothing has.

    Args:
        facts: the table `inference_study_facts`.
        used: instruments in use now and their versions; those of others are not asked for.
    """
    then = dict(zip(facts["fact"], facts["value"], strict=True))
    now = {**dict(used), "engine": ENGINE}
    changed = [
        name
        for name, version in now.items()
        if then.get(f"{VERSION_OF}{name}", version) != version and not facts.empty
    ]
    return ", ".join(changed)
