"""The settings of a study: read from `study.toml` and checked once."""

from __future__ import annotations

import dataclasses
import datetime
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path

from analysis import listed, toml
from analysis.choices import (
    Actor,
    CitationSettings,
    CompareSettings,
    CorpusSettings,
    InterestSettings,
    KnownPerson,
    LexiconFile,
    ModelSettings,
    Outlet,
    QuoteSettings,
    ReuseSettings,
    Settings,
    Source,
    StudySettings,
    TopicSettings,
)
from analysis.environment import KERNELS
from analysis.errors import SettingsError

__all__ = [
    "STUDY_FILE",
    "Actor",
    "CitationSettings",
    "CompareSettings",
    "CorpusSettings",
    "InterestSettings",
    "KnownPerson",
    "LexiconFile",
    "ModelSettings",
    "Outlet",
    "QuoteSettings",
    "ReuseSettings",
    "Settings",
    "Source",
    "StudySettings",
    "TopicSettings",
    "read",
    "without_articles",
]

STUDY_FILE = "study.toml"
ACTOR_KINDS = ("person", "state", "organisation", "group")


def read(folder: Path) -> Settings:
    """Read and check the `study.toml` of a study folder, and the table of articles that it names.

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
    articles = tuple(listed.checked(_listed(settings, path), folder, settings.outlets))
    if not articles:
        remedy = "add an [[articles]] entry for each file, or a table of them as articles_file"
        raise SettingsError("no articles are listed", where=path, remedy=remedy)
    return dataclasses.replace(settings, articles=_in_order(dataclasses.replace(settings, articles=articles)))


def _listed(settings: Settings, path: Path) -> Iterator[listed.Listed]:
    """The articles of the blocks, then those of the table beside them."""
    yield from listed.blocks(settings.articles, path)
    if settings.articles_file:
        where = f"{path}: articles_file"
        listed.check_inside(
            settings.folder, settings.articles_file, where, "keep the table inside the folder"
        )
        yield from listed.rows(settings.folder, settings.articles_file)


def without_articles(path: Path | None, *, title: str, kernels: str) -> Settings:
    """The choices of a study whose articles are listed elsewhere, as in a corpus of tables; outlets may be missing too.

    Args:
        path: a file like `study.toml` without articles; None for the defaults.
        title: what the study is called, where the file does not say.
        kernels: those that are used, where the file does not say.

    Raises:
        SettingsError: as for `read`; or the file lists articles.
    """
    given = {} if path is None else toml.parse(path)
    where = path or Path(STUDY_FILE)
    for name in ("folder", "articles", "articles_file"):
        if name in given:
            remedy = "remove it: the articles are the rows of the corpus" if name != "folder" else "remove it"
            raise SettingsError(f"there can be no key {name!r} here", where=where, remedy=remedy)
    fixed = {
        "folder": where.parent.absolute(),
        "articles": [],
        "outlets": [],
        "kernels": kernels,
        "study": {"title": title},
    }
    settings: Settings = toml.build(Settings, {**fixed, **given}, where, "")
    _check(settings, where)
    return settings


def _in_order(settings: Settings) -> tuple[Source, ...]:
    """The articles by outlet, in the order of the outlets, then by the day and file that the study gives for them.

    So the order in which they happen to be listed shows nowhere; that of the outlets does, in colours and tables.
    """
    places = {outlet.name: place for place, outlet in enumerate(settings.outlets)}
    return tuple(sorted(settings.articles, key=lambda one: (places[one.outlet], one.date or "", one.file)))


def _check(settings: Settings, path: Path) -> None:
    """Complain about what no single key shows: doubled names, paths out of the folder, bad numbers."""
    names = [outlet.name for outlet in settings.outlets]
    listings = (
        ("outlet", names),
        ("person", [person.name for person in settings.people]),
        ("actor", [actor.name for actor in settings.actors]),
        ("word list", [lexicon.name for lexicon in settings.lexicons]),
    )
    for kind, given in listings:
        times = Counter(given)
        doubled = next((name for name in given if times[name] > 1), None)
        if doubled is not None:
            raise SettingsError(f"the {kind} {doubled!r} is listed twice", where=path, remedy="remove one")
        if not all(name.strip() for name in given):
            raise SettingsError(
                f"the name of a {kind} is empty", where=path, remedy="fill it in or remove it"
            )
    if settings.study.seed < 0:
        problem = f"{settings.study.seed} is below 0"
        raise SettingsError(problem, where=f"{path}: study.seed", remedy="use a whole number from 0 on")
    _check_aliases(settings.outlets, path)
    owners: dict[str, str] = {}
    for number, actor in enumerate(settings.actors, start=1):
        _check_actor(actor, f"{path}: actors[{number}]", owners)
    for number, lexicon in enumerate(settings.lexicons, start=1):
        _check_lexicon(settings, lexicon, f"{path}: lexicons[{number}]")
    if settings.corpus.boilerplate_file:
        where = f"{path}: corpus.boilerplate_file"
        listed.check_inside(
            settings.folder, settings.corpus.boilerplate_file, where, "keep it inside the folder"
        )
    _check_kernels(settings.kernels, path)
    _check_citation(settings.citation, path)
    _check_numbers(settings.compare, path)
    _check_topics(settings.topics, path)
    _check_reuse(settings.reuse, path)


def _check_aliases(outlets: Iterable[Outlet], path: Path) -> None:
    """Complain about another name of an outlet that is an outlet of its own here: whose would its articles be?"""
    names = {outlet.name for outlet in outlets}
    for outlet in outlets:
        for alias in outlet.aliases:
            if alias in names and alias != outlet.name:
                problem = f"{alias!r} is a name of {outlet.name!r} and an outlet of its own"
                remedy = f"remove the [[outlets]] entry of {alias!r}, or the alias"
                raise SettingsError(problem, where=path, remedy=remedy)


def _check_kernels(kernels: str, path: Path) -> None:
    """Complain about kernels that there are none of."""
    if kernels not in KERNELS:
        problem, remedy = f"unknown kernels {kernels!r}", f"use {', '.join(KERNELS[:-1])} or {KERNELS[-1]}"
        raise SettingsError(problem, where=f"{path}: kernels", remedy=remedy)


def _check_citation(citation: CitationSettings, path: Path) -> None:
    """Complain about an author without a name, a date that is none, a DOI or an address that cannot be one."""
    wrong = (
        ("authors", not all(author.strip() for author in citation.authors), "write each as Family, Given"),
        ("date", not _is_date(citation.date), "write YYYY-MM-DD, YYYY-MM or YYYY"),
        ("url", bool(citation.url) and not re.fullmatch(r"https?://\S+", citation.url), "write https://..."),
        (
            "doi",
            bool(citation.doi) and not re.fullmatch(r"10\.\d{4,9}/\S+", citation.doi),
            "write 10.1234/abc",
        ),
    )
    for name, is_wrong, remedy in wrong:
        if is_wrong:
            problem = f"{getattr(citation, name)!r} cannot be cited"
            raise SettingsError(problem, where=f"{path}: citation.{name}", remedy=remedy)


def _is_date(text: str) -> bool:
    """Whether the text is a day, a month or a year of the calendar, or empty."""
    if not text:
        return True
    try:
        datetime.date.fromisoformat(text + "-01" * (2 - text.count("-")))
    except ValueError:
        return False
    return bool(re.fullmatch(r"\d{4}(-\d\d){0,2}", text))


def _check_actor(actor: Actor, where: str, owners: dict[str, str]) -> None:
    """Complain about an actor of no known kind, with an empty name, or with a name of another's.

    Args:
        actor: whom to check.
        where: its place in the file.
        owners: whose each name is, of the actors before; this one's are added.
    """
    if actor.kind not in ACTOR_KINDS:
        remedy = f"use {', '.join(ACTOR_KINDS[:-1])} or {ACTOR_KINDS[-1]}"
        raise SettingsError(f"unknown kind {actor.kind!r}", where=f"{where}.kind", remedy=remedy)
    if not all(name.strip() for name in (actor.name, *actor.aliases, *actor.descriptions)):
        raise SettingsError("a name is empty", where=where, remedy="fill it in or remove it")
    for name in dict.fromkeys((actor.name, *actor.aliases)):
        if owners.setdefault(name, actor.name) != actor.name:
            problem = f"{name!r} is also a name of {owners[name]!r}"
            raise SettingsError(
                problem, where=where, remedy="make it a description of both, or of one an alias"
            )


TONE_INSTRUMENTS = ("vader", "afinn", "mean")


def _check_lexicon(settings: Settings, lexicon: LexiconFile, where: str) -> None:
    """Complain about a word list with a name that is taken or no slug, or with a file outside the study folder."""
    if lexicon.name in TONE_INSTRUMENTS:
        remedy = "choose another name"
        raise SettingsError(f"the name {lexicon.name!r} is taken", where=f"{where}.name", remedy=remedy)
    if not re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", lexicon.name):
        remedy = "use small letters, digits and hyphens"
        raise SettingsError(f"{lexicon.name!r} is no name", where=f"{where}.name", remedy=remedy)
    listed.check_inside(
        settings.folder, lexicon.file, f"{where}.file", "keep every word list inside the folder"
    )


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


def _check_numbers(compare: CompareSettings, path: Path) -> None:
    """Complain about a number of the inference engine that is out of range."""
    for name in ("resamples", "permutations", "exact_up_to"):
        if getattr(compare, name) < 1:
            raise SettingsError(
                f"{getattr(compare, name)} is below 1",
                where=f"{path}: compare.{name}",
                remedy="raise it",
            )
    if compare.audits < 0:
        raise SettingsError(
            f"{compare.audits} is below 0",
            where=f"{path}: compare.audits",
            remedy="use 100, or 0 for no audit",
        )
    if not 0 < compare.alpha < 1:
        raise SettingsError(
            f"{compare.alpha} is not between 0 and 1",
            where=f"{path}: compare.alpha",
            remedy="use 0.05",
        )
    _check_choices(compare, path)
    if compare.prior_words <= 0:
        raise SettingsError(
            f"{compare.prior_words} is not above 0",
            where=f"{path}: compare.prior_words",
            remedy="use 500",
        )
    if not 1 <= compare.phrase <= LONGEST_PHRASE:
        raise SettingsError(
            f"{compare.phrase} is not from 1 to {LONGEST_PHRASE}",
            where=f"{path}: compare.phrase",
            remedy=f"use {LONGEST_PHRASE}, or 1 for single words only",
        )


ESTIMANDS = ("paragraphs", "articles")
STRATA = ("genre", "year", "month")


def _check_choices(compare: CompareSettings, path: Path) -> None:
    """Complain about an unknown estimand or stratum, or a smallest difference below 0."""
    for name, values, known in (
        ("estimand", (compare.estimand,), ESTIMANDS),
        ("strata", compare.strata, STRATA),
    ):
        unknown = next((value for value in values if value not in known), None)
        if unknown is not None:
            remedy = f"use {', '.join(known[:-1])} or {known[-1]}"
            raise SettingsError(f"unknown {name} {unknown!r}", where=f"{path}: compare.{name}", remedy=remedy)
    for name, value in dataclasses.asdict(compare.interest).items():
        if value < 0:
            remedy = "use a difference above 0, or 0 for none"
            raise SettingsError(
                f"{value} is below 0", where=f"{path}: compare.interest.{name}", remedy=remedy
            )


LONGEST_PHRASE = 3

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
