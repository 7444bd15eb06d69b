"""Words that tell no topic: function words, reporting verbs, titles and words of time and quantity."""

from __future__ import annotations

FUNCTION_WORDS = """
a about above across after again against ago ahead all almost alone along already also although always
am among amid an and another any anybody anyone anything anyway apart are aren't around as aside at away
back be became because become becomes been before behind being below beside besides between beyond both
but by can can't cannot could couldn't did didn't do does doesn't doing don't done down due during each
either else elsewhere enough etc even ever every everybody everyone everything everywhere except far few
fewer first for former formerly from further furthermore given gone had hadn't has hasn't have haven't
having he he'd he'll he's hence her here here's hers herself him himself his how however i i'd i'll i'm
i've if in indeed inside instead into is isn't it it'd it'll it's its itself just last lately later
latter least less let let's likewise little ll lot lots many may maybe me meanwhile might mine more
moreover most mostly much must my myself namely near nearby nearly neither never nevertheless next no
nobody none nonetheless nor not nothing now nowhere of off often on once one ones only onto or other
others otherwise ought our ours ourselves out outside over own per perhaps please quite rather re really
regarding same second seem seemed seems several shall she she'd she'll she's should shouldn't since so
some somebody somehow someone something sometimes somewhere soon still such than that that's the their
theirs them themselves then there there's thereby therefore these they they'd they'll they're they've
third this those though through throughout thus to together too toward towards under unless unlike until
unto up upon us ve very via was wasn't we we'd we'll we're we've well were weren't what what's whatever
when whenever where where's whereas whereby wherever whether which while who who's whoever whole whom
whose why will with within without won't would wouldn't yes yet you you'd you'll you're you've your
yours yourself yourselves
"""

REPORTING_WORDS = """
accused accuses acknowledged added adding adds admitted admits agreed announced announcing answer
answered answering argued argues asked asking asks asserted assured called calling calls cited citing
claim claimed claims commented concede conceded concluded confirmed declared denied denies described
discuss discussed emphasized explained explaining expressed expressing hinted indicated insisted insists
interview interviewed mention mentioned note noted notes noting opined outlined pointed proposed
question questions quoted recalled referring reiterated remarked repeatedly replied reply report
reported reportedly reporter reporters reporting reports responded said say saying says speak speaking
speaks spoke spoken spokesman spokeswoman spokesperson stated statement stating stress stressed stresses
stressing suggested talk talked talking tell telling tells told underlined underlining underscored urged
urges urging vowed warned warning warns wrote
"""

COMMON_WORDS = """
able according action actions actually adopted afternoon allow allowed appointment april area areas
august available bad based basic basis began begin begun believe big billion bring brought call calls
came case certain certainly clear clearly colleague colleagues come comes coming concept consider
considered considering contact contacted contacts continue continues course currently day days dec
december different directly earlier end entire especially essentially established example expect
expected express fact facts february find firmly five focused follow following four frankly friday full
functioning future gave general get gets getting give gives giving go goes going good got great happen
happened happening head headed heads held help high hold holds hope idea important impossible include
includes including involved issue issues january july june keep kind know known large late lead led left
level levels like likely long look looking made main make makes making march matter mean means meeting
meetings member members million mind moment monday month months morning mr mrs ms need needs new news
november number object october old ongoing openly order part parties parts people place plan planned
plans plus possible presented problem problems process professional put ready reason recent recently
regard related relation right round run sake saturday say see seeing seen september set sides similar
similarly simply situation six sort special start started state states step steps stop sunday sure take
taken takes taking ten term terms thing things think three thursday time times today tomorrow took try
trying tuesday two understand understanding use used useful using various view want wanted wants way
ways wednesday week weeks went word words work working works world worth year years yesterday
"""

STOP_WORDS = frozenset(
    word.replace("'", mark)
    for text in (FUNCTION_WORDS, REPORTING_WORDS, COMMON_WORDS)
    for word in text.split()
    for mark in ("'", "’")
)
"""In small letters, with the straight and the curly apostrophe."""
