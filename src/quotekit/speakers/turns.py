"""Who speaks where nobody is named: turns of a conversation, action beats, quotes that go on."""

from __future__ import annotations

from collections.abc import Sequence

from attrs import define

from quotekit.records import Quote
from quotekit.speakers.discourse import Discourse
from quotekit.speakers.entities import Entity

__all__ = ["Turn", "is_dialogue"]

BARE_SHARE = 0.15


@define(eq=False)
class Turn:
    """A quote on the way to its speaker.

    Attributes:
        quote: Its place among the quotes.
        tokens: Where it stands.
        paragraph: The number of its paragraph.
        entity: Who speaks, None when unknown.
        certain: Whether a name or a description says so.
    """

    quote: int
    tokens: range
    paragraph: int
    entity: Entity | None = None
    certain: bool = False


def is_dialogue(text: Discourse, quotes: Sequence[Quote]) -> bool:
    """Whether the text is told in turns of dialogue, as novels are: many turns name nobody."""
    direct = [quote for quote in quotes if quote.kind == "direct" and quote.depth == 0]
    places = [text.paragraphs[text.token_at(quote.start)] for quote in direct]
    named = {place for quote, place in zip(direct, places, strict=True) if quote.source}
    bare = sum(place not in named for place in places)
    return bare > 1 and bare >= BARE_SHARE * len(direct)
