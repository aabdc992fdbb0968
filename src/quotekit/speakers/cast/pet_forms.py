"""Two who have forms of one first name ("Milly and her sister Emily"), whom a text tells apart."""

from __future__ import annotations

from collections.abc import Sequence, Set
from itertools import pairwise

from quotekit.language import Language
from quotekit.speakers.ground.discourse import Discourse
from quotekit.speakers.ground.first_names import are_first_names_compatible
from quotekit.speakers.ground.mention import Mention
from quotekit.speakers.ground.personal_names import Name

__all__ = ["are_two", "forms_apart"]

TOKENS_BETWEEN_FORMS = 4
"""Tokens between two names that an "and" joins, at most ("Milly and her little sister Emily")."""


def forms_apart(
    text: Discourse, names: Sequence[Mention], language: Language, sources: Set[int]
) -> frozenset[frozenset[str]]:
    """The pairs of different first names that can be one person's, and are of two who are *names* here.

    An "and" joins these, or they speak by turns without surnames (“Evie said” in one paragraph, “Eva said” in
    the next), as names at *sources* do.
    """
    told = [one for one in names if one.name is not None and not one.name.titles]
    joined = [pair for pair in pairwise(told) if are_joined(text, *pair)]
    speaking = pairwise(one for one in told if one.head in sources)
    by_turns = [pair for pair in speaking if are_next_to(text, *pair) and not any(map(bears_surname, pair))]
    pairs = {frozenset(one.name.first for one in pair if one.name is not None) for pair in joined + by_turns}
    return frozenset(pair for pair in pairs if are_forms_of_one(pair, language))


def are_two(name: Name, other: Name, apart: Set[Set[str]]) -> bool:
    """Whether the first names of two names are one of the pairs that a text has *apart*."""
    return {name.first, other.first} in apart


def are_forms_of_one(firsts: Set[str], language: Language) -> bool:
    """Whether two first names are different, and forms of one."""
    one, other = min(firsts), max(firsts)
    return one != other and are_first_names_compatible(one, other, language, initials=False)


def bears_surname(mention: Mention) -> bool:
    """Whether a name has a first name and a surname."""
    return mention.name is not None and mention.name.is_full


def are_joined(text: Discourse, one: Mention, other: Mention) -> bool:
    """Whether an "and" stands between two names, with little beside it."""
    is_near = other.first - one.last <= TOKENS_BETWEEN_FORMS
    together = text.sentences[one.head] == text.sentences[other.head]
    return is_near and together and text.tag_at(text.next_word(one.last - 1)) == "CC"


def are_next_to(text: Discourse, one: Mention, other: Mention) -> bool:
    """Whether two names stand in paragraphs that adjoin."""
    return text.paragraphs[other.head] - text.paragraphs[one.head] == 1
