"""Whom a quote is said to: the object of its cue ("told reporters"), or whom its own words call."""

from __future__ import annotations

from quotekit.language import Language
from quotekit.records import Quote, Span
from quotekit.speakers.ground.discourse import Discourse, span_of
from quotekit.speakers.ground.mention import Mention
from quotekit.speakers.ground.scheme import NOUNS
from quotekit.speakers.mentions.reading import Reading
from quotekit.speakers.names.vocatives import is_vocative
from quotekit.speakers.sources.progress import Progress

__all__ = ["addressed_by_cue", "find_addressee", "names_called"]

OBJECTS = frozenset({"dobj", "dative"})
"""Relations of whom a verb is said to, by itself."""

HEARERS = NOUNS | {"PRP", "PRP$", "WP", "WP$"}
"""Tags of the noun or the pronoun that names them."""

PASSIVE_TOKENS = 16
"""Tokens before a passive in which its subject stands; chosen by hand."""

HEARER_TOKENS = 6
"""Tokens between a cue and whom it is said to; chosen by hand."""


def find_addressee(work: Progress, at: int) -> tuple[Span, ...]:
    """The words that name whom the quote at *at* is said to; nothing when the text does not tell."""
    tokens = work.placed[at].told or called_in_words(work, at)
    return (span_of(work.text, tokens),) if tokens else ()


def addressed_by_cue(text: Discourse, quote: Quote, language: Language) -> range:
    """The object of the cue, what a "to" behind the cue governs, or the subject of its passive."""
    for span in quote.cue:
        for verb in text.tokens(span.start, span.end):
            if phrase := subject_of_passive(text, verb, language):
                return phrase
            for index in range(verb + 1, min(verb + 1 + HEARER_TOKENS * 2, len(text))):
                if in_parts(quote, text.ends[index] - 1) or text.sentences[index] != text.sentences[verb]:
                    break
                if governs_hearer(text, verb, index, language):
                    phrase = phrase_up_to(text, index)
                    return phrase if phrase.start - verb <= HEARER_TOKENS else range(0)
    return range(0)


def subject_of_passive(text: Discourse, verb: int, language: Language) -> range:
    """Who is asked or told something by the passive at *verb* ("Ada Lund was asked by the clerk whether")."""
    if text.lemmas[verb] not in language.addressing_verbs:
        return range(0)
    for index in range(verb - 1, max(-1, verb - PASSIVE_TOKENS), -1):
        if text.deps[index] == "nsubjpass" and text.heads[index] == verb and not text.quoted[index]:
            return phrase_up_to(text, index)
    return range(0)


def governs_hearer(text: Discourse, verb: int, index: int, language: Language) -> bool:
    """Whether the noun at *index* is who is spoken to by the verb at *verb*."""
    if text.tags[index] not in HEARERS:
        return False
    head = text.heads[index]
    if text.deps[index] in OBJECTS and head == verb:
        return text.lemmas[verb] in language.addressing_verbs
    addressing = text.lower[head] in language.function_words.addressing
    return text.deps[index] == "pobj" and addressing and text.heads[head] == verb


def phrase_up_to(text: Discourse, head: int) -> range:
    """The words of a noun phrase in front of its head, and the head."""
    first = head
    while first > 0 and text.heads[first - 1] == head and not text.is_space(first - 1):
        first -= 1
    return range(first, head + 1)


def in_parts(quote: Quote, offset: int) -> bool:
    """Whether an offset lies in the content or the source of *quote*."""
    return any(span.start <= offset < span.end for span in (*quote.content, *quote.source))


def called_in_words(work: Progress, at: int) -> range:
    """The first name that a direct quote calls out."""
    for name in work.placed[at].called:
        entity = work.reading.bearer_of(name)
        if entity.is_person and entity is not work.speaker(at) and len(entity.names) > 1:
            return range(name.first, name.last)
    return range(0)


def names_called(reading: Reading, quote: Quote, tokens: range) -> tuple[Mention, ...]:
    """The names that a direct quote, whose words are *tokens*, calls out."""
    return tuple(
        name
        for name in (reading.names_in(tokens) if quote.kind == "direct" else ())
        if reading.text.quoted[name.head] and is_vocative(reading.text, name, tokens, reading.language)
    )
