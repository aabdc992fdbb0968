"""Replies of which the text tells only where they came from ("came the reply from the loft")."""

from __future__ import annotations

from quotekit.language import Language
from quotekit.speakers.ground.discourse import Discourse
from quotekit.speakers.ground.nominal_labels import nominal_label
from quotekit.speakers.ground.scheme import COMMON_NOUNS, TOPICS
from quotekit.speakers.sources.progress import Answer, PlacedQuote, Progress
from quotekit.speakers.sources.source import Source

__all__ = ["by_whereabouts"]


def by_whereabouts(work: Progress, source: Source, placed: PlacedQuote) -> Answer | None:
    """Nobody, or whoever is said to be there ("from the loft, where Ada was counting sacks")."""
    text, reading = work.text, work.reading
    before = text.previous_word(source.tokens.start) if source.tokens else -1
    if source.kind != "nominal" or text.lower_at(before) not in reading.language.function_words.place:
        return None
    cue = [index for span in placed.quote.cue for index in text.tokens(span.start, span.end)]
    if not any(text.tags[index] in COMMON_NOUNS for index in cue):
        return None
    if is_people(text, source, reading.language):
        return None
    there = (name for name in reading.names_in(source.tokens) if text.deps[name.head] in TOPICS)
    persons = (reading.bearer_of(name) for name in there)
    return Answer(next((one for one in persons if one.is_person), None), "nominal")


def is_people(text: Discourse, source: Source, language: Language) -> bool:
    """Whether a source is somebody by its noun, by a capital, or as a plural that nothing determines."""
    noun = source.noun
    bare = text.tags[noun] == "NNS" and noun == source.tokens.start
    return bare or text.words[noun][:1].isupper() or bool(nominal_label(text.lemmas[noun], language))
