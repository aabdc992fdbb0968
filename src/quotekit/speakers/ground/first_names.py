"""First names and what they share: initials and short forms."""

from __future__ import annotations

from quotekit.language import Language

__all__ = ["are_first_names_compatible", "given_gender", "is_first_or_short_name", "is_initial"]

SHARED_LETTERS = 3
"""First letters that two spellings of a short form share at least ("Jim", "Jimmie"); chosen by hand."""


def are_first_names_compatible(one: str, other: str, language: Language, *, initials: bool = True) -> bool:
    """Whether two first names can be the same: equal, an initial, or a short form of the other.

    Of two short forms of a third name, only those that are spelled alike are ("Jim", "Jimmie").
    """
    if one == other:
        return True
    if initials and (is_initial(one) or is_initial(other)):
        return one[0] == other[0]
    short = language.hypocoristics
    full, others = short.get(one, frozenset({one})), short.get(other, frozenset({other}))
    if other in full or one in others:
        return True
    return bool(full & others) and are_spelled_alike(one, other)


def is_first_or_short_name(word: str, language: Language) -> bool:
    """Whether a word, casefolded, is known as a first name or a short form of one."""
    return word in language.first_names or word in language.hypocoristics


def given_gender(first: str, language: Language) -> str:
    """The gender of a first name, of a short form that of all names it is short for, or nothing."""
    known, full_names = language.first_names, language.hypocoristics.get(first, frozenset())
    genders = {known[full] for full in full_names if full in known}
    return known.get(first) or (genders.pop() if len(genders) == 1 else "")


def are_spelled_alike(one: str, other: str) -> bool:
    """Whether two short forms differ in their ends ("Jim" and "Jimmie", "Kate" and "Katie", not "Jem")."""
    length = max(SHARED_LETTERS, min(len(one), len(other)) - 1)
    return len(one) >= length and one[:length] == other[:length]


def is_initial(word: str) -> bool:
    """Whether a first name is only its first letter or two ("J.", "G.K.")."""
    return len(word) == 1 or (word.endswith(".") and len(word.replace(".", "")) <= 3)
