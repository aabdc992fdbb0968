"""Findings by rules over a dependency parse and a lexicon of cues."""

from quotekit.finders.rules.table import RULES, find_by_rules

__all__ = ["RULES", "find_by_rules"]
