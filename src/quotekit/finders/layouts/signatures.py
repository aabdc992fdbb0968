"""A name behind a dash under or beside a quotation: "…" — Mara Ode; posts, which need no marks."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from quotekit.finders.finding import Attribution
from quotekit.records import MarkedSpan
from quotekit.text.paragraphs import paragraphs

__all__ = ["posts", "signatures"]

SIGNATURE = re.compile(
    r"\s{0,4}(?:(?:https?://|pic\.)\S{1,80}\s{1,2})?(?P<dash>[—―–]|--?|~)[ \t\u00a0]*"
    r"(?P<name>[^\W\d_][^\n,(—―–@]{0,60}?)[ \t]*(?=[,(\n]|$|[—―–@])"
)
POST = re.compile(r"(?P<dash>[—―–-]{1,2})[ \t\u00a0]*(?P<name>[^\W\d_][^\n,(@]{0,60}?)[ \t]*\(@\w{1,40}\)")


def signatures(text: str, marks: Sequence[MarkedSpan]) -> Iterator[Attribution]:
    """One attribution for each quotation that a signature follows at the end of its line."""
    for mark in marks:
        match = SIGNATURE.match(text, mark.end) if mark.depth == 0 and mark.closed else None
        if match is not None and is_name(match["name"]):
            yield Attribution(
                content=((mark.start, mark.end),), cue=(match.span("dash"),), source=(match.span("name"),)
            )


def posts(text: str, marks: Sequence[MarkedSpan]) -> Iterator[Attribution]:
    """One attribution for each paragraph without marks under which a name and its handle stand."""
    openings = {mark.start for mark in marks}
    for (start, end), (first, last) in pairwise(paragraphs(text)):
        match = POST.match(text, first, last)
        if match is not None and start not in openings:
            dash, name = match.span("dash"), match.span("name")
            yield Attribution(((start, end),), (dash,), (name,), kind="direct")


def is_name(words: str) -> bool:
    """Whether every longer word is capitalised."""
    return all(word[0].isupper() or len(word) <= 3 for word in words.split()) and words[0].isupper()
