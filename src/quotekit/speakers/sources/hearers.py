"""Whom a quote is said to or of, who is not the one to say it."""

from __future__ import annotations

from collections.abc import Iterator

from quotekit.speakers.cast.entities import Entity
from quotekit.speakers.ground.nominal_labels import opens_question
from quotekit.speakers.ground.scheme import PLURALS
from quotekit.speakers.sources.progress import PlacedQuote, Progress

__all__ = ["hearers_of", "is_question", "persons_called", "persons_told", "tells_of"]

APPOSED_TOKENS = 4
"""Tokens behind whom a quote is said to in which their name begins; chosen by hand."""

OBJECT_TOKENS = 6
"""Tokens behind a cue in which the name of its object ends; chosen by hand."""


def hearers_of(work: Progress, placed: PlacedQuote) -> Iterator[Entity]:
    """Whom a quote is said to or of, by its cue and its question, and by its words but in dialogue.

    There a weight counts who is called.
    """
    yield from persons_told(work, placed)
    yield from persons_told_of(work, placed)
    yield from asker_of(work, placed)
    if not work.is_dialogue:
        yield from persons_called(work, placed)
        yield from persons_named(work, placed)


def persons_named(work: Progress, placed: PlacedQuote) -> Iterator[Entity]:
    """The persons whom a report names, for nobody is reported to tell of themselves by name."""
    for span in placed.quote.content if placed.quote.kind != "direct" else ():
        for name in work.reading.names_in(work.text.tokens(span.start, span.end)):
            entity = work.reading.bearer_of(name)
            if entity.is_person:
                yield entity


def asker_of(work: Progress, placed: PlacedQuote) -> Iterator[Entity]:
    """Who asked in the same sentence what a quote answers ("Asked by Lund whether it leaked, she said")."""
    text, before = work.text, work.placed[max(0, placed.number - 1) : placed.number]
    here = text.sentence_at(placed.source_start)
    for last in before:
        entity = work.speaker(last.number) if last.source_tokens else None
        if entity is not None and text.sentence_at(last.source_start) == here and asks_before(work, last):
            yield entity


def is_question(work: Progress, placed: PlacedQuote) -> bool:
    """Whether a quote is a question, in somebody's own words or reported."""
    if placed.quote.text.rstrip("\"'”’»").endswith("?"):
        return True
    if placed.quote.kind == "direct" or not placed.tokens:
        return False
    first, text = placed.tokens[0], work.text
    word, language = text.lower[first], work.reading.language
    is_asking = text.tags[first].startswith("W") and word not in language.clause_openers
    return is_asking or opens_question(word, language)


def asks_before(work: Progress, placed: PlacedQuote) -> bool:
    """Whether somebody says a quote as a participle's agent, or in a clause of time ("When Lund asked …")."""
    text, verbs = work.text, [work.text.token_at(span.start) for span in placed.quote.cue]
    link = text.previous_word(placed.source_tokens.start)
    is_agent = text.lower_at(link) in work.reading.language.function_words.authorship
    in_time = any(text.deps[verb] == "advcl" and verb > placed.source_start for verb in verbs)
    return is_agent or (in_time and is_question(work, placed))


def persons_told(work: Progress, placed: PlacedQuote) -> Iterator[Entity]:
    """Whom the cue of a quote says it to, under all of their names, and whoever in focus is described so.

    Several ("reporters") are nobody whom the text says to be one of them.
    """
    reading, text = work.reading, work.text
    behind = range(placed.told.stop, placed.told.stop + APPOSED_TOKENS if placed.told else 0)
    beside = (name for name in reading.names_in(behind) if text.deps[name.head] == "appos")
    apposed = (name for name in beside if text.heads[name.head] in placed.told)  # "her sister Anna"
    for name in (*reading.names_in(placed.told), *apposed):
        yield reading.bearer_of(name)
    if placed.told:
        noun, several = text.lemmas[placed.told[-1]], text.tags[placed.told[-1]] in PLURALS
        described = (one.entity for one in reading.focus.backwards() if noun in one.entity.nouns)
        yield from (entity for entity in described if entity.plural == several)


def persons_told_of(work: Progress, placed: PlacedQuote) -> Iterator[Entity]:
    """Whoever the object of a cue names, who is nobody that acts in it ("He called Lund a liar")."""
    text = work.text
    verbs = {text.token_at(at) for span in placed.quote.cue for at in (span.start, span.end - 1)}
    near = range(max(verbs, default=0) + 1, max(verbs, default=0) + OBJECT_TOKENS)
    for name in work.reading.names_in(near):
        if text.deps[name.head] == "dobj" and text.heads[name.head] in verbs:
            yield work.reading.bearer_of(name)


def persons_called(work: Progress, placed: PlacedQuote) -> Iterator[Entity]:
    """The persons whom the words of a quote call by name, the last one first."""
    called = (work.reading.bearer_of(name) for name in reversed(placed.called))
    return (entity for entity in called if entity.may_be_person)


def tells_of(work: Progress, placed: PlacedQuote, entity: Entity) -> bool:
    """Whether the words of a turn have a "he" or a "she" that somebody can be."""
    pronouns = work.reading.language.pronouns
    words = (work.text.lower[at] for at in placed.tokens)
    genders = {pronouns[word].gender for word in words if word in pronouns} & {"m", "f"}
    return bool(genders) and (entity.gender == "-" or entity.gender in genders)
