"""What stands beside the signs that may be quotation marks, each neighbour told by one letter.

A start and E end of the paragraph, B blank, S blank behind the end of a sentence, O opening bracket, D dash,
W letter or digit, P sentence punctuation, T three dots, C a letter of a script without blanks, K any other
sign.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import Final

from quotekit.text.ranges import Range
from quotekit.text.words import EAST_ASIAN

__all__ = ["kinds_to_the_left", "kinds_to_the_right"]

_INVISIBLE = frozenset("\u200b\u200c\u200d\u2060\ufeff\u00ad\u200e\u200f\u202a\u202b\u202c\u202d\u202e")
"""Signs without a width, which part no mark from its neighbour."""

_ENDING = frozenset(".!?…。！？")
"""Signs that end a sentence."""

_TERMINAL = frozenset(".,;:!?。，、；：！？؟…")
_OPENING = frozenset("([{<=/|¿¡_*#>（［｛〈《【")
_DASHES = frozenset("-‐‑‒–—―－")
_EAST_ASIAN = re.compile(f"[{EAST_ASIAN}]")

_SIGNS_KEPT: Final = 4096
"""How many signs are kept with their kinds: more than most texts are written with; chosen by hand."""


def kinds_to_the_left(text: str, found: Sequence[Range], first: int) -> list[str]:
    """The kind of sign to the left of each mark, or of the marks that it follows without a gap.

    Args:
        text: The text.
        found: Where the marks stand, in order.
        first: Where their paragraph begins.
    """
    kinds: list[str] = []
    behind = -1
    for start, end in found:
        at = start - 1
        while at >= first and text[at] in _INVISIBLE:
            at -= 1
        if at + 1 == behind:
            kinds.append(kinds[-1])
        else:
            kinds.append("A" if at < first else _left_kind(text, at, first))
        behind = end
    return kinds


def kinds_to_the_right(text: str, found: Sequence[Range], last: int) -> list[str]:
    """The kind of sign to the right of each mark, or of the marks that follow it without a gap.

    Args:
        text: The text.
        found: Where the marks stand, in order.
        last: Where their paragraph ends.
    """
    kinds: list[str] = []
    ahead = -1
    for start, end in reversed(found):
        at = end
        while at < last and text[at] in _INVISIBLE:
            at += 1
        if at == ahead:
            kinds.append(kinds[-1])
        else:
            kinds.append("E" if at >= last else _right_kind(text, at))
        ahead = start
    return kinds[::-1]


def _left_kind(text: str, at: int, first: int) -> str:
    kind = _kind(text[at])
    if kind != "B":
        return kind
    while at > first and text[at].isspace():
        at -= 1
    return "S" if text[at] in _ENDING else kind


def _right_kind(text: str, at: int) -> str:
    return "T" if text.startswith("..", at) else _kind(text[at])


@lru_cache(maxsize=_SIGNS_KEPT)
def _kind(sign: str) -> str:
    """The kind of neighbour that *sign* is."""
    if sign.isspace():
        return "B"
    if _EAST_ASIAN.match(sign):
        return "P" if sign in _TERMINAL else "C"
    if sign.isalnum():
        return "W"
    if sign == "…":
        return "T"
    for kind, signs in (("P", _TERMINAL), ("O", _OPENING), ("D", _DASHES)):
        if sign in signs:
            return kind
    return "K"
