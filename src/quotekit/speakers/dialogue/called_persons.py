"""Who is called by name in a turn and speaks beside it under a description ("the clerk")."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from quotekit.language import Language
from quotekit.speakers.cast.entities import Entity
from quotekit.speakers.ground.mention import Mention
from quotekit.speakers.sources.hearers import persons_called, tells_of
from quotekit.speakers.sources.progress import PlacedQuote, Progress
from quotekit.speakers.sources.source import nominal_of

__all__ = ["persons_called_beside"]

BESIDE_PARAGRAPHS = 1
"""Paragraphs between a turn and the one that answers it at most: each has its own."""

CALLING = 3
"""Quotations of a paragraph before a turn in which it is called by name, at most; chosen by hand."""


def persons_called_beside(work: Progress) -> Iterator[tuple[Entity, Entity]]:
    """Each speaker who was only described, with whoever the turn before calls by a name that is new there.

    A name that the narration had before is somebody's whom it would have called so, and whoever spoke
    before is known by then. Whom the turn behind calls has not always spoken: so it was wrong too often.
    """
    turns = [placed for placed in work.placed if placed.quote.kind == "direct" and not placed.quote.depth]
    for at, (first, second) in enumerate(pairwise(turns)):
        if second.paragraph - first.paragraph > BESIDE_PARAGRAPHS:
            continue
        calling = [
            one for one in turns[max(0, at + 1 - CALLING) : at + 1] if one.paragraph == first.paragraph
        ]
        nameless, named = described_beside(work, calling[0], second), only_called(work, calling, second)
        if nameless is None or named is None or tells_of(work, second, named):
            continue
        if can_be_one(work, first, nameless, named):
            yield nameless, named


def described_beside(work: Progress, calling: PlacedQuote, placed: PlacedQuote) -> Entity | None:
    """The person without a name whom a turn, their first, has for its source, or its paragraph describes."""
    entity = work.speaker(placed.number)
    if entity is None or entity.plural or not is_described_there(work, calling, placed, entity):
        return None
    spoke = any(work.speaker(past) is entity for past in range(placed.number))
    is_person = entity.label == "PERSON" and bool(entity.nominals)
    return entity if is_person and not entity.names and not spoke else None


def is_described_there(work: Progress, calling: PlacedQuote, placed: PlacedQuote, entity: Entity) -> bool:
    """Whether the source of a turn describes whom the text knows, or without one its paragraph does.

    Without a source, that was told of before the turn that calls: others come up only to answer.
    """
    source = placed.source
    if source is None:
        text = work.text
        told = [one for one in entity.nominals if not text.quoted[one.head]]
        near = (one for one in told if text.paragraphs[one.head] == placed.paragraph)
        is_known = any(one.first < calling.tokens.start for one in told)
        return is_known and any(one.determiner != "indefinite" for one in near)
    is_nominal = source.kind == "nominal"
    return is_nominal and nominal_of(work.text, source, work.reading.language).determiner != "indefinite"


def only_called(work: Progress, calling: Sequence[PlacedQuote], second: PlacedQuote) -> Entity | None:
    """The only person whom turns call by a name that no narration has before the end of the second one."""
    called = {one.number: one for placed in calling for one in persons_called(work, placed)}
    names = [name for one in called.values() for name in one.names]
    is_told = any(one.first < second.tokens.stop and not work.text.quoted[one.head] for one in names)
    is_known = any(is_evident_name(one, work.reading.language) for one in names)
    return next(iter(called.values())) if len(called) == 1 and is_known and not is_told else None


def is_evident_name(mention: Mention, language: Language) -> bool:
    """Whether a name has a title, a known first name or a surname, as no word called out has ("Hark!")."""
    name = mention.name
    if name is None or name.kind == "kin":
        return False
    is_person = mention.label == "PERSON" and name.is_full
    return bool(name.titles) or name.first in language.first_names or is_person


def can_be_one(work: Progress, caller: PlacedQuote, nameless: Entity, named: Entity) -> bool:
    """Whether somebody described can bear a name, and neither of both calls it.

    Whoever is called by a first name alone is seldom described by a service ("Tom": "the conductor").
    """
    speaker, language = work.speaker(caller.number), work.reading.language
    fits = "-" in {nameless.gender, named.gender} or nameless.gender == named.gender
    is_familiar = not nameless.nouns.isdisjoint(language.plain_persons | language.relatives.keys())
    is_formal = any(one.name is not None and (one.name.titles or one.name.is_full) for one in named.names)
    return fits and (is_familiar or is_formal) and speaker is not nameless and speaker is not named
