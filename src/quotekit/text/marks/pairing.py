"""Which mark opens, which closes and which is none: the cheapest reading of a paragraph.

Readings of the marks go side by side from mark to mark, as in the Viterbi algorithm: those that
have the same quotations open are one state, of which the cheapest survives, and those that fall
far behind the best are dropped. Where one reading is left and the next mark is plain, as nearly
always, that mark is taken at its word.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import pairwise
from operator import itemgetter
from typing import Any, Final, NamedTuple

from quotekit.text.marks.candidates import Candidates, Sign
from quotekit.text.marks.costs import FITTING, UNLIKELY
from quotekit.text.marks.pair_costs import (
    CROSSED,
    NESTED_ALIKE,
    NESTED_UNLIKE,
    RESTARTED,
    SINGLE_OUTSIDE,
    UNLIKE_GIVEN_UP,
    cost_unclosed,
    misfit,
)

__all__ = ["BEAM", "Pair", "pair", "without_doubtful"]

BEAM: Final = 12
"""How many readings are kept from mark to mark; chosen by hand."""

_MAX_DEPTH = 64
"""How many quotations may stand inside each other: more than anybody writes, so that no text takes long."""

_MARGIN = 4.5
"""How much a reading may cost more than the best one and be kept; chosen by hand."""

_SURELY_MARK = 1.5
"""What it costs to ignore a mark, more than this, that can be nothing else; chosen by hand."""

_SURELY_NONE = 0.1
"""What it costs to ignore a mark, at most, that is none for certain; chosen by hand."""

_LIKELY_NONE = 0.5
"""What it costs to ignore a single mark, at most, that is rather an apostrophe; chosen by hand."""

_SLIP = 1.0
"""What a reading costs that is a slip: the unit of all these costs."""

_FEW = 8
"""Marks of a paragraph that many others have in the same order, so that its reading is kept."""

Trail = tuple[Any, "Pair"] | None
"""The quotations found so far, the last one first: ``(earlier, last)``."""
States = dict[tuple[int, str, bool], int]
"""A number for each sequence of open marks: by that of the sequence below its last one, and by that one."""

_READINGS_KEPT = 4096
"""Orders of marks whose readings are kept, the oldest given up first; chosen by hand."""

_cost = itemgetter(0)
"""The cost of a reading."""


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


class Open(NamedTuple):
    """A quotation that is still open.

    Attributes:
        place: Which candidate opens it.
        around: The one that it stands in.
        depth: How many are open with it.
        state: The number of the sequence of open marks that it ends.
    """

    place: int
    around: Open | None
    depth: int
    state: int


MarkReading = tuple[float, Open | None, Trail]
"""One way to read the marks so far: its cost, the innermost quotation still open, what it found."""


def pair(signs: tuple[Sign, ...], *, single_style: bool, beam: int = BEAM) -> tuple[Sequence[Pair], int]:
    """The quotations of one paragraph, in no particular order, and how many marks left a doubt.

    Args:
        signs: All candidates of the paragraph.
        single_style: Whether single marks are the outer ones.
        beam: How many readings to keep.
    """
    find = _known_pairs if len(signs) <= _FEW else _pairs
    return find(signs, single_style=single_style, beam=beam)


def without_doubtful(found: Candidates) -> Candidates:
    """The marks that open and close by their shapes, of each family those that follow one another."""
    places, signs = found
    families: dict[str, list[int]] = {}
    for at, sign in enumerate(signs):
        families.setdefault(sign.family, []).append(at)
    neighbours = [pair for family in families.values() for pair in pairwise(family)]
    plain = [pair for pair in neighbours if _is_plain(*(signs[at] for at in pair))]
    kept = sorted(at for pair in plain for at in pair)
    return [places[at] for at in kept], tuple([signs[at] for at in kept])


def _is_plain(first: Sign, second: Sign) -> bool:
    """Whether two marks that differ open and close by their shapes, and are no apostrophes."""
    opens = first.mark != second.mark and first.opening <= FITTING < first.closing
    closes = second.closing + misfit(first, second) < min(_SLIP, second.opening)
    return opens and closes and min(first.ignoring, second.ignoring) >= UNLIKELY


def _pairs(signs: tuple[Sign, ...], *, single_style: bool, beam: int) -> tuple[Sequence[Pair], int]:
    readings: list[MarkReading] = [(0.0, None, None)]
    doubts = 0
    states: States = {}
    for place in range(len(signs)):
        if len(readings) == 1:
            plain = _plain(readings[0], place, signs, states, single_style=single_style)
            if plain is not None:
                readings = [plain]
                continue
        doubts += 1
        successors = [
            successor
            for reading in readings
            for successor in _successors(reading, place, signs, states, single_style=single_style)
        ]
        readings = _survivors(successors, beam)
    return _collected(readings[0], signs), doubts


_known_pairs = lru_cache(maxsize=_READINGS_KEPT)(_pairs)


def _opened(place: int, around: Open | None, sign: Sign, states: States) -> Open:
    """The quotation that *sign* opens inside of *around*."""
    depth, below = (around.depth, around.state) if around is not None else (0, 0)
    state = states.setdefault((below, sign.mark, sign.leads), len(states) + 1)
    return Open(place, around, depth + 1, state)


def _plain(
    reading: MarkReading, place: int, signs: Sequence[Sign], states: States, *, single_style: bool
) -> MarkReading | None:
    """The reading with a mark that leaves no doubt, or None."""
    cost, top, trail = reading
    sign = signs[place]
    opener = signs[top.place] if top is not None else None
    if top is not None and opener is not None and opener.family == sign.family:
        if sign.closing + misfit(opener, sign) <= FITTING and sign.ignoring > _SURELY_MARK:
            return cost - cost_unclosed(opener), top.around, (trail, Pair(top.place, place, None))
        opens, ignored = False, sign.ignoring <= _SURELY_NONE and sign.closing > _SLIP
    elif sign.family == "single":
        outer = single_style and top is None
        opens = outer and sign.opening <= FITTING and sign.ignoring >= _SLIP
        ignored = sign.ignoring <= _LIKELY_NONE and sign.opening >= (UNLIKELY if outer else _SLIP)
    else:
        opens, ignored = sign.opening <= FITTING < sign.closing, False
    if opens:
        return cost + cost_unclosed(sign), _opened(place, top, sign, states), trail
    return reading if ignored else None


def _successors(
    reading: MarkReading, place: int, signs: Sequence[Sign], states: States, *, single_style: bool
) -> Iterator[MarkReading]:
    """The readings that *reading* becomes by each way to read the next mark.

    An opening mark pays at once for never being closed, and the closing mark pays it back.
    """
    cost, top, trail = reading
    sign = signs[place]
    yield cost + sign.ignoring, top, trail
    alike = _innermost(top, sign.family, signs)
    opened = cost + sign.opening + cost_unclosed(sign)
    if alike is not None and top is not None:
        opener = signs[alike.place]
        crossed = CROSSED * (top.depth - alike.depth)
        closed = cost + sign.closing + misfit(opener, sign) + crossed - cost_unclosed(opener)
        yield closed, alike.around, _closing(top, alike, place, trail)
        if alike is top:
            differs = sign.family == "double" and opener.mark != sign.mark
            given_up = opened + (UNLIKE_GIVEN_UP if differs else _restart(opener, sign))
            ended = (trail, Pair(top.place, None, place))
            yield given_up, _opened(place, top.around, sign, states), ended
            opened += NESTED_UNLIKE if differs else NESTED_ALIKE
    if top is None or top.depth < _MAX_DEPTH:
        if sign.family == "single" and top is None and not single_style:
            opened += SINGLE_OUTSIDE
        yield opened, _opened(place, top, sign, states), trail


def _restart(opener: Sign, sign: Sign) -> float:
    """What it adds that *sign* opens a quotation where the one that *opener* opened ends without a mark.

    The quotation has paid already for never being closed.
    """
    restarts = sign.restarts and sign.mark == opener.mark and opener.opening <= FITTING
    return min(0.0, RESTARTED - cost_unclosed(opener)) if restarts else 0.0


def _innermost(top: Open | None, family: str, signs: Sequence[Sign]) -> Open | None:
    """The innermost open quotation of *family*."""
    while top is not None and signs[top.place].family != family:
        top = top.around
    return top


def _closing(top: Open, alike: Open, place: int, trail: Trail) -> Trail:
    """The trail with the quotation *alike* closed, and with those inside it given up."""
    while top is not alike and top.around is not None:
        trail = (trail, Pair(top.place, None, place))
        top = top.around
    return trail, Pair(alike.place, place, None)


def _survivors(readings: Sequence[MarkReading], beam: int) -> list[MarkReading]:
    """The cheapest reading of each state, the best first, without those that are far behind."""
    best: dict[int, MarkReading] = {}
    for reading in readings:
        state = reading[1].state if reading[1] is not None else 0
        if state not in best or reading[0] < best[state][0]:
            best[state] = reading
    if beam == 1:
        return [min(best.values(), key=_cost)]
    ranked = sorted(best.values(), key=_cost)[:beam]
    limit = ranked[0][0] + _MARGIN
    return [reading for reading in ranked if reading[0] <= limit]


def _collected(reading: MarkReading, signs: Sequence[Sign]) -> Sequence[Pair]:
    """All quotations of a reading, those that are still open included."""
    _, top, trail = reading
    pairs: list[Pair] = []
    inner: int | None = None
    while top is not None:
        alike = inner is not None and signs[inner].family == signs[top.place].family
        pairs.append(Pair(top.place, None, inner if alike else None))
        inner, top = top.place, top.around
    while trail is not None:
        trail, last = trail
        pairs.append(last)
    return pairs
