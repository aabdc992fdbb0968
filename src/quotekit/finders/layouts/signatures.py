"""A name behind a dash under or beside a quotation: "…" — Mara Ode; posts, which need no marks."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from quotekit.finders.finding import Finding
from quotekit.text.page import Page

__all__ = ["signed_posts", "signed_quotations"]

SIGNATURE = re.compile(
    r"\s{0,4}(?:(?:https?://|pic\.)\S{1,80}\s{1,2})?(?P<dash>[—―–]|--?|~)[ \t\u00a0]*"
    r"(?P<name>[^\W\d_][^\n,(—―–@]{0,60}?)[ \t\u00a0]*"
    r"(?:(?<=[^\W\d_]{3})\.[ \t\u00a0]*(?=\n|$))?(?=[,(\n]|$|[—―–@])"
)
POST = re.compile(r"(?P<dash>[—―–-]{1,2})[ \t\u00a0]*(?P<name>[^\W\d_][^\n,(@]{0,60}?)[ \t]*\(@\w{1,40}\)")


def signed_quotations(page: Page) -> Iterator[Finding]:
    """One finding for each quotation that a signature follows at the end of its line."""
    for mark in page.outermost_marks:
        match = SIGNATURE.match(page.text, mark.end) if mark.closed else None
        if match is not None and is_capitalised_name(match["name"]):
            yield Finding(
                content=((mark.start, mark.end),), cue=(match.span("dash"),), source=(match.span("name"),)
            )


def signed_posts(page: Page) -> Iterator[Finding]:
    """One finding for each paragraph without marks under which a name and its handle stand."""
    for (start, end), (first, last) in pairwise(page.paragraphs):
        match = POST.match(page.text, first, last)
        if match is not None and start not in page.openings:
            dash, name = match.span("dash"), match.span("name")
            yield Finding(((start, end),), (dash,), (name,), fixed="direct")


def is_capitalised_name(words: str) -> bool:
    """Whether every longer word is capitalised."""
    return all(word[0].isupper() or len(word) <= 3 for word in words.split()) and words[0].isupper()
