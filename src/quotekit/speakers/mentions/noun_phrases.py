"""The words of a noun's phrase in front of it, and how they determine it: "a", "a very old", "oil and"."""

from __future__ import annotations

from quotekit.language import Language
from quotekit.speakers.ground.discourse import Discourse
from quotekit.speakers.ground.scheme import (
    ADJECTIVES,
    COMMON_NOUNS,
    DETERMINERS,
    MODIFYING,
    PLURALS,
    PROPER_NOUNS,
)

__all__ = ["determiner", "joins_kinds", "phrase_start", "stands_before"]

PHRASE_TOKENS = 12
"""Tokens before a noun in which its phrase begins; chosen by hand."""

PHRASE = DETERMINERS | ADJECTIVES | PROPER_NOUNS | {"CD", "POS", "NN", "HYPH", "VBN"}
"""Tags of the words of a description in front of its noun."""


def phrase_start(text: Discourse, index: int) -> int:
    """Where the noun phrase whose head is at *index* begins, as far as its words adjoin."""
    first = index
    before = text.previous_word(first)
    while before >= 0 and index - before < PHRASE_TOKENS and stands_before(text, before, index):
        first = before
        if text.tags[first] in DETERMINERS:
            break
        before = text.previous_word(before)
    return text.next_word(first) if text.tags[first] == "POS" else first


def stands_before(text: Discourse, before: int, head: int) -> bool:
    """Whether the token *before* belongs to the noun phrase of *head*."""
    if text.sentences[before] != text.sentences[head] or text.paragraphs[before] != text.paragraphs[head]:
        return False
    if text.tags[before] in PHRASE:
        is_apart = text.deps[before] in {"nsubj", "dobj", "pobj", "ROOT"} and text.heads[before] != head
        return not is_apart or text.tags[before] == "DT"
    if text.tags[before] in PLURALS:
        narrows = text.deps[before] in MODIFYING and text.heads[before] == head
        return text.tag_at(text.next_word(before)) == "POS" or narrows  # "the rights group"
    return (
        joins_kinds(text, before, head)
        or describes(text, before, head)
        or (
            text.lower[before] in {",", "-"}
            and text.tag_at(before - 1) in ADJECTIVES | {"VBN"}
            and text.heads[before] == head
        )
    )


def joins_kinds(text: Discourse, before: int, head: int) -> bool:
    """Whether a word joins two others that narrow a noun ("an oil and gas company")."""
    first = text.heads[before]
    narrows = text.deps[first] in MODIFYING and text.heads[first] == head and text.tags[head] in COMMON_NOUNS
    return narrows and text.tags[before] == "CC" and first < before < head


def describes(text: Discourse, before: int, head: int) -> bool:
    """Whether a verb's form behind a determiner tells of a noun, or an adverb does of an adjective.

    So in "a leading lawyer" and "a very old man". Without a determiner, both are as often a clause of their
    own ("groups supporting many candidates"); a hyphen joins a verb to the noun's phrase ("prize-winning").
    """
    first = text.previous_word(before)
    is_verb = text.tags[before] == "VBG" and text.deps[before] in MODIFYING and text.heads[before] == head
    if is_verb and text.word_at(first) == "-":
        return True
    if text.tag_at(first) not in DETERMINERS | {"POS"} or text.sentences[first] != text.sentences[head]:
        return False
    if text.tags[before] == "VBG":
        return is_verb
    is_joined = text.word_at(text.next_word(before)) == "-"  # "best-selling"
    is_degree = (text.tags[before] == "RB" or is_joined) and text.deps[before] == "advmod"
    return is_degree and before < text.heads[before] < head and text.deps[text.heads[before]] == "amod"


def determiner(text: Discourse, first: int, language: Language) -> str:
    """How the phrase that begins at *first* is determined."""
    word, tag = text.lower[first], text.tags[first]
    if word in language.function_words.definite:
        return "definite"
    if tag == "PRP$":
        return "possessive"
    if tag in {"DT", "CD"} or word in language.function_words.indefinite:
        return "indefinite"
    return "possessive" if tag in PROPER_NOUNS and text.tag_at(text.next_word(first)) == "POS" else ""
