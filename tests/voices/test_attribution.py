"""Who says what in hand-worked sentences: cue, class and speaker of each quotation."""

from __future__ import annotations

import pytest

from analysis.settings import KnownPerson
from analysis.voices.attribution import Quotation, quotations
from analysis.voices.passages import Passage

Row = tuple[str, str, str]


def found(*paragraphs: str, kind: str, people: tuple[KnownPerson, ...] = ()) -> list[Row]:
    """Text, speaker and cue of each quotation of a kind."""
    items = quotations([Passage(text) for text in paragraphs], people)
    return [(paragraphs[q.passage][q.start : q.end], q.speaker, q.cue) for q in items if q.kind == kind]


def one(*paragraphs: str, kind: str = "direct") -> Row:
    (row,) = found(*paragraphs, kind=kind)
    return row


@pytest.mark.parametrize(
    ("text", "speaker", "cue"),
    [
        ("“We are glad of that,” Ann Smith said.", "Ann Smith", "said"),
        ("“We are glad of that,” said Ann Smith.", "Ann Smith", "said"),
        ("“It rained all day. It snowed too,” Ann Smith said.", "Ann Smith", "said"),
        ("“We are glad of that,” said Senator Ann Smith of Ohio.", "Ann Smith", "said"),
        ("Ann Smith said: “We are glad of that.”", "Ann Smith", "said"),
        ("Ann Smith told reporters on Monday, “We are glad of that.”", "Ann Smith", "told"),
        ("“We are glad of that,” Ann Smith told reporters.", "Ann Smith", "told"),
        ("“Are we glad of that?” Ann Smith asked.", "Ann Smith", "asked"),
        ("“We are glad,” Ann Smith, a lawyer from Waco, Texas, said.", "Ann Smith", "said"),
        ("“We are very glad,” Ann Smith, the city’s lawyer, told the paper.", "Ann Smith", "told"),
        ("“We are glad of that,” said Ford’s top aide Ann Smith.", "Ann Smith", "said"),
        ("“We are glad of that,” said Rep. Ann Smith.", "Ann Smith", "said"),
        ("“We are glad of that,” former Secretary of State Ann Smith said.", "Ann Smith", "said"),
        ("According to Ann Smith, “we are very glad of that.”", "Ann Smith", "according to"),
        ("“We are very glad of that.” - Ann Smith", "Ann Smith", "-"),
        ("Ann Smith called the plan “a disgrace to the whole nation.”", "Ann Smith", "called"),
        ("Ann Smith declined to say whether “the whole of the plan” was dead.", "Ann Smith", "say"),
    ],
)
def test_a_named_speaker_is_found_wherever_the_attribution_stands(text: str, speaker: str, cue: str) -> None:
    assert one(text)[1:] == (speaker, cue)


def test_an_interrupted_quotation_is_two_of_one_speaker() -> None:
    rows = found(
        '"We work together," Ann Smith said. "In that sense we are [more] than friends."', kind="direct"
    )
    assert [row[:2] for row in rows] == [
        ('"We work together,"', "Ann Smith"),
        ('"In that sense we are [more] than friends."', "Ann Smith"),
    ]


def test_speech_over_several_paragraphs_goes_on_with_its_speaker() -> None:
    rows = found(
        'Ann Smith said: "We begin here.', '"And we go on here.', '"Here it all ends now."', kind="direct"
    )
    assert [row[1] for row in rows] == ["Ann Smith"] * 3
    assert rows[0][0] == '"We begin here.'


def test_a_bare_paragraph_belongs_to_the_speaker_going_on() -> None:
    rows = found('"It is a chance," Ann Smith said.', '"It is an attempt to stop us."', kind="direct")
    assert rows[1][1:] == ("Ann Smith", "")


def test_a_paragraph_that_ends_with_a_colon_introduces_the_next() -> None:
    rows = found(
        "Bob Jones spoke first. Ann Smith wrote afterwards:", "“We are very glad of that.”", kind="direct"
    )
    assert rows[-1][1] == "Ann Smith"


def test_a_bare_sentence_belongs_to_the_attribution_behind_it() -> None:
    text = "“It rained here all day.” “It snowed a little too,” Ann Smith said."
    rows = found("“It was a fine day,” Bob Jones said.", text, kind="direct")
    assert [row[1] for row in rows] == ["Bob Jones", "Ann Smith", "Ann Smith"]


