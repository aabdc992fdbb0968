"""Findings by rules over a dependency parse and a lexicon of cues."""

from quotekit.finders.rules.applying import find_by_rules
from quotekit.finders.rules.table import RULES

__all__ = ["RULES", "find_by_rules"]
