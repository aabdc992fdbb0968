"""Who a pronoun stands for: the entity in focus that fits it best."""

from __future__ import annotations

from collections.abc import Iterator, Sequence, Set
from math import log2

from attrs import frozen

from quotekit.speakers.cast.entities import Entity
from quotekit.speakers.ground.discourse import Discourse
from quotekit.speakers.ground.mention import Mention
from quotekit.speakers.ground.scheme import BODIES, MODIFYING, PLACES_AND_BODIES, SUBJECTS
from quotekit.speakers.mentions.antecedent_signs import WEIGHT_OF
from quotekit.speakers.mentions.focus import Focus, Sighting, is_told_otherwise
from quotekit.speakers.mentions.leader import is_led_away

__all__ = ["NOWHERE", "Situation", "antecedent_score", "fits_pronoun", "rank_antecedents", "rank_bearers"]

FAR_SENTENCES = 8
"""Sentences from which on an antecedent is no farther away; chosen by hand."""

FAR_PARAGRAPHS = 4
"""Paragraphs from which on an antecedent is no farther away; chosen by hand."""

BESIDE_SENTENCES = 1
"""Sentences between the mentions of two persons who are told of together, at most; chosen by hand."""

CAPITALS_LOOKED_AT = 8
"""Names of an entity that are looked at to see whether all are capitals; more make no difference."""

THINGS = PLACES_AND_BODIES - {"NORP"} | {"GROUP", "DOCUMENT", "WORK_OF_ART", "LAW", "PRODUCT", ""}
"""Labels of what "it" can stand for; a people is none of them."""

NOT_SEVERAL = frozenset({"PERSON", "GPE", "LOC", "FAC"})
"""Labels of what "they" are not, unless it is several."""

ACTING = frozenset({"GPE", "FAC"})
"""Labels of places whose names, as subjects, stand for whoever acts there ("Chile won", "the house said")."""


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
        named: The numbers of those whom its own words name, as few name themselves.
        in_front: The number of whoever is told of first by a report in front of it.
    """

    is_source: bool = False
    opens_turn: bool = False
    speaker: Entity | None = None
    same_paragraph: bool = False
    earlier: Entity | None = None
    is_dialogue: bool = False
    hearers: Set[int] = frozenset()
    named: Set[int] = frozenset()
    in_front: Set[int] = frozenset()


NOWHERE = Situation()
"""The situation of a mention that is no source."""


def fits_pronoun(entity: Entity, mention: Mention, *, is_source: bool = False, acts: bool = False) -> bool:
    """Whether gender, number and animacy let *mention*, a pronoun, stand for *entity*.

    By the name of a people or of a place that *acts* those who belong to it can be meant; by a pronoun that
    tells the gender of several ("ils"), nobody alone.
    """
    if mention.gender in {"m", "f"} and mention.number == "p":
        return (entity.plural or entity.label == "GROUP") and entity.gender in {mention.gender, "-"}
    if mention.gender in {"m", "f"}:
        return entity.may_be_person and entity.gender in {mention.gender, "-"}
    if mention.gender == "n":
        return not entity.plural and entity.label in THINGS and entity.gender not in {"m", "f"}
    if entity.label == "NORP":
        return acts or any(name.number == "p" for name in entity.names)
    is_unknown = entity.label == "PERSON" and entity.gender == "-" and is_source
    stands_in = acts and entity.label in ACTING
    return entity.plural or entity.label not in NOT_SEVERAL or is_unknown or stands_in


def rank_antecedents(
    text: Discourse, focus: Focus, mention: Mention, situation: Situation
) -> list[tuple[float, Entity]]:
    """The entities that *mention* can stand for with their scores, the best first.

    Where "they" are more than the one who was named, they are no place either.
    """
    ranked, crowded = [], False
    for sighting in focus.backwards():
        entity = sighting.entity
        if entity.number in situation.hearers:
            continue
        acts = is_actor(text, sighting)
        if not fits_pronoun(entity, mention, is_source=situation.is_source, acts=acts):
            continue
        if mention.gender in {"m", "f"} and is_initialism(text, entity):
            continue
        if mention.number == "+" and entity is not situation.speaker and has_company(text, focus, sighting):
            crowded = True
            continue
        ranked.append((antecedent_score(text, focus, mention, sighting, situation), entity))
    ranked.sort(key=lambda item: -item[0])
    return [item for item in ranked if not (crowded and item[1].label == "LOC")]


def is_actor(text: Discourse, sighting: Sighting) -> bool:
    """Whether a people was named by more than an adjective, or a place as what the author tells of."""
    relation = text.deps[sighting.index]
    if sighting.entity.label == "NORP":
        return relation not in MODIFYING
    return sighting.leads and not sighting.reported and relation in SUBJECTS


def has_company(text: Discourse, focus: Focus, sighting: Sighting) -> bool:
    """Whether one person was named in full beside another, so that "they" is more than the one."""
    here = text.sentences[sighting.index]
    near = (one for one in focus.backwards() if abs(text.sentences[one.index] - here) <= BESIDE_SENTENCES)
    others = (one.entity for one in near if one.entity is not sighting.entity)
    return is_fully_named(sighting.entity) and any(map(is_fully_named, others))


def is_fully_named(entity: Entity) -> bool:
    """Whether somebody may be one person, with a first name and a surname."""
    return entity.may_be_person and entity.name is not None and entity.name.is_full


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
    """How likely *mention* stands for the entity of *sighting*, its last mention: the sum of its signs."""
    score = 0.0
    for sign, value in place_signs(text, focus, mention, sighting):
        score += WEIGHT_OF[sign] * value
    for sign, value in bearer_signs(focus, mention, sighting.entity):
        score += WEIGHT_OF[sign] * value
    for sign in speaking_signs(mention, sighting, situation) if situation.is_source else ():
        score += WEIGHT_OF[sign]
    return score + WEIGHT_OF["leader"] * is_leader(text, focus, mention, sighting.entity, situation)


def place_signs(
    text: Discourse, focus: Focus, mention: Mention, sighting: Sighting
) -> Iterator[tuple[str, float]]:
    """How far away somebody was mentioned last, and as what."""
    here, there = mention.head, sighting.index
    yield "sentence", min(FAR_SENTENCES, text.sentences[here] - text.sentences[there])
    yield "paragraph", min(FAR_PARAGRAPHS, text.paragraphs[here] - text.paragraphs[there])
    subject = focus.subjects.get(sighting.entity.number)
    if subject is not None and text.sentences[subject.index] >= text.sentences[there] - 1:
        yield "subject", 1.0
    elif sighting.role == "possessive":
        yield "possessive", 1.0
    if is_told_otherwise(text, mention, sighting):
        yield "told otherwise", 1.0


def bearer_signs(focus: Focus, mention: Mention, entity: Entity) -> Iterator[tuple[str, float]]:
    """How often somebody was mentioned, and how well the pronoun agrees with them."""
    yield "mentions", log2(1 + focus.counts.get(entity.number, 0))
    if mention.gender in {"m", "f"}:
        yield "agreement", (entity.gender == mention.gender) + (entity.label == "PERSON")
        if entity.gender == "-" and entity.is_person and is_fully_named(entity):
            yield "untold", 1.0
    if not entity.names:
        yield "nameless", 1.0
    several = sign_of_several(entity)
    if mention.number == "+" and several is not None:
        yield several, 1.0


def sign_of_several(entity: Entity) -> str | None:
    """The sign that an entity is several, by what it is or by its members' name, or None."""
    members = any(name.number == "p" for name in entity.names[:1])
    return "several" if entity.plural else "members" if members else None


