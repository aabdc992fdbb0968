"""The dictionary form of a word, as the tables have it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quotekit.language import language_of

if TYPE_CHECKING:
    from spacy.tokens import Token

__all__ = ["lemma"]


def lemma(token: Token) -> str:
    """The lemma of *token*, lower case: the table's for forms that pipelines are known to get wrong.

    Raises:
        LanguageError: There are no word lists for the token's language.
    """
    return language_of(token.lang_).lemmas.get(token.lower_, token.lemma_.lower())
