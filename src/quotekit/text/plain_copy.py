"""What makes a plain copy of a text, in which everything is looked for.

What differs from one file to another and means the same is one thing in the copy: it has no byte order
mark, its lines end with a line feed, its blanks are plain and one stands between sentences, words have no
sign where they could be parted, letters are composed, marks that were read in another encoding, or are
escaped, are marks, a colon announces a quotation that stands on the next line, and apostrophes inside words
are straight where a language elides, or a name has one.
Records have the offsets and the characters of the text as it was given, by `quotekit.text.copied_text`.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Set
from itertools import chain
from typing import Final
from unicodedata import combining, is_normalized, normalize

from attrs import evolve

from quotekit.errors import LanguageError
from quotekit.language import language_of
from quotekit.records import Settings
from quotekit.text.copied_text import PlainCopy, Rewriting
from quotekit.text.ranges import Range

__all__ = ["SOFT_HYPHEN", "plain_copy", "settings_as_read"]

_ORDER_MARKS: Final = re.compile("\\A\ufeff+")
_RETURN: Final = re.compile(r"\r\n?")
_OTHER_BLANKS: Final = "\u00a0\u1680\u2002-\u200a\u202f\u205f"
"""Blanks within a line of other widths, or at which no line ends; two more are composed to the first here."""
_BLANK_OR_GAP: Final = re.compile(
    rf"(?:(?<=[.?!])|(?<=[.?!][”’\"')\]]))[ {_OTHER_BLANKS}]{{2}}(?=\S)|[{_OTHER_BLANKS}]"
)
"""Two blanks behind a sentence, as typists leave them, or one blank of another width."""
SOFT_HYPHEN: Final = "\u00ad"
"""Where a line may end within a word, which is written together."""
_WITHIN_WORD: Final = re.compile(rf"(?<=\w){SOFT_HYPHEN}(?=\w)")
_WITH_ACCENTS: Final = re.compile("[^\r\ufeff’]?[^\x00-\x7f\ufeff’]+")
"""Signs that are no ASCII, and what may be the letter before them that they belong to; nothing that
another row changes."""
_LONGEST_LETTER: Final = 32
"""Characters of a letter with its accents, at most: Unicode's stream-safe texts have 30 in a row (UAX #15).
More are noise, and would take time beyond their number to be put in order."""
_MISREAD: Final = re.compile("[\x82\x84\x8b\x91-\x94\x96\x97\x9b❝❞❛❜]|â€[œ\x9d˜™“”¦]?")
"""Marks and dashes of Windows's bytes that were read as Latin-1, or UTF-8's that were read as Windows's."""
_ORNAMENTS: Final = {"❝": "“", "❞": "”", "❛": "‘", "❜": "’"}
"""Marks that are drawn larger, as web pages have them."""
_WINDOWS: Final = "cp1252"
_LAST_BYTE: Final = "\x9d"
"""The last byte of a closing mark, which Windows has no sign for, so that it is often lost."""
_ESCAPED_SIGN: Final = re.compile(
    r"\\u(?P<code>(?!d[89a-f])[0-9a-f]{4})(?![\u0300-\u036f])(?P<letter>(?=[^\W\d_]))?", re.IGNORECASE
)
"""A sign as JSON escapes it, and whether a letter stands behind it; halves of a sign are left as they are."""
_ESCAPED_END: Final = re.compile(
    r"(?:(?<=[.!?…;,\"'”’»)])|(?<=\\n)|(?<=\D\D:)|(?=(?:\\r)?\\n(?:\\r)?\\n))(?:\\r)?\\n"
    r"(?![a-z]|[\u0300-\u036f]|[\"”’»](?!\w))"
)
"""The end of a line as JSON escapes it, behind a stop or one of several: no command, path or string end."""
_APOSTROPHE: Final = re.compile(r"’(?=(?P<next>\S))")
"""A typographic apostrophe, or a closing mark, before whatever is no blank."""
_WORD_BEFORE: Final = re.compile("[^\\W\\d_](?:[^\\W\\d_]|[\u0300-\u036f])*\\Z")
"""The letters before it, with their accents."""
_APOSTROPHE_OF_NAME: Final = re.compile("(?<![^\\W_].)(?<=[A-ZÀ-Þ])’(?=[A-ZÀ-Þ][a-zß-ÿ])")
"""One between the single letter that a name begins with and its next capital ("O’Grady").

Where all letters are capitals, taggers take a verb beside a straight one for a part of the name.
"""
_SEMICOLON_BEFORE_QUOTATION: Final = re.compile(
    r"^[^\n“„«\"]*[^\W\d_](?P<sign>;)(?=[ \t]*(?:\n[ \t]*){1,2}[“„«\"])", re.MULTILINE
)
"""A semicolon that ends a line without marks, where the next one opens with a quotation mark.

A line with marks may be quoted itself, as each line of a verse is.
"""
_LONGEST_ELIDED: Final = 12
"""Characters before an apostrophe that are looked at: more than any elided word has."""


