"""Nouns that need no article where a sentence begins ("Silence fell"), and are nobody there."""

from __future__ import annotations

from collections.abc import Iterator, Sequence, Set

from quotekit.language import Language
from quotekit.speakers.ground.discourse import Discourse
from quotekit.speakers.ground.mention import Mention
from quotekit.speakers.ground.scheme import SUBJECTS

__all__ = ["bare_nouns"]


def bare_nouns(
    text: Discourse, names: Sequence[Mention], sources: Sequence[range], language: Language
) -> Set[str]:
    """The nouns that are nobody's name in a text, though it writes them so where a sentence begins.

    They are no part of its longer *names*, none of the *sources*, and do nothing
    that people alone do ("Smoke grinned").
    """
    known = {word.lower() for word in text.words if word.istitle()} & language.mass_nouns
    return known - {*words_of_longer(text, names), *words_of_persons(text, names, sources, language)}


def words_of_longer(text: Discourse, names: Sequence[Mention]) -> Iterator[str]:
    """The words of names of several words."""
    for name in names:
        if name.last - name.first > 1:
            yield from text.lower[name.first : name.last]


def words_of_persons(
    text: Discourse, names: Sequence[Mention], sources: Sequence[range], language: Language
) -> Iterator[str]:
    """The names of one word that say something, or act as people alone do."""
    spoken = {index for source in sources for index in source}
    acts = language.function_words.personal
    for name in names:
        is_person = text.deps[name.head] in SUBJECTS and text.lemmas[text.heads[name.head]] in acts
        if is_person or name.head in spoken:
            yield text.lower[name.head]
