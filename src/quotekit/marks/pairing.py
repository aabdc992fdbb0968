"""Which mark opens, which closes and which is none: the cheapest reading of a paragraph.

Most paragraphs have one obvious reading, which one pass over the marks finds. For the others a
beam of readings goes over the marks side by side, as in the Viterbi algorithm: readings that have
the same quotations open are one state, of which the cheapest survives.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from quotekit.marks.candidates import Candidate

__all__ = ["Pair", "pair"]

BEAM = 8
MAX_DEPTH = 64
_OBVIOUS = 0.3
_NESTED_ALIKE = 1.0
_ABANDONED = 2.0
_ABANDONED_AT_START = 1.2
_CROSSED = 1.5
_SINGLE_OUTSIDE = 0.4

Stack = tuple[int, ...]


class Pair(NamedTuple):
    """An opening mark and the closing mark that belongs to it, by their places in the paragraph.

    Attributes:
        opener: Which candidate opens.
        closer: Which candidate closes, or None.
        limit: Which candidate the quotation ends before when nothing closes it, or None for the
            paragraph's end.
    """

    opener: int
    closer: int | None
    limit: int | None


class _Reading(NamedTuple):
    """One way to read the marks so far: its cost, the open quotations and how it came about."""

    cost: float
    stack: Stack
    pairs: _Trail | None


_Trail = tuple["_Trail | None", Pair]  # type: ignore[misc]


def pair(marks: Sequence[Candidate], *, single_style: bool, beam: int = BEAM) -> list[Pair]:
    """The quotations of one paragraph, in no particular order."""
    obvious = _obvious(marks, single_style=single_style)
    if obvious is not None:
        return obvious
    readings = [_Reading(0.0, (), None)]
    for place, mark in enumerate(marks):
        following: dict[tuple[str, ...], _Reading] = {}
        for reading in readings:
            for successor in _successors(reading, place, mark, marks, single_style=single_style):
                state = tuple([_state(marks[opener]) for opener in successor.stack])
                if state not in following or successor.cost < following[state].cost:
                    following[state] = successor
        readings = sorted(following.values(), key=_cost)[:beam]
    best = min((_finished(reading, marks) for reading in readings), key=_cost)
    return _collected(best)


def _cost(reading: _Reading) -> float:
    return reading.cost


def _state(mark: Candidate) -> str:
    return mark.mark if not mark.leads else mark.mark + "^"


def _obvious(marks: Sequence[Candidate], *, single_style: bool) -> list[Pair] | None:
    """The quotations when no mark leaves a doubt, else None."""
    pairs: list[Pair] = []
    stack: list[int] = []
    limit = _OBVIOUS if single_style else _OBVIOUS + _SINGLE_OUTSIDE
    for place, mark in enumerate(marks):
        inside = bool(stack) and marks[stack[-1]].family == mark.family
        if mark.family == "single" and mark.ignoring <= 0.5 and not inside:
            if mark.opening < 1.0:
                return None
        elif inside:
            if mark.closing + _misfit(marks[stack[-1]], mark) > _OBVIOUS or mark.ignoring < 1.5:
                return None
            pairs.append(Pair(stack.pop(), place, None))
        elif mark.opening <= limit and mark.ignoring >= 1.0 and len(stack) < 4:
            stack.append(place)
        else:
            return None
    return None if stack else pairs


def _misfit(opener: Candidate, closer: Candidate) -> float:
    """What it costs that two marks of one family are a pair."""
    first, second = opener.mark, closer.mark
    if first in "«‹":
        return 2.0 if second == first else 0.0
    if first in "»›":
        return 0.5 if second == first else 0.0
    if first in "„,,‚" and second in "“‘":
        return -0.8
    return 0.0


def _successors(
    reading: _Reading, place: int, mark: Candidate, marks: Sequence[Candidate], *, single_style: bool
) -> list[_Reading]:
    """The readings that *reading* becomes by each way to read the next mark."""
    cost, stack, pairs = reading
    grown = [_Reading(cost + mark.ignoring, stack, pairs)]
    alike = next((k for k in range(len(stack) - 1, -1, -1) if marks[stack[k]].family == mark.family), None)
    if alike is not None:
        opener = marks[stack[alike]]
        crossed = _CROSSED * (len(stack) - 1 - alike)
        closed = cost + mark.closing + _misfit(opener, mark) + crossed
        grown.append(_Reading(closed, stack[:alike], _closing(stack, alike, place, pairs)))
        if alike == len(stack) - 1:
            given_up = cost + mark.opening + _abandonment(opener)
            ended = (pairs, Pair(stack[-1], None, place))
            grown.append(_Reading(given_up, (*stack[:-1], place), ended))
    if len(stack) < MAX_DEPTH:
        opened = cost + mark.opening
        if mark.family == "single" and not stack and not single_style:
            opened += _SINGLE_OUTSIDE
        if alike is not None and alike == len(stack) - 1:
            opened += _NESTED_ALIKE
        grown.append(_Reading(opened, (*stack, place), pairs))
    return grown


def _closing(stack: Stack, alike: int, place: int, pairs: _Trail | None) -> _Trail:
    """The trail with the quotation at *alike* closed, and with those inside it given up."""
    for opener in stack[alike + 1 :]:
        pairs = (pairs, Pair(opener, None, place))
    return pairs, Pair(stack[alike], place, None)


def _abandonment(opener: Candidate) -> float:
    return _ABANDONED_AT_START if opener.leads else _ABANDONED


def _finished(reading: _Reading, marks: Sequence[Candidate]) -> _Reading:
    """The reading at the paragraph's end, with what is still open given up."""
    cost, stack, pairs = reading
    for depth, opener in enumerate(stack):
        cost += _abandonment(marks[opener])
        rest = stack[depth + 1 :]
        inner = rest[0] if rest and marks[rest[0]].family == marks[opener].family else None
        pairs = (pairs, Pair(opener, None, inner))
    return _Reading(cost, (), pairs)


def _collected(reading: _Reading) -> list[Pair]:
    pairs = []
    trail = reading.pairs
    while trail is not None:
        trail, last = trail
        pairs.append(last)
    return pairs
