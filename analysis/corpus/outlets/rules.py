"""What an outlet needs of its own, beside the general patterns."""

from __future__ import annotations

import re
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class OutletRules:
    """Patterns for the lines that only one outlet prints. `name` is the outlet's name in `study.toml`.

    Attributes:
        name: the outlet's name.
        furniture: matches a block that is the page's, not the article's.
        end_matter: matches the block from which on everything is the page's.
        dateline: matches the dateline at the start of a paragraph, where the general pattern does not.
    """

    name: str
    furniture: re.Pattern[str] | None = None
    end_matter: re.Pattern[str] | None = None
    dateline: re.Pattern[str] | None = None
