"""Epithets: nouns of calling or standing by which a text takes up somebody whom it named ("the tenor")."""

from __future__ import annotations

from collections.abc import Sequence

from quotekit.language import Language
from quotekit.speakers.cast.entities import Entity
from quotekit.speakers.ground.discourse import Discourse
from quotekit.speakers.ground.mention import Mention
from quotekit.speakers.ground.nominal_labels import is_epithet
from quotekit.speakers.mentions.agreement import agrees_with, closeness
from quotekit.speakers.mentions.descriptions import is_narrowed, modifiers
from quotekit.speakers.mentions.focus import Focus, Sighting, only_one
from quotekit.speakers.mentions.nominal_mentions import as_person
from quotekit.speakers.mentions.pronouns import Situation, antecedent_score

__all__ = [
    "as_epithet",
    "can_be_meant",
    "evident_person",
    "is_past",
    "is_retired",
    "is_something_else",
    "nearer_person",
]

MARGIN = 0.5
"""By how much one antecedent of an epithet has to be likelier than the next; chosen by hand."""


def as_epithet(text: Discourse, mention: Mention, language: Language) -> Mention:
    """A description as one of a person, when its noun is an epithet that the table of roles does not have.

    Of whatever only a person can have been no table needs to know ("the retired longshoreman").
    """
    is_person = is_epithet(mention.noun, language) or is_retired(text, mention, language)
    is_person = is_person or is_demonym(text, mention, language)
    return as_person(mention) if is_person else mention


def is_demonym(text: Discourse, mention: Mention, language: Language) -> bool:
    """Whether a description is of two words for where somebody is from ("the South African")."""
    words = text.words[max(0, mention.head - 1) : mention.head + 1]
    return len(words) > 1 and " ".join(words) in language.affiliations


def is_retired(text: Discourse, mention: Mention, language: Language) -> bool:
    """Whether a description says that somebody has given up a calling."""
    before = range(mention.first, mention.head)
    return any(text.lower[index] in language.function_words.retired for index in before)


def evident_person(
    text: Discourse, focus: Focus, mention: Mention, situation: Situation, language: Language
) -> Entity | None:
    """The person in focus whom an epithet, an age, or a bare "the girl" that introduces nobody must mean.

    "The young man" is only whoever its paragraph is about.

    An epithet is whoever last acted in its paragraph, or is alone in it, or spoke last; else it is whoever is
    clearly the likeliest. Those of whom the text says nothing come before those whom it says to be something
    else. An office of a place is only whoever alone was told of so far.
    """
    if not is_definite_phrase(text, mention, language):
        return None
    able = [one for one in focus.backwards() if can_be_meant(one.entity, mention, situation)]
    if mention.noun in language.plain_persons and mention.gender != "-":
        if modifiers(text, mention):
            return last_actor_of(text, mention, able, situation)
        return last_of_no_name(focus, mention, language) or likeliest(text, focus, mention, able, situation)
    if not takes_up_somebody(text, mention, language):
        return None
    able = compatriots(able, mention) or able
    strangers = [one for one in able if not is_something_else(text, one.entity, mention, language)]
    if is_placed_office(mention, language) and not is_past(text, mention, language):
        return only_one(able) if strangers else None
    strangers = strangers or able
    told = told_of_here(text, mention, strangers, situation)
    return told or likeliest(text, focus, mention, strangers, situation)


def nearer_person(
    text: Discourse, focus: Focus, mention: Mention, situation: Situation, language: Language
) -> Entity | None:
    """Whoever an epithet means of those told of where it stands, who are not said to be something else."""
    if not is_definite_phrase(text, mention, language) or not is_epithet(mention.noun, language):
        return None
    able = [one for one in focus.backwards() if can_be_meant(one.entity, mention, situation)]
    strangers = [one for one in able if not is_something_else(text, one.entity, mention, language)]
    return told_of_here(text, mention, strangers, situation)


def told_of_here(
    text: Discourse, mention: Mention, able: Sequence[Sighting], situation: Situation
) -> Entity | None:
    """Whoever of those who can be meant acted last, is alone in the paragraph, or spoke last."""
    return (
        last_actor_of(text, mention, able, situation)
        or only_one_of(text, mention, able, situation)
        or last_speaker_of(able, situation)
    )


def can_be_meant(entity: Entity, mention: Mention, situation: Situation) -> bool:
    """Whether a description can be of somebody who has a name and is not spoken to."""
    known = is_known_person(entity) and entity.number not in situation.hearers
    return known and agrees_with(entity, mention)


def compatriots(able: Sequence[Sighting], mention: Mention) -> list[Sighting]:
    """Those who are said to belong where a description says ("the Dane", "the Green candidate")."""
    return [one for one in able if closeness(one.entity, mention)]


