"""Whom a description stands for, by what the text says that somebody is."""

from __future__ import annotations

from typing import Final

from quotekit.language import Language
from quotekit.speakers.cast.entities import Cast, Entity
from quotekit.speakers.ground.discourse import Discourse
from quotekit.speakers.ground.mention import Mention
from quotekit.speakers.ground.nominal_labels import is_epithet
from quotekit.speakers.ground.scheme import ADJECTIVES, BODIES, COMMON_NOUNS, GROUPS, NOUNS
from quotekit.speakers.mentions.agreement import (
    agrees_with,
    belongs_where_told,
    closeness,
    count_of_shared,
    degree_of_match,
    is_for_other_field,
    is_said_to_be,
    kinds_told,
    takes_up_bodies,
    those_in_office,
)
from quotekit.speakers.mentions.callings import is_only_graduate
from quotekit.speakers.mentions.focus import Focus
from quotekit.speakers.mentions.nominal_mentions import read_nominal
from quotekit.speakers.mentions.offices import offices_at

__all__ = [
    "NEAR_PARAGRAPHS",
    "can_be_kind",
    "is_narrowed",
    "is_origin",
    "known_entity",
    "modifiers",
    "relative_of",
    "resolve_description",
]

NEAR_PARAGRAPHS: Final = 1
"""Paragraphs before a description in which the body that it takes up is named; chosen by hand."""

NARROWING = NOUNS | ADJECTIVES | {"CD"}
"""Tags of words that narrow what they stand beside."""


def resolve_description(
    text: Discourse, cast: Cast, focus: Focus, mention: Mention, language: Language
) -> Entity:
    """The entity that a description stands for: one in focus that is known to be so, or a new one."""
    entity = known_entity(text, cast, focus, mention, language)
    if entity is None:
        entity = cast.add(mention.label, mention.gender, plural=mention.number == "p")
    if not entity.names:
        cast.describe(entity, mention, modifiers(text, mention))
    return entity


def relative_of(cast: Cast, possessor: Entity, noun: str, language: Language) -> Entity | None:
    """Whoever bears the surname of *possessor* and the title of such a relative ("his wife": "Mrs. Lund").

    Without a title it is the only other bearer in the text who can be one ("his widow": "Ada Lund").
    """
    name = possessor.name
    titles = language.relatives.get(noun)
    if name is None or titles is None:
        return None
    bearers = [
        entity for entity in cast.by_surname(name.last) if entity is not possessor and entity.is_person
    ]
    titled = (entity for entity in bearers if titles_of(entity) & set(titles))
    gender = language.roles.get(noun, "-")
    able = [one for one in bearers if one.gender == gender and one.name is not None and one.name.is_full]
    return next(titled, able[0] if len(able) == len(bearers) == 1 else None)


def titles_of(entity: Entity) -> set[str]:
    """The titles that somebody's names have."""
    names = (mention.name for mention in entity.names)
    return {title for name in names if name is not None for title in name.titles}


def known_entity(
    text: Discourse, cast: Cast, focus: Focus, mention: Mention, language: Language
) -> Entity | None:
    """The entity that a description takes up again, or None when it introduces one."""
    if mention.determiner == "indefinite":
        return None
    if mention.determiner == "" and mention.number != "s":
        return same_words_in_focus(text, focus, mention)
    found = (
        holder_of(text, cast, mention, language)
        or holder_at_body(text, cast, focus, mention, language)
        or described_in_focus(text, focus, mention, language)
    )
    if found is None and mention.determiner == "definite":
        found = same_kind_in_focus(text, focus, mention, language)
    return (
        found
        or partly_named(text, cast, mention)
        or retold(text, cast, mention)
        or foretold(text, cast, mention)
    )


def holder_of(text: Discourse, cast: Cast, mention: Mention, language: Language) -> Entity | None:
    """The only person with a name who is said to be so of the same ("the captain of the team")."""
    if mention.label != "PERSON" or mention.determiner != "definite" or not is_narrowed(text, mention):
        return None
    offices = {*offices_at(text, mention.head, language)}
    known = [one for one in cast.by_noun(mention.noun) if offices & one.offices and agrees_with(one, mention)]
    return known[0] if len(known) == 1 else None


