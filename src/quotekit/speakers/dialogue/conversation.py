"""The conversations of a document: its turns with their candidates, decided together."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import islice

from attrs import evolve

from quotekit.records import How
from quotekit.speakers.cast.entities import Entity
from quotekit.speakers.dialogue.beats import NearTurns, is_beat
from quotekit.speakers.dialogue.candidates import can_speak, persons_at_hand
from quotekit.speakers.dialogue.contrasts import others_than
from quotekit.speakers.dialogue.decoding import decode_turns
from quotekit.speakers.dialogue.features import features_of
from quotekit.speakers.dialogue.surroundings import Narration, Prominence, read_surroundings, sure_voices
from quotekit.speakers.dialogue.turns import Turn, is_turn
from quotekit.speakers.mentions.reading import Reading
from quotekit.speakers.names.vocatives import hailed_gender, is_vocative
from quotekit.speakers.sources.hearers import persons_told
from quotekit.speakers.sources.progress import NO_ANSWER, PlacedQuote, Progress

__all__ = ["DIALOGUE", "conversation", "hold_conversations"]

DIALOGUE = "dialogue"
"""The rule that a speaker was found by when the turns of a conversation were decided together."""


def hold_conversations(work: Progress, weights: Mapping[str, float]) -> None:
    """Decide together all turns of dialogue that a name or a description does not decide."""
    turns = conversation(work)
    for turn, entity in zip(turns, decode_turns(turns, weights), strict=True):
        if turn.certain or entity is None or entity is turn.described:
            continue
        how: How = "nominal" if turn.described else "pronoun" if turn.pronoun else "turn"
        answer = work.answers.get(turn.quote, NO_ANSWER)
        work.revise(turn.quote, evolve(answer, entity=entity, how=how, tokens=None, rule=DIALOGUE))


def conversation(work: Progress) -> list[Turn]:
    """The turns of dialogue in the order of the text, each with its candidates and their features."""
    spoken = [placed for placed in work.placed if is_turn(placed.quote) and placed.tokens]
    spoken.sort(key=lambda placed: placed.tokens.start)
    turns = [read_turn(work, placed) for placed in spoken]
    return list(with_choices(work.reading, turns))


def read_turn(work: Progress, placed: PlacedQuote) -> Turn:
    """A turn with what was found about its speaker so far and whom its words name and address."""
    reading, answer = work.reading, work.answers.get(placed.number, NO_ANSWER)
    named = persons_in(reading, placed.tokens)
    apart = (
        others_than(reading, answer.described, placed.source_tokens) if answer.described is not None else ()
    )
    return Turn(
        placed.number,
        placed.tokens,
        placed.paragraph,
        source=placed.source_start,
        entity=answer.entity,
        certain=answer.certain,
        ranked=answer.ranked,
        pronoun=answer.pronoun,
        described=answer.described,
        asks=any(reading.text.words[index] == "?" for index in placed.tokens[-2:]),
        called=frozenset(entity.number for entity, is_called in named if is_called),
        named=frozenset(entity.number for entity, _ in named),
        hailed=hailed_gender(reading.text, placed.tokens, reading.language),
        told=frozenset(entity.number for entity in persons_told(work, placed)),
        apart=frozenset(entity.number for entity in apart if entity is not answer.described),
    )


def persons_in(reading: Reading, tokens: range) -> list[tuple[Entity, bool]]:
    """Who is named by some words, and whether they call them."""
    bearers = [(name, reading.bearer_of(name)) for name in reading.names_in(tokens)]
    return [
        (entity, is_vocative(reading.text, name, tokens, reading.language))
        for name, entity in bearers
        if entity.may_be_person
    ]


def with_choices(reading: Reading, turns: Sequence[Turn]) -> Iterator[Turn]:
    """*turns* with their candidates; one whose speaker is sure has no other."""
    narration = Narration.of(reading.text, reading.sightings)
    prominence = Prominence(
        reading.focus.counts, sure_voices(turns), reading.narrator_or_none, reading.text.quoted
    )
    company: tuple[Entity, ...] = ()
    for at, turn in enumerate(turns):
        if turn.sure_speaker is not None:
            yield evolve(turn, choices=((turn.sure_speaker, {}),))
            continue
        company = persons_at_hand(narration, turns, at, reading.cast.entities, company)
        able = [entity for entity in company if can_speak(entity, turn, reading.language)]
        around = read_surroundings(narration, turns, at, prominence, reading.language)
        around = evolve(around, able=able)
        choices = [(entity, features_of(around, entity)) for entity in able]
        place = around, NearTurns.of(turns, at)
        beat = (one for one in choices if is_beat(reading.text, *place, one[0], reading.language))
        yield evolve(turn, choices=[*islice(beat, 1)] or choices, bare=around.is_bare)
