"""From attributions and quotation marks to quotes: edges, kind, act, succession, nesting."""

from quotekit.assembly.assembling import assemble_quotes

__all__ = ["assemble_quotes"]
