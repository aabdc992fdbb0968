"""Parses written by hand, so that tests of rules need no model."""

from __future__ import annotations

from collections.abc import Iterable

import spacy
from spacy.tokens import Doc

from quotekit.finders.finding import Finding, Range
from quotekit.finders.rules.parsed_page import ParsedPage, with_parse
from quotekit.records import Settings
from quotekit.text.page import read_page

__all__ = ["doc_of", "page_of", "parts_of"]

NO_BLANK_BEFORE = frozenset(".,:;?!”’)")
NO_BLANK_BEHIND = frozenset("“‘(\n")


def doc_of(parse: str, lang: str = "en") -> Doc:
    """A parse written as ``word/part of speech/tag/relation/head/lemma``, words parted by blanks.

    The head is a word of the parse, the first of its form, or a number; the lemma may be left out, and a
    mark of punctuation needs no more than itself. ``⏎`` is a line end.
    """
    rows = [word.split("/") for word in parse.split()]
    words = [row[0].replace("⏎", "\n") for row in rows]
    full = [row if len(row) > 1 else [row[0], "PUNCT", row[0], "punct", root_of(rows)] for row in rows]
    heads = [int(row[4]) if row[4].isdecimal() else words.index(row[4]) for row in full]
    return Doc(
        spacy.blank(lang).vocab,
        words=words,
        spaces=[*map(has_blank_between, words, words[1:]), False],
        pos=["SPACE" if row[0] == "⏎" else row[1] for row in full],
        tags=[row[2] for row in full],
        deps=["ROOT" if head == place else full[place][3] for place, head in enumerate(heads)],
        heads=heads,
        lemmas=[row[5] if len(row) > 5 else row[0] for row in full],
    )


def root_of(rows: Iterable[list[str]]) -> str:
    """The number of the first word that is its own head."""
    return str(next(place for place, row in enumerate(rows) if len(row) > 1 and row[3] == "ROOT"))


def has_blank_between(word: str, following: str) -> bool:
    """Whether a blank parts a word from the one behind it."""
    return word not in NO_BLANK_BEHIND and following[0] not in NO_BLANK_BEFORE and following[0] not in "\n'"


def page_of(parse: str, lang: str = "en") -> ParsedPage:
    """The page of a parse written by hand, as rules read it."""
    doc = doc_of(parse, lang)
    return with_parse(read_page(doc.text), doc, Settings())


def parts_of(found: Iterable[Finding], text: str) -> list[tuple[str, str, str]]:
    """Source, cue and content of findings, several spans parted by a bar."""
    return [
        (words_at(item.source, text), words_at(item.cue, text), words_at(item.content, text))
        for item in found
    ]


def words_at(spans: Iterable[Range], text: str) -> str:
    """The words of *text* at *spans*, parted by bars."""
    return "|".join(text[start:end] for start, end in spans)