def test_a_quotation_may_be_signed_in_a_line_of_its_own() -> None:
    rows = found("Bob Jones said little.", "“We are very glad of that.”", "— Ann Smith", kind="direct")
    assert rows == [("“We are very glad of that.”", "Ann Smith", "—")]


def test_a_role_of_another_country_is_somebody_else() -> None:
    rows = found(
        "Russian Foreign Minister Sergei Lavrov came.",
        "“We will stay,” the German minister said.",
        kind="direct",
    )
    assert rows[0][1] == "German minister, anonymous"


def test_a_surname_a_pronoun_and_a_role_mean_the_full_name() -> None:
    rows = found(
        "Alexander Grushko, Russia’s permanent NATO envoy, spoke on Monday.",
        "“We see no reason for it,” Grushko said.",
        "“It will not work at all,” he told Interfax.",
        "“The talks go in circles,” the Russian diplomat said.",
        kind="direct",
    )
    assert {row[1] for row in rows} == {"Alexander Grushko"}


def test_a_role_before_the_name_is_known_is_found_later_in_the_article() -> None:
    rows = found(
        "“We will not accept that,” Russia’s foreign minister said.",
        "Russian Foreign Minister Sergei Lavrov left.",
        kind="direct",
    )
    assert rows[0][1] == "Sergei Lavrov"


def test_a_pronoun_means_the_latest_person_whom_it_fits() -> None:
    rows = found(
        "Ann Smith met Robert Jones in Waco.",
        "Jones left at once.",
        "“It was a good talk,” she said.",
        kind="direct",
    )
    assert rows[0][1] == "Ann Smith"


def test_a_title_tells_which_of_two_persons_a_surname_means() -> None:
    rows = found(
        "Bill Clinton came with Hillary Clinton.",
        "“We will not go,” Mrs. Clinton said.",
        "“I will,” Mr. Clinton said.",
        kind="direct",
    )
    assert [row[1] for row in rows] == ["Hillary Clinton", "Bill Clinton"]


def test_an_anonymous_source_stays_anonymous_and_one() -> None:
    rows = found(
        "Lavrov was critical, but a top alliance official dismissed the criticism.",
        "“They are in distress about it,” the official said, speaking on condition of anonymity.",
        "The NATO official who spoke anonymously stressed that all was well. “It was never better,” the official said.",
        kind="direct",
    )
    assert {row[1] for row in rows} == {"NATO official, anonymous"}


def test_two_unnamed_persons_of_different_roles_are_two() -> None:
    rows = found(
        "“We are glad of that,” a senior U.S. official said.",
        "“We are not so sure,” a NATO spokesman said.",
        kind="direct",
    )
    assert [row[1] for row in rows] == ["senior U.S. official, anonymous", "NATO spokesman, anonymous"]


def test_names_of_the_study_come_before_those_of_the_text() -> None:
    people = (KnownPerson("Volodymyr Zelenskyy", aliases=("Zelensky",), titles=("Ukrainian leader",)),)
    rows = found(
        "“We are here now,” Zelensky said.",
        "“We stay here now,” the Ukrainian leader said.",
        kind="direct",
        people=people,
    )
    assert [row[1] for row in rows] == ["Volodymyr Zelenskyy"] * 2


@pytest.mark.parametrize(
    ("text", "reported", "speaker"),
    [
        ("Ann Smith said a recent coup showed the danger.", "a recent coup showed the danger", "Ann Smith"),
        ("According to the UN, 40 people have died.", "40 people have died", "UN"),
        ("Rasmussen said Russia should hold talks.", "Russia should hold talks", "Rasmussen"),
        ("Ann Smith said, however, in May that all was lost.", "that all was lost", "Ann Smith"),
        ("In particular, Ann Smith said, Russia backs the rebels.", "Russia backs the rebels", "Ann Smith"),
        ("The talks may fail this week, Ann Smith said.", "The talks may fail this week", "Ann Smith"),
        ("Ann Smith told reporters that all was lost.", "that all was lost", "Ann Smith"),
        ("Ann Smith refused to meet the press.", "to meet the press", "Ann Smith"),
        ("Ann Smith criticized the plan.", "the plan", "Ann Smith"),
        ("The aide, Ann Smith, has denied that she knew.", "that she knew", "Ann Smith"),
        ("Ann Smith, who was told that all was lost, left.", "that all was lost, left", ""),
        ("The mayor left and Ann Smith hurried to say that all was lost.", "that all was lost", "Ann Smith"),
    ],
)
def test_indirect_speech_is_found_with_its_words_and_speaker(text: str, reported: str, speaker: str) -> None:
    assert found(text, kind="indirect")[0][:2] == (reported, speaker)


