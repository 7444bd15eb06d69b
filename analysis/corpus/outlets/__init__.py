"""Outlets that need rules of their own, one module each. To add one: write its module and list it here."""

from __future__ import annotations

from analysis.corpus.outlets import greanville_post, moscow_times, tass
from analysis.corpus.outlets.rules import OutletRules

ALL = (moscow_times.RULES, tass.RULES, greanville_post.RULES)


def rules_for(*names: str) -> tuple[OutletRules, ...]:
    """The rules of the outlets called `names` (outlet and republisher); an outlet without a module has none."""
    return tuple(rules for rules in ALL if rules.name in names)
