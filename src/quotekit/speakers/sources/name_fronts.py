"""What stands in front of the name in a source and is none of it: children, titles with a bracket."""

from __future__ import annotations

from quotekit.language import Language
from quotekit.speakers.beside_names.parenthood import CHILDREN_TOKENS, counts_own_children
from quotekit.speakers.ground.discourse import Discourse
from quotekit.speakers.ground.scheme import PROPER_NOUNS

__all__ = ["behind_front"]

NOTE_TOKENS = 3
"""Tokens from a bracket to its end that say that somebody has left the service ("(ret.)"), at most."""


def behind_front(text: Discourse, tokens: range, language: Language) -> int:
    """The first token of the name that the words before it belong to but are none of, or of all *tokens*."""
    first = tokens.start
    behind = first + CHILDREN_TOKENS if counts_own_children(text, first, language) else first
    behind = behind_bracketed_title(text, range(behind, tokens.stop), language)
    return behind if behind < tokens.stop and text.tags[behind] in PROPER_NOUNS else first


def behind_bracketed_title(text: Discourse, tokens: range, language: Language) -> int:
    """The token behind titles that a word in brackets parts from a name ("Col. (ret.) | Ada Lund")."""
    opening = next((at for at in tokens if text.words[at] == "("), tokens.start)
    closing = next((at for at in range(opening, tokens.stop) if text.words[at] == ")"), opening)
    words = (text.words[at] for at in range(tokens.start, opening) if not text.is_space(at))
    are_titles = all(language.is_title(word) or word == "." for word in words)
    is_note = tokens.start < opening < closing <= opening + NOTE_TOKENS
    return text.next_word(closing) if are_titles and is_note else tokens.start