def plain_copy(text: str, lang: str | None = None) -> PlainCopy:
    """The copy of *text* that is read; nothing is made where it is plain, as most are.

    Args:
        text: Any text.
        lang: The language that it is parsed in, if it is parsed.
    """
    changes = list(
        _without_overlaps(chain.from_iterable(changes_for(text, lang) for changes_for in _CHANGES))
    )
    if not changes:
        return PlainCopy(text, text)
    pieces, done = list[str](), 0
    for change in changes:
        pieces += (text[done : change.start], change.plain)
        done = change.end
    return PlainCopy(text, "".join(pieces) + text[done:], changes)


def _without_overlaps(changes: Iterable[Rewriting]) -> Iterator[Rewriting]:
    """Those *changes* that share no character with one before them, as accents behind misread marks may."""
    done = 0
    for change in sorted(changes):
        if change.start >= done:
            yield change
            done = change.end


def settings_as_read(settings: Settings, lang: str) -> Settings:
    """Settings whose names and verbs are those of copies too, however they are typed."""
    if not (settings.aliases or settings.extra_cues):
        return settings
    aliases = [
        (name, (*others, *(plain_copy(other, lang).text for other in (*others, name))))
        for name, others in settings.aliases
    ]
    plain_cues = [(plain_copy(verb, lang).text, act) for verb, act in settings.extra_cues]
    return evolve(settings, aliases=aliases, extra_cues=[*settings.extra_cues, *plain_cues])


def _without_order_mark(text: str, lang: str | None) -> Iterator[Rewriting]:
    """The byte order mark, which tells how a file is encoded and is no part of its words."""
    if text.startswith("\ufeff"):
        yield from (Rewriting(*mark.span(), "") for mark in _ORDER_MARKS.finditer(text))


def _with_line_feeds(text: str, lang: str | None) -> Iterator[Rewriting]:
    """Line ends of Windows and of old Macs: layouts and paragraphs are told by one sign."""
    if "\r" in text:
        yield from (Rewriting(*end.span(), "\n") for end in _RETURN.finditer(text))


def _with_plain_blanks(text: str, lang: str | None) -> Iterator[Rewriting]:
    """Blanks of other widths, and two behind a sentence: what stands between words tells nothing of them."""
    yield from (Rewriting(*blank.span(), " ") for blank in _BLANK_OR_GAP.finditer(text))


def _without_soft_hyphens(text: str, lang: str | None) -> Iterator[Rewriting]:
    """Words without the signs of where they could be parted."""
    if SOFT_HYPHEN in text:
        yield from (Rewriting(*sign.span(), "") for sign in _WITHIN_WORD.finditer(text))


def _with_marks_read_anew(text: str, lang: str | None) -> Iterator[Rewriting]:
    """Marks and dashes whose bytes were read in another encoding than they were written in, and ornaments."""
    if not text.isascii():
        yield from (Rewriting(*sign.span(), _read_anew(sign[0])) for sign in _MISREAD.finditer(text))


def _read_anew(misread: str) -> str:
    """The sign that *misread* was written for."""
    if len(misread) == 1:
        return _ORNAMENTS.get(misread) or misread.encode("latin-1").decode(_WINDOWS)
    last = misread[2:].replace(_LAST_BYTE, "").encode(_WINDOWS)
    return (misread[:2].encode(_WINDOWS) + (last or _LAST_BYTE.encode("latin-1"))).decode()


