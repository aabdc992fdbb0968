"""Captions of broadcasts: ">>" tells that somebody else speaks, whom no label need name."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from quotekit.finders.finding import Finding
from quotekit.finders.layouts.labels.openings import is_captioned
from quotekit.finders.layouts.turns.dialogue import dialogue_in
from quotekit.finders.layouts.turns.labelled_turns import said_in_turn
from quotekit.text.page import Page

__all__ = ["unnamed_captions"]

CHANGE: Final = re.compile(
    r"^[ \t]*>{2,3}[ \t]*(?P<said>[^\s>][^\n]*(?:\n(?!>|[ \t]*$)[^\n]+)*)", re.MULTILINE
)
"""What somebody says behind the signs, up to the next ones or a blank line."""


def unnamed_captions(page: Page) -> Iterator[Finding]:
    """One finding for each change of speaker in captions that names nobody."""
    if not is_captioned(page):
        return
    named = {item.start for item in dialogue_in(page).turns}
    for match in CHANGE.finditer(page.text):
        content = tuple(said_in_turn(page.text, match.span("said"))) if match.start() not in named else ()
        if content:
            yield Finding(content, fixed="direct")
