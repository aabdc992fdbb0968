"""Epithets: nouns of calling or standing by which a text takes up somebody whom it named ("the tenor")."""

from __future__ import annotations

from collections.abc import Sequence

from quotekit.language import Language
from quotekit.speakers.cast.entities import Entity
from quotekit.speakers.discourse import Discourse
from quotekit.speakers.mention import Mention
from quotekit.speakers.mentions.descriptions import agrees_with, is_narrowed, modifiers
from quotekit.speakers.mentions.focus import Focus, Sighting
from quotekit.speakers.mentions.nominal_mentions import as_person
from quotekit.speakers.mentions.pronouns import Situation, antecedent_score

__all__ = ["as_epithet", "evident_person"]

MARGIN = 0.5
"""By how much one antecedent of an epithet has to be likelier than the next; chosen by hand."""


def as_epithet(mention: Mention, language: Language) -> Mention:
    """A description as one of a person, when its noun is an epithet that the table of roles does not have."""
    return as_person(mention) if is_epithet(mention.noun, language) else mention


def evident_person(
    text: Discourse, focus: Focus, mention: Mention, situation: Situation, language: Language
) -> Entity | None:
    """The person in focus whom an epithet, an age, or a bare "the girl" that introduces nobody must mean.

    An epithet is whoever spoke last; else it is whoever is clearly the likeliest. Those of whom the text
    says nothing come before those whom it says to be something else.
    """
    plain = mention.noun in language.plain_persons and mention.gender != "-" and not modifiers(text, mention)
    takes_up = plain or takes_up_somebody(text, mention, language)
    if not takes_up or not is_definite_phrase(text, mention, language):
        return None
    able = [
        one for one in focus.backwards() if is_known_person(one.entity) and agrees_with(one.entity, mention)
    ]
    strangers = [one for one in able if not is_something_else(one.entity, mention, language)] or able
    told = last_of_no_name(focus, mention, language) if plain else last_speaker_of(strangers, situation)
    return told or likeliest(text, focus, mention, strangers, situation)


def is_definite_phrase(text: Discourse, mention: Mention, language: Language) -> bool:
    """Whether a description is of one known person by no more than its noun.

    With a capital that the language does not give it an epithet is a name ("The Star").
    """
    noun = text.words[mention.head]
    is_name = noun[:1].isupper() and noun not in language.epithet_nouns
    is_one = mention.determiner == "definite" and mention.number == "s"
    return is_one and not is_name and not is_narrowed(text, mention)


def last_speaker_of(able: Sequence[Sighting], situation: Situation) -> Entity | None:
    """Whoever spoke last, if they are among those who can be meant."""
    return situation.speaker if any(one.entity is situation.speaker for one in able) else None


def likeliest(
    text: Discourse, focus: Focus, mention: Mention, able: Sequence[Sighting], situation: Situation
) -> Entity | None:
    """The likeliest antecedent of a description, if it is clearly that."""
    ranked = [(antecedent_score(text, focus, mention, one, situation), one.entity) for one in able]
    ranked.sort(key=lambda item: -item[0])
    if not ranked or (len(ranked) > 1 and ranked[0][0] - ranked[1][0] < MARGIN):
        return None
    return ranked[0][1]


def last_of_no_name(focus: Focus, mention: Mention, language: Language) -> Entity | None:
    """Whoever of those who can be meant was mentioned last, if only as a child or such ("a child")."""
    able = (
        one.entity for one in focus.backwards() if one.entity.is_person and agrees_with(one.entity, mention)
    )
    last = next(able, None)
    return last if last is not None and not last.names and last.nouns & language.plain_persons else None


def takes_up_somebody(text: Discourse, mention: Mention, language: Language) -> bool:
    """Whether a description takes up somebody by a calling, an age or what they were ("the former monk")."""
    was = mention.label == "PERSON" and not modifiers(text, mention).isdisjoint(language.function_words.past)
    return was or mention.noun.isdigit() or is_epithet(mention.noun, language)


def is_epithet(noun: str, language: Language) -> bool:
    """Whether a noun, lower case, is an epithet, as those of countries are that have a capital."""
    return noun in language.epithet_nouns or noun.capitalize() in language.epithet_nouns


def is_something_else(entity: Entity, mention: Mention, language: Language) -> bool:
    """Whether the text says what calling *entity* has, and none that *mention* is said of."""
    callings = {noun for noun in entity.nouns if noun in language.roles} - language.plain_persons
    callings -= language.relatives.keys()
    return bool(callings) and mention.noun not in callings and is_epithet(mention.noun, language)


def is_known_person(entity: Entity) -> bool:
    """Whether somebody who has a name is surely a person: known to be he or she, or named in full."""
    known = entity.gender in {"m", "f"} or (entity.name is not None and entity.name.is_full)
    return bool(entity.names) and entity.is_person and known
