"""A name under or beside a quotation: "…" — Mara Ode; or Mara Ode, 34; posts, which need no marks."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from quotekit.finders.finding import Finding
from quotekit.finders.layouts.labels import standing_of_label
from quotekit.text.page import Page
from quotekit.text.ranges import Range

__all__ = ["signed_posts", "signed_quotations"]

SIGNATURE = re.compile(
    r"\s{0,4}(?:(?:https?://|pic\.)\S{1,80}\s{1,2})?(?P<dash>[—―–]|--?|~)[ \t\u00a0]*"
    r"(?P<name>[^\W\d_][^\n,(—―–@]{0,60}?)[ \t\u00a0]*"
    r"(?:(?<=[^\W\d_]{3})\.[ \t\u00a0]*(?=\n|$))?(?=[,(\n]|$|[—―–@])"
)
POST = re.compile(r"(?P<dash>[—―–-]{1,2})[ \t\u00a0]*(?P<name>[^\W\d_][^\n,(@]{0,60}?)[ \t]*\(@\w{1,40}\)")

BELOW = re.compile(
    r"[ \t]*\n[ \t]*(?:\n[ \t]*)?(?P<name>[^\W\d_][^\n,.:;!?\d(—–]{2,60})"
    r"(?P<age>,[ \t]*\(?\d{1,3}\)?)?(?:,[^\n.!?:]{2,60})?[ \t]*(?=\n|$)"
)
"""A line that is a name, perhaps with the age and what else is told of somebody in a word."""


def signed_quotations(page: Page) -> Iterator[Finding]:
    """One finding for each quotation that a signature follows at the end of its line."""
    for mark in page.outermost_marks:
        match = SIGNATURE.match(page.text, mark.end) if mark.closed else None
        if match is not None and is_capitalised_name(match["name"]):
            yield Finding(
                content=((mark.start, mark.end),), cue=(match.span("dash"),), source=(match.span("name"),)
            )
        elif match is None and mark.closed:
            yield from signed_below(page, (mark.start, mark.end))


def signed_below(page: Page, quotation: Range) -> Iterator[Finding]:
    """The finding of a quotation that is a paragraph of its own, under which a line names somebody.

    Without a dash the name must be known as somebody's, or an age must stand behind it.
    """
    match = BELOW.match(page.text, quotation[1])
    if match is None or not page.opens_paragraph(quotation[0]) or not is_capitalised_name(match["name"]):
        return
    if page.paragraph_around(match.start("name"))[1] > match.end():
        return
    if match["age"] or standing_of_label(match["name"]) == "person":
        yield Finding(content=(quotation,), source=(match.span("name"),))


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
