"""Chains of mentions that somebody else has found, such as a model of coreference: each is one speaker."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from functools import partial
from itertools import chain
from typing import Any

from quotekit.errors import InputTypeError, OffsetsError
from quotekit.given import checked_items, checked_value
from quotekit.records import Span, require_in_text
from quotekit.speakers.cast.entities import Cast, Entity
from quotekit.speakers.ground.discourse import Discourse
from quotekit.speakers.ground.mention import Mention

__all__ = ["Chain", "GivenChains", "follow_chains", "read_chains"]

Chain = tuple[Span, ...]
"""The mentions of one person or thing, in any order."""

GivenChains = Iterable[Iterable["Span | tuple[int, int]"]]
"""Chains as a caller gives them: a mention is a `Span`, or where it starts and ends."""

EXPECTED = "chains, each a list of mentions: (start, end) in characters, or a quotekit.Span"
"""What errors call the kind of thing that is taken."""


def read_chains(text: str, given: GivenChains) -> tuple[Chain, ...]:
    """The chains that a caller gives for *text*.

    Raises:
        InputTypeError: They are no lists of mentions.
        OffsetsError: A mention does not stand in the text.
    """
    chains: Iterator[Any] = checked_items(given, object, EXPECTED)
    read = (map(partial(read_mention, text), checked_items(spans, object, EXPECTED)) for spans in chains)
    return tuple(map(tuple, read))


def read_mention(text: str, given: object) -> Span:
    """One mention of a chain."""
    if isinstance(given, Span):
        require_in_text(text, (given,))
        return given
    edges = checked_value(given, tuple, EXPECTED)
    if [type(edge) for edge in edges] != [int, int]:
        raise InputTypeError(repr(edges), EXPECTED)
    start, end = edges
    if not 0 <= start < end <= len(text):
        raise OffsetsError(start, end, "a mention", text[max(0, start) : max(0, end)])
    return Span.of(text, start, end)


def follow_chains(
    text: Discourse, cast: Cast, mentions: Iterable[Mention], chains: Iterable[Chain]
) -> dict[int, Entity]:
    """Whom the mentions of *chains* mean, by the index of the head of each.

    The names of a chain become one entity's, the longest chain first. Chains with a mention in common
    are one. A chain without a name or a description of somebody who can speak tells nothing.
    """
    by_head = {index: mention for mention in mentions for index in heads_of(mention)}
    met: dict[int, Entity] = {}
    owned: set[int] = set()
    united = united_chains([list(heads_in(text, spans)) for spans in chains], by_head)
    for heads in sorted(united, key=len, reverse=True):
        known = [by_head[head] for head in dict.fromkeys(heads) if head in by_head]
        entity = entity_of(cast, known, owned)
        if entity is not None:
            owned.add(entity.number)
            learn_from(entity, known)
            met.update(dict.fromkeys(heads, entity))
    return met


def united_chains(chains: Iterable[Sequence[int]], by_head: Mapping[int, Mention]) -> list[list[int]]:
    """The heads of chains, of those as one that have a mention in common; any word of a name is its head."""
    whole: dict[int, list[int]] = {}
    for heads in chains:
        places = [by_head[head].place if head in by_head else head for head in heads]
        shared = {id(whole[place]): whole[place] for place in places if place in whole}
        united = [*chain.from_iterable(shared.values()), *heads]
        whole.update(
            (by_head[head].place if head in by_head else head, united) for head in dict.fromkeys(united)
        )
    return list({id(heads): heads for heads in whole.values()}.values())


def heads_of(mention: Mention) -> range:
    """The tokens one of which is the head of a chain's mention that is the same as this one."""
    whole = range(mention.first, mention.last)
    return whole if mention.kind == "name" else range(mention.head, mention.head + 1)


def heads_in(text: Discourse, spans: Chain) -> Iterator[int]:
    """The head of each mention of a chain: the first of its words that depends on none of the others."""
    for span in spans:
        tokens = text.tokens(span.start, span.end)
        heads = (index for index in tokens if text.heads[index] not in tokens or text.heads[index] == index)
        yield from (index for index in (next(heads, -1),) if index >= 0)


def entity_of(cast: Cast, known: Sequence[Mention], owned: Set[int]) -> Entity | None:
    """Who bears the names among *known* and is nobody of *owned*, or whoever they describe."""
    names = [mention for mention in known if mention.kind == "name"]
    if names:
        return bearer_of(cast, names, owned)
    described = next((mention for mention in known if mention.kind == "nominal"), None)
    if described is None:
        return None
    return cast.add(described.label, described.gender, plural=described.number == "p")


def bearer_of(cast: Cast, names: Sequence[Mention], owned: Set[int]) -> Entity:
    """The entity that *names* become one of: whoever bears most of them already, or somebody new."""
    borne: dict[int, list[Mention]] = defaultdict(list)
    for name in names:
        borne[cast.by_mention[name.first].number].append(name)
    free = [number for number in borne if number not in owned]
    most = max(free, key=lambda number: len(borne[number]), default=None)
    entity = cast.add(names[0].label, names[0].gender) if most is None else cast.entities[most]
    for number, own in borne.items():
        other = cast.entities[number]
        is_whole = number not in owned and 2 * len(own) > len(other.names)
        cast.settle(entity, other.names if is_whole else own)
        if is_whole:
            entity.take_alias(other.alias)
    return entity


def learn_from(entity: Entity, known: Sequence[Mention]) -> None:
    """Take in what a chain calls *entity*, and whether its pronouns say he or she."""
    for mention in known:
        if mention.kind == "nominal":
            entity.take_description(mention)
    genders = Counter(mention.gender for mention in known if mention.kind == "pronoun")
    told = [gender for gender, _ in genders.most_common() if gender in {"m", "f"}]
    if told:
        entity.take_for_person(told[0])