def is_definite_phrase(text: Discourse, mention: Mention, language: Language) -> bool:
    """Whether a description is of one known person by no more than its noun.

    With a capital that the language does not give it an epithet is a name ("The Star").
    """
    noun = text.words[mention.head]
    is_name = noun[:1].isupper() and noun not in language.epithet_nouns
    is_name = is_name and not is_demonym(text, mention, language)
    is_one = mention.determiner == "definite" and mention.number == "s"
    narrowed = is_narrowed(text, mention) and not counts_children(text, mention, language)
    narrowed = narrowed and not is_past(text, mention, language)
    return is_one and not is_name and not narrowed


def last_actor_of(
    text: Discourse, mention: Mention, able: Sequence[Sighting], situation: Situation
) -> Entity | None:
    """Whoever alone a sentence of the same paragraph was last about, where nobody has spoken in it yet.

    By where somebody belongs, that can be the subject of a clause in it too.
    """
    if situation.same_paragraph:
        return None
    here = [one for one in able if text.is_one_paragraph(one.index, mention.head) and not one.quoted]
    acting = [one for one in here if one.role == "subject"] if mention.affiliations else []
    leading = [one for one in here if one.leads] or acting
    sentence = text.sentences[leading[0].index] if leading else -1
    together = {one.entity.number for one in leading if text.sentences[one.index] == sentence}
    return leading[0].entity if len(together) == 1 else None


def only_one_of(
    text: Discourse, mention: Mention, able: Sequence[Sighting], situation: Situation
) -> Entity | None:
    """Whoever alone the same paragraph told of, as no mere owner, where nobody has spoken in it yet."""
    if situation.same_paragraph:
        return None
    here = (one for one in able if text.is_one_paragraph(one.index, mention.head) and not one.quoted)
    told = {one.entity.number: one.entity for one in here if one.role != "possessive"}
    return next(iter(told.values())) if len(told) == 1 else None


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
    """Whether a description takes up somebody by a calling, an age, children or what they were."""
    was = is_past(text, mention, language)
    was = was or is_retired(text, mention, language) or is_demonym(text, mention, language)
    was = was or is_placed_office(mention, language)
    told = mention.noun.isdigit() or is_epithet(mention.noun, language)
    return was or told or counts_children(text, mention, language)


def is_past(text: Discourse, mention: Mention, language: Language) -> bool:
    """Whether a description is of what somebody was ("the former governor")."""
    told = modifiers(text, mention)
    return mention.label == "PERSON" and not told.isdisjoint(language.function_words.past)


def is_placed_office(mention: Mention, language: Language) -> bool:
    """Whether a description is by an office of some place, and by no epithet ("the New Jersey governor")."""
    title = language.title_of(mention.noun)
    is_placed = any(one.kind != "party" for one in mention.affiliations)
    is_office = title is not None and title.kind == "office"
    return is_placed and is_office and not is_epithet(mention.noun, language)


def counts_children(text: Discourse, mention: Mention, language: Language) -> bool:
    """Whether a description is of the parent of so many children ("the mother of five")."""
    link, number = mention.head + 1, mention.head + 2
    is_parent = mention.noun in language.relatives
    return (
        is_parent and text.lower_at(link) in language.function_words.belonging and text.tag_at(number) == "CD"
    )


def is_something_else(text: Discourse, entity: Entity, mention: Mention, language: Language) -> bool:
    """Whether the text says what calling *entity* has, and none that *mention* is said of.

    Of whatever calling somebody is, they can be a Dane, a dad, a candidate or a retired miner too.
    """
    is_placed = bool(mention.affiliations) and not is_placed_office(mention, language)
    if is_placed or mention.noun in language.function_words.standing:
        return False
    if is_kin(mention.noun, language) or is_retired(text, mention, language):
        return False
    callings = {noun for noun in entity.nouns if noun in language.roles} - language.plain_persons
    callings -= language.relatives.keys() | language.broader_nouns.keys()
    known = is_epithet(mention.noun, language) or is_placed_office(mention, language)
    return bool(callings) and mention.noun not in callings and known


def is_kin(noun: str, language: Language) -> bool:
    """Whether a noun is a relative's, or a kind of parent's ("dad")."""
    parents = language.function_words.parent
    kinds = (language.broader_nouns.get(parent, frozenset()) for parent in parents)
    return noun in language.relatives or noun in parents or any(noun in some for some in kinds)


def is_known_person(entity: Entity) -> bool:
    """Whether somebody who has a name is surely a person: known to be he or she, or named in full."""
    known = entity.gender in {"m", "f"} or (entity.name is not None and entity.name.is_full)
    return bool(entity.names) and entity.is_person and known