def holder_at_body(
    text: Discourse, cast: Cast, focus: Focus, mention: Mention, language: Language
) -> Entity | None:
    """The only person who is said to be so of a body that is taken up ("the registrar of the university")."""
    if mention.label != "PERSON" or mention.determiner != "definite" or not is_narrowed(text, mention):
        return None
    told = body_told_of(text, mention, language)
    body = known_entity(text, cast, focus, told, language) if told is not None else None
    if body is None or not body.names:
        return None
    words = {word for name in body.names for word in text.lower[name.first : name.last]}
    able = (one for one in cast.by_noun(mention.noun) if agrees_with(one, mention))
    known = [one for one in able if any(o[0] == mention.noun and o[1] in words for o in one.offices)]
    return known[0] if len(known) == 1 else None


def body_told_of(text: Discourse, mention: Mention, language: Language) -> Mention | None:
    """The description of a body behind the last "of" of another description."""
    links = language.function_words.belonging
    places = [at for at in range(mention.head + 1, mention.last) if text.lower[text.heads[at]] in links]
    noun = next((at for at in reversed(places) if text.deps[at] == "pobj"), None)
    found = read_nominal(text, noun, language) if noun is not None else None
    return found if found is not None and found.label in BODIES and found.determiner == "definite" else None


def partly_named(text: Discourse, cast: Cast, mention: Mention) -> Entity | None:
    """The only body whose name holds a description ("the board of works": "Lund Board of Works")."""
    if mention.determiner != "definite" or mention.label not in BODIES or not is_narrowed(text, mention):
        return None
    words = " ".join(text.lower[mention.head : mention.last])
    named = {
        entity.number: entity
        for entity in cast.by_noun(mention.noun)
        for name in entity.names
        if words in " ".join(text.lower[name.first : name.last])
    }
    return next(iter(named.values())) if len(named) == 1 else None


def retold(text: Discourse, cast: Cast, mention: Mention) -> Entity | None:
    """Whoever has no name and was last described by the same narrower words, however long ago."""
    own = modifiers(text, mention)
    if mention.determiner != "definite" or mention.label != "PERSON" or not own:
        return None
    entity = cast.told.get((mention.noun, own))
    return entity if entity is not None and agrees_with(entity, mention) else None


def foretold(text: Discourse, cast: Cast, mention: Mention) -> Entity | None:
    """The only person with a name who is said to be so anywhere in the document.

    With a capital that is a name, but for an office in a title ("Minister: no ban").
    """
    if mention.label != "PERSON" or mention.number == "p" or is_narrowed(text, mention):
        return None
    is_office = not mention.determiner and text.is_in_title(mention.head)
    if text.words[mention.head][:1].isupper() and not is_office:
        return None
    known = [one for one in cast.by_noun(mention.noun) if one.is_person]
    return known[0] if len(known) == 1 and agrees_with(known[0], mention) else None


def described_in_focus(text: Discourse, focus: Focus, mention: Mention, language: Language) -> Entity | None:
    """The entity that was last mentioned of those that are known to be what *mention* says.

    Those beside whom the name in the description is told come first ("the Harwick mayor"), and whoever the
    text says to be so before a body of which it takes that for granted ("the agency" is no Reuters then).
    """
    seen, own = [sighting.entity for sighting in focus.backwards()], modifiers(text, mention)
    able = [one for one in seen if is_so_described(text, one, mention, language)]
    if sum(bool(one.names) for one in able) > 1:
        able = [*those_in_office(able, mention, own, language)]
    likest = max(able, key=lambda one: degree_of_match(one, mention, own), default=None)
    others = [one for one in seen if one.names and agrees_with(one, mention)]
    told = likest is None or closeness(likest, mention) > 0 or not is_epithet(mention.noun, language)
    return likest if told or not any(closeness(one, mention) for one in others) else None


def is_so_described(text: Discourse, entity: Entity, mention: Mention, language: Language) -> bool:
    """Whether *entity* is known to be what *mention* says, and nothing in it is against that.

    What the text takes for granted is not enough where words narrow it, which can tell another such body
    ("the search giant").
    """
    own, is_named = modifiers(text, mention), is_like_name(text, mention)
    broadly = not own or belongs_where_told(entity, mention) or count_of_shared(entity, mention) > 0
    broadly = broadly and not (is_named and is_only_graduate(entity, mention.noun, language))
    known = is_said_to_be(entity, mention.noun, language, broadly=broadly)
    known = known and not is_other_body(text, entity, mention, language)
    if not known or not agrees_with(entity, mention) or is_other_name(text, entity, mention):
        return False
    if own and mention.noun in entity.assumed and takes_up_bodies(mention.noun, language):
        return False
    if entity.names and own and is_origin(mention, language) and not belongs_where_told(entity, mention):
        return False
    if mention.label in BODIES and not entity.names and is_owned_by_pronoun(text, entity.nominals[0]):
        return False
    if entity.names and mention.determiner == "possessive" and mention.label in BODIES:
        return False
    return not own or own <= entity.modifiers or (bool(entity.names) and not is_narrowed(text, mention))


