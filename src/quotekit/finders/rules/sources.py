"""The words that name whoever a cue gives the words to."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quotekit.language import language_of
from quotekit.parse.dependents import dependents
from quotekit.parse.grammar import (
    NAMING,
    Words,
    agent,
    function_words_for,
    is_bare_participle,
    is_passive,
    is_reduced_passive,
    is_verbal,
    labels_for,
    phrase,
    subject,
    verb_group,
)
from quotekit.parse.lemmas import lemma
from quotekit.text.punctuation import FULL_STOPS, PAUSES

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

__all__ = ["addressee_of", "source_of", "without_pauses"]

PAUSE_SIGNS = PAUSES | {"-", ":"}

FULL_NAME = 2
"""Words of a first name and a surname."""

NOUN_TAGS = frozenset({"NOUN", "PROPN"})
"""What an office, or what it is of, ends with."""

LONGEST_FRONT = 8
"""Tokens of a name before what is said of its bearer between commas, at most; a guess."""

BEHIND = 3
"""Tokens right behind a cue among which a noun or a pronoun is its source; a guess."""


def source_of(cue: Token, room: Words | None = None, *, lent: bool = True) -> tuple[Words, ...]:
    """The source of the verb *cue*: its agent or its subject, else the nearest noun phrase.

    Args:
        cue: The verb.
        room: The tokens among which the source must stand when the parse has to be doubted,
            beside words in quotation marks.
        lent: Whether a subject before the room counts, as in "Ode nodded and said: …".
    """
    passive = is_passive(cue) or is_reduced_passive(cue)
    by_agent = passive or (is_bare_participle(cue) and agent(cue) is not None)
    named = agent(cue) if by_agent else subject(cue)
    if named is not None and named.lower_ in function_words_for(cue).pointing:
        return ()
    if named is not None and named.left_edge.i <= cue.i <= named.right_edge.i and named.is_ancestor(cue):
        return (without_pauses(named.left_edge.i, max(named.i + 1, cue.left_edge.i), cue),)
    if named is not None and (room is None or (named.i < room[1] and (lent or named.i >= room[0]))):
        return (clipped_to_room(behind_own_name(phrase(named), cue), cue, room),)
    if room is None or passive:
        return ()
    return nearest_noun_phrase(cue, room)


def behind_own_name(words: Words, cue: Token) -> Words:
    """*words* between two commas, with the name before these ("Jo Roy, | l'un d'eux, | dit")."""
    doc, (first, last) = cue.doc, words
    start = first - 1
    while start > max(0, first - 1 - LONGEST_FRONT) and not ends_front(doc[start - 1]):
        start -= 1
    front = doc[start : max(start, first - 1)]
    set_off = last == min(verb_group(cue), default=cue.i) - 1 and doc[last].text == doc[first - 1].text == ","
    if not set_off or not front or front[-1].pos_ != "PROPN" or front[0].pos_ not in {"DET", *NAMING}:
        return words
    return words if last - first < FULL_NAME or any(map(is_verbal, front)) else (start, last)


def ends_front(word: Token) -> bool:
    """Whether *word* is a sign that stands before a name, or the end of a line."""
    return word.is_space or word.is_quote or is_pause_sign(word) or word.text in FULL_STOPS


def clipped_to_room(words: Words, cue: Token, room: Words | None) -> Words:
    """*words* up to the cue and within the room, where a wrong parse made them too long."""
    first, last = words
    if first <= cue.i < last:
        first, last = (first, cue.i) if cue.i - first > last - cue.i - 1 else (cue.i + 1, last)
    if room is not None and first < room[1] and last > room[0]:
        first, last = max(first, room[0]), min(last, room[1])
    return without_pauses(first, last, cue)


def without_pauses(first: int, last: int, cue: Token) -> Words:
    """The words without commas, dashes and blanks at their edges, and the "and" that joins their clause.

    Nor does a pronoun that leans on the verb at their end belong to them ("la maire | lui"), and a name that
    the parse cut is whole.
    """
    doc = cue.doc
    while first < last and (is_pause_sign(doc[first]) or doc[first].dep_ in labels_for(cue).coordinators):
        first += 1
    while first < last and (is_pause_sign(doc[last - 1]) or leans_on_verb(doc[last - 1], last - first)):
        last -= 1
    return with_name_before(cue, whole_name(doc, (first, last)))


def with_name_before(cue: Token, words: Words) -> Words:
    """*words* with the full name from there to the verb, if the parse parts them ("le maire | Jo Roy")."""
    doc, (first, last) = cue.doc, words
    start = min(verb_group(cue), default=cue.i)
    name = doc[last:start] if first < last < start else doc[:0]
    full = len(name) == FULL_NAME and all(word.is_title for word in name)
    known = full and name[0].lower_ in language_of(doc.lang_).first_names
    behind_noun = known and doc[last - 1].pos_ in NOUN_TAGS and not name[0].is_sent_start
    return (first, start) if behind_noun else words


def leans_on_verb(word: Token, count: int) -> bool:
    """Whether the last of *count* words is a reflexive pronoun, or the object of the verb behind them."""
    kind = language_of(word.lang_).clitics.get(word.lower_)
    return kind == "reflexive" or (kind == "object" and count > 1)


def whole_name(doc: Doc, words: Words) -> Words:
    """*words* with what the parse cuts off from a name at their edges ("Ode | Holm said")."""
    first, last = words
    while 0 < first < last and are_of_one_name(doc[first - 1], doc[first]):
        first -= 1
    while first < last < len(doc) and are_of_one_name(doc[last - 1], doc[last]):
        last += 1
    return first, last


def are_of_one_name(word: Token, behind: Token) -> bool:
    """Whether two capitalised neighbours are one name: a sentence begins between, or the one is a first name.

    No sentence begins behind a name without a sign.
    """
    language = language_of(word.lang_)
    capital = word.is_title and behind.is_title and word.is_alpha and word.whitespace_ == " "
    little = language.capitalised_words | language.pronouns.keys()
    named = word.pos_ in NAMING and not {word.lower_, behind.lower_} & little
    return capital and named and (behind.is_sent_start or word.lower_ in language.first_names)


def is_pause_sign(word: Token) -> bool:
    """Whether *word* is a blank or one of the signs that part a source from its cue."""
    return word.is_space or word.text in PAUSE_SIGNS


def nearest_noun_phrase(cue: Token, room: Words) -> tuple[Words, ...]:
    """The noun phrase between the marks and the cue, or right behind the cue."""
    doc = cue.doc
    ahead = [i for i in range(room[0], min(cue.i, room[1])) if doc[i].pos_ in NAMING]
    if ahead:
        return (
            without_pauses(room[0], cue.left_edge.i if cue.left_edge.i > ahead[-1] else ahead[-1] + 1, cue),
        )
    near = doc[cue.i + 1 : cue.i + 1 + BEHIND]
    start = next((word.i + 2 for word in near if is_time_set_off(word)), cue.i + 1)
    reach = range(start, min(start + BEHIND, room[1]))
    behind = next((doc[i] for i in reach if doc[i].pos_ in NAMING), None)
    if behind is None:
        return ()
    head = behind
    while head.head.i != head.i and cue.i < head.head.i < room[1] and head.head.pos_ in NAMING:
        head = head.head
    first, last = phrase(head)
    return (without_pauses(max(first, cue.i + 1), min(last, room[1]), cue),)


def is_time_set_off(word: Token) -> bool:
    """Whether *word* is a day, or a part of one, before a comma ("a dit dimanche|, le maire")."""
    words = function_words_for(word)
    is_time = word.lower_ in words.moment | words.stretch | words.period
    return is_time and word.i + 1 < len(word.doc) and word.nbor().text == ","


def addressee_of(cue: Token, content: tuple[Words, ...]) -> tuple[Words, ...]:
    """Whom it was said to: the verb's object beside what it reports, or a passive's subject."""
    labels = labels_for(cue)
    receivers = labels.receivers
    if is_passive(cue):
        told = lemma(cue) in language_of(cue.lang_).addressing_verbs
        receivers = labels.passive_subjects if told else frozenset()
    for word in dependents(cue):
        if word.dep_ in receivers and not any(first <= word.i < last for first, last in content):
            return (phrase(word),)
        if word.dep_ in labels.datives and word.lower_ in function_words_for(cue).addressing:
            return tuple(
                phrase(noun) for noun in dependents(word) if noun.dep_ in labels.prepositional_objects
            )
    return ()
