"""What is looked at in every article: results worked by hand."""

from __future__ import annotations

import datetime
import random
import time

import pytest

from analysis.importing.checking.alike import alike
from analysis.importing.checking.copies import Copies
from analysis.importing.checking.dates import day_first, read_day
from analysis.importing.checking.languages import language
from analysis.importing.checking.mending import mend
from analysis.importing.checking.paragraphs import part
from analysis.importing.checking.recurring import Paragraphs, least

TODAY = datetime.date(2024, 5, 17)


@pytest.mark.parametrize(
    ("value", "day"),
    [
        ("2016-03-05", "2016-03-05"), ("2016-3-5", "2016-03-05"), ("2016/03/05", "2016-03-05"),
        ("2022-06-24T17:30:00Z", "2022-06-24"), ("2016-03-05 10:00", "2016-03-05"), ("20160305", "2016-03-05"),
        ("5.3.2016", "2016-03-05"), ("25/12/2015", "2015-12-25"), ("12/25/2015", "2015-12-25"),
        ("3/3/2016", "2016-03-03"),
        ("March 5, 2016", "2016-03-05"), ("5th March 2016", "2016-03-05"), ("Mar. 5, 2016", "2016-03-05"),
        ("Thu, 05 Mar 2015 10:00:00 GMT", "2015-03-05"), ("05-Mar-2015", "2015-03-05"),
        (1457136000, "2016-03-05"), (1457136000000, "2016-03-05"), ("1457136000", "2016-03-05"),
        (datetime.date(2016, 3, 5), "2016-03-05"),
        (datetime.datetime(2016, 3, 5, 23, tzinfo=datetime.UTC), "2016-03-05"),
    ],
)  # fmt: skip
def test_a_day_is_read_however_it_is_written(value: object, day: str) -> None:
    assert read_day(value, today=TODAY).day == day


@pytest.mark.parametrize(
    ("value", "problem"),
    [
        ("", "no-date"), (None, "no-date"), ("NaN", "no-date"), ("0000-00-00", "impossible-date"),
        ("2016-02-31", "impossible-date"), ("31 February 2016", "impossible-date"), ("0001-01-01", "early-date"),
        ("1899-12-31", "early-date"), ("2024-05-18", "future-date"), ("1970-01-01", "placeholder-date"),
        ("03/04/2016", "ambiguous-date"), ("last week", "not-a-date"), ("2016-03", "not-a-date"), (7, "not-a-date"),
    ],
)  # fmt: skip
def test_what_is_no_day_is_told_and_gives_none(value: object, problem: str) -> None:
    dated = read_day(value, today=TODAY)
    assert (dated.day, dated.problem) == ("", problem)
    assert dated.told


def test_the_order_of_day_and_month_is_told_from_the_other_dates() -> None:
    assert day_first(["03/04/2016", "25/12/2015"]) is True
    assert day_first(["03/04/2016", "12/25/2015"]) is False
    assert day_first(["03/04/2016"]) is None
    assert day_first(["25/12/2015", "12/25/2015"]) is None
    assert read_day("03/04/2016", day_first=True).day == "2016-04-03"
    assert read_day("03/04/2016", day_first=False).day == "2016-03-04"


def test_a_wrong_decoding_is_undone_and_nothing_else_is_changed() -> None:
    mended = mend("They didnâ€™t say “why”.")
    assert mended.text == "They didn’t say “why”."
    assert ("didnâ€™t" in mended.before, "didn’t" in mended.after) == (True, True)
    apart = "“Ж” said FranA\u0303\u0083A\u0302\u00a7ois"
    assert mend(apart).text == "“Ж” said François"
    sound = "“Naïve” café — it’s £5…"
    assert mend(sound).text == sound
    assert mend(sound).before == ""


def test_control_and_invisible_characters_are_counted_and_gone() -> None:
    mended = mend("A\x00b c\x1bd so\u00adft\u200b \ufffd\r\nNew\rline\ud800")
    assert mended.text == "A b c d soft \ufffd\nNew\nline\ufffd"
    assert (mended.controls, mended.invisible, mended.lost) == (2, 2, 2)


