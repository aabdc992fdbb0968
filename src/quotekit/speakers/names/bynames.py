"""Bynames: what a first name goes on with where its bearer is told from others by it ("Olga the Wise")."""

from __future__ import annotations

from quotekit.language import Language
from quotekit.speakers.ground.discourse import Discourse
from quotekit.speakers.ground.scheme import NOUNS
from quotekit.speakers.names.name_words import is_one_entity

__all__ = ["byname"]

LONGEST_BYNAME = 2
"""Words of a byname behind its article at most ("the Tank Engine"); chosen by hand."""


def byname(text: Discourse, first_name: int, language: Language) -> list[int]:
    """The article and the words with capitals behind a first name that are one name with it, if they are.

    A noun behind them makes them part of another phrase ("According to Olga the Harbour office was closed"),
    and an office or a party is said of somebody ("Olga the Mayor"), unless the recogniser knows the name.
    """
    article = first_name + 1
    words = capitals_from(text, article + 1)
    if not words or text.words[article] not in language.function_words.name_article:
        return []
    if text.lower[first_name] not in language.first_names or text.tag_at(words[-1] + 1) in NOUNS:
        return []
    is_known = text.entities[first_name] == "PERSON" and is_one_entity(text, first_name, words[-1])
    is_told = are_one_phrase(text, first_name, words[-1]) and not is_office_word(text, words[-1], language)
    return [article, *words] if is_known or is_told else []


def capitals_from(text: Discourse, index: int) -> list[int]:
    """The words that a byname could be; nothing where there are too many of them."""
    last = index
    while text.word_at(last).isalpha() and text.word_at(last).istitle():
        last += 1
    return [*range(index, last)] if last - index <= LONGEST_BYNAME else []


def is_office_word(text: Discourse, index: int, language: Language) -> bool:
    """Whether a word says an office or a party; a trade is a byname where it has a capital ("the Baker")."""
    return language.is_title(text.words[index]) or text.words[index] in language.affiliations


def are_one_phrase(text: Discourse, first_name: int, index: int) -> bool:
    """Whether the parse joins a first name and the word behind its article, or makes both one subject."""
    one, other = text.heads[first_name], text.heads[index]
    return one == index or other == first_name or (one == other and one > index)
