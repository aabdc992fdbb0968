"""Infinitives that no word marks, as in French, with the little words before them ("ne pas le voir")."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from quotekit.language import language_of
from quotekit.parse.grammar import function_words_for

if TYPE_CHECKING:
    from spacy.tokens import Token

__all__ = ["infinitive_opening", "is_unmarked_infinitive"]


def infinitive_opening(words: Iterable[Token]) -> Token | None:
    """The first of *words* that belongs to the infinitive they begin with; None where they begin with none.

    A negation and pronouns belong to it, adverbs before them do not.
    """
    opening: Token | None = None
    for word in words:
        kind = language_of(word.lang_).clitics.get(word.lower_, "")
        bare = is_unmarked_infinitive(word)
        if opening is None and (bare or kind in {"negation", "object", "reflexive"}):
            opening = word
        if bare:
            return opening
        if not kind and word.pos_ != "ADV":
            return None
    return None


def is_unmarked_infinitive(word: Token) -> bool:
    """Whether the tagger takes *word* for an infinitive, or for a verb whose lemma it is."""
    if function_words_for(word).infinitive:
        return False
    infinitive = "Inf" in word.morph.get("VerbForm", [])
    return infinitive or (word.pos_ in {"AUX", "VERB"} and word.lemma_ == word.lower_)
