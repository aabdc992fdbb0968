"""Titles of works, which stand beside who made them as quotations beside who said them."""

from __future__ import annotations

import re
from typing import Final

__all__ = ["is_title_of_work"]

LIGHT: Final = 3
"""Letters of words that a title may write small, at most."""
WORD: Final = re.compile(r"[^\W\d_][\w'’-]*")
NO_TITLE: Final = frozenset({".", ",", "…"})
"""Signs that no title ends in, as a sentence may; one may ask or call."""


def is_title_of_work(marked: str) -> bool:
    """Whether words in marks are written as titles: each longer word with a capital, and no stop behind."""
    words = WORD.findall(marked)
    heavy = [word for word in words if len(word) > LIGHT]
    capitals = all(word[0].isupper() for word in (*heavy, *words[:1]))
    return marked[-2:-1] not in NO_TITLE and len(heavy) > 1 and capitals
