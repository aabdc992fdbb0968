"""Mails below a mail: the fields that tell who sent one, and what it says below them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import Final

from quotekit.finders.finding import Finding
from quotekit.language import every_language
from quotekit.text.page import Page
from quotekit.text.ranges import Range

__all__ = ["forwarded_mails"]

NAME_OF_FIELD: Final = r"[*_]{0,2}(?P<label>[^\W\d_][\w-]{1,14})[ \u00a0]?:[*_]{0,2}[ \t]*"
FIELDS: Final = re.compile(
    rf"^{NAME_OF_FIELD}(?P<source>[^\W\d_][^\n<>:;,@\[(]{{1,60}}?)"
    r"(?:[ \t]*[\[<(][^\n]{3,80}[\])>])?[ \t]*\n"
    r"(?P<rest>(?:[*_]{0,2}[^\W\d_][\w-]{1,14}[ \u00a0]?:[^\n]*(?:\n|\Z)){2,6})",
    re.MULTILINE,
)
"""The name of a sender, and two or more fields right below."""
LABEL: Final = re.compile(rf"^{NAME_OF_FIELD}", re.MULTILINE)
LONGEST_SIGNED: Final = 4
"""Words of a paragraph that is nothing but the sender's name, at most; a guess."""


def forwarded_mails(page: Page) -> Iterator[Finding]:
    """One finding for each mail below another text, from its fields up to the next ones."""
    heads = [match for match in FIELDS.finditer(page.text) if is_head(page.text, match)]
    for head, following in pairwise([*heads, None]):
        assert head is not None  # noqa: S101
        end = following.start() if following is not None else len(page.text)
        said = tuple(paragraphs_of_mail(page, (head.end(), end), head["source"]))
        if said:
            colon = page.text.index(":", head.end("label"))
            yield Finding(said, ((colon, colon + 1),), (head.span("source"),), fixed="direct")


def is_head(text: str, match: re.Match[str]) -> bool:
    """Whether fields are those of a mail below a text: a sender's first, and known ones under it."""
    known = every_language()
    others = [other["label"].casefold() for other in LABEL.finditer(match["rest"])]
    sender = match["label"].casefold() in known.function_words.sending
    return sender and known.heading_words.issuperset(others) and bool(text[: match.start()].strip())


def paragraphs_of_mail(page: Page, room: Range, sender: str) -> Iterator[Range]:
    """What stands in a mail: its paragraphs up to quoted lines, a rule or the name that signs it."""
    names = set(sender.casefold().split())
    for start, end in page.paragraphs_from(*room):
        words = page.text[start:end].casefold().split()
        signed = len(words) <= LONGEST_SIGNED and not names.isdisjoint(word.strip(",.") for word in words)
        if page.text[start] in ">-_" or signed:
            return
        yield start, end
