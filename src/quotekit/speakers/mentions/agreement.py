"""Whether a description can be of somebody, and how much of what it tells is said of them."""

from __future__ import annotations

from collections.abc import Collection, Sequence, Set

from quotekit.language import Language
from quotekit.speakers.beside_names.affiliations import are_apart
from quotekit.speakers.cast.entities import Entity
from quotekit.speakers.ground.mention import Mention

__all__ = [
    "agrees_with",
    "belongs_where_told",
    "closeness",
    "count_of_shared",
    "degree_of_match",
    "is_for_other_field",
    "is_platform",
    "is_resuming",
    "is_said_to_be",
    "kinds_told",
    "takes_up_bodies",
    "those_in_office",
]

SHORTEST_PART = 3
"""Letters from which on the first ones of a word can stand for it ("the Fed chair"); chosen by hand."""


SAME_STEM = 4
"""First letters by which two words for what a body is for are one ("labour", "labor"); chosen by hand."""


def agrees_with(entity: Entity, mention: Mention) -> bool:
    """Whether number, gender and affiliations let a description stand for *entity*."""
    if are_apart(entity.affiliations, mention.affiliations) or is_of_other_age(entity, mention):
        return False
    if mention.determiner == "possessive" and is_of_others(entity, mention):
        return False
    if mention.number == "p" and not entity.plural and (entity.label == "PERSON" or is_several(mention)):
        return False
    if mention.number == "s" and entity.plural:
        return False
    return (
        "-" in (mention.gender, entity.gender) or mention.gender == entity.gender or mention.label != "PERSON"
    )


def is_of_other_age(entity: Entity, mention: Mention) -> bool:
    """Whether a description is by an age ("the 19-year-old"), and somebody has another one."""
    ages = {noun for noun in entity.nouns if noun.isdigit()}
    return mention.noun.isdigit() and bool(ages) and mention.noun not in ages


def is_several(mention: Mention) -> bool:
    """Whether a description is of several bodies ("the newspapers"), not of one group ("the police")."""
    return mention.label != "GROUP"


def belongs_where_told(entity: Entity, mention: Mention) -> bool:
    """Whether *entity* is said to belong where a description says ("the Russian leader")."""
    return bool(mention.affiliations) and mention.affiliations <= entity.affiliations


def closeness(entity: Entity, mention: Mention) -> int:
    """How much of what a description says of where somebody belongs is told of *entity*."""
    return count_of_shared(entity, mention) + belongs_where_told(entity, mention)


def count_of_shared(entity: Entity, mention: Mention) -> int:
    """How many words of the name in a description are told beside somebody, in full or in part."""
    return sum(is_among(word, entity.told_names | entity.told_parties) for word in mention.names)


def is_among(word: str, told: Collection[str]) -> bool:
    """Whether a word is one of *told*, or one of them begins with the other ("Fed", "Federal")."""
    return any(
        min(len(word), len(other)) >= SHORTEST_PART and (word.startswith(other) or other.startswith(word))
        for other in told
    ) or (word in told)


def is_of_others(entity: Entity, mention: Mention) -> bool:
    """Whether somebody holds the office that a description tells of, and that of another place or body.

    One that begins with the same letter can be the same, said otherwise ("Philly", "Kiev", "the BoE").
    """
    held = bool(mention.own_names) and mention.noun in entity.nouns and bool(entity.told_names)
    initials = {word[0] for word in entity.told_names}
    return held and initials.isdisjoint(word[0] for word in mention.own_names)


def is_in_name(entity: Entity, own: Set[str]) -> bool:
    """Whether a name of somebody has a word for what a description says ("the appeals court")."""
    parts = {part[:SAME_STEM] for one in entity.names if one.name is not None for part in one.name.parts}
    return not parts.isdisjoint(word[:SAME_STEM] for word in own)


def is_for_other_field(entity: Entity, fields: Set[str], language: Language) -> bool:
    """Whether the names of a body say what it is for, and *fields* are others ("the finance ministry").

    A court is for appeals or trials ("the appeals court" is not the Supreme Court).
    """
    known = language.function_words.portfolio | language.function_words.instance
    named = {part for one in entity.names if one.name is not None for part in one.name.parts} & known
    told = {word[:SAME_STEM] for word in fields & known}
    return bool(named) and bool(told) and told.isdisjoint(word[:SAME_STEM] for word in named)


def those_in_office(
    able: Sequence[Entity], mention: Mention, own: Set[str], language: Language
) -> Sequence[Entity]:
    """Of several holders of an office, those not of another place, and still in it where others are not.

    The only one is meant by other names too ("the Kop coach"), and when the office is no longer theirs.
    """
    here = [one for one in able if not is_of_others(one, mention)]
    past = language.function_words.past
    present = [one for one in here if past.isdisjoint(one.narrowing) or not past.isdisjoint(own)]
    return present if any(one.names for one in present) else here


def degree_of_match(entity: Entity, mention: Mention, own: Set[str]) -> tuple[int, bool]:
    """How much of a description, and of its *own* words, is told of somebody, and whether its noun is.

    Of a person it has to be that noun, and none of its kind ("the chief" is a police chief, not a leader).
    """
    shared = closeness(entity, mention) + len(own & entity.narrowing)
    shared += not entity.is_person and is_in_name(entity, own)
    is_said = not entity.is_person or mention.noun in entity.nouns | entity.narrowing
    return shared, is_said and mention.noun not in entity.assumed


def is_said_to_be(entity: Entity, noun: str, language: Language, *, broadly: bool) -> bool:
    """Whether the document says *entity* to be a *noun*, or *broadly* a kind of it if it has a name."""
    if noun in entity.nouns:
        return True
    return (
        broadly
        and bool(entity.names)
        and not language.broader_nouns.get(noun, frozenset()).isdisjoint(entity.nouns)
    )


def kinds_told(entity: Entity, noun: str, language: Language) -> Set[str]:
    """The nouns for bodies that tell whether a body can be a *noun*.

    Nothing has to where that, or a kind of it, is what the body is taken for granted to be ("the newspaper"
    of The Wall Street Journal); where every body is one, that tells nothing.
    """
    kinds = {noun, *language.broader_nouns.get(noun, ())}
    if not kinds.isdisjoint(entity.assumed):
        return frozenset()
    said = entity.nouns & language.organisations.keys()
    return said - entity.assumed if noun in language.function_words.any_body else said


def is_resuming(noun: str, language: Language) -> bool:
    """Whether a text takes up a body by a noun, whatever the name of that tells of it ("the charity")."""
    return noun in language.function_words.resuming or noun in language.broader_nouns


def takes_up_bodies(noun: str, language: Language) -> bool:
    """Whether a noun takes up firms or other bodies."""
    return noun in language.firm_nouns or is_resuming(noun, language)


def is_platform(entity: Entity, language: Language) -> bool:
    """Whether a body is known as one that others say and show things on."""
    return not language.function_words.platform.isdisjoint(entity.assumed)
