"""Where words begin and end, hyphenated ones and names included."""

from __future__ import annotations

import re
from collections.abc import Sequence, Set
from typing import Final
from unicodedata import category

from quotekit.text.ranges import Range

__all__ = [
    "EAST_ASIAN",
    "LOWER",
    "UPPER",
    "divides_word",
    "joins_letters",
    "plainly_spaced",
    "says_something",
    "with_whole_words",
    "without_last_words",
    "without_number",
]

HYPHENS: Final = frozenset("-\u2010\u2011")
NUMBER_SIGNS: Final = frozenset(":.,")
"""What stands between the digits of one number or of a time of day ("1,200", "4.5", "7:30")."""
HANDLE_SIGN: Final = "@"
"""Opens what somebody is called by on a network, and is a part of it."""
EAST_ASIAN: Final = r"\u3000-\u9fff\uf900-\ufaff\uff66-\uff9f\U00020000-\U0003ffff"
"""The scripts of East Asia without blanks between words, for a set of a regular expression."""
UPPER: Final = "A-ZÀ-Þ"
"""The capitals of Latin alphabets, for a set of a regular expression."""
LOWER: Final = "a-zß-öø-ÿ"
"""The small letters of Latin alphabets, for a set of a regular expression."""
UNSPACED: Final = re.compile(rf"[\u0e00-\u0fff\u1000-\u109f\u1780-\u17ff{EAST_ASIAN}]")
"""Characters of scripts without blanks between words, in which no edge is known to divide one."""
PICTURE: Final = "So"
"""The category of emoji and other signs that are pictures."""
LAST_WORD: Final = re.compile(r"(?<=\S)\s+([^\W\d_]+)\Z")
"""A last word and the blank before it."""
DIGITS: Final = "0123456789"
"""What numbers the questions and answers of an interview."""
LONGEST: Final = 64
"""Characters of the longest word; what is longer is data, whose edges stay where they are."""


def says_something(sign: str) -> bool:
    """Whether *sign* is a letter, a digit or a picture, which messages have for words."""
    return sign.isalnum() or category(sign) == PICTURE


def without_number(word: str) -> str:
    """A word without the digits at its end ("Q" of "Q12")."""
    return word.rstrip(DIGITS)


def divides_word(text: str, at: int) -> bool:
    """Whether an edge at *at* has letters of one word on both its sides, perhaps with a hyphen between.

    So may a full stop be within an address ("quotes.org"), the sign that opens a handle ("@lund") and one
    within a number ("7:30pm", "1,200").
    """
    if not 0 < at < len(text):
        return False
    before, behind = text[at - 1], text[at]
    if joins_letters(text, at - 1) or joins_letters(text, at):
        return True
    return (before == HANDLE_SIGN or is_word_character(before)) and is_word_character(behind)


def joins_letters(text: str, place: int) -> bool:
    """Whether a hyphen joins letters at *place*, a full stop a small one, or a sign digits of a number."""
    if (
        not 0 < place < len(text) - 1
        or not is_word_character(text[place - 1])
        or not is_word_character(text[place + 1])
    ):
        return False
    before, sign, behind = text[place - 1], text[place], text[place + 1]
    in_number = sign in NUMBER_SIGNS and before.isdigit() and behind.isdigit()
    return sign in HYPHENS or (sign == "." and behind.islower()) or in_number


def without_last_words(text: str, span: Range, words: Set[str]) -> Range:
    """*span* without those of *words* at its end, in lower case; what is left keeps at least one word."""
    start, end = span
    while (last := LAST_WORD.search(text, max(start, end - LONGEST), end)) and last[1].lower() in words:
        end = last.start()
    return start, end


def plainly_spaced(name: str) -> str:
    """A *name* with single plain blanks between its words, so that it is one name in all texts."""
    return " ".join(name.split())


def is_word_character(character: str) -> bool:
    """Whether *character* is a letter or a digit of a script that parts its words."""
    return character.isalnum() and UNSPACED.match(character) is None


def with_whole_words(text: str, span: Range, taken: Sequence[Range]) -> Range:
    """*span*, reaching to the ends of the words that its edges divide, but not into what is *taken*."""
    start, end = span
    low = max((last for _, last in taken if last <= start), default=0)
    high = min((first for first, _ in taken if first >= end), default=len(text))
    first, last = start, end
    while first > max(low, start - LONGEST) and divides_word(text, first):
        first -= 1
    while last < min(high, end + LONGEST) and divides_word(text, last):
        last += 1
    return start if divides_word(text, first) else first, end if divides_word(text, last) else last
