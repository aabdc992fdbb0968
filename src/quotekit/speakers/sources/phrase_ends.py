"""Where what is added to the noun of a source begins."""

from __future__ import annotations

from quotekit.speakers.ground.nominal_labels import nominal_label
from quotekit.speakers.ground.scheme import (
    COMMON_NOUNS,
    FINITE_VERBS,
    MODIFYING,
    NOUN_CLAUSES,
    NOUNS,
    PARTICIPLES,
    PERSON_LABELS,
    PROPER_NOUNS,
)
from quotekit.speakers.sources.phrase import BREAKS, Phrase

__all__ = ["core_end", "tells_of_noun"]

RUN_ON = ("--", "—", '"', "“")
"""Marks inside a token that a tokenizer did not part from a source."""

INSIDE_PHRASE = frozenset({"amod", "compound"})
"""Relations of words in front of their noun, which say what nobody does."""


def core_end(phrase: Phrase) -> int:
    """Where the afterthoughts of a source begin: a comma, a bracket, a preposition, a clause.

    What stands inside a name begins none ("the Bank of Lund's governor"), nor do the initials behind it.
    """
    text = phrase.text
    for index in phrase.tokens[1:]:
        if joins_adjectives(phrase, index) or is_inside_name(phrase, index) or phrase.is_in_initials(index):
            continue
        if text.words[index] in BREAKS or text.tags[index] in FINITE_VERBS:
            return index
        is_relative = phrase.is_any_of(index, phrase.function_words.relative)
        if (is_relative and not stands_in_capitals(phrase, index)) or phrase.opens_addition(index):
            return index
        if any(mark in text.words[index] for mark in RUN_ON) or is_doing(phrase, index):
            return index
        if tells_of_noun(phrase, index):
            return index
        if text.words[index] == "-" and not text.adjoin(index - 1, index):
            return index
    return phrase.tokens[-1] + 1


def stands_in_capitals(phrase: Phrase, index: int) -> bool:
    """Whether a word is initials, in a phrase that opens in small letters ("the WHO")."""
    words = phrase.text.words
    return words[index].isupper() and not words[phrase.tokens.start].isupper()


def tells_of_noun(phrase: Phrase, index: int) -> bool:
    """Whether a participle tells of the noun before it ("a clerk handling a Lund Steel lawsuit")."""
    text = phrase.text
    head = text.heads[index]
    is_participle = text.tags[index] in PARTICIPLES and text.deps[index] in NOUN_CLAUSES
    return is_participle and phrase.tokens.start <= head < index


def is_inside_name(phrase: Phrase, index: int) -> bool:
    """Whether a preposition stands between words of a name, or of one in front of its noun.

    A recogniser may know only a part of that ("a Friends of Lund poll").
    """
    text = phrase.text
    if not phrase.is_any_of(index, phrase.function_words.link):
        return False
    owner = text.heads[index]
    noun = text.heads[owner]
    in_front = text.tags[owner] in PROPER_NOUNS and text.deps[owner] in MODIFYING
    is_of = in_front and owner == text.previous_word(index) and noun in phrase.tokens
    inside = any(name.first < index < name.last - 1 for name in phrase.names)
    return inside or (is_of and noun > index and text.tags[noun] in COMMON_NOUNS)


def joins_adjectives(phrase: Phrase, index: int) -> bool:
    """Whether a comma parts an adjective from the next word before their noun ("a thin, anti-war man")."""
    text = phrase.text
    before, after = text.previous_word(index), text.next_word(index)
    if text.words[index] != "," or after >= phrase.tokens.stop:
        return False
    noun = max(text.heads[before], text.heads[after])
    is_first = before >= phrase.tokens.start and text.deps[before] == "amod"
    return is_first and noun in phrase.tokens and noun > after and text.tags[noun] in NOUNS


def is_doing(phrase: Phrase, index: int) -> bool:
    """Whether a participle or an adverb behind a person's name says what they do; no noun does ("ally")."""
    text, word = phrase.text, phrase.text.words[index]
    does = text.tags[index] in {"VBG", "RB"} or word.endswith(
        tuple(phrase.language.function_words.adverb_ending)
    )
    if not does or not word.islower() or text.deps[index] in INSIDE_PHRASE:
        return False
    if nominal_label(text.lemmas[index], phrase.language):
        return False
    before = text.previous_word(index)
    return any(name.last - 1 == before and name.label in PERSON_LABELS for name in phrase.names)
