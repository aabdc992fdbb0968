"""What speaks for or against a candidate at a turn: pure functions of what stands around it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from math import log2

from quotekit.speakers.cast.entities import Entity
from quotekit.speakers.dialogue.surroundings import Surroundings
from quotekit.speakers.dialogue.turns import Features
from quotekit.speakers.mentions.focus import Sighting

__all__ = ["FEATURES", "features_of"]

WORST = 5.0
"""By how much the score of an antecedent can stay below the best one's; further off makes no difference."""

NAMES_LOOKED_AT = 8
"""Names of an entity that are looked at to see whether the narration names it; chosen by hand."""

Signs = Iterator[tuple[str, float]]
Feature = Callable[[Surroundings, Entity], Signs]


def pronouns_beside(around: Surroundings, entity: Entity) -> Signs:
    """Whether the pronouns that act beside the quote can be the candidate."""
    for place, genders in (("before", around.pronouns_before), ("after", around.pronouns_after)):
        if len(genders) == 1 and entity.gender in {"m", "f"}:
            yield f"{place}_{'fits' if entity.gender in genders else 'differs'}", 1.0


def acts_before(around: Surroundings, entity: Entity) -> Signs:
    """Whether the candidate acts in front of the quote in its paragraph."""
    return acting("before" + around.turn.said, around.before, entity)


def acts_after(around: Surroundings, entity: Entity) -> Signs:
    """Whether the candidate acts behind the quote in its paragraph."""
    return acting("after" + around.turn.said, around.after, entity)


def acts_in_lead(around: Surroundings, entity: Entity) -> Signs:
    """Whether the candidate acts in the sentence that leads up to the quote."""
    return acting("lead", around.lead, entity)


def acts_above(around: Surroundings, entity: Entity) -> Signs:
    """Whether the candidate acts in the paragraph before the quote's."""
    if around.place_above:
        yield from acting(around.place_above + around.turn.said, around.above, entity)


def speaks_nearby(around: Surroundings, entity: Entity) -> Signs:
    """Whether the candidate speaks for certain shortly before or after."""
    if entity.number in around.spoke:
        yield "spoke", 1.0
    if entity.number in around.speaks:
        yield "speaks", 1.0


def addressed_next(around: Surroundings, entity: Entity) -> Signs:
    """Whether the next turn calls the candidate, by name or by "sir" and "madam"."""
    if entity.number in around.called_next:
        yield "called_next", 1.0
    if around.hailed_next != "-" and entity.gender in {"m", "f"}:
        yield "hailed_next" if around.hailed_next == entity.gender else "hailed_next_else", 1.0


def mentioned_lately(around: Surroundings, entity: Entity) -> Signs:
    """How lately the candidate was mentioned before the paragraph, and how many others since."""
    others: set[int] = set()
    for rank, sighting in enumerate(around.recent):
        if sighting.entity is entity:
            yield "recent", 1.0 / (1 + rank)
            yield f"recent_{min(len(others), 3)}{around.turn.said}", 1.0
            yield "distance", log2(1 + around.paragraph_start - sighting.index) / 8
            return
        if sighting.entity.may_be_person:
            others.add(sighting.entity.number)
    yield "absent", 1.0


def named_inside(around: Surroundings, entity: Entity) -> Signs:
    """Whether the quote itself calls or names the candidate, as speakers seldom do themselves."""
    if entity.number in around.turn.called:
        yield "called", 1.0
    elif entity.number in around.turn.named:
        yield "named", 1.0


def meant_by_description(around: Surroundings, entity: Entity) -> Signs:
    """Whether a description means somebody of its own, or the candidate who has a name."""
    described = around.turn.described
    if described is None:
        return
    if entity is described:
        yield "described", 1.0
        yield "described_again", log2(len(entity.nominals)) if entity.nominals else 0.0
        yield "described_plainly", float(around.is_plain)
        yield "described_narrowly", float(bool(entity.modifiers))
        yield "described_by_name", float(bool(entity.names))
    else:
        yield "redescribed", 1.0
        yield "redescribed_gender", float(entity.gender == around.turn.pronoun)
        yield "redescribed_kind", float(bool(entity.nouns & described.nouns))


