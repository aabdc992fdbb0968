"""Whom a pronoun inside a quotation means: whoever the quotation itself tells of, or the turn before it.

Narration passes over what quotations tell, for others than its author speak there. Inside them it is the
other way round: “My aunt keeps bees. She says it will rain” is about the aunt.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator

from quotekit.speakers.cast.entities import Entity
from quotekit.speakers.ground.mention import Mention
from quotekit.speakers.mentions.descriptions import resolve_description
from quotekit.speakers.mentions.focus import Focus, Sighting, grammatical_role, leads_sentence
from quotekit.speakers.mentions.pronouns import NOWHERE, Situation, rank_antecedents
from quotekit.speakers.sources.hearers import hearers_of
from quotekit.speakers.sources.progress import PlacedQuote, Progress

__all__ = ["antecedent_inside"]

INSIDE_TOKENS = 300
"""Tokens of a quotation before a pronoun that are looked through; chosen by hand."""

INSIDE_TURNS = 2
"""Quotations before the one that holds a pronoun in which whom it means can be told of; chosen by hand."""


def antecedent_inside(
    work: Progress, placed: PlacedQuote, holder: PlacedQuote, pronoun: Mention
) -> Entity | None:
    """Who the source *pronoun* of a quote is, by what the quotation *holder* around it tells; else None."""
    focus = Focus()
    for mention in mentions_inside(work, holder, pronoun.first):
        entity = entity_inside(work, focus, mention)
        if entity is not None and entity is not work.speaker(holder.number):
            focus.see(sighting_of(work, entity, mention))
    hearers = {entity.number for entity in hearers_of(work, placed)}
    situation = Situation(is_source=True, hearers=hearers)
    ranked = rank_antecedents(work.text, focus, pronoun, situation)
    return ranked[0][1] if ranked else None


def mentions_inside(work: Progress, holder: PlacedQuote, last: int) -> Iterator[Mention]:
    """The mentions that the quotation around a token, or the one before, has up to it; none calls anybody."""
    before = work.placed[max(0, holder.number - INSIDE_TURNS) : holder.number]
    first = min((one.tokens.start for one in (*before, holder) if one.tokens), default=last)
    called = {name.first for one in (*before, holder) for name in one.called}
    mentions = work.reading.mentions
    edges = max(first, last - INSIDE_TOKENS), last
    start, end = (bisect_left(mentions, edge, key=lambda mention: mention.first) for edge in edges)
    for mention in mentions[start:end]:
        if work.text.quoted[mention.head] and mention.first not in called:
            yield mention


def entity_inside(work: Progress, focus: Focus, mention: Mention) -> Entity | None:
    """Whom a mention inside a quotation means, as far as the quotation tells; nobody for "I" and "you"."""
    reading = work.reading
    if mention.kind == "name":
        return reading.cast.by_mention.get(mention.first)
    if mention.kind == "nominal":
        if mention.place not in reading.referents:
            entity = resolve_description(work.text, reading.cast, focus, mention, reading.language)
            reading.refer(mention.place, entity)
        return reading.referents[mention.place]
    if mention.gender not in {"m", "f"}:
        return None
    ranked = rank_antecedents(work.text, focus, mention, NOWHERE)
    if not ranked:
        return None
    ranked[0][1].tell_gender(mention.gender)
    return ranked[0][1]


def sighting_of(work: Progress, entity: Entity, mention: Mention) -> Sighting:
    """That a mention inside a quotation is of *entity*, as one of the narration would be."""
    text = work.text
    role = grammatical_role(text, mention, work.reading.language)
    by_pronoun = mention.kind == "pronoun"
    return Sighting(entity, mention.head, role, False, by_pronoun, leads_sentence(text, mention.head))