def test_joined_verbs_and_participles_share_a_speaker_and_part_the_words() -> None:
    rows = found("Ann Smith said the plan would fail, adding that she had no hope.", kind="indirect")
    assert rows == [
        ("the plan would fail", "Ann Smith", "said"),
        ("that she had no hope", "Ann Smith", "adding"),
    ]


def test_an_attribution_in_the_middle_parts_what_is_reported() -> None:
    rows = found("All was lost that day, Ann Smith said, the war had ended.", kind="indirect")
    assert rows == [
        ("All was lost that day", "Ann Smith", "said"),
        ("the war had ended", "Ann Smith", "said"),
    ]


def test_words_quoted_in_a_reported_clause_are_both() -> None:
    text = "Ann Smith said the plan was “not directed against any country” at all."
    assert found(text, kind="indirect")[0][0] == "the plan was “not directed against any country” at all"
    assert one(text) == ("“not directed against any country”", "Ann Smith", "said")


@pytest.mark.parametrize(
    "text",
    [
        "The claims of the ministry were in the report of the state.",
        "Ann Smith walked to the office.",
        "The member states are skeptical about the system.",
        "Its supporters called.",
        "Old opposition claims that it failed were dropped.",
    ],
)
def test_nouns_that_look_like_verbs_report_nothing(text: str) -> None:
    assert found(text, kind="indirect") == []


def test_terms_are_recorded_and_are_nobodys_speech() -> None:
    text = "Russia backs the “frozen conflicts” there."
    assert one(text, kind="term") == ("“frozen conflicts”", "", "")
    assert found(text, kind="direct") == []


def test_a_short_stretch_that_is_part_of_its_clause_is_a_term() -> None:
    text = "It drew “the last of the lost” to town."
    assert one(text, kind="term")[0] == "“the last of the lost”"
    assert found(text, kind="direct") == []


def answer(text: str) -> list[Quotation]:
    return quotations([Passage(text, "answer", "Sergei Lavrov")])


def test_in_an_answer_i_is_the_interviewee_and_others_are_quoted() -> None:
    text = (
        "When Rex Tillerson was the US Secretary of State, he stated that they have proof. "
        "I told him, “If you have proof, share it.” He said “Sergei, I'm not going to give you anything.” "
        "Germany says “We can't tell you anything.”"
    )
    said = [(q.speaker, q.cue) for q in answer(text) if q.kind == "direct"]
    assert said == [("Sergei Lavrov", "told"), ("Rex Tillerson", "said"), ("Germany", "says")]


def test_what_an_interviewee_thinks_is_no_report() -> None:
    assert answer("I think that the talks will fail.") == []
    assert [q.cue for q in answer("The Taliban themselves said that it was untrue.")] == ["said"]


def test_a_quotation_in_an_answer_that_nobody_is_named_for_has_no_speaker() -> None:
    (idiom,) = [
        q
        for q in answer("There's an idiom, “Ivan points at Peter, and Peter at Ivan”.")
        if q.kind == "direct"
    ]
    assert idiom.speaker == ""


def test_a_paragraph_added_at_the_end_changes_nothing_before_it() -> None:
    article = ["Ann Smith spoke.", "“We are glad of that,” she said.", "“We are not,” said Bob Jones."]
    longer = [*article, "“Nor is anybody else here,” said Eve Ford."]
    assert found(*longer, kind="direct")[:2] == found(*article, kind="direct")


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("The government said that prices rose.", "government"),
        ("The new report said that prices rose.", "new report"),
        ("A recent harvest showed that prices rose.", ""),
        ("None of them said that prices rose.", ""),
    ],
)
def test_bodies_and_documents_speak_and_facts_do_not(text: str, speaker: str) -> None:
    assert one(text, kind="indirect")[1] == speaker


def test_letters_of_a_body_are_no_first_name() -> None:
    text = "As our envoy to the OSCE Ann Smith recently noted, the prices have not really improved."
    assert one(text, kind="indirect")[1] == "Ann Smith"


@pytest.mark.parametrize(
    "words", ["The party of " * 1_500 + "party said", "The men " + "wanted to " * 1_500 + "say"]
)
def test_a_list_of_thousands_of_words_before_a_colon_is_read(words: str) -> None:
    text, _, cue = one(f"{words}:", "“We are glad of that now.”")
    assert (text, cue) == ("“We are glad of that now.”", "")
