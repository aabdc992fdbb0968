"""The focus of attention: who was mentioned lately, and in which role."""

from __future__ import annotations

from collections.abc import Iterator

from attrs import Factory, define, frozen

from quotekit.speakers.cast.entities import Entity
from quotekit.speakers.discourse import Discourse
from quotekit.speakers.mention import Mention

__all__ = ["SUBJECTS", "Focus", "Sighting", "grammatical_role"]

REACH = 24
"""Entities that are kept in focus, so that each mention takes the same time; chosen by hand."""

SUBJECTS = frozenset({"nsubj", "nsubjpass", "nsubj:pass", "csubj", "ROOT"})
POSSESSIVES = frozenset({"poss", "nmod:poss"})


@frozen(eq=False)
class Sighting:
    """One mention of an entity, as far as later mentions look back at it.

    Attributes:
        entity: Who was mentioned.
        index: The token where.
        role: ``subject``, ``possessive`` or ``other``.
        quoted: Whether it stands inside quotation marks.
    """

    entity: Entity
    index: int
    role: str
    quoted: bool


@define(eq=False)
class Focus:
    """The entities mentioned lately, the last one at the end; only so many are kept.

    Attributes:
        recent: The last sighting of each of them outside quotations.
        subjects: Their last sighting as a subject.
        counts: How often each entity of the document was mentioned so far.
    """

    recent: dict[int, Sighting] = Factory(dict)
    subjects: dict[int, Sighting] = Factory(dict)
    heard: dict[int, Sighting] = Factory(dict)
    counts: dict[int, int] = Factory(dict)

    def see(self, sighting: Sighting) -> None:
        """Take in that an entity was mentioned."""
        number = sighting.entity.number
        if sighting.quoted:
            remember(self.heard, number, sighting)
            return
        remember(self.recent, number, sighting)
        self.counts[number] = self.counts.get(number, 0) + 1
        if sighting.role == "subject":
            remember(self.subjects, number, sighting)

    def backwards(self) -> Iterator[Sighting]:
        """The last sightings, the latest first."""
        return reversed(self.recent.values())


def remember(store: dict[int, Sighting], number: int, sighting: Sighting) -> None:
    """Put *sighting* at the end of a store of bounded length."""
    store.pop(number, None)
    store[number] = sighting
    if len(store) > REACH:
        del store[next(iter(store))]


def grammatical_role(text: Discourse, mention: Mention) -> str:
    """The role of a mention in its clause."""
    head = mention.head
    dep = text.deps[head]
    hops = 0
    while dep in {"conj", "appos", "compound", "nmod", "flat"} and hops < 4:
        head = text.heads[head]
        dep = text.deps[head]
        hops += 1
    if text.tags[mention.head] in {"PRP$", "WP$"} or dep in POSSESSIVES:
        return "possessive"
    return "subject" if dep in SUBJECTS else "other"
