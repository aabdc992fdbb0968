"""Names in front of brackets that hold their first letters ("Ivo Tamm (IT)")."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

__all__ = ["names_like", "names_spelled"]

NAME_JOINERS = frozenset("'’-&")
"""Marks inside names."""

SMALL_WORDS_BETWEEN = 2
"""Words without a capital, and marks, between two words whose first letters a bracket has: chosen by hand."""


def names_spelled(words: Sequence[str]) -> Iterator[range]:
    """The names in front of brackets that hold the first letters of their words ("Ivo Tamm (IT)").

    Small words in between need none ("Haulage and Dock Workers’ Union (HDWU)").
    """
    for index in range(2, len(words) - 1):
        letters = words[index]
        if words[index - 1] == "(" and letters.isupper() and letters.isalpha() and len(letters) > 1:
            first = where_spelled(words, letters, index - 1)
            if first is not None:
                yield range(first, index - 1)


def names_like(words: Sequence[str], names: Sequence[range]) -> Iterator[range]:
    """All places of the words of some *names*."""
    known: dict[str, set[tuple[str, ...]]] = {}
    for name in names:
        known.setdefault(words[name.start], set()).add(tuple(words[name.start : name.stop]))
    for index, word in enumerate(words):
        for own in known.get(word, ()):
            if tuple(words[index : index + len(own)]) == own:
                yield range(index, index + len(own))


def where_spelled(words: Sequence[str], letters: str, end: int) -> int | None:
    """Where the words in front of *end* begin whose first letters are *letters*, if they are."""
    at = end
    for letter in reversed(letters):
        at -= 1
        skipped = 0
        while 0 <= at < end - 1 and can_join_name(words[at]) and skipped < SMALL_WORDS_BETWEEN:
            at, skipped = at - 1, skipped + 1
        if at < 0 or not words[at].startswith(letter):
            return None
    return at


def can_join_name(word: str) -> bool:
    """Whether a word stands between the capitals of a name ("and"), or marks possession or a compound."""
    return word.islower() or word in NAME_JOINERS
