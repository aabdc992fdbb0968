"""The rules for a quote that nobody is named for, in texts that are not told in turns of dialogue."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable

from quotekit.quotes.succession.seams import is_seam
from quotekit.speakers.cast.entities import Entity
from quotekit.speakers.dialogue.beats import is_acting
from quotekit.speakers.ground.discourse import DASH_LAYOUT
from quotekit.speakers.ground.speaker_rule import SpeakerRule
from quotekit.speakers.mentions.focus import Sighting
from quotekit.speakers.sources.answering import called_before
from quotekit.speakers.sources.hearers import is_question, persons_called
from quotekit.speakers.sources.issuers import author_above
from quotekit.speakers.sources.progress import Answer, PlacedQuote, Progress
from quotekit.speakers.sources.situations import SPEAKER_PARAGRAPHS

__all__ = ["TURN_RULES", "answer_by_turn"]


def by_paragraph(work: Progress, placed: PlacedQuote) -> Entity | None:
    """Whoever spoke before in the same paragraph, unless somebody else acts in between."""
    before = work.known_before(placed.number)
    if not before or before[-1].paragraph != placed.paragraph:
        return None
    told = max(before[-1].tokens.stop, before[-1].source_tokens.stop)
    between = actors(work, told, placed.tokens.start)
    speaker = work.speaker(before[-1].number)
    return speaker if speaker in between or not between else between[-1]


def by_action(work: Progress, placed: PlacedQuote) -> Entity | None:
    """Whoever acts beside the quote in its paragraph, in front of it or else behind it."""
    first, last = paragraph_bounds(work, placed)
    later = (other.tokens.start for other in work.placed[placed.number + 1 :][:1] if other.tokens)
    last = min([last, *(start for start in later if start >= placed.tokens.stop)])
    before = actors(work, first, placed.tokens.start)
    after = actors(work, placed.tokens.stop, last)
    return before[-1] if before else after[0] if after else None


def by_narration(work: Progress, placed: PlacedQuote) -> Entity | None:
    """Whoever alone acts in the narration between the last quote and this one."""
    before = work.known_before(placed.number)
    if (
        not before
        or placed.paragraph - before[-1].paragraph < 2
        or placed.paragraph - before[-1].paragraph > SPEAKER_PARAGRAPHS
    ):
        return None
    first, _ = paragraph_bounds(work, placed)
    last_end = paragraph_bounds(work, before[-1])[1]
    if "?" in work.text.words[last_end:first]:
        return None
    between = actors(work, last_end, first)
    return between[0] if between and all(entity is between[0] for entity in between) else None


def by_letter(work: Progress, placed: PlacedQuote) -> Entity | None:
    """Whose letter the paragraph above tells of, where nothing but the quote stands in its own."""
    first, _ = paragraph_bounds(work, placed)
    return author_above(work, placed, first) if first and is_whole_paragraph(work, placed) else None


def by_call(work: Progress, placed: PlacedQuote) -> Entity | None:
    """Whom the turn before calls by name, for they answer."""
    return next(called_before(work, placed), None)


def by_lead(work: Progress, placed: PlacedQuote) -> Entity | None:
    """The only person who is named in the paragraph above a text's first quote ("one spoke: Ada Lund")."""
    first, _ = paragraph_bounds(work, placed)
    if placed.number or first == 0 or not is_whole_paragraph(work, placed):
        return None
    above = [one for one in told_from(work, 0) if work.text.paragraphs[one.index] == placed.paragraph - 1]
    persons = {one.entity.number: one.entity for one in above if one.entity.is_person}
    [person] = persons.values() if len(persons) == 1 else [None]
    return person if person is not None and person.names else None


def by_question(work: Progress, placed: PlacedQuote) -> Entity | None:
    """Whoever acts behind a question that the text reports, for whoever asked does not answer."""
    before = work.known_before(placed.number)
    if not before or before[-1].quote.kind == "direct" or not is_question(work, before[-1]):
        return None
    if placed.paragraph - before[-1].paragraph > 1:
        return None
    told = max(before[-1].tokens.stop, before[-1].source_tokens.stop)
    asker = work.speaker(before[-1].number)
    return next((one for one in actors(work, told, placed.tokens.start) if one is not asker), None)


