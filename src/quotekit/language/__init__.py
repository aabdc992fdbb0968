"""Words and patterns as data: one validated record a language, read from tables."""

from quotekit.language.every import EveryLanguage, every_language
from quotekit.language.record import Language, language_of, languages, read_language
from quotekit.language.rows import (
    SAYING,
    Elision,
    FunctionWords,
    Pronoun,
    ReportingVerb,
    Title,
)
from quotekit.language.tables import Column, Table, read_table

__all__ = [
    "SAYING",
    "Column",
    "Elision",
    "EveryLanguage",
    "FunctionWords",
    "Language",
    "Pronoun",
    "ReportingVerb",
    "Table",
    "Title",
    "every_language",
    "language_of",
    "languages",
    "read_language",
    "read_table",
]
