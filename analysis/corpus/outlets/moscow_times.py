"""The Moscow Times: its name stands as a line of bold markdown where a byline would."""

from __future__ import annotations

import re

from analysis.corpus.outlets.rules import OutletRules

RULES = OutletRules(name="The Moscow Times", end_matter=re.compile(r"^Original url:$"))
