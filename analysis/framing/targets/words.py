"""Words around a name that tell whether it stands for the actor: openers, offices, places, pronouns."""

from __future__ import annotations


def word_set(text: str) -> frozenset[str]:
    """The words of a text."""
    return frozenset(text.split())


CALENDAR = word_set(
    "Monday Tuesday Wednesday Thursday Friday Saturday Sunday January February March April May June July August "
    "September October November December Jan Feb Mar Apr Jun Jul Aug Sept Sep Oct Nov Dec"
)
"""Capitalised words that may stand beside a name without being part of it."""

REGIONS = word_set(
    "eastern western northern southern central south-eastern southeastern south-western southwestern "
    "north-eastern northeastern north-western northwestern mainland"
)
"""Words that make a part of a state, and so a place, of its name."""

LONGER = word_set(
    "Eastern Western Northern Southern Central Soviet Tsarist Imperial United Radio Novaya New Greater Holy Young"
)
"""Words that make a longer name of the one behind them, also where a sentence starts with them."""

PLACE_PREPOSITIONS = word_set("in across near inside outside throughout within around")

TRUST = word_set(
    "trust confidence faith belief believe believes believed interest interests disappointed disappointment hope"
)
"""Words that make a stance of the "in" behind them ("confidence in Russia")."""

FUNCTION = word_set(
    "and or but nor on at in to into for with by from of since after before that which who when where while as during "
    "over under until than is was are were has have had will would could should may might can must did does do "
    "last this next later earlier now today yesterday tomorrow again also because if amid between against about "
    "through without ahead"
)
"""Words that follow a noun phrase: a name before one of these is no modifier ("in Ukraine on Monday")."""

OFFICES = word_set(
    "ambassador ambassadors envoy envoys chief chiefs official officials spokesman spokesmen spokeswoman "
    "spokesperson diplomat diplomats minister ministers leader leaders president presidents premier secretary "
    "secretary-general commander commanders general generals senator senators lawmaker lawmakers officer officers "
    "lawyer lawyers negotiator negotiators representative representatives head heads adviser advisers advisor "
    "correspondent correspondents journalist journalists servicemen soldier soldiers citizen citizens"
)
"""Persons that a name before them merely places ("a NATO spokesman"): the sentence is about the person."""

OFFICE_ADJECTIVES = word_set(
    "foreign defense defence prime military senior top permanent former acting deputy interior finance security"
)

UNNAMED = OFFICES | word_set(
    "aide aides man woman boy girl ally rival opponent predecessor successor counterpart colleague friend son "
    "daughter wife husband brother sister father mother judge reporter candidate nominee critic voter source "
    "attorney prosecutor governor congressman congresswoman mayor director chairman chairwoman editor author "
    "host expert analyst professor doctor victim suspect player driver worker teacher student nurse somebody "
    "someone anyone person"
)
"""Persons without a name, whom a pronoun behind them may mean."""

MASCULINE = word_set("he him his himself")
FEMININE = word_set("she her hers herself")
