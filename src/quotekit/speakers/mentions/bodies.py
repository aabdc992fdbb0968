"""Firms that a text takes up by what they are or make: "the carmaker", "the Swiss company"."""

from __future__ import annotations

from typing import Final

from quotekit.language import Language
from quotekit.speakers.cast.entities import Entity
from quotekit.speakers.discourse import Discourse
from quotekit.speakers.mention import Mention
from quotekit.speakers.mentions.descriptions import (
    NEAR_PARAGRAPHS,
    can_be_kind,
    is_narrowed,
    modifiers,
)
from quotekit.speakers.mentions.focus import Focus, only_one
from quotekit.speakers.mentions.pronouns import Situation
from quotekit.speakers.scheme import GROUPS, PLURALS

__all__ = ["evident_body"]

FIRM_LABELS: Final = frozenset({"ORG", "PRODUCT"})
"""Labels of what can be a firm; a recogniser takes some for what they make."""

COMPARING: Final = frozenset({"JJR", "JJS"})
"""Tags of words that tell a firm from others."""


def evident_body(
    text: Discourse, focus: Focus, mention: Mention, situation: Situation, language: Language
) -> Entity | None:
    """The firm with a name whom a description must mean that says nothing but what firms are.

    That is the one of whose name the description has words, whoever spoke last, the one that a sentence
    near by is about, or the only one near by, or else in the text so far. A word for bodies in general
    means the body that spoke last.
    """
    if not takes_up_firm(text, mention, language):
        return last_body_of(text, mention, situation, language)
    able = [one for one in focus.backwards() if can_be_firm(one.entity, mention.noun, language)]
    named = only_one([one for one in able if is_named_after(text, one.entity, mention)])
    if named is not None:
        return named
    if any(one.entity is situation.speaker for one in able):
        return situation.speaker
    here = text.paragraphs[mention.head]
    near = [one for one in able if here - text.paragraphs[one.index] <= NEAR_PARAGRAPHS]
    leading = next((one.entity for one in near if one.leads), None)
    return leading or only_one(near or able)


def last_body_of(
    text: Discourse, mention: Mention, situation: Situation, language: Language
) -> Entity | None:
    """The body with a name that spoke last, where a word for bodies in general can mean it ("the group")."""
    speaker = situation.speaker
    is_bare = mention.determiner == "definite" and not modifiers(text, mention)
    is_bare = is_bare and not is_narrowed(text, mention) and text.tags[mention.head] not in PLURALS
    if speaker is None or not is_bare or mention.noun not in language.broader_nouns:
        return None
    is_body = mention.label in GROUPS and speaker.label in GROUPS and bool(speaker.names)
    return speaker if is_body and can_be_kind(speaker, mention.noun, language) else None


def is_named_after(text: Discourse, entity: Entity, mention: Mention) -> bool:
    """Whether what narrows a description is in a firm's name ("the energy company": "Lund Energy")."""
    own = modifiers(text, mention)
    return bool(own) and any(own <= {*text.lower[name.first : name.last]} for name in entity.names)


def takes_up_firm(text: Discourse, mention: Mention, language: Language) -> bool:
    """Whether a description is of one known firm, told from no other; "the group" alone is of anybody."""
    is_one = mention.determiner == "definite" and text.tags[mention.head] not in PLURALS
    inside = range(mention.first, mention.head)
    apart = any(text.tags[index] in COMPARING for index in inside)
    apart = apart or (mention.label == "GROUP" and not modifiers(text, mention))
    apart = apart or not modifiers(text, mention).isdisjoint(language.function_words.rivalling)
    narrowed = is_narrowed(text, mention) and mention.noun not in language.roles
    return is_one and mention.noun in language.firm_nouns and not apart and not narrowed


def can_be_firm(entity: Entity, noun: str, language: Language) -> bool:
    """Whether somebody with a name can be called by a noun for firms: no ministry, school or party can."""
    said = {known for known in entity.nouns if known in language.organisations}
    kinds = {noun, *language.firm_nouns, *language.broader_nouns.get(noun, ())}
    return bool(entity.names) and entity.label in FIRM_LABELS and said <= kinds
