"""A name and a dash before a quotation that is the rest of its line: "* Moss Eide – “Never liked it.”"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from quotekit.finders.finding import Finding
from quotekit.finders.layouts.credits.works import is_title_of_work
from quotekit.finders.layouts.labels.readings import standing_of_label
from quotekit.finders.layouts.turns.labelled_turns import has_labelled_turns
from quotekit.text.page import Page
from quotekit.text.sentences import ends_sentence

__all__ = ["dashed_names"]

PREFIX: Final = re.compile(
    r"^[ \t]*(?:[-*•][ \t]+)?(?P<name>[^\W\d_][^\n:;!?“”\"—–]{1,50}?)[ \t]+(?P<dash>[—–-])[ \t]+(?=[“\"«‘])",
    re.MULTILINE,
)
REST: Final = re.compile(r"[ \t]*(?:\n|\Z)")


def dashed_names(page: Page) -> Iterator[Finding]:
    """One finding for each line that a name and a dash open and that a quoted sentence ends.

    Works stand behind those who made them in the same way, but are no sentences.
    """
    if has_labelled_turns(page):
        return
    for match in PREFIX.finditer(page.text):
        mark = page.openings.get(match.end())
        standing = standing_of_label(match["name"])
        named = standing == "person" or (standing == "name" and " " in match["name"])
        if mark is None or not mark.closed or not named:
            continue
        if REST.match(page.text, mark.end) and not is_title_of_work(mark.text) and ends_sentence(mark.text):
            yield Finding(((mark.start, mark.end),), (match.span("dash"),), (match.span("name"),))
