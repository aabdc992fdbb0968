"""Firms that a text takes up by what they are or make: "the carmaker", "the Swiss company"."""

from __future__ import annotations

from typing import Final

from quotekit.language import Language
from quotekit.speakers.cast.entities import Entity
from quotekit.speakers.discourse import Discourse
from quotekit.speakers.mention import Mention
from quotekit.speakers.mentions.descriptions import is_narrowed, modifiers
from quotekit.speakers.mentions.focus import Focus
from quotekit.speakers.mentions.pronouns import Situation
from quotekit.speakers.scheme import PLURALS

__all__ = ["evident_body"]

NEAR_PARAGRAPHS: Final = 1
"""Paragraphs before a description in which the firm that it takes up is named; chosen by hand."""

FIRM_LABELS: Final = frozenset({"ORG", "PRODUCT"})
"""Labels of what can be a firm; a recogniser takes some for what they make."""

COMPARING: Final = frozenset({"JJR", "JJS"})
"""Tags of words that tell a firm from others."""


def evident_body(
    text: Discourse, focus: Focus, mention: Mention, situation: Situation, language: Language
) -> Entity | None:
    """The firm with a name whom a description must mean that says nothing but what firms are.

    That is whoever spoke last, the one that a sentence near by is about, or the only one near by.
    """
    if not takes_up_firm(text, mention, language):
        return None
    able = [one for one in focus.backwards() if can_be_firm(one.entity, mention.noun, language)]
    if any(one.entity is situation.speaker for one in able):
        return situation.speaker
    here = text.paragraphs[mention.head]
    near = [one for one in able if here - text.paragraphs[one.index] <= NEAR_PARAGRAPHS]
    leading = next((one.entity for one in near if one.leads), None)
    if leading is not None or not near:
        return leading
    return near[0].entity if len({one.entity.number for one in near}) == 1 else None


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
