"""Verbs of reporting of several words: "fait savoir", "s'est dit", "put it"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quotekit.language import language_of
from quotekit.parse.lemmas import lemma

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

__all__ = ["carrying_verb", "is_put_object", "with_reflexive"]

VERBAL = frozenset({"VERB", "AUX"})
"""Parts of speech of verbs."""


def carrying_verb(verb: Token) -> Token | None:
    """The token right before *verb* that is one verb of reporting with it ("fait savoir")."""
    before = verb.doc[verb.i - 1] if verb.i else verb
    known = language_of(verb.lang_).reporting_verbs if verb.pos_ in VERBAL else ()
    return before if before.i < verb.i and f"{lemma(before)} {lemma(verb)}" in known else None


def with_reflexive(doc: Doc, words: list[int]) -> list[int]:
    """The indices of a verb's *words*, and of the reflexive pronoun right before them ("se dit")."""
    before = words[0] - 1 if words else -1
    clitics = language_of(doc.lang_).clitics
    return [before, *words] if before >= 0 and clitics.get(doc[before].lower_) == "reflexive" else words


def is_put_object(word: Token) -> bool:
    """Whether *word* stands right behind a verb that reports by it alone ("put it")."""
    words, verb = language_of(word.lang_).function_words, word.head
    return word.lower_ in words.impersonal and word.i == verb.i + 1 and lemma(verb) in words.putting
