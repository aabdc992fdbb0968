"""Words and patterns as data: one validated record a language, read from tables."""

from quotekit.language.every import EveryLanguage, every_language
from quotekit.language.function_words import FunctionWords
from quotekit.language.independent import element_layouts, incise_parts, known_marks, reply_introductions
from quotekit.language.labelling import Labels
from quotekit.language.record import Language, language_of, languages, read_language
from quotekit.language.rows import (
    SAYING,
    Elision,
    Pronoun,
    ReportingVerb,
    Title,
)
from quotekit.language.tables import Column, Table, read_table
from quotekit.language.translation import Translation, entity_names

__all__ = [
    "SAYING",
    "Column",
    "Elision",
    "EveryLanguage",
    "FunctionWords",
    "Labels",
    "Language",
    "Pronoun",
    "ReportingVerb",
    "Table",
    "Title",
    "Translation",
    "element_layouts",
    "entity_names",
    "every_language",
    "incise_parts",
    "known_marks",
    "language_of",
    "languages",
    "read_language",
    "read_table",
    "reply_introductions",
]