def is_other_body(text: Discourse, entity: Entity, mention: Mention, language: Language) -> bool:
    """Whether a description is of a body for something else than *entity* ("the finance ministry")."""
    before = range(mention.first, mention.head)
    fields = {text.lower[at] for at in before if text.tags[at] in COMMON_NOUNS}
    return mention.label in BODIES and is_for_other_field(entity, fields, language)


def is_like_name(text: Discourse, mention: Mention) -> bool:
    """Whether somebody is called by a noun as by a name ("the Professor"), and not each doctor at hand."""
    return mention.label == "PERSON" and text.words[mention.head][:1].isupper()


def is_other_name(text: Discourse, entity: Entity, mention: Mention) -> bool:
    """Whether a description is written like a name, and a body has another one ("the Tarn Courier")."""
    own = modifiers(text, mention)
    if entity.label == "PERSON" or not (entity.names and own and text.words[mention.head][:1].isupper()):
        return False
    return not any(own <= {*text.lower[name.first : name.last]} for name in entity.names)


def is_origin(mention: Mention, language: Language) -> bool:
    """Whether a noun says no more of somebody than where they belong ("the Wisconsin Republican")."""
    return mention.noun.capitalize() in language.affiliations


def is_owned_by_pronoun(text: Discourse, mention: Mention) -> bool:
    """Whether a pronoun says whose something is ("their company"), and no name ("Peru's ministry")."""
    return mention.determiner == "possessive" and text.tags[mention.first] == "PRP$"


def is_narrowed(text: Discourse, mention: Mention) -> bool:
    """Whether a phrase behind the noun narrows a description ("the gentleman in the white waistcoat")."""
    tokens = range(mention.head + 1, mention.last)
    behind = [text.tags[index] for index in tokens if text.words[index - 1] != "-"]
    own = behind[: behind.index("CC")] if "CC" in behind else behind
    return not {"IN", "TO"}.isdisjoint(own)


def same_words_in_focus(text: Discourse, focus: Focus, mention: Mention) -> Entity | None:
    """The group without a name that was last mentioned in the same words ("officials", "police")."""
    own = modifiers(text, mention)
    for sighting in focus.backwards():
        entity = sighting.entity
        if not entity.names and mention.noun in entity.nouns and own == entity.modifiers:
            return entity
    return None


def modifiers(text: Discourse, mention: Mention) -> frozenset[str]:
    """The words with which a description narrows its noun, in lower case."""
    return frozenset(
        text.lower[index]
        for index in range(mention.first, mention.last)
        if index != mention.head and text.tags[index] in NARROWING
    )


def same_kind_in_focus(text: Discourse, focus: Focus, mention: Mention, language: Language) -> Entity | None:
    """The body or place last mentioned that a general word can mean ("the newspaper", "the country").

    A word for firms means only one that a sentence near by is about, or the only body near by.
    """
    is_general = mention.label == "GPE" or mention.noun in language.broader_nouns
    if mention.label not in BODIES or modifiers(text, mention) or not is_general:
        return None
    if text.lower_at(text.next_word(mention.head)) in language.function_words.relative:
        return None
    labels = {"GPE"} if mention.label == "GPE" else GROUPS | {""}
    named = [one for one in focus.backwards() if one.entity.names and one.entity.label in labels]
    fitting = [one for one in named if can_be_kind(one.entity, mention.noun, language)]
    if mention.noun in language.firm_nouns:
        first = text.paragraphs[mention.head] - NEAR_PARAGRAPHS
        near = [one for one in fitting if text.paragraphs[one.index] >= first]
        fitting = near if len(near) == 1 else [one for one in near if one.leads]
    return fitting[0].entity if fitting else None


def can_be_kind(entity: Entity, noun: str, language: Language) -> bool:
    """Whether a body can be a *noun*, as far as the text says what else it is."""
    said = kinds_told(entity, noun, language)
    kinds = {noun, *language.broader_nouns.get(noun, ())}
    return entity.gender != "m" and (not said or not said.isdisjoint(kinds))
