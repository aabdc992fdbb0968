"""Time stamps, as they stand before or behind the label of a turn."""

from __future__ import annotations

from functools import cache
from typing import Final

from quotekit.language import every_language

__all__ = ["stamp"]

CLOCK: Final = r"\d{1,2}[:.]\d\d(?:[:.]\d\d(?!\d)(?:[.,]\d{1,3})?|[.,]\d{3})?"
DAY: Final = (
    r"(?:\d{1,4}[./-](?:\d{1,2}|[^\W\d_]{3,9})[./-]\d{1,4}|\d{1,2} [^\W\d_]{3,9}\.? \d{2,4}"
    r"|[^\W\d_]{3,9}\.? \d{1,2}, \d{4})"
)
"""A day in numbers, the month perhaps in a word ("03-May-24", "3 May 2024", "May 3, 2024")."""
AFTER_DAY: Final = r"(?:,?[ \t]+(?:[^\W\d_]{2}[ \t]+)?|T)"
"""What stands between the day and the time: a blank, a short word ("at"), or the letter of ISO 8601."""
ZONE: Final = r"(?:Z|[+-]\d\d:?\d\d)?"
UNTIL: Final = r"[ \t]*(?:-->|[-–—])[ \t]*"
"""What stands between the times at which a stretch begins and ends."""


@cache
def stamp() -> str:
    """A pattern of the time of day, perhaps with the day, as it stands before or behind a label."""
    half_day = "|".join(map(spaced_letters, sorted(every_language().function_words.half_day)))
    half = rf"[ \u202f]?(?:{half_day})(?!\w)"
    clock = rf"{CLOCK}(?:{half}|(?!{half}))"
    stretch = rf"{clock}{ZONE}(?:{UNTIL}{clock})?"
    return rf"[\[(<`]?(?:{DAY}{AFTER_DAY})?{stretch}(?:,?[ \t]+{DAY})?[\])>`]?"


def spaced_letters(word: str) -> str:
    """A pattern of the letters of *word*, of either case and perhaps each with a full stop ("a.m.")."""
    return "".join(rf"[{letter.upper()}{letter}]\.?" for letter in word)
