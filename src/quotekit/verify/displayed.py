"""A text as a reader sees it: a copy of the same length without markup, link targets, figures of notes, and
signs of quoted, timed and numbered lines.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from itertools import groupby

from quotekit.language import every_language
from quotekit.text.markup import without_markup

__all__ = ["displayed", "without_line_signs", "without_notes"]

_ADDRESS = re.compile(r"<(?:https?://|mailto:|www\.)[^<>\s]{1,1000}>")
"""An address that Markdown shows as it is."""

_NOTE_ELEMENT = re.compile(
    r"(?:(?<=[^\W\d_]{3})|(?<=[.,;:!?…\"'”’»)]))"  # behind a short word it is a power: m², km²
    r"<sup\b[^<>]{0,300}>(?:<a\b[^<>]{0,1000}>)?\s{0,9}[\[(]?[\d*†‡a-z]{1,3}[\])]?\s{0,9}(?:</a>)?</sup>",
    re.IGNORECASE,
)
"""A note's raised sign, with its link."""

_LINKED_NOTE = re.compile(
    r"\[(?:\[\^?\d{1,3}\]|\^\d{1,3})\]\([^()\s]{1,1000}\)"  # a figure with a link: [[1]](#ref-1)
    r"|(?<=[^\s\[(])\[\d{1,3}\]\([^()\s]{1,1000}\)"  # close behind a sign: dark.[1](#ref-1)
    r"|(?<=\w)\[(?![a-z'’])[^\[\]\n]{1,40}\]\((?:https?:|www\.|#)[^()\s]{1,1000}\)"  # dark[Log](#1)
    r"|【\d{1,3}(?::\d{1,3})?(?:†[^【】\n]{0,60})?】"
)
"""A note that machines set behind what they quote, with the link or the place that it stands for.

A figure behind a blank is one of the sentence (killed [12](#list) people), and small letters are the rest of
a word (paint[ers](#art)); other words in such brackets are the author's, as in Japanese.
"""

_QUOTED_LINES = re.compile(r"(?:^[ \t]{0,9}>.*(?:\n|\Z))+", re.MULTILINE)
"""Lines that mails and Markdown quote, one below the other."""

_QUOTED_SIGN = re.compile(r"^[ \t]{0,9}(?:>[ \t]?){1,9}", re.MULTILINE)
"""The signs that a quoted line begins with."""

_GREATER_THAN = re.compile(r"^[ \t]{0,9}>[ \t]?[=\d]")
"""What such a sign means before a figure: that something is more."""

_TIMES = re.compile(
    r"\s{0,9}(?:^[ \t]*\d+[ \t]*\n)?^[ \t]*(?:\d+:)?\d{1,2}:\d{2}[.,]\d{3}[ \t]*-->.*\n"
    r"(?:<v\b[^<>\n]{0,100}>)?",
    re.MULTILINE,
)
"""The line that says when a subtitle is shown, with its number before it and a voice behind it."""

_NUMBERED = re.compile(
    r"^[ \t]*(?P<number>\d{1,3})(?:\t|[ \u00a0]{2})[ \t\u00a0]*(?P<first>\S?)", re.MULTILINE
)
"""The number of a line, which more than one blank parts from its words, and the sign that opens these."""

_FEWEST_LINES = 3
"""Lines that are counted one by one for their figures to be numbers of lines; chosen by hand."""


@cache
def note_bracket() -> re.Pattern[str]:
    """A note's sign in square brackets: a figure or several, a letter behind a word, a name behind a caret.

    An editor's remark, and that words stand so in the source, are notes too.
    """
    known = every_language()
    notes = "|".join(map(re.escape, known.apparatus_texts("note")))
    remarks = "|".join(map(re.escape, known.apparatus_texts("remark", "sic")))
    return re.compile(
        r"\[(?:\^[^\[\]\s]{1,40}|\d{1,3}(?:\s?[,;–-]\s?\d{1,3}){0,9}|(?<=[^\s\[]\[)[a-z](?=\](?!\w))"
        rf"|(?:{notes})\.? ?\d{{1,3}}|{remarks})\]",
        re.IGNORECASE,
    )


def displayed(text: str) -> str:
    """A copy of *text*, of the same length, without tags, entities, link targets, raised notes and quoted
    lines' signs.
    """
    if "<" in text:
        text = _ADDRESS.sub(_blanks, _NOTE_ELEMENT.sub(_blanks, text))
    if "[" in text or "【" in text:
        text = _LINKED_NOTE.sub(_blanks, text)
    if ">" in text:
        text = _QUOTED_LINES.sub(_without_quoted_signs, text)
    return without_markup(text)


def _without_quoted_signs(lines: re.Match[str]) -> str:
    """Quoted lines without their signs; lines that all begin with more than a figure are none."""
    if all(map(_GREATER_THAN.match, lines[0].splitlines())):
        return lines[0]
    return _QUOTED_SIGN.sub(_blanks, lines[0])


def without_notes(text: str) -> str:
    """A copy of *text*, of the same length, without the signs of notes in square brackets."""
    return note_bracket().sub(_blanks, text) if "[" in text else text


def without_line_signs(text: str) -> str:
    """A copy of *text*, of the same length, without the times of subtitles and the numbers of lines."""
    if "-->" in text:
        text = _TIMES.sub(_blanks, text)
    pieces, done = list[str](), 0
    for start, end in _line_numbers(text):
        pieces.extend((text[done:start], " " * (end - start)))
        done = end
    return "".join(pieces) + text[done:]


def _line_numbers(text: str) -> Iterator[tuple[int, int]]:
    """Where figures at the beginning of lines count these, some in a row, of which a small letter opens one.

    The rows of a table and the items of a list, whose numbers are quoted with them, open otherwise.
    """
    found = enumerate(_NUMBERED.finditer(text))
    for _, run in groupby(found, key=lambda pair: int(pair[1]["number"]) - pair[0]):
        lines = [match for _, match in run]
        if len(lines) >= _FEWEST_LINES and any(match["first"].islower() for match in lines):
            yield from (match.span("number") for match in lines)


def _blanks(match: re.Match[str]) -> str:
    return " " * len(match[0])