def _without_escapes(text: str, lang: str | None) -> Iterator[Rewriting]:
    """Signs and line ends that are escaped as in JSON, which came out of it as they were."""
    if "\\" in text:
        yield from (Rewriting(*sign.span(), _unescaped(sign)) for sign in _ESCAPED_SIGN.finditer(text))
        yield from (Rewriting(*end.span(), "\n") for end in _ESCAPED_END.finditer(text))


def _unescaped(sign: re.Match[str]) -> str:
    """The sign that is meant; an apostrophe within a word is straight, as in all copies."""
    meant = chr(int(sign["code"], 16))
    return "'" if meant == "’" and sign["letter"] is not None else meant


def _with_composed_letters(text: str, lang: str | None) -> Iterator[Rewriting]:
    """Letters with their accents apart, which no table of words and no parser knows."""
    if text.isascii() or is_normalized("NFC", text):
        return
    for start, end in chain.from_iterable(
        _letters(text, *run.span()) for run in _WITH_ACCENTS.finditer(text)
    ):
        plain = normalize("NFC", text[start:end]) if end - start <= _LONGEST_LETTER else text[start:end]
        if plain != text[start:end] and len(plain) <= end - start:
            yield Rewriting(start, end, plain)


def _letters(text: str, start: int, end: int) -> Iterator[Range]:
    """The letters of a stretch of *text*, each with the accents that are written behind it."""
    for at in range(start + 1, end):
        if not _belongs_to_letter(text, start, at):
            yield start, at
            start = at
    yield start, end


def _belongs_to_letter(text: str, start: int, at: int) -> bool:
    """Whether an accent, or another part, of the letter at *start* stands at *at*; a blank has none."""
    sign = text[at]
    if text[start].isspace():
        return False
    if combining(normalize("NFD", sign)[0]):
        return True
    if at - start > _LONGEST_LETTER:
        return False
    letter = text[start:at]
    return normalize("NFC", letter + sign) != normalize("NFC", letter) + normalize("NFC", sign)


def _with_straight_apostrophes(text: str, lang: str | None) -> Iterator[Rewriting]:
    """Apostrophes in words of a language that elides: its parsers learned from the straight one alone.

    One before a quotation mark or a figure is one behind an elided word only ("l’« école »").
    """
    if lang is None or "’" not in text:
        return
    elided = _elided_words(lang)
    for sign in _APOSTROPHE.finditer(text) if elided else ():
        word = _WORD_BEFORE.search(text, max(0, sign.start() - _LONGEST_ELIDED), sign.start())
        if word and (sign["next"].isalpha() or word[0].lower() in elided):
            yield Rewriting(sign.start(), sign.end(), "'")


def _with_straight_apostrophes_of_names(text: str, lang: str | None) -> Iterator[Rewriting]:
    """Those of names, in other languages: with a curly one taggers take "O’Grady" for an adjective."""
    if lang is not None and "’" in text and not _elided_words(lang):
        yield from (Rewriting(*sign.span(), "'") for sign in _APOSTROPHE_OF_NAME.finditer(text))


def _with_colons(text: str, lang: str | None) -> Iterator[Rewriting]:
    """Colons before quotations on lines of their own, for which a semicolon is typed ("Ode said;")."""
    if ";" in text:
        lines = _SEMICOLON_BEFORE_QUOTATION.finditer(text)
        yield from (Rewriting(*line.span("sign"), ":") for line in lines)


def _elided_words(lang: str) -> Set[str]:
    """Those of a language; none of one without word lists, which whoever looks for quotes refuses."""
    try:
        return language_of(lang).function_words.elided
    except LanguageError:
        return frozenset()


_CHANGES: Final[tuple[Callable[[str, str | None], Iterator[Rewriting]], ...]] = (
    _without_order_mark,
    _with_line_feeds,
    _with_plain_blanks,
    _without_soft_hyphens,
    _with_marks_read_anew,
    _without_escapes,
    _with_composed_letters,
    _with_straight_apostrophes,
    _with_straight_apostrophes_of_names,
    _with_colons,
)
"""What is changed; of two that share a character the first is made."""
