"""What may be a quotation mark, and how well its neighbours fit each reading of it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from attrs import frozen

from quotekit.text.marks.alphabet import families, mark_pattern
from quotekit.text.marks.apostrophes import is_lost_beginning, read_as_apostrophe
from quotekit.text.marks.costs import FITTING, costs_between
from quotekit.text.marks.neighbours import kinds_to_the_left, kinds_to_the_right
from quotekit.text.ranges import Range

__all__ = ["Candidates", "Sign", "candidates"]

_MEASURE = re.compile(r"\d['’′]\s?\d{1,2}(?:[.,]\d+)?(?:½|¼|¾)?$")
"""Feet or minutes, with the figure of the inches or seconds that a double mark stands behind."""

_MEASURE_LENGTH = 9
"""How many characters before a double mark are looked at for them: enough for 5' 11.25; chosen by hand."""

_FENCE = re.compile(r"^[ \t]*`{3,}(?=[\w+-]*[ \t]*$)", re.MULTILINE)
"""What fences a block of code off, on a line of its own, perhaps with the name of a language."""

_INCHES = 0.1
"""What it costs to ignore a double mark behind feet or minutes: next to nothing; chosen by hand."""

_FIGURE = 1.0
"""What it costs behind another figure, which may be the end of a quotation; chosen by hand."""

_SINGLE_OPENS = 0.2
"""What a single mark costs more than a double one when it opens; chosen by hand."""

_APOSTROPHE_OPENS = 0.8
"""What it costs more where it is an apostrophe for certain; chosen by hand."""


@frozen(eq=False)
class Sign:
    """How a sign that may be a quotation mark reads; signs that read alike are one and the same.

    Attributes:
        family: Marks of one family pair with each other.
        mark: The sign itself.
        leads: Whether it is the first character of its paragraph.
        restarts: Whether a sentence ends before it and the next word stands right behind it.
        opening: What it costs to read it as an opening mark; 0 is what one expects to see.
        closing: What it costs to read it as a closing mark.
        ignoring: What it costs to read it as no quotation mark at all.
    """

    family: str
    mark: str
    leads: bool
    restarts: bool
    opening: float
    closing: float
    ignoring: float


Candidates = tuple[Sequence[Range], tuple[Sign, ...]]
"""The places of the signs that may be quotation marks, in order, and how each of them reads."""


def candidates(text: str, paragraph: Range) -> Candidates:
    """Whatever may be a quotation mark in one paragraph of *text*."""
    places = [match.span() for match in mark_pattern().finditer(text, *paragraph)]
    if text.find("```", *paragraph) >= 0:
        fences = {at for fence in _FENCE.finditer(text, *paragraph) for at in range(*fence.span())}
        places = [place for place in places if place[0] not in fences]
    if not places:
        return (), ()
    if text.find("''", *paragraph) >= 0:
        places = [part for place in places for part in _mark_and_apostrophe(text, *place)]
    lefts = kinds_to_the_left(text, places, paragraph[0])
    rights = kinds_to_the_right(text, places, paragraph[1])
    kinds = zip(places, lefts, rights, strict=True)
    return places, tuple([_sign_at(text, place, left, right) for place, left, right in kinds])


def _mark_and_apostrophe(text: str, start: int, end: int) -> tuple[Range, ...]:
    """A mark, or the single mark and the apostrophe that ``''Tis`` begins with."""
    if text.startswith("''", start) and is_lost_beginning(text, end):
        return (start, start + 1), (start + 1, end)
    return ((start, end),)


def _sign_at(text: str, place: Range, left: str, right: str) -> Sign:
    """How the mark at *place* reads between these kinds of neighbours."""
    start, end = place
    mark = text[start:end]
    if families()[mark] == "single":
        return _single(mark, left, right, read_as_apostrophe(text, place, left, right))
    if left == "W" and right != "W" and families()[mark] == "double" and text[start - 1].isdecimal():
        measured = _MEASURE.search(text, max(0, start - _MEASURE_LENGTH), start) is not None
        return _sign(mark, left, right, _INCHES if measured else _FIGURE)
    return _sign(mark, left, right)


@cache
def _sign(mark: str, left: str, right: str, ignoring: float | None = None) -> Sign:
    """How a mark reads by its shape and its neighbours; *ignoring* where they tell of a measure."""
    opening, closing, ignored = costs_between(mark, left, right)
    leads, restarts = left == "A", left == "S" and opening <= FITTING
    ignored = ignored if ignoring is None else ignoring
    return Sign(families()[mark], mark, leads, restarts, opening, closing, ignored)


@cache
def _single(mark: str, left: str, right: str, apostrophe: tuple[float, float | None]) -> Sign:
    """How a single mark reads, which may be an apostrophe: what that adds to closing, what ignoring costs."""
    opening, closing, ignoring = costs_between(mark, left, right)
    added, ignored = apostrophe
    ignoring = ignoring if ignored is None else ignored
    opening += _SINGLE_OPENS
    opening = opening if ignoring > 0.0 else opening + _APOSTROPHE_OPENS
    restarts = left == "S" and opening <= FITTING and ignoring > _APOSTROPHE_OPENS
    return Sign("single", mark, left == "A", restarts, opening, closing + added, ignoring)
