"""Callings behind a name that taggers take for participles: "Léa Roux, députée du Lot", "Roux, élu local"."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Final

from quotekit.language import Language

if TYPE_CHECKING:
    from spacy.tokens import Token

__all__ = ["APPOSITION", "NOUN", "callings_behind_names"]

NOUN: Final = "NN"
"""The tag of a calling."""

APPOSITION: Final = "appos"
"""Its relation to the name."""

BEFORE_CALLING: Final = 2
"""Tokens from a calling back to the name: a comma stands between."""


def callings_behind_names(tokens: Sequence[Token], language: Language) -> Mapping[int, tuple[str, int]]:
    """Callings behind a name and a comma tagged as verbs: each one, its lemma and the head of the name."""
    return {
        word.i: (lemma_of_calling(word, language), head_of_name(tokens[word.i - BEFORE_CALLING]))
        for word in tokens[BEFORE_CALLING:]
        if word.pos_ == "VERB"
        and word.lower_ in language.roles
        and tokens[word.i - 1].text == ","
        and tokens[word.i - BEFORE_CALLING].pos_ == "PROPN"
    }


def head_of_name(word: Token) -> int:
    """The head of the name that ends in *word*."""
    inside = word.head.i < word.i and word.head.pos_ == "PROPN" and word.head.nbor().i <= word.i
    return word.head.i if inside else word.i


def lemma_of_calling(word: Token, language: Language) -> str:
    """The lemma of a calling: *word* without the letter of the feminine, if that is one too."""
    shorter = word.lower_[:-1]
    return shorter if shorter in language.roles else word.lower_
