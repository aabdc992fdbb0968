"""What an office is of, between it and the name of whoever holds it ("Envoy to the League Ada Lund")."""

from __future__ import annotations

from collections.abc import Sequence

from quotekit.language import Language
from quotekit.speakers.discourse import Discourse
from quotekit.speakers.names.name_words import is_first_name

__all__ = ["domain_cut"]

LONGEST_OFFICE = 8
"""Words of an office and what it is of at most; chosen by hand."""


def domain_cut(text: Discourse, run: Sequence[int], language: Language) -> int:
    """Where in *run* somebody's name begins behind what their office is of ("the League Ada Lund")."""
    named = (at for at in range(1, len(run) - 1) if is_first_name(text, run[at], language))
    at = next(named, 0)
    is_domain = text.words[run[at - 1]][0].isupper() and not language.is_title(text.words[run[at - 1]])
    return at if at and is_domain and ends_office(text, run[at - 1], language) else 0


def ends_office(text: Discourse, last: int, language: Language) -> bool:
    """Whether a word ends what an office is of, which small words link to it ("Minister for Health")."""
    is_linked, words = False, language.function_words
    for index in range(last, max(-1, last - LONGEST_OFFICE), -1):
        if is_linked and (text.lower[index] in language.roles or language.is_title(text.words[index])):
            return True
        is_linked = is_linked or text.lower[index] in words.link
        is_inside = text.words[index][0].isupper() or text.lower[index] in words.link | words.name_article
        if not is_inside:
            return False
    return False
