"""What stands in study.toml is checked once; every complaint names file, key and remedy."""

from __future__ import annotations

import itertools
from pathlib import Path

import pytest

from analysis import settings as study_settings
from analysis.errors import SettingsError
from analysis.settings import Settings

GOOD = """
[study]
title = "A study"
[[outlets]]
name = "The Herald"
[[articles]]
file = "a.txt"
outlet = "The Herald"
"""


def read(folder: Path, text: str) -> Settings:
    (folder / "study.toml").write_text(text, encoding="utf-8")
    return study_settings.read(folder)


def test_a_study_is_read_with_its_defaults(tmp_path: Path) -> None:
    settings = read(tmp_path, GOOD)
    assert settings.study.title == "A study"
    assert settings.articles[0].encoding == "utf-8"
    assert settings.compare.alpha == 0.05
    assert settings.outlet("The Herald").aliases == ()


def test_people_and_their_other_names_are_read(tmp_path: Path) -> None:
    people = '[[people]]\nname = "Ann Smith"\naliases = ["Ann Ford"]\ntitles = ["the mayor of Waco"]\n'
    (person,) = read(tmp_path, GOOD + people).people
    assert (person.name, person.aliases, person.titles) == (
        "Ann Smith",
        ("Ann Ford",),
        ("the mayor of Waco",),
    )


def test_a_toml_date_becomes_an_iso_date(tmp_path: Path) -> None:
    assert read(tmp_path, GOOD + "date = 2014-11-05\n").articles[0].date == "2014-11-05"


@pytest.mark.parametrize(
    ("text", "complaint"),
    [
        ("title = ", "is not valid TOML"),
        ("a = " + "[" * 5_000, "nests lists or tables too deeply - flatten them"),
        (GOOD.replace("title", "title." + "a." * 200 + "a"), "a key of more than 100 parts - write tables as"),
        (GOOD + "[" + '"a b" . ' * 200 + "a]\n", "has a key of more than 100 parts"),
        (GOOD + "[compare]\naudits = " + "1" * 5_000, "has a number of too many digits"),
        (GOOD.replace('"A study"', "0x" + "F" * 5_000), "study.title: expected str, found a very large int"),
        (GOOD + "[compare]\nalpha = 0x" + "F" * 300, "compare.alpha: expected float, found"),
        (GOOD + "[compare]\nprior_words = 1e999\n", "compare.prior_words: inf is no number that can be used"),
        (GOOD + "[topics]\ncontext = nan\n", "topics.context: nan is no number that can be used"),
        (GOOD + f"[compare]\naudits = {2**63}\n", "compare.audits: 9223372036854775808 is no number that can be used"),
        (GOOD.replace("[[outlets]]", "seed = -1\n[[outlets]]"), "study.seed: -1 is below 0"),
        (GOOD + '[[people]]\nname = " "\n', "the name of a person is empty"),
        (GOOD.replace('"a.txt"', '"a\\u0000.txt"'), "'a\\x00.txt' is no path (it holds a NUL character)"),
        ('articles_file = "\\u0000"\n' + GOOD, "articles_file: '\\x00' is no path"),
        (GOOD.replace('"a.txt"', f'"{"a" * 300}"'), "is no path (File name too long)"),
        (GOOD + 'date = "20140101"\n', "articles[1].date: '20140101' is not a date - write YYYY-MM-DD"),
        (GOOD.replace("title", "titel"), "study: unknown key 'titel' - did you mean 'title'?"),
        ("colour = 3\n" + GOOD, "unknown key 'colour' - known keys:"),
        ('folder = "x"\n' + GOOD, "unknown key 'folder'"),
        ('kernels = "fast"\n' + GOOD, "unknown kernels 'fast' - use compatible, native, float32, bfloat16 or"),
        (GOOD.replace('title = "A study"', ""), "study: the key 'title' is missing"),
        (GOOD.replace('"A study"', "7"), "study.title: expected str, found 7"),
        (GOOD + "[compare]\nresamples = 0\n", "compare.resamples: 0 is below 1"),
        (GOOD + "[compare]\naudits = -1\n", "compare.audits: -1 is below 0 - use 100, or 0 for no audit"),
        (GOOD + "[compare]\nresamples = true\n", "compare.resamples: expected int, found True"),
        (GOOD + "[compare]\nphrase = 0\n", "compare.phrase: 0 is not from 1 to 3"),
        (GOOD + "[compare]\nphrase = 4\n", "compare.phrase: 4 is not from 1 to 3"),
        (GOOD + "[compare]\nalpha = 2\n", "compare.alpha: 2.0 is not between 0 and 1"),
        (GOOD + '[reuse]\npolicy = "drop"\n', "reuse.policy: unknown policy 'drop' - use keep, weight or collapse"),
        (GOOD + "[reuse]\nthreshold = 0\n", "reuse.threshold: 0.0 is out of range"),
        (GOOD + "[reuse]\npermutations = 8\n", "reuse.permutations: 8 is too low - use 16 or more"),
        (GOOD + '[[people]]\naliases = ["Ann"]\n', "people[1]: the key 'name' is missing"),
        (GOOD + '[[people]]\nname = "Ann"\n[[people]]\nname = "Ann"\n', "the person 'Ann' is listed twice"),
        (GOOD + '[[actors]]\nname = "NATO"\nkind = "pact"\n', "actors[1].kind: unknown kind 'pact' - use"),
        (GOOD + '[[actors]]\nname = "NATO"\naliases = [""]\n', "actors[1]: a name is empty"),
        (
            GOOD + '[[actors]]\nname = "NATO"\n[[actors]]\nname = "EU"\naliases = ["NATO"]\n',
            "actors[2]: 'NATO' is also a name of 'NATO' - make it a description of both",
        ),
        (GOOD + '[[lexicons]]\nname = "mean"\nfile = "a.tsv"\n', "lexicons[1].name: the name 'mean' is taken"),
        (GOOD + '[[lexicons]]\nname = "My list"\nfile = "a.tsv"\n', "lexicons[1].name: 'My list' is no name"),
        (GOOD + '[[lexicons]]\nname = "own"\nfile = "../a.tsv"\n', "lexicons[1].file: '../a.tsv' leads out"),
        (
            GOOD.replace('outlet = "The Herald"', 'outlet = "The Harold"'),
            "unknown outlet 'The Harold' - did you mean 'The Herald'?",
        ),
        (GOOD + 'republisher = "Nobody"\n', "articles[1]: unknown outlet 'Nobody'"),
        (GOOD.replace('"a.txt"', '"../a.txt"'), "articles[1].file: '../a.txt' leads out of the study folder"),
        (GOOD.replace('"a.txt"', '"/etc/passwd"'), "'/etc/passwd' leads out of the study folder"),
        (GOOD + 'date = "2014-02-30"\n', "articles[1].date: '2014-02-30' is not a date"),
        ('articles = []\noutlets = []\n[study]\ntitle = "x"\n', "no articles are listed"),
        (GOOD + '[[articles]]\nfile = "a.txt"\noutlet = "The Herald"\n', "'a.txt' is listed twice"),
        (GOOD + '[[outlets]]\nname = "The Herald"\n', "the outlet 'The Herald' is listed twice"),
        (GOOD.replace("[study]", "[[study]]"), "study: expected a table"),
        ('outlets = "x"\narticles = []\n[study]\ntitle = "x"\n', "outlets: expected a list, found 'x'"),
    ],
)  # fmt: skip
def test_a_bad_key_is_named_with_its_remedy(tmp_path: Path, text: str, complaint: str) -> None:
    with pytest.raises(SettingsError) as caught:
        read(tmp_path, text)
    assert complaint in str(caught.value)
    assert str(tmp_path / "study.toml") in str(caught.value)
    assert " - " in str(caught.value)
    assert "\n" not in str(caught.value)


