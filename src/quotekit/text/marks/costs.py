"""What each reading of a quotation mark costs, by its shape and by the neighbours that it stands between.

0 is what one expects to see, 1 is a slip. The numbers were chosen by hand: only the order of their sums
matters. ``tests/cases/mark_costs.txt`` pins them.
"""

from __future__ import annotations

from quotekit.text.marks.alphabet import mark_shapes

__all__ = ["FITTING", "TURNED", "UNLIKELY", "costs_between"]

FITTING = 0.3
"""What a reading costs, at most, that the neighbours of a mark fit: what dashes cost it; chosen by hand."""

UNLIKELY = 1.5
"""What a reading costs, at least, that the neighbours of a mark speak against: what a letter before an
opening mark costs it; chosen by hand."""

_RULED_OUT = 5.0
"""What a neighbour costs, in the tables below, that a reading cannot have: more than any two others;
chosen by hand."""

_LEFT_OF_OPENER = {"A": 0.0, "B": 0.0, "O": 0.0, "D": 0.3, "W": 1.5, "P": 0.8, "K": 1.2, "C": 0.3, "T": 0.8}
"""How ill each neighbour fits before an opening mark, a letter worst; chosen by hand, as the next three."""

_RIGHT_OF_OPENER = {"E": 5.0, "B": 1.0, "O": 0.0, "D": 0.3, "W": 0.0, "P": 1.0, "K": 0.0, "C": 0.2, "T": 0.0}
"""How ill each fits behind an opening mark, the end of the paragraph worst."""

_LEFT_OF_CLOSER = {"A": 5.0, "B": 1.2, "O": 1.5, "D": 0.2, "W": 0.0, "P": 0.0, "K": 0.0, "C": 0.2, "T": 0.0}
"""How ill each fits before a closing mark, the start of the paragraph worst."""

_RIGHT_OF_CLOSER = {"E": 0.0, "B": 0.0, "O": 0.5, "D": 0.0, "W": 1.0, "P": 0.0, "K": 0.3, "C": 0.2, "T": 0.0}
"""How ill each fits behind a closing mark, a letter worst."""

_IGNORED = {"straight": 3.0, "raised": 2.5, "open": 2.5, "low": 1.5, "close": 2.0, "left": 2.0, "right": 2.0}
"""What it costs to read a mark of each shape as none: least one that may be commas; chosen by hand."""

TURNED = 0.8
"""What a mark costs more that is read as the one that it is rarely, and less as the one that it mostly is;
chosen by hand."""

_ABUSED = 1.0
"""What a curly mark costs that its neighbours show to be typed for the other one; chosen by hand."""

_AT_EDGE = 3.0
"""What a curly mark costs that opens at a paragraph's end or closes at its start; chosen by hand: less than
to read it as none and its partner as open."""

_OPENS_ONLY = 3.0
"""What a mark costs more as a closing one that closes in no language; chosen by hand."""

_LOW_CLOSES = 4.0
"""What a low mark costs more as a closing one; chosen by hand: more than any other shape."""


def costs_between(mark: str, left: str, right: str) -> tuple[float, float, float]:
    """What opening, closing and ignoring *mark* cost between neighbours of the kinds *left* and *right*."""
    shape = mark_shapes()[mark]
    left = "B" if left == "S" else left
    opening = _LEFT_OF_OPENER[left] + _RIGHT_OF_OPENER[right]
    closing = _LEFT_OF_CLOSER[left] + _RIGHT_OF_CLOSER[right]
    return *_SHAPES[shape](opening, closing), _IGNORED[shape]


def _costs_of_straight(opening: float, closing: float) -> tuple[float, float]:
    return opening, closing


def _costs_of_raised(opening: float, closing: float) -> tuple[float, float]:
    looks_closing = opening >= UNLIKELY and closing <= FITTING
    return _against_shape(opening, looks_other=looks_closing), closing + TURNED


def _costs_of_open(opening: float, closing: float) -> tuple[float, float]:
    return _against_shape(opening, looks_other=False), closing + _OPENS_ONLY


def _costs_of_low(opening: float, closing: float) -> tuple[float, float]:
    return opening, closing + _LOW_CLOSES


def _costs_of_close(opening: float, closing: float) -> tuple[float, float]:
    looks_opening = closing >= UNLIKELY and opening <= FITTING
    return opening + TURNED, _against_shape(closing, looks_other=looks_opening)


def _costs_of_left(opening: float, closing: float) -> tuple[float, float]:
    return max(0.0, opening - TURNED), closing


def _costs_of_right(opening: float, closing: float) -> tuple[float, float]:
    return opening, max(0.0, closing - TURNED)


def _against_shape(cost: float, *, looks_other: bool) -> float:
    """What the reading that its shape says costs a mark whose neighbours make this *cost* of it."""
    return (_ABUSED if looks_other else 0.0) + (_AT_EDGE if cost >= _RULED_OUT else 0.0)


_SHAPES = {
    "straight": _costs_of_straight,
    "raised": _costs_of_raised,
    "open": _costs_of_open,
    "low": _costs_of_low,
    "close": _costs_of_close,
    "left": _costs_of_left,
    "right": _costs_of_right,
}
"""How the shape of a mark changes what its neighbours make opening and closing cost."""
