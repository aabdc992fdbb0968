"""A man's bare surname that was taken for his wife's, who is told from him by title, first name and pronouns.

A narrator calls the one "Archer", and the other "May" or "Mrs. Archer".
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping

from attrs import Factory, frozen

from quotekit.speakers.cast.entities import Cast, Entity
from quotekit.speakers.ground.mention import Mention

__all__ = ["NamesHeard", "part_namesakes"]

FIRM_VOTES = 5.0
"""Votes of pronouns behind bare surnames that tell whose they are; chosen by hand."""

FIRM_LEAD = 2.0
"""How many times the votes of the other gender these need; chosen by hand."""

Votes = Mapping[str, float]
"""How firmly each gender is told."""


@frozen(eq=False)
class NamesHeard:
    """The votes of the pronouns behind somebody's bare surname, "Archer" of May Archer.

    Attributes:
        votes: Of each entity, by its number, the weight of each gender.
    """

    votes: dict[int, dict[str, float]] = Factory(lambda: defaultdict(lambda: defaultdict(float)))
    _surnames: dict[int, frozenset[str]] = Factory(dict)

    def take_vote(self, entity: Entity, name: Mention, gender: str, weight: float) -> None:
        """Take in a pronoun behind *name*, one of *entity*'s."""
        if entity.number not in self._surnames:
            self._surnames[entity.number] = surnames_of(entity)
        if is_bare(name, self._surnames[entity.number]):
            self.votes[entity.number][gender] += weight


def surnames_of(entity: Entity) -> frozenset[str]:
    """The surnames in the full and the titled names of *entity*."""
    names = (mention.name for mention in entity.names)
    return frozenset(name.last for name in names if name is not None and (name.is_full or name.is_surname))


def is_bare(mention: Mention, surnames: frozenset[str]) -> bool:
    """Whether a name is one of *surnames*, without a title or a first name."""
    name = mention.name
    return name is not None and not (name.is_full or name.titles) and name.last in surnames


def part_namesakes(cast: Cast, heard: NamesHeard) -> None:
    """Give the bare surname of a woman with a title, where it is a man's, to a man who bears it."""
    for number, votes in heard.votes.items():
        entity = cast.entities[number]
        namesake = namesake_of(cast, entity) if is_lady(entity) and tells_man(votes) else None
        if namesake is None:
            continue
        surnames = surnames_of(entity)
        cast.settle(namesake, [name for name in entity.names if is_bare(name, surnames)])
        for gender, weight in votes.items():
            entity.take_vote(gender, -weight)
            namesake.take_vote(gender, weight)


def is_lady(entity: Entity) -> bool:
    """Whether somebody is a woman whom the text calls by title and surname too."""
    names = (mention.name for mention in entity.names)
    return entity.gender == "f" and any(name is not None and name.kind == "courtesy" for name in names)


def tells_man(votes: Votes) -> bool:
    """Whether pronouns tell for certain that a name is a man's."""
    he, she = votes.get("m", 0.0), votes.get("f", 0.0)
    return he >= FIRM_VOTES and he >= FIRM_LEAD * she


def namesake_of(cast: Cast, entity: Entity) -> Entity | None:
    """The man of *entity*'s surname who is named most often, if there is one."""
    surnames = surnames_of(entity)
    bearers = (one for one in cast.entities if one.is_person and one.gender == "m")
    men = [one for one in bearers if surnames & surnames_of(one)]
    return max(men, key=lambda one: len(one.names), default=None)
