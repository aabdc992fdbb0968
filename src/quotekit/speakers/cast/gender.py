"""Whether somebody is he or she, as far as the document itself tells."""

from __future__ import annotations

from collections.abc import Sequence

from quotekit.language import Language
from quotekit.speakers.cast.entities import Cast, Entity
from quotekit.speakers.discourse import Discourse
from quotekit.speakers.mention import Mention

__all__ = ["learn_genders"]

ENOUGH = 1.0
"""Votes of pronouns that settle an unknown gender: one alone in its paragraph; chosen by hand."""

OVERRULING = 5.0
"""Votes of pronouns that overrule a first name; chosen by hand."""


def learn_genders(text: Discourse, cast: Cast, names: Sequence[Mention], language: Language) -> None:
    """Give the persons of *cast* the gender of the pronouns that follow their names.

    A pronoun counts for the last person named in its paragraph outside quotations, fully when
    nobody else was named there, else a little. Whom the text mostly calls by a title keeps its
    gender; a first name is overruled by much evidence, because any of them can be a surname too.
    """
    ahead = 0
    paragraph, last, alone = -1, None, True
    for index, word in enumerate(text.lower):
        if text.paragraphs[index] != paragraph:
            paragraph, last, alone = text.paragraphs[index], None, True
        while ahead < len(names) and names[ahead].last <= index:
            entity = cast.by_mention.get(names[ahead].first)
            ahead += 1
            if entity is None or not entity.may_be_person or text.quoted[names[ahead - 1].head]:
                continue
            if text.paragraphs[names[ahead - 1].head] == paragraph:
                alone = alone and (last is None or last is entity)
                last = entity
        gender = language.pronouns[word].gender if word in language.pronouns else "-"
        if last is not None and not text.quoted[index] and gender in {"m", "f"}:
            last.take_vote(gender, 1.0 if alone else 0.2)
    for entity in cast.entities:
        find_places(text, entity, language)
        settle_gender(entity)


def find_places(text: Discourse, entity: Entity, language: Language) -> None:
    """Take somebody who is mostly found "at", "in" or "near" for a place."""
    if any(mention.name is None or mention.name.is_full or mention.name.titles for mention in entity.names):
        return
    inside = sum(
        text.lower_at(text.previous_word(mention.first)) in language.function_words.place
        for mention in entity.names
    )
    acting = sum(text.deps[mention.head] == "nsubj" for mention in entity.names)
    if inside >= 0.4 * len(entity.names) and acting <= 0.2 * len(entity.names):
        entity.take_for_place()


def settle_gender(entity: Entity) -> None:
    """Set the gender of *entity* where its votes are clear."""
    he, she = entity.votes.get("m", 0.0), entity.votes.get("f", 0.0)
    needed = ENOUGH if entity.gender == "-" else OVERRULING
    titles = sum(mention.name is not None and mention.name.kind == "courtesy" for mention in entity.names)
    titled = 2 * titles > len(entity.names)
    if not entity.may_be_person or (entity.gender != "-" and titled):
        return
    if max(he, she) >= needed and max(he, she) >= 2.5 * min(he, she):
        entity.overrule_gender("m" if he > she else "f")
