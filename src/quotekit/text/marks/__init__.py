"""Quotation marks alone: paired, nested and told from apostrophes, without a model."""

from quotekit.text.marks.enclosure import enclosing
from quotekit.text.marks.spans import find_marked_spans, pair_marks

__all__ = ["enclosing", "find_marked_spans", "pair_marks"]
