"""Attributions that the layout of a text makes, without a parse."""

from quotekit.finders.layouts.tagger import LAYOUTS, tag_by_layout

__all__ = ["LAYOUTS", "tag_by_layout"]
