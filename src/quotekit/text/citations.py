"""Citations as science sets them: a year in brackets behind a name, the number of a reference."""

from __future__ import annotations

import re
from functools import cache
from typing import Final

from quotekit.language import every_language

__all__ = [
    "CITATION",
    "NAMED_CITATION",
    "behind_opening_note",
    "citation_at",
    "end_of_cited_name",
    "further_authors_at",
    "without_citations",
    "without_closing_citation",
]

YEAR: Final = r"(?:1[5-9]|20)\d\d[a-z]?"
DATED: Final = rf"\((?:[^()\n]{{0,60}}?[ ,])?{YEAR}(?:[,:;] ?[^()\n]{{1,60}})?\)"
NUMBERED: Final = r"\[\d{1,3}(?:[,–-] ?\d{1,3})*\]"
OTHERS: Final = r"(?: [a-z]{1,3}){1,3}\.,?"
"""What stands for further authors: little words, the last of them shortened."""

CITATION: Final = re.compile(rf"(?<=[^\W_])(?:{OTHERS})? ?(?:{DATED}|{NUMBERED})")
BREAKING: Final = re.compile(rf"(?<=[^\W_])(?:{OTHERS} ?(?:{DATED}|{NUMBERED})|{DATED}|{NUMBERED})")
"""Citations at which parsers end a sentence or a word; one in brackets alone, behind a blank, they read."""

OPENING_NOTE: Final = re.compile(rf"{NUMBERED}[,;:]?\s+")
CLOSING_NOTE: Final = re.compile(r"\s?\[(?:\d{1,3}(?:[,–-] ?\d{1,3})*\]?)?[.,;]?\s?$")
"""The number of a reference at the edge of somebody's words; at their end its bracket may be torn."""

BEHIND_NAME: Final = re.compile(rf"(?<=[^\W_])(?:{OTHERS}(?= ?{NUMBERED})|(?:{OTHERS})? ?{DATED})")
"""What of a citation behind a name tells who it is: further authors and the year, no number of a note."""

NAMED_CITATION: Final = re.compile(
    rf"[.,]? ?(?P<bracket>\()(?P<name>[^\W\d_a-z][^()\n;:\d]{{1,60}}?),? {YEAR}(?:[,:] ?[^()\n;]{{1,40}})?\)"
)
"""A citation that names its author, behind a quotation: “…” (Ode 1999: 12)."""

LONGEST_OTHERS: Final = 12
"""Characters of the longest of them, with the blank in front."""

LAST_BRACKET: Final = r"(?:\)[.,;]?\s?)?$"
BEHIND_MARKS: Final = (
    r"(?:(?<=[”»\"])|(?<=[^s][’']))\s?\((?:[\[A-Z§][^()\n]{0,80}?\d[^()\n]{0,60}|\d[\d ,–-]{0,12})"
    + LAST_BRACKET
)
"""A place in a work or a page, right behind marks: “…” (EU: I.II, § 14), “…” (Rom. 5:5), “…” (47).

An apostrophe behind an s is no mark.
"""
BEHIND_WORDS: Final = r"(?<=[a-z])\s?\(\d{3}(?:[–-]\d{1,3})?" + LAST_BRACKET
"""A page of three digits, behind words: smaller numbers are ages and scores as well ("was Jon Ode (45)")."""

CLOSING_LENGTH: Final = 140
"""Characters of the longest citation at the end of somebody's words, or behind a name."""


@cache
def closing_citation() -> re.Pattern[str]:
    """A citation at the end of somebody's words, which are the author's no more: a year, a page, a place."""
    signals, pages = (
        "|".join(map(re.escape, every_language().apparatus_texts(part))) for part in ("signal", "page")
    )
    cited = rf"(?:(?:{signals}) )?[^\W\d_a-z][^()\n\d]{{0,60}}?,? "
    paged = rf"(?:{pages}) ?\d[\d ,–-]{{0,12}}"
    dated = rf"\s?\((?:(?:{cited})?{YEAR}(?:[,:;] ?[^()\n]{{1,60}})?|{paged}){LAST_BRACKET}"
    return re.compile(rf"{dated}|{BEHIND_MARKS}|{BEHIND_WORDS}")


def citation_at(text: str, end: int) -> int:
    """Where a citation ends that stands right behind *end*, or *end* where none does."""
    found = CITATION.match(text, end)
    return found.end() if found is not None else end


def further_authors_at(text: str, end: int) -> int:
    """Where what stands for further authors ends right behind *end*, or *end* ("Ode | et al.")."""
    behind = text[end : end + LONGEST_OTHERS].casefold()
    lengths = (
        len(word) + 1 for word in every_language().apparatus_texts("others") if behind[1:].startswith(word)
    )
    return end + next(lengths, 0) if behind[:1].isspace() else end


def end_of_cited_name(text: str, start: int, end: int) -> int:
    """Where a name in ``text[start:end]`` ends, with further authors and the year of the citation behind it.

    One that breaks off in a citation, or in another bracket, ends before that ("Ode and Lund [").
    """
    cited = CITATION.finditer(text, start, min(len(text), end + CLOSING_LENGTH))
    end = next((one.start() for one in cited if one.start() < end < one.end()), end)
    end = start + len(text[start:end].rstrip(" (["))
    found = BEHIND_NAME.match(text, end)
    return found.end() if found is not None else end


def behind_opening_note(text: str, start: int, end: int) -> int:
    """Where ``text[start:end]`` begins behind the number of a reference ("[12], the lake froze")."""
    found = OPENING_NOTE.match(text, start, end)
    return start if found is None else found.end()


def without_closing_citation(text: str, start: int, end: int) -> int:
    """Where ``text[start:end]`` ends without the citation behind it ("… “has no reader” (1979: 47)")."""
    tail = text[max(start, end - CLOSING_LENGTH) : end]
    found = closing_citation().search(tail) or CLOSING_NOTE.search(tail)
    return end if found is None else max(start, end - CLOSING_LENGTH) + found.start()


def without_citations(text: str, start: int, end: int) -> str:
    """``text[start:end]`` with blanks for those of its citations that parsers do not read."""
    return BREAKING.sub(lambda match: " " * len(match[0]), text[start:end])
