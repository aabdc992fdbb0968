"""Who could speak a turn of dialogue: the few persons at hand."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from quotekit.language import Language
from quotekit.speakers.cast.entities import Entity
from quotekit.speakers.dialogue.contrasts import is_described_apart
from quotekit.speakers.dialogue.surroundings import SCENE, Narration
from quotekit.speakers.dialogue.turns import Turn
from quotekit.speakers.mentions.focus import Sighting

__all__ = ["can_speak", "persons_at_hand"]

AT_HAND = 10
"""Persons at hand for a turn at most; chosen by hand."""

ANTECEDENTS = 4
"""Antecedents of a turn's pronoun that are at hand; chosen by hand."""

TURNS_AHEAD = 4
"""Turns ahead whose sure speakers are at hand; chosen by hand."""

NEAR_BY = (2, 600)
"""Paragraphs and tokens before a turn's paragraph that are looked through first; chosen by hand."""

FARTHER_BACK = (6, 1200)
"""Paragraphs and tokens that are looked through when too few persons were found; chosen by hand."""

TOKENS_BACK = 400
"""Tokens that are looked back where so many paragraphs before there is none; chosen by hand."""

PAUSE_PARAGRAPHS = 3
"""Paragraphs of narration over which whoever was at hand stays so; chosen by hand."""


def persons_at_hand(
    narration: Narration, turns: Sequence[Turn], at: int, cast: Sequence[Entity], company: Iterable[Entity]
) -> tuple[Entity, ...]:
    """The persons at hand for the turn at *at*, the likelier first; *company* was so for the last one."""
    found: dict[int, Entity] = {}
    for entity in at_hand(narration, turns, at, cast, company):
        if entity.may_be_person:
            found.setdefault(entity.number, entity)
        if len(found) == AT_HAND:
            break
    return tuple(found.values())


def at_hand(
    narration: Narration, turns: Sequence[Turn], at: int, cast: Sequence[Entity], company: Iterable[Entity]
) -> Iterator[Entity]:
    """Everybody at hand, the likelier first."""
    turn = turns[at]
    if turn.described is not None:
        yield turn.described
    yield from (entity for _, entity in turn.ranked[:ANTECEDENTS])
    yield from mentioned(narration.between(*narration.bounds[turn.paragraph]))
    yield from speakers_near(turns, at, cast)
    yield from mentioned(look_back(narration, turn, *NEAR_BY))
    if at and turn.paragraph - turns[at - 1].paragraph <= PAUSE_PARAGRAPHS:
        yield from company
    yield from mentioned(look_back(narration, turn, *FARTHER_BACK))


def mentioned(sightings: Iterable[Sighting]) -> Iterator[Entity]:
    """Who is mentioned."""
    return (sighting.entity for sighting in sightings)


def speakers_near(turns: Sequence[Turn], at: int, cast: Sequence[Entity]) -> Iterator[Entity]:
    """Who speaks for certain in the turns near by, and whom those before call by name."""
    for past in reversed(turns[max(0, at - SCENE) : at]):
        if past.sure_speaker is not None:
            yield past.sure_speaker
        yield from (cast[number] for number in past.called)
    for future in turns[at + 1 : at + 1 + TURNS_AHEAD]:
        if future.sure_speaker is not None:
            yield future.sure_speaker


def look_back(narration: Narration, turn: Turn, paragraphs: int, tokens: int) -> tuple[Sighting, ...]:
    """Who is mentioned so many paragraphs and tokens before the turn's paragraph, the last one first."""
    first, _ = narration.bounds[turn.paragraph]
    earliest, _ = narration.bounds.get(turn.paragraph - paragraphs, (max(0, first - TOKENS_BACK), 0))
    return narration.before(max(earliest, first - tokens), first)


def can_speak(entity: Entity, turn: Turn, language: Language) -> bool:
    """Whether *entity* can be the speaker of a turn: by number and gender, and is not told it."""
    if entity.number in turn.told | turn.apart or not entity.may_be_person:
        return False
    if turn.described is not None and is_described_apart(entity, turn.described, language):
        return False
    return turn.pronoun not in {"m", "f"} or entity.gender in {turn.pronoun, "-"}
