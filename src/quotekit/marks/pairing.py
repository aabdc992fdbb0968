"""Which mark opens, which closes and which is none: the cheapest reading of a paragraph.

Readings of the marks go side by side from mark to mark, as in the Viterbi algorithm: those that
have the same quotations open are one state, of which the cheapest survives, and those that fall
far behind the best are dropped. Where one reading is left and the next mark is plain, as nearly
always, that mark is taken at its word.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from operator import itemgetter
from typing import Any, NamedTuple

from quotekit.marks.candidates import Candidate

__all__ = ["BEAM", "Pair", "pair"]

BEAM = 12
_MAX_DEPTH = 64
_MARGIN = 4.5
_PLAIN = 0.3
_NESTED_ALIKE = 1.0
_NESTED_UNLIKE = 0.3
_UNLIKE_GIVEN_UP = 0.5
_UNCLOSED = 2.0
_UNCLOSED_LEADING = 1.2
_CROSSED = 1.5
_SINGLE_OUTSIDE = 0.4

Stack = tuple[int, ...]
Trail = tuple[Any, "Pair"] | None
"""The quotations found so far, the last one first: ``(earlier, last)``."""
Reading = tuple[float, Stack, Trail]
"""One way to read the marks so far: its cost, the marks that are still open, what it found."""

_cost = itemgetter(0)


class Pair(NamedTuple):
    """An opening mark and the closing mark that belongs to it, by their places among the candidates.

    Attributes:
        opener: Which candidate opens.
        closer: Which candidate closes, or None.
        limit: Which candidate the quotation ends before when nothing closes it, or None for the
            paragraph's end.
    """

    opener: int
    closer: int | None
    limit: int | None


def pair(marks: Sequence[Candidate], *, single_style: bool, beam: int = BEAM) -> tuple[list[Pair], int]:
    """The quotations of one paragraph, in no particular order, and how many marks left a doubt.

    Args:
        marks: All candidates of the paragraph.
        single_style: Whether single marks are the outer ones.
        beam: How many readings to keep.
    """
    readings: list[Reading] = [(0.0, (), None)]
    doubts = 0
    for place, mark in enumerate(marks):
        if len(readings) == 1:
            plain = _plain(readings[0], place, mark, marks, single_style=single_style)
            if plain is not None:
                readings = [plain]
                continue
        doubts += 1
        readings = _survivors(
            (
                successor
                for reading in readings
                for successor in _successors(reading, place, mark, marks, single_style=single_style)
            ),
            marks,
            beam,
        )
    return _collected(readings[0], marks), doubts


def _plain(
    reading: Reading, place: int, mark: Candidate, marks: Sequence[Candidate], *, single_style: bool
) -> Reading | None:
    """The reading with a mark that leaves no doubt, or None."""
    cost, stack, trail = reading
    opener = marks[stack[-1]] if stack else None
    if opener is not None and opener.family == mark.family:
        if mark.closing + _misfit(opener, mark) <= _PLAIN and mark.ignoring > 1.5:
            return cost - _unclosed(opener), stack[:-1], (trail, Pair(stack[-1], place, None))
        opens, ignored = False, mark.ignoring <= 0.1 and mark.closing > 1.0
    elif mark.family == "single":
        opens = single_style and not stack and mark.opening <= _PLAIN and mark.ignoring >= 1.0
        ignored = mark.ignoring <= 0.5 and mark.opening >= (1.5 if single_style and not stack else 1.0)
    else:
        opens, ignored = mark.opening <= _PLAIN < mark.closing, False
    if opens:
        return cost + _unclosed(mark), (*stack, place), trail
    return reading if ignored else None


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
    reading: Reading, place: int, mark: Candidate, marks: Sequence[Candidate], *, single_style: bool
) -> Iterator[Reading]:
    """The readings that *reading* becomes by each way to read the next mark.

    An opening mark pays at once for never being closed, and the closing mark pays it back.
    """
    cost, stack, trail = reading
    yield cost + mark.ignoring, stack, trail
    alike = _innermost(stack, mark.family, marks)
    on_top = alike == len(stack) - 1
    opened = cost + mark.opening + _unclosed(mark)
    if alike >= 0:
        opener = marks[stack[alike]]
        crossed = _CROSSED * (len(stack) - 1 - alike)
        closed = cost + mark.closing + _misfit(opener, mark) + crossed - _unclosed(opener)
        yield closed, stack[:alike], _closing(stack, alike, place, trail)
        if on_top:
            differs = mark.family == "double" and opener.mark != mark.mark
            given_up = opened + (_UNLIKE_GIVEN_UP if differs else 0.0)
            yield given_up, (*stack[:-1], place), (trail, Pair(stack[-1], None, place))
            opened += _NESTED_UNLIKE if differs else _NESTED_ALIKE
    if len(stack) < _MAX_DEPTH:
        if mark.family == "single" and not stack and not single_style:
            opened += _SINGLE_OUTSIDE
        yield opened, (*stack, place), trail


def _innermost(stack: Stack, family: str, marks: Sequence[Candidate]) -> int:
    """Where in the stack the innermost open quotation of *family* is, or -1."""
    at = len(stack) - 1
    while at >= 0 and marks[stack[at]].family != family:
        at -= 1
    return at


def _unclosed(opener: Candidate) -> float:
    return _UNCLOSED_LEADING if opener.leads else _UNCLOSED


def _closing(stack: Stack, alike: int, place: int, trail: Trail) -> Trail:
    """The trail with the quotation at *alike* closed, and with those inside it given up."""
    for opener in stack[alike + 1 :]:
        trail = (trail, Pair(opener, None, place))
    return trail, Pair(stack[alike], place, None)


def _survivors(readings: Iterator[Reading], marks: Sequence[Candidate], beam: int) -> list[Reading]:
    """The cheapest reading of each state, the best first, without those that are far behind."""
    best: dict[tuple[tuple[str, bool], ...], Reading] = {}
    for reading in readings:
        state = tuple([(marks[opener].mark, marks[opener].leads) for opener in reading[1]])
        if state not in best or reading[0] < best[state][0]:
            best[state] = reading
    ranked = sorted(best.values(), key=_cost)[:beam]
    limit = ranked[0][0] + _MARGIN
    return [reading for reading in ranked if reading[0] <= limit]


def _collected(reading: Reading, marks: Sequence[Candidate]) -> list[Pair]:
    """All quotations of a reading, those that are still open included."""
    _, stack, trail = reading
    pairs = []
    for depth, opener in enumerate(stack):
        inner = stack[depth + 1] if depth + 1 < len(stack) else None
        alike = inner is not None and marks[inner].family == marks[opener].family
        pairs.append(Pair(opener, None, inner if alike else None))
    while trail is not None:
        trail, last = trail
        pairs.append(last)
    return pairs
