"""Bodies that a text takes up by what they are or make: "the carmaker", "the Swiss firm", "the aid group"."""

from __future__ import annotations

from typing import Final

from quotekit.language import Language
from quotekit.speakers.cast.entities import Entity
from quotekit.speakers.ground.discourse import Discourse
from quotekit.speakers.ground.mention import Mention
from quotekit.speakers.ground.scheme import GROUPS, PLURALS
from quotekit.speakers.mentions.agreement import is_resuming, kinds_told
from quotekit.speakers.mentions.descriptions import (
    NEAR_PARAGRAPHS,
    can_be_kind,
    is_narrowed,
    modifiers,
)
from quotekit.speakers.mentions.focus import Focus, Sighting, only_one
from quotekit.speakers.mentions.pronouns import Situation

__all__ = ["evident_body"]

FIRM_LABELS: Final = frozenset({"ORG", "PRODUCT"})
"""Labels of what can be a firm; a recogniser takes some for what they make."""

BODY_LABELS: Final = GROUPS | {"DOCUMENT"}
"""Labels of what can be another body; the name of one can read like a document's ("The Post")."""

COMPARING: Final = frozenset({"JJR", "JJS"})
"""Tags of words that tell a body from others."""


def evident_body(
    text: Discourse, focus: Focus, mention: Mention, situation: Situation, language: Language
) -> Entity | None:
    """The body with a name that a description must mean that says nothing but what bodies are.

    That is the one of whose name the description has words, whoever spoke last, the one that a sentence
    near by is about, or the only one near by; a firm can be the only one in the text so far, too. A bare word
    for bodies in general means the body that spoke last.
    """
    if not takes_up_body(text, mention, language):
        return last_body_of(text, mention, situation, language)
    able = [one for one in focus.backwards() if can_be_body(text, one, mention, situation, language)]
    named = only_one([one for one in able if is_named_after(text, one.entity, mention)])
    if named is not None:
        return named
    if any(one.entity is situation.speaker for one in able):
        return situation.speaker
    here = text.paragraphs[mention.head]
    near = [one for one in able if here - text.paragraphs[one.index] <= NEAR_PARAGRAPHS]
    leading = next((one.entity for one in near if one.leads), None)
    rest = able if mention.noun in language.firm_nouns else []
    return leading or only_one(near or rest)


def last_body_of(
    text: Discourse, mention: Mention, situation: Situation, language: Language
) -> Entity | None:
    """The body with a name that spoke last, where a word for bodies in general can mean it ("the group")."""
    speaker = situation.speaker
    is_bare = mention.determiner == "definite" and not modifiers(text, mention)
    is_bare = is_bare and not is_narrowed(text, mention) and text.tags[mention.head] not in PLURALS
    if speaker is None or not is_bare or not is_resuming(mention.noun, language):
        return None
    is_body = mention.label in GROUPS and speaker.label in GROUPS and bool(speaker.names)
    return speaker if is_body and can_be_taken_up(text, speaker, mention, language) else None


def can_be_taken_up(text: Discourse, entity: Entity, mention: Mention, language: Language) -> bool:
    """Whether a body can be what a description says: its name tells so, or nothing, or what all bodies are.

    One whose name tells anything is not described more narrowly by another noun ("the harbour agency").
    """
    said = kinds_told(entity, mention.noun, language)
    if mention.head > text.next_word(mention.first):
        return said <= {mention.noun}
    words = language.function_words
    is_vague = mention.noun in words.resuming and said <= words.vague_body
    is_vague = is_vague and not (said and mention.noun in words.evident_body)
    is_vague = is_vague and not is_named_by_noun(text, entity)
    return is_vague or can_be_kind(entity, mention.noun, language)


def is_named_by_noun(text: Discourse, entity: Entity) -> bool:
    """Whether the names of a body are no more than what it is ("Congress", "the Council")."""
    return all(text.lower[name.head] in entity.nouns and name.last - name.first == 1 for name in entity.names)


def is_named_after(text: Discourse, entity: Entity, mention: Mention) -> bool:
    """Whether what narrows a description is in a body's name ("the energy company": "Lund Energy")."""
    own = modifiers(text, mention)
    return bool(own) and any(own <= {*text.lower[name.first : name.last]} for name in entity.names)


def takes_up_body(text: Discourse, mention: Mention, language: Language) -> bool:
    """Whether a description is of one known body, told from no other; "the group" alone is of anybody."""
    is_one = mention.determiner == "definite" and text.tags[mention.head] not in PLURALS
    inside = range(mention.first, mention.head)
    apart = any(text.tags[index] in COMPARING for index in inside)
    apart = apart or (mention.label == "GROUP" and not modifiers(text, mention))
    apart = apart or not modifiers(text, mention).isdisjoint(language.function_words.rivalling)
    narrowed = is_narrowed(text, mention) and mention.noun not in language.roles
    is_general = mention.label in GROUPS and is_resuming(mention.noun, language)
    is_kind = mention.noun in language.firm_nouns or is_general
    return is_one and is_kind and not apart and not narrowed


def can_be_body(
    text: Discourse, sighting: Sighting, mention: Mention, situation: Situation, language: Language
) -> bool:
    """Whether somebody with a name can be described by a noun for firms or other bodies.

    One of whose name nothing is known can be who says or does something, unless the noun is a person's too.
    """
    entity, noun = sighting.entity, mention.noun
    acts = entity is situation.speaker or sighting.leads
    acts = acts and noun not in language.roles
    is_unknown = entity.label == "" and entity.gender not in {"m", "f"} and acts
    firm = noun in language.firm_nouns and can_be_firm(entity, noun, language)
    other = is_resuming(noun, language) and can_be_taken_up(text, entity, mention, language)
    is_called_so = entity.label in GROUPS and not entity.nouns.isdisjoint(language.firm_nouns)
    is_firm = firm and (is_unknown or entity.label in FIRM_LABELS or is_called_so)
    return bool(entity.names) and (is_firm or (other and (is_unknown or entity.label in BODY_LABELS)))


def can_be_firm(entity: Entity, noun: str, language: Language) -> bool:
    """Whether somebody can be called by a noun for firms: no ministry, school or party can."""
    said = kinds_told(entity, noun, language)
    kinds = {noun, *language.firm_nouns, *language.broader_nouns.get(noun, ())}
    return said <= kinds
