"""Bodies that a text takes for granted, whatever their names tell: "The Economist", "Reuters"."""

from __future__ import annotations

from collections.abc import Sequence

from quotekit.language import Language
from quotekit.speakers.ground.discourse import Discourse

__all__ = ["nouns_of_known_body"]


def nouns_of_known_body(text: Discourse, words: Sequence[int], language: Language) -> frozenset[str]:
    """What the body that all of these *words* name is known to be; nothing of others and of persons.

    In the table, a name that is a word for something else too has its article, and needs it here.
    """
    name = " ".join(text.lower[index] for index in words)
    before = text.lower_at(text.previous_word(words[0]))
    known, articles = language.known_bodies, language.function_words.name_article
    with_article = known.get(f"{before} {name}", frozenset()) if before in articles else frozenset()
    return with_article or known.get(name, frozenset())
