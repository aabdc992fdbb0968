"""Texts from what people have: text files, web pages, documents, tables and subtitles, one module a kind."""

from quotekit.files.finding import find_files
from quotekit.files.forms import FORMS, InputForm, form_by_ending
from quotekit.files.opening import read_files
from quotekit.files.texts import FileText, ReadingChoices, UnreadableText

__all__ = [
    "FORMS",
    "FileText",
    "InputForm",
    "ReadingChoices",
    "UnreadableText",
    "find_files",
    "form_by_ending",
    "read_files",
]
