"""What opens a paragraph of news and belongs to none of its sentences: datelines and labels."""

from __future__ import annotations

import re

from quotekit.parse.readable import DATELINE, PLACE
from quotekit.text.ranges import Range

__all__ = ["without_lead"]

LEAD = re.compile(rf"(?:{DATELINE}|{PLACE}: )(?=[“\"‘'A-ZÀ-Þ0-9])")
"""A place, perhaps an agency in brackets, and a dash; or a name and a colon."""


def without_lead(text: str, span: Range, paragraph: Range) -> Range:
    """*span* without the dateline or the label that opens its *paragraph* ("LAGOS (Reuters) - ")."""
    start, end = span
    if start != paragraph[0]:
        return span
    lead = LEAD.match(text, start, end)
    return (lead.end(), end) if lead is not None and lead.end() < end else span
