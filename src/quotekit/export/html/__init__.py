"""Quotes as HTML: a page of its own, and the view of a notebook."""

from quotekit.export.html.notebook import View
from quotekit.export.html.page import to_html

__all__ = ["View", "to_html"]
