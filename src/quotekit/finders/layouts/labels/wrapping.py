"""Lines that only go on with the sentence of the line above, in pages that are wrapped at a width."""

from __future__ import annotations

import re
from typing import Final

from quotekit.finders.layouts.utterances import is_utterance_ended
from quotekit.finders.page_memory import kept_with_page
from quotekit.text.page import Page

__all__ = ["goes_on_from_above"]

NARROWEST: Final = 40
"""Characters of the longest line of a page that is wrapped, at least, as columns of papers have them."""
WIDEST: Final = 100
"""The same at most: pages of print have up to 90."""
RAGGED: Final = 12
"""Characters that a line which fills such a page is shorter than the longest one, at most."""
FEWEST_FILLED: Final = 2
"""Lines that fill such a page, at least; a guess."""
WORD_OF_LINE: Final = re.compile(r"\S+")


@kept_with_page
def width_of_page(page: Page) -> int | None:
    """The characters of the longest line of *page* where it is wrapped at a width."""
    lengths = [len(line.rstrip()) for line in page.text.split("\n")]
    width = max(lengths)
    filled = sum(width - length <= RAGGED for length in lengths)
    return width if NARROWEST <= width <= WIDEST and filled >= FEWEST_FILLED else None


def goes_on_from_above(page: Page, start: int) -> bool:
    """Whether the line at *start* goes on with an unfinished one that has no room for its first word."""
    width, text = width_of_page(page), page.text
    above = text[text.rfind("\n", 0, max(0, start - 1)) + 1 : start].rstrip()
    first = WORD_OF_LINE.search(text, start)
    if width is None or first is None or not above or above.endswith(":") or is_utterance_ended(above):
        return False
    return len(above) + 1 + len(first[0]) > width
