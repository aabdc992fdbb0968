"""From findings and quotation marks to quotes: edges, kind, act, modality, succession, nesting, addressee."""

from quotekit.quotes.assembling import assemble_quotes, judged_quotes
from quotekit.quotes.matching import best_matches
from quotekit.quotes.nesting import JudgedQuote

__all__ = ["JudgedQuote", "assemble_quotes", "best_matches", "judged_quotes"]
