"""Labels before a colon: which could name a speaker, and which head a note, a caption or a field."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from attrs import frozen

from quotekit.language import every_language
from quotekit.text.ranges import Range

__all__ = ["Labelled", "labelled_lines", "names_somebody"]

CLOCK = r"\d{1,2}:\d\d(?::\d\d(?:[.,]\d{1,3})?)?"
DAY = r"\d{1,4}[./-]\d{1,2}[./-]\d{1,4}"
NAME_WORD = re.compile(r"@?[^\W\d_][\w.'’-]*$")
LONGEST = 5


@frozen
class Labelled:
    """A line that a label opens.

    Attributes:
        start: Where the line begins.
        label: Where the label stands.
        colon: Where the colon behind it stands, or the full stop of "Q." and "A.".
        rest: Where the rest of the line stands.
        timed: Whether a time stamp stands before the label.
    """

    start: int
    label: Range
    colon: Range
    rest: Range
    timed: bool


@cache
def labelled_line() -> re.Pattern[str]:
    """Matches a line that a label and a colon open, perhaps behind the time of day."""
    half_day = "|".join(map(spaced_letters, sorted(every_language().function_words.half_day)))
    clock = rf"{CLOCK}(?: ?(?:{half_day}))?"
    stamp = rf"[\[(<]?(?:{DAY},?[ \t]+)?{clock}(?:,?[ \t]+{DAY})?[\])>]?[ \t]*(?:[-–—|][ \t]*)?"
    return re.compile(
        rf"^(?P<time>{stamp})?(?:\*\*|__)?"
        r"(?P<label>@?[^\W\d_][^\n:\"“”«»*\[(]{0,60}?)[ \t]*"
        r"(?:[\[(][^\])\n]{1,60}[\])])?"
        r"(?:\*\*|__)?(?P<colon>:)(?:\*\*|__)?[ \t]+(?P<rest>\S[^\n]*?)(?:\*\*|__)?$",
        re.MULTILINE,
    )


def spaced_letters(word: str) -> str:
    """A pattern of the letters of *word*, of either case and perhaps each with a full stop ("a.m.")."""
    return "".join(rf"[{letter.upper()}{letter}]\.?" for letter in word)


@cache
def lettered_line() -> re.Pattern[str]:
    """Matches a line that a letter opens, as questions and answers are told apart in interviews."""
    words = every_language().function_words
    letters = "".join(sorted(words.question_letter | words.answer_letter))
    return re.compile(rf"^(?P<label>[{letters}])(?P<colon>\.)[ \t]+(?P<rest>\S[^\n]*)$", re.MULTILINE)


def is_lettered(text: str) -> bool:
    """Whether *text* has lines that the letters of questions and of answers open, of one kind each."""
    words = every_language().function_words
    found = {match["label"] for match in lettered_line().finditer(text)}
    return len(found) == 2 and bool(found & words.question_letter and found & words.answer_letter)


def labelled_lines(text: str) -> Iterator[Labelled]:
    """The lines of *text* whose label could be the name of somebody who speaks."""
    lettered = is_lettered(text)
    for match in (lettered_line() if lettered else labelled_line()).finditer(text):
        if names_somebody(match["label"]):
            timed = not lettered and match["time"] is not None
            yield Labelled(match.start(), match.span("label"), match.span("colon"), match.span("rest"), timed)


def names_somebody(label: str) -> bool:
    """Whether a label is written like a name, perhaps with an office, and is none of the usual headings."""
    name, _, office = label.partition(", ")
    words = name.split()
    if not 0 < len(words) <= LONGEST or is_heading(words):
        return False
    if len(words) > 1 and words[-1].isdecimal():
        return words[-2].casefold() in every_language().roles | every_language().unnamed_roles
    if office and not (label.isupper() or office.split()[-1].casefold() in every_language().roles):
        return False
    small = every_language().function_words.labelling
    return all(
        NAME_WORD.match(word) and (word[0].isupper() or word[0] == "@" or word in small) for word in words
    )


def is_heading(words: Sequence[str]) -> bool:
    """Whether a label heads a note, a caption or a field, and no office or body."""
    known, last = every_language(), words[-1].casefold()
    if len(words) > 1 and (last in known.roles or last in known.organisations):
        return False
    return not known.heading_words.isdisjoint(map(str.casefold, words))