def by_exchange(work: Progress, placed: PlacedQuote) -> Entity | None:
    """Whoever of two spoke before the last one, where a question is put between paragraphs of theirs."""
    before = work.known_before(placed.number)[-2:]
    near = [*(past.paragraph for past in before), placed.paragraph]
    if len(before) < 2 or near != list(range(near[0], near[0] + 3)):
        return None
    if not any("?" in work.text.words[one.tokens.stop - 2 : one.tokens.stop] for one in (before[1], placed)):
        return None
    first, second = (work.speaker(past.number) for past in before)
    turns = all(past.quote.kind == "direct" for past in before)
    return first if turns and first is not second and is_whole_paragraph(work, placed) else None


def is_whole_paragraph(work: Progress, placed: PlacedQuote) -> bool:
    """Whether nothing but a quote stands in its paragraph."""
    first, last = paragraph_bounds(work, placed)
    outside = (*range(first, placed.tokens.start), *range(placed.tokens.stop, last))
    return not any(any(map(str.isalnum, work.text.words[index])) for index in outside)


def by_last_speaker(work: Progress, placed: PlacedQuote) -> Entity | None:
    """Whoever spoke last, as far as that is near; a dash gives the word to somebody else."""
    before = work.known_before(placed.number)
    if not before or placed.paragraph - before[-1].paragraph > SPEAKER_PARAGRAPHS:
        return None
    if placed.quote.rule == before[-1].quote.rule == DASH_LAYOUT:
        return None
    speaker = work.speaker(before[-1].number)
    is_called = any(entity is speaker for entity in persons_called(work, placed))
    return None if is_called else speaker


def actors(work: Progress, first: int, last: int) -> list[Entity]:
    """The persons who do something outside quotations between two tokens, if only with a part of them."""
    return [
        sighting.entity
        for sighting in told_from(work, first)
        if sighting.index < last
        and sighting.entity.is_person
        and is_acting(work.text, sighting, work.reading.language)
    ]


def told_from(work: Progress, first: int) -> list[Sighting]:
    """The sightings outside quotations from a token on, in order."""
    found: list[Sighting] = []
    for sighting in reversed(work.reading.sightings):
        if sighting.index < first:
            break
        if not sighting.quoted:
            found.append(sighting)
    return found[::-1]


def paragraph_bounds(work: Progress, placed: PlacedQuote) -> tuple[int, int]:
    """Where the paragraph of a turn begins and ends."""
    numbers = work.text.paragraphs
    return bisect_left(numbers, placed.paragraph), bisect_right(numbers, placed.paragraph)


def answer_by_turn(work: Progress, placed: PlacedQuote) -> Answer | None:
    """Who speaks a quote that nobody is named for, by the first rule that does not abstain."""
    others = neighbours_across_seam(work, placed)
    for rule in TURN_RULES:
        entity = rule.find(work, placed)
        if entity is not None and not any(entity is other for other in others):
            return Answer(entity, "turn", rule=rule.name)
    return None


def neighbours_across_seam(work: Progress, placed: PlacedQuote) -> list[Entity]:
    """Who speaks the quotations that nothing but blanks parts from this one, each of which is another's."""
    found: list[Entity] = []
    for other in work.placed[max(0, placed.number - 1) : placed.number + 2]:
        first, second = sorted((other.quote, placed.quote), key=lambda quote: quote.start)
        speaker = work.speaker(other.number)
        if speaker is not None and is_seam(work.text.text, first.end, second.start):
            found.append(speaker)
    return found


TurnRule = Callable[[Progress, PlacedQuote], "Entity | None"]

TURN_RULES: tuple[SpeakerRule[TurnRule], ...] = (
    SpeakerRule("paragraph", by_paragraph, "Nearest: another quotation of its paragraph has a speaker."),
    SpeakerRule("action", by_action, "No quotation stands before it there: whoever acts in the paragraph."),
    SpeakerRule("letter", by_letter, "Nobody acts there: whose letter it is, and not whoever reads it."),
    SpeakerRule("narration", by_narration, "Nobody acts there: whoever acts between it and the last quote."),
    SpeakerRule("call", by_call, "Nobody acts in between either: whom the turn before calls answers it."),
    SpeakerRule("lead", by_lead, "For a text's first quote alone, which has no turn before it."),
    SpeakerRule("question", by_question, "Before the last speaker, who asked it."),
    SpeakerRule("exchange", by_exchange, "Before the last speaker, who would answer their own question."),
    SpeakerRule("last speaker", by_last_speaker, "Last: it needs no sign, only that nothing else tells."),
)
"""Who speaks where nobody is named; the first rule that does not abstain decides."""
