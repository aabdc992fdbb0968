"""Calls by name inside quotations: whether they are any, of one person alone, and more than cited words."""

from __future__ import annotations

from collections.abc import Set

from quotekit.language import Language
from quotekit.speakers.beside_names.affiliations import affiliations_in
from quotekit.speakers.ground.discourse import Discourse
from quotekit.speakers.ground.mention import Mention
from quotekit.speakers.names.vocatives import is_vocative

__all__ = ["is_called_out", "is_cited", "is_recognised", "is_whole_saying"]

SAID_TOKENS = 4
"""Tokens behind a quotation in which the source of its cue begins; chosen by hand."""

LISTED_TOKENS = 4
"""Tokens behind a name in which the next of a list stands; chosen by hand."""

CITING_MARKS = frozenset({'"', "“", "”", "‘", "’", "``", "''"})
"""Quotation marks around a name that is only cited."""

PAUSES = frozenset({",", "."})
"""Marks behind a name within its quotation that is all of it."""


def is_called_out(text: Discourse, name: Mention, language: Language) -> bool:
    """Whether somebody is addressed by a name, which is none of several."""
    if is_recognised(text, name, language):
        return True
    return is_vocative(text, name, range(len(text)), language) and not is_in_list_of_names(text, name)


def is_in_list_of_names(text: Discourse, name: Mention) -> bool:
    """Whether a name is one of several ("Bo, Pia, Tom and Ann")."""
    own = range(name.last, min(len(text), name.last + LISTED_TOKENS))
    return text.deps[name.head] == "conj" or any(
        text.deps[index] == "conj" and text.heads[index] == name.head for index in own
    )


def is_whole_saying(text: Discourse, name: Mention) -> bool:
    """Whether a quotation is a name and a comma or a full stop, which nobody cries out."""
    before, after = text.previous_word(name.first), text.next_word(name.last - 1)
    closing = text.word_at(text.next_word(after))
    return text.word_at(before) in CITING_MARKS and text.word_at(after) in PAUSES and closing in CITING_MARKS


def is_recognised(text: Discourse, name: Mention, language: Language) -> bool:
    """Whether a name is the predicate of a "you", and no word for those of a country or a creed."""
    if tells_people(text, name, language):
        return False
    verb = text.previous_word(name.first)
    subject = text.previous_word(verb)
    if subject < 0 or text.lemmas[verb] not in language.function_words.equating:
        return False
    pronoun = language.pronouns.get(text.lower[subject])
    return pronoun is not None and pronoun.kind == "second"


def tells_people(text: Discourse, name: Mention, language: Language) -> bool:
    """Whether a name says to what people or party somebody belongs ("You are English")."""
    return name.label == "NORP" or bool(affiliations_in(text, range(name.first, name.last), language))


def is_cited(text: Discourse, name: Mention, language: Language, sources: Set[int]) -> bool:
    """Whether quotation marks within a paragraph hold a name and a comma or a full stop at most.

    Whoever says a known first name to somebody calls them by it ("“Ida,” she said").
    """
    before, after = text.previous_word(name.first), text.next_word(name.last - 1)
    if text.word_at(after) in PAUSES:
        after = text.next_word(after)
    if before < 0 or after >= len(text) or not {text.words[before], text.words[after]} <= CITING_MARKS:
        return False
    lead = text.previous_word(before)
    is_known = text.lower[name.first] in language.first_names
    if is_known and not sources.isdisjoint(range(after + 1, after + SAID_TOKENS)):
        return False
    return lead >= 0 and text.paragraphs[lead] == text.paragraphs[before]
