"""Descriptions of persons: "the Russian diplomat" fits "Russia's permanent NATO envoy"."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from analysis.voices import words
from analysis.voices.tokens import Token

KINDS = (
    "diplomat envoy ambassador representative negotiator",
    "diplomat minister secretary",
    "chief head leader boss secretary-general general chairman chairwoman chair president director commander premier",
    "senator sen lawmaker legislator",
    "congressman congresswoman rep representative lawmaker legislator",
    "governor gov",
    "candidate nominee hopeful contender frontrunner front-runner challenger rival",
    "spokesman spokeswoman spokesperson",
    "lawyer attorney prosecutor",
    "professor scholar academic researcher scientist expert analyst economist historian strategist pollster",
    "journalist reporter correspondent columnist anchor host editor writer author",
    "businessman mogul magnate billionaire tycoon developer",
    "aide adviser advisor assistant counsel",
    "official",
    "minister premier",
    "president",
    "judge justice",
)
"""Nouns that can stand for the same office. A noun may be in several kinds."""

PERSON_NOUNS = words.word_set(" ".join(KINDS)) | words.word_set(
    "man woman person source delegate voter supporter critic opponent activist organizer witness resident "
    "neighbor neighbour friend officer soldier colonel captain veteran student teacher doctor nurse mayor "
    "commissioner operative insider consultant manager staffer member volunteer protester narrator moderator "
    "speaker executive investor owner worker farmer mother father brother sister son daughter wife husband fan "
    "guest agent detective sheriff chef priest pastor bishop king queen prince actor actress singer comedian "
    "artist donor fundraiser counterpart colleague successor predecessor deputy ally superdelegate politician "
    "newsman interviewer conservative republican democrat liberal libertarian incumbent caller immigrant refugee"
)
"""Nouns for one person. A description that ends in another noun (the report, the campaign) names no person."""

BODY_NOUNS = words.word_set(
    "campaign company firm group board panel team party department office union agency authority "
    "administration government ministry parliament court council committee commission foundation "
    "organization organisation movement club community leadership opposition military army police "
    "alliance bloc force embassy bank church school university network newspaper paper magazine media "
    "press publication outlet website airline hospital association coalition institute country state "
    "nation regime side partner participant critic observer backer defender advocate follower people man "
    "men woman women child children someone everyone anyone many most some others crowd audience public "
    "majority minority everybody report study poll polling survey analysis research data document record "
    "letter email message memo statement transcript tweet post speech remark comment account lawsuit "
    "complaint resolution ruling filing indictment law treaty agreement platform plan ad editorial review "
    "biography interview video recording release announcement declaration charter convention constitution"
)
"""Nouns for bodies, groups and documents that say things."""

_OFFICE = {
    noun: frozenset().union(*(kind.split() for kind in KINDS if noun in kind.split()))
    for noun in " ".join(KINDS).split()
}
"""The nouns that can stand for the office of each."""

_NATIONS = {
    adjective: nation
    for nation, adjectives in {
        "russia": "russian moscow",
        "us": "american u.s u.s. washington america",
        "britain": "british uk",
        "france": "french",
        "germany": "german",
        "ukraine": "ukrainian",
        "china": "chinese",
        "iran": "iranian",
        "israel": "israeli",
        "poland": "polish",
        "turkey": "turkish",
        "italy": "italian",
        "spain": "spanish",
        "mexico": "mexican",
        "canada": "canadian",
        "syria": "syrian",
        "iraq": "iraqi",
        "afghanistan": "afghan",
        "japan": "japanese",
        "morocco": "moroccan",
        "tunisia": "tunisian",
        "nato": "alliance",
    }.items()
    for adjective in adjectives.split()
}
"""Countries, and an alliance, by the words that stand for them."""

_EMPTY = words.DETERMINERS | words.PREPOSITIONS | words.word_set("north atlantic united states")


@dataclass(frozen=True, slots=True)
class Description:
    """What a description says: its noun, the words about it (nations as countries), and whether it is known already."""

    text: str
    noun: str
    about: frozenset[str]
    definite: bool

    @property
    def person(self) -> bool:
        """Whether the noun names one person."""
        return self.noun in PERSON_NOUNS


def describe(phrase: Sequence[Token]) -> Description:
    """The description that a phrase of common nouns gives, up to its first preposition: "senior official at the UN"."""
    head = next(
        (at for at, token in enumerate(phrase) if at and token.lower in words.PREPOSITIONS), len(phrase)
    )
    core = [token for token in phrase[:head] if token.word or token.text in {"-", "&"}]
    opener = core[0] if core else None
    definite = opener is not None and (
        opener.lower in {"the", "this", "that", "these", "those"} or opener.possessive
    )
    kept = [token for token in core if token.lower not in words.DETERMINERS] or core
    noun = kept[-1].stem.lower() if kept else ""
    rest = [token.stem for token in (*kept[:-1], *(t for t in phrase[head:] if t.capital))]
    return Description(_text(kept, phrase[head:]), noun, about(rest), definite)


def speaks(noun: str) -> bool:
    """Whether a common noun names something that can say a thing: a person, a body, or a document."""
    singular = noun.removesuffix("ies") + "y" if noun.endswith("ies") else noun.removesuffix("s")
    return bool({noun, singular} & (PERSON_NOUNS | BODY_NOUNS))


def can_voice(phrase: Sequence[Token]) -> bool:
    """Whether a phrase can name who speaks: a pronoun, a name, a noun for one person or several."""
    if phrase[0].pronoun or any(token.capital for token in phrase):
        return True
    noun = describe(phrase).noun
    return (
        noun in PERSON_NOUNS
        or noun.removesuffix("s") in PERSON_NOUNS
        or noun in {"crowd", "audience", "people"}
    )


def _text(core: Sequence[Token], rest: Sequence[Token]) -> str:
    """The words of a description, its article left out."""
    return " ".join(token.text for token in (*core, *rest)).strip(" ,")


def about(parts: Iterable[str]) -> frozenset[str]:
    """Words about a person, in small letters: nations by country, an alliance as NATO, no articles."""
    lowered = (part.lower().removesuffix("'s").removesuffix("’s") for part in parts)
    return frozenset(_NATIONS.get(part, part) for part in lowered if part not in _EMPTY)


def same_office(noun: str, known: frozenset[str]) -> bool:
    """Whether a noun can stand for one of the words known about a person."""
    return noun in known or not known.isdisjoint(_OFFICE.get(noun, frozenset()))


def fits(description: Description, known: frozenset[str]) -> bool:
    """Whether all that a description says can be said of a person: its noun and every word about it."""
    return same_office(description.noun, known) and description.about <= known | {description.noun}