def speaking_signs(mention: Mention, sighting: Sighting, situation: Situation) -> Iterator[str]:
    """What *mention*, and the turns and reports so far, say about whether the entity of *sighting* speaks."""
    is_body = sighting.entity.label in BODIES
    if mention.number == "+" and (is_body or sign_of_several(sighting.entity) is not None):
        yield "several speak"
    if sighting.reported and not sighting.entity.names:
        yield "only told of"
    if is_told_of_by_speaker(sighting, situation):
        yield "told of by the last"
    if sighting.entity.number in situation.named:
        yield "named in the words"
    if sighting.entity.number in situation.in_front:
        yield "named in front"
    turn = turn_sign(sighting.entity, situation)
    if turn is not None:
        yield turn


def is_leader(text: Discourse, focus: Focus, mention: Mention, entity: Entity, at: Situation) -> bool:
    """Whether the author told mainly of one who fits "he" or "she", outside dialogue by a full name."""
    leader = focus.leader
    if leader is None or leader.entity is not entity or mention.kind != "pronoun":
        return False
    if entity.number in at.named or mention.gender not in {"m", "f"}:
        return False
    if entity.gender != mention.gender and not (is_fully_named(entity) or at.is_dialogue):
        return False
    return not is_led_away(text, leader.index, mention.head)


def is_told_of_by_speaker(sighting: Sighting, situation: Situation) -> bool:
    """Whether somebody with a name was named last inside a report, and another one spoke last."""
    told, speaker = sighting.entity, situation.speaker
    is_other = speaker is not None and speaker is not told and bool(speaker.names)
    return is_other and sighting.reported and bool(told.names)


def turn_sign(entity: Entity, situation: Situation) -> str | None:
    """What the turns so far say about whether *entity* speaks, or None where they say nothing."""
    if situation.speaker is not entity:
        takes_turns = situation.is_dialogue and situation.opens_turn and not situation.same_paragraph
        return "spoke before the last" if takes_turns and situation.earlier is entity else None
    if situation.same_paragraph:
        return "spoke in the paragraph"
    if not situation.is_dialogue:
        return "spoke last in a report"
    return "spoke last of two" if situation.opens_turn else "spoke last in dialogue"
