"""From attributions and quotation marks to quotes: edges, kind, act, succession, nesting."""

from quotekit.quotes.assembling import assemble_quotes
from quotekit.quotes.matching import best_matches

__all__ = ["assemble_quotes", "best_matches"]
