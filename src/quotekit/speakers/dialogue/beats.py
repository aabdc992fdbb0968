"""Who acts in the narration beside a turn, and so surely speaks it."""

from __future__ import annotations

from collections.abc import Sequence

from quotekit.language import Language
from quotekit.speakers.cast.entities import Entity
from quotekit.speakers.dialogue.surroundings import Surroundings
from quotekit.speakers.dialogue.turns import Turn
from quotekit.speakers.discourse import Discourse
from quotekit.speakers.mentions.focus import Sighting, leads_sentence
from quotekit.speakers.nominal_labels import nominal_label
from quotekit.speakers.scheme import TOPICS

__all__ = ["is_acting", "is_beat"]


def is_beat(
    text: Discourse, around: Surroundings, following: Sequence[Turn], entity: Entity, language: Language
) -> bool:
    """Whether somebody with a name, or the narrator, who alone acts beside a turn, surely speaks it.

    They act right before it, or between it and the next one of its paragraph; whoever acts behind the last
    turn of a paragraph may answer it. Counted once in pdnc-dev, litbank-dev and emma-dev: 68 of 72, and
    6 of 12.
    """
    inside = any(other.paragraph == around.turn.paragraph for other in following)
    places = (around.before, around.after) if inside else (around.before,)
    narrates = entity is around.prominence.narrator
    alone = any(is_only_actor(text, sightings, entity, language, by_pronoun=narrates) for sightings in places)
    return alone and (narrates or bool(entity.names)) and entity.number not in around.turn.called


def is_only_actor(
    text: Discourse, sightings: Sequence[Sighting], entity: Entity, language: Language, *, by_pronoun: bool
) -> bool:
    """Whether nobody else acts, and a main clause says it of *entity*; of a narrator by a mere pronoun."""
    actors = [one for one in sightings if one.entity.may_be_person and is_acting(text, one, language)]
    told = (one for one in actors if by_pronoun or not one.by_pronoun)
    alone = all(one.entity is entity for one in actors)
    return alone and any(leads_sentence(text, actor_of(text, one)) for one in told)


def is_acting(text: Discourse, sighting: Sighting, language: Language) -> bool:
    """Whether somebody is the subject of something, or what is theirs is ("Ode’s voice cracked")."""
    thing = actor_of(text, sighting)
    if thing == sighting.index:
        return sighting.role == "subject"
    return text.deps[thing] in TOPICS and not nominal_label(text.lemmas[thing], language)


def actor_of(text: Discourse, sighting: Sighting) -> int:
    """The word that acts where somebody is mentioned: what is theirs, or their own."""
    if sighting.role != "possessive":
        return sighting.index
    thing = sighting.index
    while text.deps[thing] == "compound" and text.heads[thing] != thing:
        thing = text.heads[thing]
    return text.heads[thing]
