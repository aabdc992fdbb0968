"""Who is called by name in a turn and speaks beside it under a description ("the clerk")."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from quotekit.language import Language
from quotekit.speakers.cast.entities import Entity
from quotekit.speakers.names.personal_names import Name
from quotekit.speakers.sources.hearers import persons_called, tells_of
from quotekit.speakers.sources.progress import PlacedQuote, Progress
from quotekit.speakers.sources.source import nominal_of

__all__ = ["persons_called_beside"]

BESIDE_PARAGRAPHS = 1
"""Paragraphs between a turn and the one that answers it at most: each has its own."""


def persons_called_beside(work: Progress) -> Iterator[tuple[Entity, Entity]]:
    """Each speaker who was only described, with whoever the turn before calls by a name that is new there.

    A name that the narration had before is somebody's whom it would have called so, and whoever spoke
    before is known by then. Whom the turn behind calls has not always spoken: so it was wrong too often.
    """
    turns = [placed for placed in work.placed if placed.quote.kind == "direct" and not placed.quote.depth]
    for first, second in pairwise(turns):
        if second.paragraph - first.paragraph > BESIDE_PARAGRAPHS:
            continue
        nameless, named = described_by_source(work, second), only_called(work, first, second)
        if nameless is None or named is None or tells_of(work, second, named):
            continue
        if can_be_one(work, first, nameless, named):
            yield nameless, named


def described_by_source(work: Progress, placed: PlacedQuote) -> Entity | None:
    """The person without a name whom the source of a turn describes, where it is their first."""
    entity, source = work.speaker(placed.number), placed.source
    if entity is None or source is None or source.kind != "nominal" or entity.plural:
        return None
    if nominal_of(work.text, source, work.reading.language).determiner == "indefinite":
        return None
    spoke = any(work.speaker(past) is entity for past in range(placed.number))
    is_person = entity.label == "PERSON" and bool(entity.nominals)
    return entity if is_person and not entity.names and not spoke else None


def only_called(work: Progress, placed: PlacedQuote, second: PlacedQuote) -> Entity | None:
    """The only person whom a turn calls by a name that no narration has before the end of the second one."""
    called = {one.number: one for one in persons_called(work, placed)}
    names = [name for one in called.values() for name in one.names]
    is_told = any(one.first < second.tokens.stop and not work.text.quoted[one.head] for one in names)
    is_known = any(is_evident_name(one.name, work.reading.language) for one in names)
    return next(iter(called.values())) if len(called) == 1 and is_known and not is_told else None


def is_evident_name(name: Name | None, language: Language) -> bool:
    """Whether a name has a title or a known first name, as no word has that is only called out ("Hark!")."""
    if name is None or name.kind == "kin":
        return False
    return bool(name.titles) or name.first in language.first_names


def can_be_one(work: Progress, caller: PlacedQuote, nameless: Entity, named: Entity) -> bool:
    """Whether somebody described can bear a name, and neither of both calls it.

    Whoever is called by a first name alone is seldom described by a service ("Tom": "the conductor").
    """
    speaker, language = work.speaker(caller.number), work.reading.language
    fits = "-" in {nameless.gender, named.gender} or nameless.gender == named.gender
    is_familiar = not nameless.nouns.isdisjoint(language.plain_persons | language.relatives.keys())
    is_formal = any(one.name is not None and (one.name.titles or one.name.is_full) for one in named.names)
    return fits and (is_familiar or is_formal) and speaker is not nameless and speaker is not named
