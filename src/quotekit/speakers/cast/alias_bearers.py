"""Who bears the names that the caller has for speakers, once it is known which names are whose."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence

from quotekit.speakers.cast.entities import Cast
from quotekit.speakers.ground.mention import Mention
from quotekit.speakers.names.aliases import Aliases

__all__ = ["call_by_aliases"]


def call_by_aliases(cast: Cast, names: Sequence[Mention], aliases: Aliases) -> None:
    """Call by the caller's names whoever bears them, under all other names too.

    Whom the caller calls the same are one. Whoever the rules take for one, and the caller for two, is parted.
    A name that several can bear tells of none of them, and names the caller's speaker where it stands.
    """
    told = called_mentions(names, aliases)
    sure = [(mention, alias) for mention, alias in told if mention.first not in cast.ambiguous]
    unsure = [(mention, alias) for mention, alias in told if mention.first in cast.ambiguous]
    given: dict[int, list[tuple[Mention, str]]] = defaultdict(list)
    for mention, alias in sure:
        given[cast.by_mention[mention.first].number].append((mention, alias))
    for number, own in given.items():
        call_by_alias(cast, number, own)
    for mention, alias in unsure:
        cast.settle(cast.bearer_of_alias(alias, mention.label), [mention])


def called_mentions(names: Sequence[Mention], aliases: Aliases) -> list[tuple[Mention, str]]:
    """The names whose bearers the caller calls something, with that."""
    borne = {aliases.whole_key(mention.name) for mention in names if mention.name is not None}
    called = [(mention, aliases.called(mention.name, borne)) for mention in names if mention.name is not None]
    return [(mention, alias) for mention, alias in called if alias is not None]


def call_by_alias(cast: Cast, number: int, own: Sequence[tuple[Mention, str]]) -> None:
    """Call an entity by the alias that most of its names have; those with another one are somebody else's."""
    [(most, _)] = Counter(alias for _, alias in own).most_common(1)
    for mention, alias in own:
        if alias != most:
            cast.settle(cast.bearer_of_alias(alias, mention.label), [mention])
    cast.take_alias(cast.entities[number], most)
