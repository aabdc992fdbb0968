"""When two names are the same speaker's."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from quotekit.language.independent import name_fillers

__all__ = ["same_speaker"]

_POSSESSIVE = re.compile(r"['’]s?(?=\s|$)")
_WORD = re.compile(r"\w+")
_LONGEST_TITLE: Final = 5
"""How many words may stand before a name that is otherwise the same."""


def same_speaker(found: str | None, right: str, spellings: Sequence[str] = ()) -> bool:
    """Whether *found* is *right*, one of its other *spellings*, or *right* behind a title."""
    words = _name_words(found or "")
    if not words:
        return False
    if any(words == _name_words(name) for name in (right, *spellings)):
        return True
    wanted = _name_words(right)
    more = len(words) - len(wanted)
    return bool(wanted) and 0 < more <= _LONGEST_TITLE and words[-len(wanted) :] == wanted


def _name_words(name: str) -> tuple[str, ...]:
    plain, fillers = _POSSESSIVE.sub("", name.replace("\u00a0", " ")).casefold(), name_fillers("score")
    return tuple(word for word in _WORD.findall(plain) if word not in fillers)
