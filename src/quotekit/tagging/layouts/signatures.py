"""A name behind a dash under or beside a quotation: "…" — Mara Ode."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from quotekit.attribution import Attribution
from quotekit.records import MarkedSpan

__all__ = ["signatures"]

SIGNATURE = re.compile(
    r"\s{0,4}(?P<dash>[—―–]|--?|~)[ \t\u00a0]*"
    r"(?P<name>[^\W\d_][^\n,(—―–@]{0,60}?)[ \t]*(?=[,(\n]|$|[—―–@])"
)


def signatures(text: str, marks: Sequence[MarkedSpan]) -> Iterator[Attribution]:
    """One attribution for each quotation that a signature follows at the end of its line."""
    for mark in marks:
        match = SIGNATURE.match(text, mark.end) if mark.depth == 0 and mark.closed else None
        if match is not None and is_name(match["name"]):
            yield Attribution(
                content=((mark.start, mark.end),), cue=(match.span("dash"),), source=(match.span("name"),)
            )


def is_name(words: str) -> bool:
    """Whether every longer word is capitalised."""
    return all(word[0].isupper() or len(word) <= 3 for word in words.split()) and words[0].isupper()
