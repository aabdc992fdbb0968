"""Findings that the layout of a text makes, without a parse."""

from quotekit.finders.layouts.table import LAYOUTS, find_by_layout

__all__ = ["LAYOUTS", "find_by_layout"]
