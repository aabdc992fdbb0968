"""Turns: the quotes of a document on the way to their speakers."""

from __future__ import annotations

from collections.abc import Sequence

from attrs import Factory, define

from quotekit.records import Quote
from quotekit.speakers.cast.entities import Entity
from quotekit.speakers.discourse import Discourse

__all__ = ["Features", "Turn", "is_dialogue"]

BARE_SHARE = 0.15
MANY = 10

Features = dict[str, float]
"""What speaks for a candidate, by name."""


@define(eq=False)
class Turn:
    """A quote on the way to its speaker.

    Attributes:
        quote: Its place among the quotes.
        tokens: Where its content stands.
        paragraph: The number of its paragraph.
        source: The index of the first word of its source, or -1.
        entity: Who speaks, None when unknown.
        certain: Whether a name or a description says so.
        ranked: Whom its pronoun can stand for, with scores, the best first.
        pronoun: The gender that its pronoun or description tells, or an empty string without one.
        described: Whoever its description stands for when nobody at hand is meant.
        choices: The candidates with what speaks for them whatever the turns before.
        asks: Whether it ends in a question.
        called: Whom its words address.
        named: Whom its words name.
        hailed: The gender of whom its words address by no name, or ``-``.
        bare: Whether it is all of its paragraph.
    """

    quote: int
    tokens: range
    paragraph: int
    source: int = -1
    entity: Entity | None = None
    certain: bool = False
    ranked: list[tuple[float, Entity]] = Factory(list)
    pronoun: str = ""
    described: Entity | None = None
    choices: list[tuple[Entity, Features]] = Factory(list)
    asks: bool = False
    called: set[int] = Factory(set)
    named: set[int] = Factory(set)
    hailed: str = "-"
    bare: bool = False


def is_dialogue(text: Discourse, quotes: Sequence[Quote]) -> bool:
    """Whether the text is told in turns of dialogue, as novels are: many turns name nobody."""
    direct = [quote for quote in quotes if quote.kind == "direct" and quote.depth == 0]
    places = [text.paragraphs[text.token_at(quote.start)] for quote in direct]
    named = {place for quote, place in zip(direct, places, strict=True) if quote.source}
    bare = sum(place not in named for place in places)
    return bare > 1 and bare >= min(MANY, BARE_SHARE * len(direct))
