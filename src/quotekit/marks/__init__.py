"""Quotation marks alone: paired, nested and told from apostrophes, without a model."""

from quotekit.marks.spans import find_marked_spans

__all__ = ["find_marked_spans"]
