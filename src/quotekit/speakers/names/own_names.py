"""The name that somebody gives as their own ("I am Ada Lund", "My name is Tom", "They call me Bo")."""

from __future__ import annotations

from quotekit.language import Language
from quotekit.speakers.discourse import Discourse
from quotekit.speakers.mention import Mention
from quotekit.speakers.scheme import NOUNS

__all__ = ["CLAUSE_TOKENS", "is_speakers_name", "is_supposed"]

BASE_FORMS = frozenset({"VB", "VBP"})
"""Tags of a verb by which people, or the one who speaks, call somebody ("They call me Bo", "Call me Bo")."""

CLAUSE_TOKENS = 8
"""Tokens before a verb in which its subject and its conjunction stand; chosen by hand."""


def is_speakers_name(text: Discourse, mention: Mention, language: Language) -> bool:
    """Whether a name is the predicate of "I" or of "my name", or what "me" is called, and all of it."""
    verb, after = text.previous_word(mention.first), text.next_word(mention.last - 1)
    subject = text.previous_word(verb)
    if is_first_singular(text, verb, language):
        dubs = text.tag_at(subject) in BASE_FORMS and text.lemmas[subject] in language.function_words.dubbing
        return dubs and text.heads[mention.head] == subject
    if subject < 0 or text.lemmas[verb] not in language.function_words.equating:
        return False
    if text.tag_at(after) in NOUNS | {"POS"}:
        return False
    if text.lower[subject] in language.function_words.appellation:
        subject = text.previous_word(subject)
    elif mention.label != "PERSON":
        return False
    return is_first_singular(text, subject, language) and not is_supposed(text, verb, mention.first, language)


def is_supposed(text: Discourse, verb: int, end: int, language: Language) -> bool:
    """Whether a verb asserts nothing: a "not" or a conjunction before *end* is its own ("if I were").

    Nor does what others suppose ("Pretend I am Ada", "You think I am Ada").
    """
    own = range(max(0, verb - CLAUSE_TOKENS), end)
    if any(text.heads[index] == verb and text.deps[index] in {"neg", "mark"} for index in own):
        return True
    above = text.heads[verb]
    if above >= verb or text.lemmas[above] not in language.function_words.supposing:
        return False
    before = [at for at in range(max(0, above - CLAUSE_TOKENS), above) if text.heads[at] == above]
    return not any(is_first_singular(text, index, language) for index in before)


def is_first_singular(text: Discourse, index: int, language: Language) -> bool:
    """Whether an "I", a "me" or a "my" is at *index*."""
    pronoun = language.pronouns.get(text.lower_at(index))
    return pronoun is not None and pronoun.is_first_singular
