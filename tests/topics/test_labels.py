from analysis.topics.labels import titled, topic_labels
from analysis.topics.words import Term


def label(*terms: str) -> str:
    return topic_labels({0: [Term(term, 1.0) for term in terms]}, {"libya": "Libya", "opcw": "OPCW"})[0]


def test_a_label_has_two_to_four_words_in_capitals() -> None:
    assert label("libya", "missile shield", "opcw", "embassy") == "Libya, Missile Shield, OPCW"
    assert label("missile shield", "persian gulf", "iran") == "Missile Shield, Persian Gulf"
    assert label("one", "two", "three four") == "One, Two, Three Four"


def test_acronyms_keep_their_letters() -> None:
    assert titled("NATO membership of the EU") == "NATO Membership Of The EU"
    assert titled("WWII monuments") == "WWII Monuments"
    assert titled("al-Assad") == "al-Assad"


def test_a_topic_without_terms_is_called_by_its_number() -> None:
    assert topic_labels({4: []}, {}) == {4: "Topic 4"}


def test_no_two_topics_are_called_the_same() -> None:
    same = [Term("libya", 1.0)]
    assert topic_labels({0: same, 1: same}, {}) == {0: "Libya", 1: "Libya (1)"}
