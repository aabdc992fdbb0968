"""What may be a quotation mark, and how well its neighbours fit each reading of it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache, lru_cache

from attrs import frozen

from quotekit.text.marks.alphabet import contractions, families, mark_pattern, shapes
from quotekit.text.ranges import Range
from quotekit.text.words import EAST_ASIAN

__all__ = ["Candidates", "Sign", "candidates"]

_INVISIBLE = frozenset("\u200b\u200c\u200d\u2060\ufeff\u00ad\u200e\u200f\u202a\u202b\u202c\u202d\u202e")
_TERMINAL = frozenset(".,;:!?。，、；：！？؟…")
_OPENING = frozenset("([{<=/|¿¡_*#>（［｛〈《【")
_DASHES = frozenset("-‐‑‒–—―－")
_EAST_ASIAN = re.compile(f"[{EAST_ASIAN}]")
_MINUTES_OR_FEET = re.compile(r"\d['’′]\s?\d{1,2}(?:[.,]\d+)?(?:½|¼|¾)?$")
_DECADE = re.compile(r"\d\d(?:s|ers?)?(?!\d)")
_WORD = re.compile(r"[^\W\d_]{1,12}")
_WORD_BACK = 12

# How ill a neighbour fits a mark that opens or closes beside it: 0 fits, 1 is a slip, 5 cannot be.
# A start, E end of the paragraph, B blank, O opening bracket, D dash, W letter or digit,
# P sentence punctuation, K any other sign, C a letter of a script without blanks, T three dots.
_LEFT_OF_OPENER = {"A": 0.0, "B": 0.0, "O": 0.0, "D": 0.3, "W": 1.5, "P": 0.8, "K": 1.2, "C": 0.3, "T": 0.8}
_RIGHT_OF_OPENER = {"E": 5.0, "B": 1.0, "O": 0.0, "D": 0.3, "W": 0.0, "P": 1.0, "K": 0.0, "C": 0.2, "T": 0.0}
_LEFT_OF_CLOSER = {"A": 5.0, "B": 1.2, "O": 1.5, "D": 0.2, "W": 0.0, "P": 0.0, "K": 0.0, "C": 0.2, "T": 0.0}
_RIGHT_OF_CLOSER = {"E": 0.0, "B": 0.0, "O": 0.5, "D": 0.0, "W": 1.0, "P": 0.0, "K": 0.3, "C": 0.2, "T": 0.0}

_UNKNOWN_BEGINNING = {"’": 0.3, "´": 1.2, "‘": 2.3, "`": 0.6}
"""How ill a single mark before a word is read as the apostrophe of a lost beginning nobody knows."""


@frozen(eq=False)
class Sign:
    """How a sign that may be a quotation mark reads; signs that read alike are one and the same.

    Attributes:
        family: Marks of one family pair with each other.
        mark: The sign itself.
        leads: Whether it is the first character of its paragraph.
        opening: What it costs to read it as an opening mark; 0 is what one expects to see.
        closing: What it costs to read it as a closing mark.
        ignoring: What it costs to read it as no quotation mark at all.
    """

    family: str
    mark: str
    leads: bool
    opening: float
    closing: float
    ignoring: float


Candidates = tuple[Sequence[Range], tuple[Sign, ...]]
"""The places of the signs that may be quotation marks, in order, and how each of them reads."""


def candidates(text: str, paragraph: Range) -> Candidates:
    """Whatever may be a quotation mark in one paragraph of *text*."""
    places = [match.span() for match in mark_pattern().finditer(text, *paragraph)]
    if not places:
        return (), ()
    if text.find("''", *paragraph) >= 0:
        places = [part for place in places for part in _parts(text, *place)]
    kinds = zip(places, _lefts(text, places, paragraph[0]), _rights(text, places, paragraph[1]), strict=True)
    return places, tuple([_sign_at(text, place, left, right) for place, left, right in kinds])


def _parts(text: str, start: int, end: int) -> tuple[Range, ...]:
    """A mark, or the single mark and the apostrophe that ``''Tis`` begins with."""
    if text.startswith("''", start) and _is_lost_beginning(text, end):
        return (start, start + 1), (start + 1, end)
    return ((start, end),)


def _lefts(text: str, found: Sequence[Range], first: int) -> list[str]:
    """The kind of sign to the left of each mark, or of the marks that it follows without a gap."""
    kinds: list[str] = []
    behind = -1
    for start, end in found:
        at = start - 1
        while at >= first and text[at] in _INVISIBLE:
            at -= 1
        if at + 1 == behind:
            kinds.append(kinds[-1])
        else:
            kinds.append("A" if at < first else _kind(text[at]))
        behind = end
    return kinds


def _rights(text: str, found: Sequence[Range], last: int) -> list[str]:
    """The kind of sign to the right of each mark, or of the marks that follow it without a gap."""
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


def _right_kind(text: str, at: int) -> str:
    return "T" if text.startswith("..", at) else _kind(text[at])


@lru_cache(maxsize=4096)
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


def _sign_at(text: str, place: Range, left: str, right: str) -> Sign:
    """How the mark at *place* reads between these kinds of neighbours."""
    start, end = place
    mark = text[start:end]
    if families()[mark] == "single":
        return _single(mark, left, right, _apostrophe(text, place, left, right))
    if left == "W" and right != "W" and families()[mark] == "double" and text[start - 1].isdecimal():
        inches = _MINUTES_OR_FEET.search(text, max(0, start - 9), start) is not None
        return _sign(mark, left, right, 0.1 if inches else 1.0)
    return _sign(mark, left, right)


@cache
def _sign(mark: str, left: str, right: str, ignoring: float | None = None) -> Sign:
    """How a mark reads by its shape and its neighbours; *ignoring* where they tell of a measure."""
    opening, closing, ignored = _costs(mark, left, right)
    return Sign(
        families()[mark], mark, left == "A", opening, closing, ignored if ignoring is None else ignoring
    )


@cache
def _single(mark: str, left: str, right: str, apostrophe: tuple[float, float | None]) -> Sign:
    """How a single mark reads, which may be an apostrophe: what that adds to closing, what ignoring costs."""
    opening, closing, ignoring = _costs(mark, left, right)
    added, ignored = apostrophe
    ignoring = ignoring if ignored is None else ignored
    opening = opening + 0.2 if ignoring > 0.0 else opening + 0.2 + 0.8
    return Sign("single", mark, left == "A", opening, closing + added, ignoring)


def _costs(mark: str, left: str, right: str) -> tuple[float, float, float]:
    """What opening, closing and ignoring a mark cost by its shape and its neighbours."""
    opening = _LEFT_OF_OPENER[left] + _RIGHT_OF_OPENER[right]
    closing = _LEFT_OF_CLOSER[left] + _RIGHT_OF_CLOSER[right]
    return _SHAPES[shapes()[mark]](opening, closing)


def _straight(opening: float, closing: float) -> tuple[float, float, float]:
    return opening, closing, 3.0


def _raised(opening: float, closing: float) -> tuple[float, float, float]:
    looks_closing = opening >= 1.5 and closing <= 0.3
    return (1.0 if looks_closing else 0.0) + (3.0 if opening >= 5 else 0.0), closing + 0.8, 2.5


def _open(opening: float, closing: float) -> tuple[float, float, float]:
    return (3.0 if opening >= 5 else 0.0), closing + 3.0, 2.5


def _low(opening: float, closing: float) -> tuple[float, float, float]:
    return opening, closing + 4.0, 1.5


def _close(opening: float, closing: float) -> tuple[float, float, float]:
    looks_opening = closing >= 1.5 and opening <= 0.3
    return opening + 0.8, (1.0 if looks_opening else 0.0) + (3.0 if closing >= 5 else 0.0), 2.0


def _left(opening: float, closing: float) -> tuple[float, float, float]:
    return max(0.0, opening - 0.8), closing, 2.0


def _right(opening: float, closing: float) -> tuple[float, float, float]:
    return opening, max(0.0, closing - 0.8), 2.0


_SHAPES = {
    "straight": _straight,
    "raised": _raised,
    "open": _open,
    "low": _low,
    "close": _close,
    "left": _left,
    "right": _right,
}


def _apostrophe(text: str, mark: Range, left: str, right: str) -> tuple[float, float | None]:
    """What an apostrophe, feet or minutes add to closing, and what ignoring costs, None for as ever."""
    if right in "WC" and left not in "WC":
        lost = _is_lost_beginning(text, mark[1])
        return 0.0, 0.0 if lost else _UNKNOWN_BEGINNING.get(text[slice(*mark)], 1.2)
    if left == "W":
        return _after_word(text, mark[0], right)
    return 0.0, 0.6 if left == right == "B" else None


def _is_lost_beginning(text: str, end: int) -> bool:
    if _DECADE.match(text, end):
        return True
    word = _WORD.match(text, end)
    if word is None:
        return False
    return word[0] in contractions("lower") or word[0].lower() in contractions("start")


def _after_word(text: str, start: int, right: str) -> tuple[float, float]:
    """What a single mark behind a letter or digit adds to closing, and what ignoring it costs."""
    if text[start - 1].isdecimal():
        return 0.2, 0.2
    at = start
    while at > max(0, start - _WORD_BACK) and text[at - 1].isalpha():
        at -= 1
    word = text[at:start].lower()
    hurry = 0.5 if right in "PE" else 0.0
    if word in contractions("end") or (word.endswith("in") and len(word) > 3):
        return 0.3, 0.3 + hurry
    if word.endswith(("s", "x", "z")):
        return 0.3, 0.5 + hurry
    return 0.2, 1.0 + hurry
