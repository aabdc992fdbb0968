"""Ranges of offsets, half open, and what they share."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator

__all__ = ["SAME_CONTENT", "Range", "any_overlap", "clipped", "likeness", "merged", "overlap", "without"]

Range = tuple[int, int]
"""Offsets ``(start, end)`` in characters of the text, end exclusive."""


SAME_CONTENT = 0.5
"""The likeness from which on two contents are the same quote: for the verdict, given quotes and the
evaluation alike, as where annotators are compared (Newell et al. 2018)."""


def likeness(first: Collection[Range], second: Collection[Range]) -> float:
    """The Jaccard index of two contents, in characters: the share of those of either that are in both."""
    shared = sum(max(0, min(end, last) - max(start, begin)) for start, end in first for begin, last in second)
    either = sum(end - start for start, end in (*first, *second)) - shared
    return shared / either if either else 0.0


def overlap(first: Range, second: Range) -> bool:
    """Whether two ranges share an offset."""
    return first[0] < second[1] and second[0] < first[1]


def any_overlap(first: Iterable[Range], second: Collection[Range]) -> bool:
    """Whether a range of *first* shares an offset with one of *second*."""
    return any(overlap(one, other) for one in first for other in second)


def clipped(ranges: Iterable[Range], low: int, high: int) -> Iterator[Range]:
    """What of the ranges lies between two offsets."""
    for start, end in ranges:
        if max(start, low) < min(end, high):
            yield max(start, low), min(end, high)


def without(ranges: Iterable[Range], others: Iterable[Range]) -> list[Range]:
    """The ranges less what *others* cover."""
    left = list(ranges)
    for first, last in others:
        pieces = ((start, end, min(end, first), max(start, last)) for start, end in left)
        left = [
            piece
            for start, end, before, behind in pieces
            for piece in ((start, before), (behind, end))
            if piece[0] < piece[1]
        ]
    return left


def merged(ranges: Iterable[Range]) -> list[Range]:
    """The ranges in order, those that overlap made one."""
    found: list[Range] = []
    for start, end in sorted(ranges):
        if found and start < found[-1][1]:
            found[-1] = (found[-1][0], max(end, found[-1][1]))
        else:
            found.append((start, end))
    return found
