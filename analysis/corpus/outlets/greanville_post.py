"""The Greanville Post, a republisher: it sets an appeal before the text it reprints and its own notes behind it."""

from __future__ import annotations

import re

from analysis.corpus.outlets.rules import OutletRules

RULES = OutletRules(
    name="The Greanville Post",
    furniture=re.compile(r"^Please make sure these dispatches reach "),
    end_matter=re.compile(r"^(?:\[post-views\]|• remember: ALL CAPTIONS, IMAGES, PULL QUOTES )"),
)
