"""Lines between somebody's words that are nobody's: times of subtitles, numbers of pages, buttons."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import Final

from quotekit.language import every_language

__all__ = ["breaks_between", "is_break"]

BLOCK_OF_CUE: Final = (
    r"(?:^\d{1,5}[ \t]*\n)?^[\d:.,]{8,12} --> [^\n]*(?:\n|$)|^♪[^\n]*$|^[ \t]*\d{1,2}(?=[ \t]{2,}\S)|</v>"
)
"""What stands between the words of subtitles: a number and times, music, the end of a voice; and the number
of a line of a court."""
NUMBER_OF_PAGE: Final = r"\d{1,4}(?:[ \t]*(?:/|[^\W\d_]{2,3})[ \t]*\d{1,4})?"
"""The number of a page, perhaps with that of the last one ("14 of 62")."""
DASHED: Final = rf"[-–—][ \t]*{NUMBER_OF_PAGE}[ \t]*[-–—]"
ALONE: Final = rf"(?<=\n\n)[ \t\f]*[\[(]?{NUMBER_OF_PAGE}[\])]?(?=[ \t]*(?:\n[ \t]*\n|\Z))"
"""One between blank lines, which needs no word beside it."""

BUTTONS: Final = r"^[ \t]*[\w ]{1,16}(?:[ \t]+·[ \t]+[\w ]{1,16}){1,5}[ \t]*$"
"""What a network lets its readers do with a comment, and how old it is ("Like · Reply · 3h")."""


@cache
def break_pattern() -> re.Pattern[str]:
    """Matches what stands between words and is nobody's."""
    words = "|".join(map(re.escape, every_language().apparatus_texts("page")))
    paged = rf"^[ \t\f]*[\[(|]?(?:(?i:{words})[ \t]*{NUMBER_OF_PAGE}|{DASHED})[\])|]?[ \t]*$"
    return re.compile(rf"{BLOCK_OF_CUE}|{BUTTONS}|{paged}|{ALONE}", re.MULTILINE)


def is_break(text: str, start: int) -> bool:
    """Whether a line that is nobody's stands at *start*."""
    return break_pattern().match(text, start) is not None


def breaks_between(text: str, start: int, end: int) -> Iterator[re.Match[str]]:
    """The lines in a stretch of *text* that are nobody's."""
    return break_pattern().finditer(text, start, end)
