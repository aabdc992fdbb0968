"""Word lists and tables, read from the data files beside this module.

A data file is UTF-8 text with one entry a line, columns parted by a tab; what follows a ``#``
that opens a line is a comment.
"""

from __future__ import annotations

from functools import cache
from importlib.resources import files

from quotekit.errors import LanguageError

__all__ = ["languages", "load_any_words", "load_rows", "load_table", "load_words"]


@cache
def languages() -> tuple[str, ...]:
    """The codes of the languages that have word lists, in alphabetical order."""
    folders = files(__package__).iterdir()
    return tuple(sorted(entry.name for entry in folders if entry.is_dir() and len(entry.name) == 2))


@cache
def load_rows(lang: str, name: str) -> tuple[tuple[str, ...], ...]:
    """The rows of table *name* (``"reporting_verbs"``) of language *lang*, in the file's order.

    Raises:
        LanguageError: There are no word lists for *lang*.
    """
    if lang not in languages():
        raise LanguageError(lang, languages())
    path = files(__package__).joinpath(lang).joinpath(f"{name}.tsv")
    lines = path.read_text(encoding="utf-8").splitlines()
    return tuple(tuple(line.split("\t")) for line in lines if line.strip() and not line.startswith("#"))


@cache
def load_words(lang: str, name: str) -> frozenset[str]:
    """The first column of table *name* of language *lang*."""
    return frozenset(row[0] for row in load_rows(lang, name))


@cache
def load_any_words(name: str) -> frozenset[str]:
    """The first column of table *name* of every language that has it, for what is read without a language."""
    folders = files(__package__)
    having = (lang for lang in languages() if folders.joinpath(lang).joinpath(f"{name}.tsv").is_file())
    return frozenset(word for lang in having for word in load_words(lang, name))


@cache
def load_table(lang: str, name: str) -> dict[str, str]:
    """The second column of table *name* of language *lang*, by its first; do not change it."""
    return {row[0]: row[1] for row in load_rows(lang, name)}
