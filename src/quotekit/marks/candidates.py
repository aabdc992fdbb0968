"""What may be a quotation mark, and how well its neighbours fit each reading of it."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import NamedTuple

from quotekit.marks.alphabet import contractions, families, mark_pattern, shapes
from quotekit.ranges import Range

__all__ = ["Candidate", "candidates"]

_INVISIBLE = "\u200b\u200c\u200d\u2060\ufeff\u00ad\u200e\u200f\u202a\u202b\u202c\u202d\u202e"
_TERMINAL = frozenset(".,;:!?。，、；：！？؟…")
_OPENING = frozenset("([{<=/|¿¡_*#>（［｛〈《【")
_DASHES = frozenset("-‐‑‒–—―－")
_UNSPACED = re.compile(r"[\u3000-\u9fff\uf900-\ufaff\uff66-\uff9f\U00020000-\U0003ffff]")
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

_UNKNOWN_BEGINNING = {"’": 0.3, "´": 0.3, "‘": 2.3, "`": 0.6}
"""How ill a single mark before a word is read as the apostrophe of a lost beginning nobody knows."""


class Candidate(NamedTuple):
    """A sign that may be a quotation mark.

    Attributes:
        start: Offset of its first character.
        end: Offset behind its last character.
        family: Marks of one family pair with each other.
        mark: The sign itself.
        leads: Whether it is the first character of its paragraph.
        opening: What it costs to read it as an opening mark; 0 is what one expects to see.
        closing: What it costs to read it as a closing mark.
        ignoring: What it costs to read it as no quotation mark at all.
    """

    start: int
    end: int
    family: str
    mark: str
    leads: bool
    opening: float
    closing: float
    ignoring: float


def candidates(text: str, paragraph: Range) -> list[Candidate]:
    """Whatever may be a quotation mark in one paragraph of *text*, in order."""
    found = [
        span for match in mark_pattern().finditer(text, *paragraph) for span in _parts(text, *match.span())
    ]
    if not found:
        return []
    lefts = _lefts(text, found, paragraph[0])
    rights = _rights(text, found, paragraph[1])
    return [
        _candidate(text, start, end, left, right)
        for (start, end), left, right in zip(found, lefts, rights, strict=True)
    ]


def _parts(text: str, start: int, end: int) -> tuple[Range, ...]:
    """A mark, or the single mark and the apostrophe that ``''Tis`` begins with."""
    if text.startswith("''", start) and _is_lost_beginning(text, end):
        return (start, start + 1), (start + 1, end)
    return ((start, end),)


def _lefts(text: str, found: list[Range], first: int) -> list[str]:
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


def _rights(text: str, found: list[Range], last: int) -> list[str]:
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
    if _UNSPACED.match(sign):
        return "P" if sign in _TERMINAL else "C"
    if sign.isalnum():
        return "W"
    if sign == "…":
        return "T"
    for kind, signs in (("P", _TERMINAL), ("O", _OPENING), ("D", _DASHES)):
        if sign in signs:
            return kind
    return "K"


def _candidate(text: str, start: int, end: int, left: str, right: str) -> Candidate:
    mark = text[start:end]
    family = families()[mark]
    opening, closing, ignoring = _costs(mark, left, right)
    if family == "single":
        opening += 0.2
        closing, ignoring = _as_apostrophe(text, (start, end), (left, right), (closing, ignoring))
        if ignoring <= 0.0:
            opening += 0.8
    elif left == "W" and right != "W" and family == "double" and text[start - 1].isdecimal():
        ignoring = 0.1 if _MINUTES_OR_FEET.search(text, max(0, start - 9), start) else 1.0
    return Candidate(start, end, family, mark, left == "A", opening, closing, ignoring)


@cache
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


def _as_apostrophe(
    text: str, mark: Range, sides: tuple[str, str], costs: tuple[float, float]
) -> tuple[float, float]:
    """What closing and ignoring a single mark cost, given what speaks for an apostrophe, feet or minutes."""
    left, right = sides
    closing, ignoring = costs
    if right in "WC" and left not in "WC":
        lost = _is_lost_beginning(text, mark[1])
        return closing, 0.0 if lost else _UNKNOWN_BEGINNING.get(text[slice(*mark)], 1.2)
    if left == "W":
        return _after_word(text, mark[0], right, closing)
    return closing, 0.6 if left == right == "B" else ignoring


def _is_lost_beginning(text: str, end: int) -> bool:
    if _DECADE.match(text, end):
        return True
    word = _WORD.match(text, end)
    if word is None:
        return False
    return word[0] in contractions("lower") or word[0].lower() in contractions("start")


def _after_word(text: str, start: int, right: str, closing: float) -> tuple[float, float]:
    """What closing and ignoring cost for a single mark behind a letter or digit."""
    if text[start - 1].isdecimal():
        return closing + 0.2, 0.2
    at = start
    while at > max(0, start - _WORD_BACK) and text[at - 1].isalpha():
        at -= 1
    word = text[at:start].lower()
    hurry = 0.5 if right in "PE" else 0.0
    if word in contractions("end") or (word.endswith("in") and len(word) > 3):
        return closing + 0.3, 0.3 + hurry
    if word.endswith(("s", "x", "z")):
        return closing + 0.3, 0.5 + hurry
    return closing + 0.2, 1.0 + hurry
