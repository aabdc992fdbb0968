"""Attributions by rules over a dependency parse and a lexicon of cues."""

from quotekit.finders.rules.tagger import tag_by_rules

__all__ = ["tag_by_rules"]
