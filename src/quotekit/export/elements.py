"""Spans of a text that may cross each other, as elements of XML, which may not."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from heapq import heappop, heappush

from attrs import frozen

__all__ = ["Element", "Piece", "crossing_parted"]


@frozen(order=True)
class Element:
    """A stretch of the text that is to be an element.

    Attributes:
        start: Offset of its first character.
        end: Offset behind its last character.
        rank: Which of several on the same stretch stands outside: the lowest.
        key: What it is.
    """

    start: int
    end: int
    rank: int
    key: str


@frozen
class Piece:
    """A part of an element that crosses no other; the first has number 1."""

    element: Element
    number: int
    start: int
    end: int


def crossing_parted(elements: Iterable[Element]) -> Iterator[Piece]:
    """The elements, outer ones first; one that crosses another is parted at the other's edges."""
    waiting: list[tuple[int, int, int, int, Element]] = []
    for element in elements:
        heappush(waiting, (element.start, -element.end, element.rank, 1, element))
    open_ends: list[int] = []
    while waiting:
        start, end, _, number, element = heappop(waiting)
        while open_ends and open_ends[-1] <= start:
            open_ends.pop()
        edge = min(-end, open_ends[-1]) if open_ends else -end
        if edge < -end:
            heappush(waiting, (edge, end, element.rank, number + 1, element))
        yield Piece(element, number, start, edge)
        open_ends.append(edge)