def test_a_folder_without_a_study_is_named(tmp_path: Path) -> None:
    with pytest.raises(
        SettingsError, match=r"study\.toml: not found - name a folder that holds a study\.toml"
    ):
        study_settings.read(tmp_path)


def test_a_link_that_leads_out_of_the_folder_is_refused(tmp_path: Path) -> None:
    (tmp_path / "outside.txt").write_text("x")
    folder = tmp_path / "study"
    folder.mkdir()
    (folder / "a.txt").symlink_to(tmp_path / "outside.txt")
    with pytest.raises(SettingsError, match="leads out of the study folder"):
        read(folder, GOOD)


def test_the_bundled_study_lists_five_articles_of_three_outlets_and_a_republisher(bundled: Settings) -> None:
    assert [source.outlet for source in bundled.articles] == ["The Moscow Times"] * 3 + ["TASS", "Sputnik"]
    assert [source.republisher for source in bundled.articles] == [""] * 4 + ["The Greanville Post"]


@pytest.mark.parametrize(
    ("line", "complaint"),
    [
        ('date = "2026-13"', "citation.date: '2026-13' cannot be cited - write YYYY-MM-DD, YYYY-MM or YYYY"),
        ('date = "spring 2026"', "citation.date: 'spring 2026' cannot be cited"),
        ('date = "20260304"', "citation.date: '20260304' cannot be cited"),
        ('authors = ["Baker, Ann", " "]', "citation.authors:"),
        ('url = "javascript:alert(1)"', "citation.url: 'javascript:alert(1)' cannot be cited"),
        ('doi = "https://doi.org/10.1/x"', "citation.doi:"),
        ("year = 2026", "unknown key 'year'"),
    ],
)
def test_what_cannot_be_cited_is_named(tmp_path: Path, line: str, complaint: str) -> None:
    with pytest.raises(SettingsError) as caught:
        read(tmp_path, f"{GOOD}\n[citation]\n{line}\n")
    assert complaint in str(caught.value)


@pytest.mark.parametrize("date", ['"2026"', '"2026-03"', '"2026-03-04"', "2026-03-04", '""'])
def test_a_citation_may_have_a_day_a_month_a_year_or_no_date(tmp_path: Path, date: str) -> None:
    said = read(tmp_path, f"{GOOD}\n[citation]\ndate = {date}\n").citation
    assert said.date == date.strip('"')


def test_articles_come_by_outlet_day_and_file_whatever_the_order_they_are_listed_in(tmp_path: Path) -> None:
    outlets = '[study]\ntitle = "x"\n[[outlets]]\nname = "Herald"\n[[outlets]]\nname = "Gazette"\n'
    entries = [
        '[[articles]]\nfile = "z.txt"\noutlet = "Herald"\n',
        '[[articles]]\nfile = "b.txt"\noutlet = "Herald"\ndate = 2024-01-01\n',
        '[[articles]]\nfile = "a.txt"\noutlet = "Herald"\ndate = 2024-01-02\n',
        '[[articles]]\nfile = "c.txt"\noutlet = "Gazette"\n',
    ]
    for order in itertools.permutations(entries):
        files = [source.file for source in read(tmp_path, outlets + "".join(order)).articles]
        assert files == ["z.txt", "b.txt", "a.txt", "c.txt"]