def test_tags_become_breaks_and_a_lesser_sign_stays() -> None:
    mended = mend("<p>One &amp; <b>two</b>.</p><script>var a = 1 < 2;</script><p>Three.</p>")
    assert [line for line in mended.text.split("\n") if line.strip()] == ["One & two.", "Three."]
    assert mended.markup
    assert mend("x < y and y > z").text == "x < y and y > z"


def test_scripts_and_comments_go_with_what_is_in_them_where_they_end() -> None:
    assert mend("<p>One.<SCRIPT a>if (1) {}</script> Two.<!-- a\n>b --> Three.").text == "One.  Two. Three."
    assert mend("<p>One.<style>a</style>Two.<script>b</style>").text == "One. Two.b"
    assert mend("<p>One.<!-- Two.").text == "One.<!-- Two."
    assert mend("<p>One.<script>" + "a" * 100_001 + "</script>Two.").text == "One." + "a" * 100_001 + "Two."


def test_a_text_without_breaks_is_cut_at_ends_of_sentences_only_when_asked_to() -> None:
    sentence = "The council of the town met on Monday to speak of the bridge. "
    text = (sentence * 20).strip()
    parted = part(text, cut=True)
    pieces = parted.text.split("\n\n")
    assert parted.was_cut
    assert [len(piece.split()) for piece in pieces] == [91, 91, 78]
    assert " ".join(pieces) == text
    assert part(text, cut=False).text == text
    short = (sentence * 12).strip()
    assert part(short, cut=True).text == short


def test_paragraphs_end_at_blank_lines_or_else_at_line_breaks_but_not_where_a_screen_ended() -> None:
    assert part("One.\n\nTwo.", cut=True).text == "One.\n\nTwo."
    long = "A paragraph whose line goes on for more than a hundred characters, as no line of a screen or a mail does."
    assert part(f"{long}\n{long}", cut=True).text == f"{long}\n\n{long}"
    wrapped = (
        "The mayor of the town said on\nMonday that the bridge would\nopen in May.\n\nNobody believed\nit."
    )
    assert part(wrapped, cut=True).text == wrapped
    assert part(wrapped.split("\n\n", maxsplit=1)[0], cut=True).text == wrapped.split("\n\n", maxsplit=1)[0]


def test_names_of_one_outlet_are_found_and_other_outlets_are_left_alone() -> None:
    names = [
        "NYT",
        "The New York Times",
        "Fox News",
        "Fox News (Online)",
        "Channel 4",
        "Channel 5",
        "TIME",
        "The Hill",
    ]
    found = alike({name: len(name) for name in names})
    assert [one.names for one in found] == [("Fox News (Online)", "Fox News"), ("The New York Times", "NYT")]
    assert found[0].articles == (17, 8)
    assert found[1].why == ("“NYT” and “The New York Times” are a name and its initials",)


