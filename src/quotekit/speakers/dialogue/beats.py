"""Who acts in the narration beside a turn, and so surely speaks it."""

from __future__ import annotations

from collections.abc import Sequence

from attrs import frozen

from quotekit.language import Language
from quotekit.speakers.cast.entities import Entity
from quotekit.speakers.dialogue.surroundings import Surroundings
from quotekit.speakers.dialogue.turns import Turn
from quotekit.speakers.ground.discourse import Discourse
from quotekit.speakers.ground.nominal_labels import nominal_label
from quotekit.speakers.ground.scheme import ADJECTIVES, TOPICS
from quotekit.speakers.mentions.focus import Sighting, leads_sentence

__all__ = ["NearTurns", "is_acting", "is_beat"]

AUXILIARY_TOKENS = 3
"""Tokens before a participle in which its "was" stands ("was not a little annoyed" has more)."""


def is_beat(
    text: Discourse, around: Surroundings, near: NearTurns, entity: Entity, language: Language
) -> bool:
    """Whether somebody who alone acts beside a turn surely speaks it: by name, or the narrator.

    Somebody without a name does where nobody with one can be meant.

    They act right before it, or between it and the next one of its paragraph. Counted once in pdnc-dev,
    litbank-dev and emma-dev: 68 of 72. Whoever acts behind the last turn of a paragraph may answer it
    (6 of 12), but where the turns on either side are others'.
    """
    behind = near.is_followed or near.are_others(entity)
    places = (around.before, around.after) if behind else (around.before,)
    narrates = entity is around.prominence.narrator
    alone = any(is_only_actor(text, sightings, entity, language, by_pronoun=narrates) for sightings in places)
    is_known = narrates or bool(entity.names) or is_without_rival(around, entity)
    return alone and is_known and entity.number not in around.turn.called


def is_without_rival(around: Surroundings, entity: Entity) -> bool:
    """Whether nobody with a name is at hand who can be meant by what somebody without one is called."""
    named = (one for one in around.able if one.names)
    alike = any("-" in {one.gender, entity.gender} or one.gender == entity.gender for one in named)
    return entity.is_person and not alike


def is_only_actor(
    text: Discourse, sightings: Sequence[Sighting], entity: Entity, language: Language, *, by_pronoun: bool
) -> bool:
    """Whether nobody else acts, and a main clause says it of *entity*; of a narrator by a mere pronoun."""
    actors = [one for one in sightings if one.entity.may_be_person and is_acting(text, one, language)]
    if by_pronoun:
        actors = [one for one in actors if one.entity is entity or not leads_up_to(text, one, entity, actors)]
    told = (one for one in actors if by_pronoun or not one.by_pronoun)
    alone = all(one.entity is entity for one in actors)
    return alone and any(leads_sentence(text, actor_of(text, one)) for one in told)


def leads_up_to(text: Discourse, one: Sighting, narrator: Entity, actors: Sequence[Sighting]) -> bool:
    """Whether somebody acts but in a clause that leads up to what a narrator does, or says why they feel so.

    So in "I saw Ode yawn, and I laughed", and in "I was glad that Ode had come": of *actors*, "I" go on.
    """
    actor = actor_of(text, one)
    if leads_sentence(text, actor):
        return False
    verb = text.heads[actor]
    own = (mine.index for mine in actors if mine.entity is narrator and leads_sentence(text, mine.index))
    is_before = any(index > verb for index in own)
    return is_before or (text.deps[verb] == "ccomp" and feels(text, text.heads[verb]))


def feels(text: Discourse, index: int) -> bool:
    """Whether a word says how somebody is ("glad", "was annoyed"), not what they do."""
    near = range(max(0, index - AUXILIARY_TOKENS), index)
    is_passive = any(text.deps[at] == "auxpass" and text.heads[at] == index for at in near)
    return is_passive or text.tags[index] in ADJECTIVES


@frozen(eq=False)
class NearTurns:
    """The turns on either side of one.

    Attributes:
        turn: The turn in question.
        before: The one before it, if there is one.
        behind: The one behind it.
    """

    turn: Turn
    before: Turn | None = None
    behind: Turn | None = None

    @classmethod
    def of(cls, turns: Sequence[Turn], at: int) -> NearTurns:
        """The turns on either side of the one at *at* of *turns*."""
        behind = turns[at + 1] if at + 1 < len(turns) else None
        return cls(turns[at], turns[at - 1] if at else None, behind)

    @property
    def is_followed(self) -> bool:
        """Whether the next turn stands in the same paragraph."""
        return self.behind is not None and self.behind.paragraph == self.turn.paragraph

    def are_others(self, entity: Entity) -> bool:
        """Whether the turn is no question, and the paragraphs beside it are surely not *entity*'s."""
        near = [one for one in (self.before, self.behind) if one is not None]
        adjoin = all(abs(one.paragraph - self.turn.paragraph) == 1 for one in near)
        speakers = [one.sure_speaker for one in near]
        sure = bool(speakers) and None not in speakers
        return adjoin and sure and not self.turn.asks and all(one is not entity for one in speakers)


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