def meant_by_pronoun(around: Surroundings, entity: Entity) -> Signs:
    """How well the candidate is an antecedent of the pronoun in the quote's source."""
    turn = around.turn
    if turn.described is not None or not turn.pronoun:
        return
    best = turn.ranked[0][0] if turn.ranked else 0.0
    score = next((score for score, other in turn.ranked if other is entity), best - WORST)
    yield "antecedent", max(-WORST, score - best)
    yield "antecedent_first", float(score == best)
    yield "gender", float(entity.gender == turn.pronoun)


def prominent(around: Surroundings, entity: Entity) -> Signs:
    """How often the document mentions the candidate, and how often it lets them speak."""
    yield "frequent", log2(1 + around.prominence.mentions.get(entity.number, 0)) / 8
    voice = around.prominence.voices.get(entity.number, 0)
    yield ("voice", log2(1 + voice) / 4) if voice else ("mute", 1.0)


def known_by(around: Surroundings, entity: Entity) -> Signs:
    """Whether the candidate has no name, or one that only others say, or may be no person."""
    quoted = around.prominence.quoted
    if not entity.names:
        yield "nameless", 1.0
    elif entity is not around.prominence.narrator and all(
        quoted[name.head] for name in entity.names[:NAMES_LOOKED_AT]
    ):
        yield "hearsay", 1.0
    if entity.label != "PERSON":
        yield "unlabelled", 1.0


def without_rival(around: Surroundings, entity: Entity) -> Signs:
    """Whether nobody else with a name is at hand who is what the pronoun or the description says."""
    turn = around.turn
    if turn.pronoun not in {"m", "f"} or entity.gender != turn.pronoun or not entity.names:
        return
    if sum(bool(other.names) and other.gender == turn.pronoun for other in around.able) == 1:
        yield "redescribed_alone" if turn.described else "antecedent_alone", 1.0


FEATURES: tuple[tuple[str, Feature], ...] = (
    ("pronouns beside", pronouns_beside),
    ("acts before", acts_before),
    ("acts after", acts_after),
    ("acts in lead", acts_in_lead),
    ("acts above", acts_above),
    ("speaks near by", speaks_nearby),
    ("addressed next", addressed_next),
    ("mentioned lately", mentioned_lately),
    ("named inside", named_inside),
    ("meant by description", meant_by_description),
    ("meant by pronoun", meant_by_pronoun),
    ("prominent", prominent),
    ("known by", known_by),
    ("without rival", without_rival),
)
"""All that speaks for or against a candidate whatever the turns before; the order matters to the last
digit of a sum alone."""


def features_of(around: Surroundings, entity: Entity) -> Features:
    """What speaks for or against *entity* as the speaker of a turn."""
    return {name: value for _, feature in FEATURES for name, value in feature(around, entity)}


def acting(name: str, sightings: Sequence[Sighting], entity: Entity) -> Signs:
    """Whether *entity* is the first subject of *sightings*, by a mere pronoun or not, or is there at all."""
    subjects = [
        sighting for sighting in sightings if sighting.role == "subject" and sighting.entity.may_be_person
    ]
    leading = next((subject for subject in subjects if subject.leads), None)
    if leading is not None and leading.entity is entity:
        yield name + ("_leads_it" if leading.by_pronoun else "_leads"), 1.0
    if subjects and subjects[0].entity is entity:
        told = "_it" if subjects[0].by_pronoun else ""
        yield f"{name}_subject{told}", 1.0
        if len({subject.entity.number for subject in subjects}) == 1:
            yield f"{name}_only{told}", 1.0
    elif any(subject.entity is entity for subject in subjects):
        yield name + "_later", 1.0
    elif any(sighting.entity is entity for sighting in sightings):
        yield name + "_present", 1.0
