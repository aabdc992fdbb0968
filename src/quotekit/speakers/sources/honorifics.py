"""Whom "his Highness" and "her ladyship" mean: somebody of rank who is at hand."""

from __future__ import annotations

from quotekit.speakers.cast.entities import Entity
from quotekit.speakers.mentions.nominal_mentions import pronoun_at
from quotekit.speakers.sources.progress import Answer, PlacedQuote, Progress
from quotekit.speakers.sources.source import Source

__all__ = ["by_honorific"]

RANKS = frozenset({"style", "office"})
"""Kinds of titles that somebody of rank has."""

HONORIFIC_WORDS = 2
"""Words of such a source: whose it is, and what they are called."""


def by_honorific(work: Progress, source: Source, placed: PlacedQuote) -> Answer | None:
    """Whoever with a title was mentioned last of those who are he, or she, as the honorific says."""
    text, language, first = work.text, work.reading.language, source.tokens.start
    called = text.lower[source.tokens[-1]] if source.tokens else ""
    if called not in language.function_words.honorific or len(source.tokens) != HONORIFIC_WORDS:
        return None
    if text.lower[first] not in language.pronouns:
        return None
    gender = pronoun_at(text, first, language).gender
    near = (sighting.entity for sighting in work.reading.focus.backwards())
    entity = next((one for one in near if has_rank(one, work) and one.gender in {gender, "-"}), None)
    return Answer(entity, "nominal") if entity is not None else None


def has_rank(entity: Entity, work: Progress) -> bool:
    """Whether somebody is called by a title of rank."""
    titles = work.reading.language.titles
    borne = (title for name in entity.names if name.name is not None for title in name.name.titles)
    return entity.is_person and any(titles[title].kind in RANKS for title in borne)
