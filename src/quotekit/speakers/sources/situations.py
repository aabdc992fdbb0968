"""Where the sources of quotes stand among the quotes before them."""

from __future__ import annotations

from collections.abc import Iterator

from attrs import evolve

from quotekit.speakers.cast.entities import Entity
from quotekit.speakers.ground.scheme import MODIFYING, SUBJECTS
from quotekit.speakers.mentions.nominal_mentions import pronoun_at
from quotekit.speakers.mentions.pronouns import Situation, rank_antecedents
from quotekit.speakers.sources.hearers import hearers_of
from quotekit.speakers.sources.progress import Answer, PlacedQuote, Progress

__all__ = ["SPEAKER_PARAGRAPHS", "recall", "situation_of"]

SPEAKER_PARAGRAPHS = 3
"""Paragraphs over which somebody is still the one who spoke last, and can speak again; chosen by hand."""

INTRODUCING = frozenset({"ROOT", "appos", "attr"})
"""Relations of a name by which somebody can tell their own ("I am Lund", "Lund here")."""


def situation_of(work: Progress, placed: PlacedQuote) -> Situation:
    """Where the source of a quote stands among the quotes before it."""
    before = work.known_before(placed.number)
    last = before[-1] if before and placed.paragraph - before[-1].paragraph <= SPEAKER_PARAGRAPHS else None
    speaker = work.speaker(last.number) if last is not None else None
    speakers = [work.speaker(past.number) for past in reversed(before)]
    earlier = next((entity for entity in speakers if entity is not speaker), None)
    same = last is not None and last.paragraph == placed.paragraph
    if last is not None and same:
        speaker = last_actor(work, last, placed) or speaker
    hearers = {entity.number for entity in hearers_of(work, placed)}
    named = frozenset(one.number for one in named_in_speech(work, placed))
    in_front = {entity.number for entity in persons_in_front(work, placed)}
    heard = hearers - in_front
    return Situation(True, not same, speaker, same, earlier, work.is_dialogue, heard, named, in_front)


def persons_in_front(work: Progress, placed: PlacedQuote) -> Iterator[Entity]:
    """Whoever a report, all in front of its pronoun, tells of first ("Lund was at home, he said")."""
    text, source = work.text, placed.source
    if placed.quote.kind == "direct" or source is None or source.kind != "pronoun":
        return
    ahead = placed.tokens if placed.tokens.stop <= placed.source_start else range(0)
    for subject in [at for at in ahead if text.deps[at] in SUBJECTS and text.heads[at] in ahead][:1]:
        yield from map(work.reading.bearer_of, work.reading.names_in(range(subject, subject + 1)))


def named_in_speech(work: Progress, placed: PlacedQuote) -> Iterator[Entity]:
    """The persons whom speech in no dialogue tells of; “Brandt voters” and “I am Brandt” do not."""
    text, told = work.text, placed.quote
    for span in told.content if told.kind == "direct" and not work.is_dialogue else ():
        for name in work.reading.names_in(text.tokens(span.start, span.end)):
            entity = work.reading.bearer_of(name)
            if entity.is_person and text.deps[name.head] not in MODIFYING | INTRODUCING:
                yield entity


def last_actor(work: Progress, last: PlacedQuote, placed: PlacedQuote) -> Entity | None:
    """The person who last acted in the narration between a quote and the next one of its paragraph."""
    first, end = max(last.tokens.stop, last.source_tokens.stop), placed.tokens.start
    for sighting in reversed(work.reading.sightings):
        if sighting.index < first:
            return None
        acts = sighting.role == "subject" and sighting.leads and not sighting.quoted
        if sighting.index < end and acts and sighting.entity.is_person:
            return sighting.entity
    return None


def recall(work: Progress, placed: PlacedQuote) -> None:
    """Take in again who was found to speak a quote, and whom its pronoun can stand for."""
    answer = work.answers.get(placed.number)
    if answer is not None and answer.entity is not None and answer.ranked and placed.source is not None:
        answer = ranked_again(work, placed, answer)
    work.take_answer(placed, answer)


def ranked_again(work: Progress, placed: PlacedQuote, answer: Answer) -> Answer:
    """An answer with whom the pronoun in the source can stand for by what is known now."""
    reading = work.reading
    mention = pronoun_at(work.text, placed.source_start, reading.language)
    ranked = rank_antecedents(work.text, reading.focus, mention, situation_of(work, placed))
    return evolve(answer, ranked=tuple(ranked))
