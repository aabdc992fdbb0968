"""Epithets: nouns of calling or standing by which a text takes up somebody whom it named ("the tenor")."""

from __future__ import annotations

from attrs import evolve

from quotekit.speakers.cast.entities import Entity
from quotekit.speakers.discourse import Discourse
from quotekit.speakers.mention import Mention
from quotekit.speakers.mentions.descriptions import agrees_with, is_narrowed, modifiers
from quotekit.speakers.mentions.focus import Focus
from quotekit.speakers.mentions.pronouns import Situation, antecedent_score
from quotekit.speakers.vocabulary import Vocabulary

__all__ = ["as_epithet", "evident_person"]

MARGIN = 0.5
"""By how much one antecedent of an epithet has to be likelier than the next; chosen by hand."""


def as_epithet(mention: Mention, vocabulary: Vocabulary) -> Mention:
    """A description as one of a person, when its noun is an epithet that the table of roles does not have."""
    if mention.label or mention.number == "p" or mention.noun not in vocabulary.epithets:
        return mention
    return evolve(mention, label="PERSON", gender="-", number="s")


def evident_person(
    text: Discourse, focus: Focus, mention: Mention, situation: Situation, vocabulary: Vocabulary
) -> Entity | None:
    """The person in focus whom an epithet, an age, or a bare "the girl" that introduces nobody must mean.

    An epithet is whoever spoke last; else it is whoever is clearly the likeliest.
    """
    if mention.determiner != "definite" or mention.number != "s" or is_narrowed(text, mention):
        return None
    plain = mention.noun in vocabulary.plain and mention.gender != "-" and not modifiers(text, mention)
    if not plain and not mention.noun.isdigit() and mention.noun not in vocabulary.epithets:
        return None
    speaker = situation.speaker
    if not plain and speaker is not None and is_known_person(speaker) and agrees_with(speaker, mention):
        return speaker
    ranked = [
        (antecedent_score(text, focus, mention, sighting, situation), sighting.entity)
        for sighting in focus.backwards()
        if is_known_person(sighting.entity) and agrees_with(sighting.entity, mention)
    ]
    ranked.sort(key=lambda item: -item[0])
    if not ranked or (len(ranked) > 1 and ranked[0][0] - ranked[1][0] < MARGIN):
        return None
    return ranked[0][1]


def is_known_person(entity: Entity) -> bool:
    """Whether somebody has a name and is known to be he or she, so that no recogniser only guesses it."""
    return bool(entity.names) and entity.is_person and entity.gender in {"m", "f"}
