"""Who a pronoun stands for: the entity in focus that fits it best."""

from __future__ import annotations

from collections.abc import Sequence, Set
from math import log2

from attrs import frozen

from quotekit.speakers.cast.entities import Entity
from quotekit.speakers.discourse import Discourse
from quotekit.speakers.mention import Mention
from quotekit.speakers.mentions.focus import Focus, Sighting
from quotekit.speakers.scheme import PLACES_AND_BODIES

__all__ = ["NOWHERE", "Situation", "antecedent_score", "fits_pronoun", "rank_antecedents", "rank_bearers"]

FAR_SENTENCES = 8
"""Sentences from which on an antecedent is no farther away; chosen by hand."""

CAPITALS_LOOKED_AT = 8
"""Names of an entity that are looked at to see whether all are capitals; more make no difference."""

THINGS = PLACES_AND_BODIES | {"GROUP", "DOCUMENT", "WORK_OF_ART", "LAW", "PRODUCT", ""}
"""Labels of what "it" can stand for."""


@frozen(eq=False)
class Situation:
    """Where a pronoun stands among quotations.

    Attributes:
        is_source: Whether it is the source of a quote.
        opens_turn: Whether that quote is the first of its paragraph.
        speaker: Who spoke last, in this paragraph or the one before it.
        same_paragraph: Whether that was in this paragraph.
        earlier: Who spoke before them.
        is_dialogue: Whether the text is told in turns of dialogue.
        hearers: The numbers of those to whom that quote is said, none of whom says it.
    """

    is_source: bool = False
    opens_turn: bool = False
    speaker: Entity | None = None
    same_paragraph: bool = False
    earlier: Entity | None = None
    is_dialogue: bool = False
    hearers: Set[int] = frozenset()


NOWHERE = Situation()
"""The situation of a mention that is no source."""


def fits_pronoun(entity: Entity, mention: Mention, *, is_source: bool = False) -> bool:
    """Whether gender, number and animacy let *mention*, a pronoun, stand for *entity*."""
    if mention.gender in {"m", "f"}:
        return entity.may_be_person and entity.gender in {mention.gender, "-"}
    if mention.gender == "n":
        return not entity.plural and entity.label in THINGS and entity.gender not in {"m", "f"}
    return entity.plural or entity.label != "PERSON" or (entity.gender == "-" and is_source)


def rank_antecedents(
    text: Discourse, focus: Focus, mention: Mention, situation: Situation
) -> list[tuple[float, Entity]]:
    """The entities that *mention* can stand for with their scores, the best first."""
    ranked = []
    for sighting in focus.backwards():
        entity = sighting.entity
        if entity.number in situation.hearers:
            continue
        if not fits_pronoun(entity, mention, is_source=situation.is_source):
            continue
        if mention.gender in {"m", "f"} and is_initialism(text, entity):
            continue
        ranked.append((antecedent_score(text, focus, mention, sighting, situation), entity))
    ranked.sort(key=lambda item: -item[0])
    return ranked


def is_initialism(text: Discourse, entity: Entity) -> bool:
    """Whether an entity without a known gender is only called by capitals, as bodies are ("CBC")."""
    words = [
        text.words[name.head] for name in entity.names[:CAPITALS_LOOKED_AT] if name.last - name.first == 1
    ]
    return (
        entity.gender == "-"
        and len(words) == len(entity.names[:CAPITALS_LOOKED_AT]) > 0
        and all(len(word) > 1 and word.isupper() for word in words)
    )


def rank_bearers(
    text: Discourse, focus: Focus, mention: Mention, situation: Situation, bearers: Sequence[Entity]
) -> list[tuple[float, Entity]]:
    """The entities in focus of those that could bear a short name, the best first."""
    ranked = []
    for entity in bearers:
        sighting = focus.recent.get(entity.number)
        if sighting is not None:
            ranked.append((antecedent_score(text, focus, mention, sighting, situation), entity))
    ranked.sort(key=lambda item: -item[0])
    return ranked


def antecedent_score(
    text: Discourse, focus: Focus, mention: Mention, sighting: Sighting, situation: Situation
) -> float:
    """How likely *mention* stands for the entity of *sighting*, its last mention."""
    entity = sighting.entity
    here, there = mention.head, sighting.index
    sentences = min(FAR_SENTENCES, text.sentences[here] - text.sentences[there])
    paragraphs = min(4, text.paragraphs[here] - text.paragraphs[there])
    score = -0.45 * sentences - 0.5 * paragraphs
    subject = focus.subjects.get(entity.number)
    if subject is not None and text.sentences[subject.index] >= text.sentences[there] - 1:
        score += 1.0
    elif sighting.role == "possessive":
        score += 0.3
    score += 0.2 * log2(1 + focus.counts.get(entity.number, 0))
    if mention.gender in {"m", "f"}:
        score += 1.2 * (entity.gender == mention.gender) + 1.2 * (entity.label == "PERSON")
    if mention.number == "+":
        score += 1.0 * entity.plural
    if situation.is_source:
        score += speaker_score(entity, situation)
    return score


def speaker_score(entity: Entity, situation: Situation) -> float:
    """What the turns so far say about whether *entity* speaks."""
    last = situation.speaker is entity
    if situation.same_paragraph:
        return 1.5 * last
    if not situation.is_dialogue:
        return 0.8 * last
    if situation.opens_turn:
        return -1.0 * last + 0.7 * (situation.earlier is entity)
    return 0.3 * last
