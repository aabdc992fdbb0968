"""Titles of works, which stand beside who made them as quotations beside who said them."""

from __future__ import annotations

import re
from typing import Final

__all__ = ["is_title"]

LIGHT: Final = 3
"""Letters of words that a title may write small, at most."""
WORD: Final = re.compile(r"[^\W\d_][\w'’-]*")
STOPS: Final = frozenset({".", ",", "…"})


def is_title(marked: str) -> bool:
    """Whether words in marks are written as titles: each longer word with a capital, and no stop behind."""
    words = WORD.findall(marked)
    heavy = [word for word in words if len(word) > LIGHT]
    capitals = all(word[0].isupper() for word in (*heavy, *words[:1]))
    return marked[-2:-1] not in STOPS and len(heavy) > 1 and capitals
