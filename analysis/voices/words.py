"""The closed classes of English words that the rules of this package look at."""

from __future__ import annotations


def word_set(text: str) -> frozenset[str]:
    """The words of a text."""
    return frozenset(text.split())


DETERMINERS = word_set(
    "the a an this these those his her its their my our your any no some each every both another many several few "
    "all one two three four five most other such what which whose more less"
)
PRONOUNS = word_set("he she they we i it you")
MASCULINE = word_set(
    "he him his himself mr lord sir king prince father brother son husband congressman spokesman chairman"
)
FEMININE = word_set(
    "she her hers herself ms mrs miss lady queen princess mother sister daughter wife congresswoman spokeswoman"
)
PREPOSITIONS = word_set(
    "of in on at for from with about under over by to into after before during against between among near despite "
    "amid as through since until within without toward towards across around behind beyond outside inside like "
    "than via per upon following including because while when if although though where once unless whether"
)
RELATIVES = word_set("who which that whom whose")
CONJUNCTIONS = word_set("and but or nor yet so plus")
AUXILIARIES = word_set(
    "has have had having will would could should may might must can cannot did does do is are was were been be "
    "being am not didn't doesn't don't won't wouldn't couldn't can't isn't wasn't hasn't haven't hadn't has'nt"
)
PASSIVE = word_set("is are was were been be being am isn't wasn't aren't weren't gets got get 's")
ADVERBS = word_set(
    "also now then often later just only not never again even further still once always soon first both long "
    "himself herself themselves itself too already ever sometimes instead much well rather yesterday today "
    "tonight however meanwhile thus all"
)
TIMES = word_set(
    "monday tuesday wednesday thursday friday saturday sunday january february march april may june july august "
    "september october november december yesterday today tonight earlier later recently last this jan feb mar apr "
    "jun jul aug sept oct nov dec morning afternoon evening night week month year"
)
CALENDAR = word_set(
    "monday tuesday wednesday thursday friday saturday sunday january february march april may june july august "
    "september october november december jan jan. feb feb. aug aug. sept sept. oct oct. nov nov. dec dec. mondays "
    "sundays"
)
OPENERS = word_set(
    "however indeed perhaps maybe additionally moreover furthermore first second last finally unfortunately still "
    "nevertheless nonetheless therefore hence besides anyway otherwise instead there here today then yet very "
    "often no yes"
)
CLAUSE_OPENERS = word_set("that whether how why what if where when who")
SUBJECTS = word_set(
    "he she it they we i you there this these those that's it's he's she's they're we're i'm there's"
)
TITLES = word_set(
    "mr mrs ms miss dr sir lord lady dame king queen prince princess pope father sister judge justice president "
    "vice prime minister secretary general chancellor ambassador senator representative congressman congresswoman "
    "governor mayor speaker chairman chairwoman chair leader chief head director colonel gen lt col sgt capt "
    "captain admiral adm maj major sen rep gov prof professor rev reverend hon attorney deputy assistant former "
    "foreign defense defence prosecutor commissioner counselor spokesman spokeswoman majority minority whip "
    "republican democrat democratic republicans senate house state u.s us u.s. nato's candidate first press "
    "finance interior army navy ex-president ex vice-president commander undersecretary premier envoy nominee "
    "conservative tea party coach officer sheriff detective superintendent inspector campaign manager adviser "
    "advisor strategist communications analyst economist host anchor reporter correspondent editor author actor "
    "actress comedian singer rapper pastor bishop archbishop cardinal imam rabbi news pollster historian "
    "democrats gop lawyer superdelegate staff counsel sergeant agent founder co-founder ceo vice-chair co-chair"
)
"""Words written with a capital letter before a name that are no part of it."""

PARTICLES = word_set("de da di del della der den van von bin ibn al el la le du dos ten ter af zu al-")
SUFFIXES = word_set("jr jr. sr sr. ii iii iv")
NOT_NAMES = word_set(
    "the a an this that these those his her its their our my your in on at for from with about under over by to "
    "after before during but and or so if when while as since although though yet because however meanwhile still "
    "also even some many most more all both each every no not only just now then there here what who how why "
    "where which whether he she it they we i you it's that's there's he's she's they're we're i'm i've we've "
    "don't it'll i'll according asked speaking yes instead indeed perhaps maybe additionally moreover furthermore "
    "finally first second last like once until despite amid among such one two three several few earlier later "
    "today yesterday another other others well let thank please whenever wherever umm take add ignore consider "
    "watch having given being regardless elsewhere neither either nor"
)
"""Words that a sentence may start with, so that their capital letter says nothing."""
