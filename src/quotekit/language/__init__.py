"""Words and patterns as data, per language."""

from quotekit.language.tables import languages, load_any_words, load_rows, load_table, load_words

__all__ = ["languages", "load_any_words", "load_rows", "load_table", "load_words"]