def test_texts_that_were_taken_for_names_are_not_compared_letter_by_letter() -> None:
    texts = {("abcd" * number + "e") * (5_000 // (4 * number + 1)): 1 for number in range(1, 60)}
    started = time.process_time()
    assert alike(texts) == []
    assert time.process_time() - started < 3


def test_of_many_outlets_those_of_the_most_articles_are_compared() -> None:
    few = {f"{letter * 9}": 1 for letter in "abc"}
    many = {f"paper {number}": 5 for number in range(1_000)}
    assert alike({**few, "The aaaaaaaaa": 1}) != []
    assert alike({**many, **few, "The aaaaaaaaa": 1}) == []


def test_alike_names_are_one_group_in_whatever_order_they_come() -> None:
    names = {"Newsmax": 3, "Newsmax - News": 2, "Newsmax (Opinion)": 1, "Newsmaxx": 1}
    (group,) = alike(names)
    assert group.names == ("Newsmax", "Newsmax - News", "Newsmax (Opinion)", "Newsmaxx")
    assert alike(dict(reversed(names.items()))) == [group]


@pytest.mark.parametrize(
    ("sentence", "told"),
    [
        ("The mayor said that she was in the town and that it was as good as it has been. ", "English"),
        ("Der Bürgermeister sagte, dass die Brücke in der Stadt nicht mehr für den Verkehr ist. ", "German"),
        ("Президент России сказал, что это не так и что он не знает, как быть дальше. ", "Russian"),
        ("Президент України сказав, що він це знає та що це не для того, як було до цього. ", "Ukrainian"),
        ("市長は月曜日に橋について話した。 " * 20, "not in Latin letters"),
    ],
)
def test_the_language_is_told_from_the_commonest_words(sentence: str, told: str) -> None:
    assert language(sentence * 4) == told


def test_the_language_of_a_few_words_is_not_told() -> None:
    assert language("Der Bürgermeister sagte, dass die Brücke nicht offen ist.") == ""


def words(seed: int, count: int) -> str:
    return " ".join(random.Random(seed).choices([f"w{number}" for number in range(5_000)], k=count))  # noqa: S311


def test_copies_are_found_exact_by_outlet_and_near_by_their_shingles() -> None:
    texts = [words(seed, 300) for seed in range(30)]
    texts += [texts[3].upper() + "!", f"{texts[5]} {words(99, 60)}"]
    copies = Copies()
    for number, text in enumerate(texts[:30]):
        copies.add(number, text, "The Herald")
    assert copies.earlier(texts[30], "The Herald") == (3, None)
    assert copies.earlier(texts[30], "The Gazette") == (None, 3)
    assert copies.earlier(texts[31], "The Herald") == (None, None)
    copies.add(31, texts[31], "The Herald")
    (near,) = copies.near(texts.__getitem__)
    assert (near.first, near.second) == (5, 31)
    assert near.similarity == pytest.approx(298 / 358)  # 300 - 2 runs of three words of 360 - 2


def test_a_paragraph_recurs_in_three_articles_of_one_outlet_copies_aside() -> None:
    paragraphs = Paragraphs()
    for number in range(3):
        paragraphs.add(number, "The Herald", ["Sign up.", "Sign up.", f"News {number}."])
    paragraphs.add(3, "The Gazette", ["Sign up."])
    sizes = {"The Herald": 3, "The Gazette": 1}
    (found,) = paragraphs.recurring(sizes, set())
    assert (found.outlet, found.articles, found.first) == ("The Herald", 3, 0)
    assert paragraphs.recurring(sizes, {2}) == []
    assert paragraphs.articles_with({found.digest}) == [0, 1, 2]
    assert [least(articles) for articles in (1, 600, 601, 2_000)] == [3, 3, 4, 10]


@pytest.mark.parametrize(
    "text",
    [
        "The <b>mayor</b> spoke.", 'The <a href="https://a.b/c" class="x">mayor</a> spoke.', "The <I>mayor</I> spoke.",
        "The mayor<img src=a.png/> spoke.", "The <em\nclass=x>mayor</em > spoke.",
    ],
)  # fmt: skip
def test_a_text_with_tags_inside_its_lines_only_loses_them(text: str) -> None:
    mended = mend(text)
    assert (mended.text, mended.markup) == ("The mayor spoke.", True)


@pytest.mark.parametrize("text", ["if a <b and c> d", "a <ann@b.c> b", "<img", "<bold>", "< b >", "a<i"])
def test_what_only_looks_like_a_tag_stays(text: str) -> None:
    assert (mend(text).text, mend(text).markup) == (text, False)


@pytest.mark.parametrize("text", ["<a ", "<a href=", "</b", "<img " + " " * 50, "<b><"])
def test_tags_are_looked_for_in_time_that_grows_with_the_text(text: str) -> None:
    started = time.process_time()
    mend(text * (1_000_000 // len(text)))
    assert time.process_time() - started < 5
