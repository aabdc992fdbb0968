"""Nouns that a clause says of whoever a name in it names: "Ada Lund, who was elected mayor", "as mayor"."""

from __future__ import annotations

from collections.abc import Iterator

from quotekit.language import Language
from quotekit.speakers.beside_names.nouns import is_apposed_behind, is_apposed_to_inverted
from quotekit.speakers.ground.discourse import Discourse
from quotekit.speakers.ground.mention import Mention
from quotekit.speakers.ground.nominal_labels import label_beside_name
from quotekit.speakers.ground.scheme import NOUN_CLAUSES, NOUNS, PROPER_NOUNS, SUBJECTS

__all__ = ["is_said_of", "offices_in_front", "says_office", "subject_of_predicate"]

JOINED_NOUNS = 3
"""Nouns that are passed on the way to the one that is said of a name; chosen by hand."""

OFFICE_TOKENS = 12
"""Tokens before a name among which its sentence says as what somebody acts; chosen by hand."""


def is_said_of(text: Discourse, noun: int, mention: Mention, language: Language) -> bool:
    """Whether a noun behind a name is in apposition to it, its predicate, or joined to such a noun."""
    words, hops = language.function_words, 0
    while text.deps[noun] == "conj" and hops < JOINED_NOUNS:
        if text.tags[noun] in PROPER_NOUNS and text.lower_at(text.previous_word(noun)) in words.name_article:
            return False
        noun, hops = text.heads[noun], hops + 1
    if hops and text.deps[noun] == "pobj":
        noun = holder_of_joined(text, noun, language)
    head = text.heads[noun]
    if text.deps[noun] == "appos" or is_apposed_to_inverted(text, noun, mention):
        return is_apposed_behind(text, noun, mention)
    if text.deps[noun] == "attr":
        return is_stated(text, noun, language) and is_subject(text, mention, head, language)
    return is_appointed(text, noun, mention, language) or is_held(text, noun, mention, language)


def holder_of_joined(text: Discourse, noun: int, language: Language) -> int:
    """Whoever is of a thing that a parser joins another person to ("author of it and a chemist")."""
    holder = text.heads[text.heads[noun]]
    is_thing = label_beside_name(text.lemmas[noun], language) != "PERSON"
    is_person = label_beside_name(text.lemmas[holder], language) == "PERSON"
    return holder if is_thing and is_person and holder < noun else noun


def is_stated(text: Discourse, noun: int, language: Language) -> bool:
    """Whether a verb says that its subject is what a noun says, and does not deny it."""
    verb, words = text.heads[noun], language.function_words
    between = text.lower[verb + 1 : noun]
    states = text.deps[noun] == "attr" and text.lemmas[verb] in words.equating | words.becoming
    return states and language.negations.isdisjoint(between)


def subject_of_predicate(text: Discourse, noun: int, language: Language) -> int | None:
    """The subject of which a noun is the predicate, right in front of its verb ("She is a farrier")."""
    verb = text.heads[noun]
    if not is_stated(text, noun, language) or verb > noun:
        return None
    front = range(verb - 1, max(-1, verb - OFFICE_TOKENS), -1)
    subject = next((at for at in front if text.heads[at] == verb and text.deps[at] in SUBJECTS), None)
    if subject is not None and text.lower[subject] in language.function_words.relative:
        return text.heads[verb] if text.deps[verb] in NOUN_CLAUSES else None
    return subject


def is_subject(text: Discourse, mention: Mention, verb: int, language: Language) -> bool:
    """Whether a name is the subject of a verb, itself or by the relative pronoun of its clause."""
    if text.heads[mention.head] == verb and text.deps[mention.head] in SUBJECTS:
        return True
    relative = language.function_words.relative
    is_clause = text.deps[verb] in NOUN_CLAUSES and mention.first <= text.heads[verb] < mention.last
    return is_clause and any(
        text.heads[at] == verb and text.deps[at] in SUBJECTS and text.lower[at] in relative
        for at in range(mention.last, min(verb, mention.last + OFFICE_TOKENS))
    )


def is_appointed(text: Discourse, noun: int, mention: Mention, language: Language) -> bool:
    """Whether somebody is said to be given an office ("was elected mayor")."""
    verb = text.heads[noun]
    gives = text.deps[noun] == "oprd" and text.lemmas[verb] in language.function_words.appointing
    return gives and (is_subject(text, mention, verb, language) or is_object(text, mention, verb))


def is_object(text: Discourse, mention: Mention, verb: int) -> bool:
    """Whether a name is the object of a verb."""
    return text.heads[mention.head] == verb and text.deps[mention.head] == "dobj"


def is_held(text: Discourse, noun: int, mention: Mention, language: Language) -> bool:
    """Whether an "as" says what office somebody holds or takes up ("served as mayor", "Lund, as mayor,")."""
    link = text.heads[noun]
    if not is_office_behind(text, link, noun, language):
        return False
    verb, words = text.heads[link], language.function_words
    if mention.first <= verb < mention.last:
        return True
    if text.lemmas[verb] in words.appointing and is_object(text, mention, verb):
        return True
    acts = text.lemmas[verb] in words.serving | words.appointing
    return acts and is_subject(text, mention, verb, language)


def is_office_behind(text: Discourse, link: int, noun: int, language: Language) -> bool:
    """Whether an "as" leads up to what somebody does, and to no child or woman that somebody is like."""
    links = text.lower[link] in language.function_words.styling and text.deps[noun] == "pobj"
    is_person = label_beside_name(text.lemmas[noun], language) == "PERSON"
    return links and is_person and text.lemmas[noun] not in language.plain_persons


def says_office(text: Discourse, noun: int, language: Language) -> bool:
    """Whether a noun only says what office somebody serves in, acts in or is given, and mentions nobody."""
    link, words = text.heads[noun], language.function_words
    if text.deps[noun] == "oprd":
        return text.lemmas[link] in words.appointing
    is_told = text.lemmas[text.heads[link]] in words.serving | words.appointing
    return is_office_behind(text, link, noun, language) and (is_told or text.heads[link] > noun)


def offices_in_front(text: Discourse, mention: Mention, language: Language) -> Iterator[int]:
    """The nouns by which a sentence says in front as what its subject, a name, acts ("As mayor, Lund …")."""
    if text.deps[mention.head] not in SUBJECTS:
        return
    verb = text.heads[mention.head]
    for noun in range(max(0, mention.first - OFFICE_TOKENS), mention.first):
        link = text.heads[noun]
        leads = text.tags[noun] in NOUNS and text.heads[link] == verb and link < noun
        if leads and is_office_behind(text, link, noun, language):
            yield noun
