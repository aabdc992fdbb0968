"""The fields of a mail at the top of quoted lines ("> From: Mara Ode"), which are no part of what it says."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from attrs import frozen

from quotekit.language import every_language
from quotekit.text.ranges import Range

__all__ = ["MailHead", "mail_head_in"]

RULE: Final = re.compile(r"[-_=*]{2,}[^\n]{0,40}")
"""A line over the fields ("-----Original Message-----")."""
FIELD: Final = re.compile(
    r"[*_]{0,2}(?P<label>[^\W\d_][\w-]{1,14})[ \u00a0]?:[*_]{0,2}[ \t]*(?P<value>[^\n]*)"
)
"""The name of a field, a colon, and what it holds."""
SENDER_OF_MAIL: Final = re.compile(
    r"[\"']?(?P<name>[^\W\d_][^\n<>:;,@\[(\"]{1,60}?)[\"']?[ \t]*(?:[\[<(][^\n]{0,80}[\])>])?[ \t]*"
)
"""A name, perhaps with its address; a list that sends for somebody has more behind that."""
FEWEST_FIELDS: Final = 2
"""Fields below that of the sender, at least."""


@frozen
class MailHead:
    """The head of a mail in quoted lines.

    Attributes:
        lines: How many of the lines it is.
        source: Where its sender's name stands, if a name is all that the field tells.
        cue: Where the colon of that field stands.
    """

    lines: int
    source: Range | None
    cue: Range


def mail_head_in(block: Sequence[re.Match[str]]) -> MailHead | None:
    """The head that quoted lines, each with its "rest", begin with, up to a line without words."""
    first = 1 if RULE.fullmatch(block[0]["rest"].strip()) else 0
    opening = FIELD.match(block[first]["rest"]) if first < len(block) else None
    words, headings = every_language().function_words, every_language().heading_words
    if opening is None or opening["label"].casefold() not in words.sending:
        return None
    last = next((at for at in range(first + 1, len(block)) if is_behind_gap(block, at)), len(block))
    fields = (FIELD.match(line["rest"]) for line in block[first + 1 : last])
    known = sum(field is not None and field["label"].casefold() in headings for field in fields)
    if known < FEWEST_FIELDS:
        return None
    offset = block[first].start("rest")
    sender = SENDER_OF_MAIL.fullmatch(opening["value"])
    colon = offset + block[first]["rest"].index(":", opening.end("label"))
    return MailHead(last, named_at(offset + opening.start("value"), sender), (colon, colon + 1))


def named_at(offset: int, sender: re.Match[str] | None) -> Range | None:
    """Where the name of a *sender* stands whose field's value begins at *offset*."""
    return None if sender is None else (offset + sender.start("name"), offset + sender.end("name"))


def is_behind_gap(block: Sequence[re.Match[str]], at: int) -> bool:
    """Whether a line without words stands between a quoted line and the one before it."""
    return block[at].start() > block[at - 1].end()
