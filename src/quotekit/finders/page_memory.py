"""What several rules ask of one page, found once and forgotten with the page."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import TypeVar
from weakref import WeakKeyDictionary

__all__ = ["kept_with_page"]

Read = TypeVar("Read")
"""A page, with its parse or without."""

Found = TypeVar("Found")


def kept_with_page(find: Callable[[Read], Found]) -> Callable[[Read], Found]:
    """*find*, which looks at each page once; what it gives must not be changed, nor lead back to the page.

    The page is the key, by identity: what is found goes with the last one who holds the page.
    """
    known: WeakKeyDictionary[Read, Found] = WeakKeyDictionary()

    @wraps(find)
    def kept(page: Read) -> Found:
        if page not in known:
            known[page] = find(page)
        return known[page]

    return kept
