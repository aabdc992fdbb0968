"""Words and patterns as data, per language."""

from quotekit.lexicon.loading import languages, load_rows, load_table, load_words

__all__ = ["languages", "load_rows", "load_table", "load_words"]
