"""TASS: the dateline names the agency between slashes ("MOSCOW, November 5. /TASS/.")."""

from __future__ import annotations

import re

from analysis.corpus.outlets.rules import OutletRules
from analysis.corpus.patterns import MONTH

RULES = OutletRules(
    name="TASS",
    furniture=re.compile(r"^All news$"),
    dateline=re.compile(rf"^(?P<place>[A-Z][A-Z .'’-]{{2,40}}), (?P<day>{MONTH} \d{{1,2}})\. /TASS/\. "),
)
