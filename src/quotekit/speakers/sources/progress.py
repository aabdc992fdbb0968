"""How far the speakers of a document are known while it is read."""

from __future__ import annotations

from collections.abc import Sequence

from attrs import Factory, define, frozen

from quotekit.records import How, Quote
from quotekit.speakers.cast.entities import Entity
from quotekit.speakers.dialogue.turns import Turn
from quotekit.speakers.discourse import Discourse
from quotekit.speakers.mentions.pronouns import Situation
from quotekit.speakers.mentions.reading import Reading

__all__ = ["Found", "Progress", "situation_of", "source_tokens"]

MEMORY = 8
REACH = 3


@frozen(eq=False)
class Found:
    """Who a rule finds a speaker to be.

    Attributes:
        entity: The entity, which later pronouns can stand for.
        how: How the source names it.
        tokens: The words to call it by, when its own names are not to be used.
    """

    entity: Entity
    how: How
    tokens: range | None = None


@define(eq=False)
class Progress:
    """The work on one document.

    Attributes:
        reading: Its mentions and entities, as far as they are read.
        quotes: Its quotes.
        is_dialogue: Whether it is told in turns of dialogue.
        turns: Its quotes on the way to their speakers.
        found: Whom the rules found, by the place of the quote.
        history: The turns that were read, in that order.
    """

    reading: Reading
    quotes: Sequence[Quote]
    is_dialogue: bool
    turns: list[Turn]
    found: dict[int, Found] = Factory(dict)
    history: list[Turn] = Factory(list)

    @property
    def text(self) -> Discourse:
        """The document."""
        return self.reading.text

    def before(self, at: int) -> list[Turn]:
        """The last turns before the quote at *at* whose speaker is known."""
        return [turn for turn in self.history[-MEMORY:] if turn.quote < at and turn.entity is not None]


def source_tokens(text: Discourse, quote: Quote) -> range:
    """Where the source of *quote* stands; its first piece when there are several."""
    return text.tokens(quote.source[0].start, quote.source[0].end) if quote.source else range(0)


def situation_of(work: Progress, at: int) -> Situation:
    """Where the source of a quote stands among the quotes before it."""
    turn, before = work.turns[at], work.before(at)
    last = before[-1] if before and turn.paragraph - before[-1].paragraph <= REACH else None
    speaker = last.entity if last is not None else None
    earlier = next((past.entity for past in reversed(before) if past.entity is not speaker), None)
    same = last is not None and last.paragraph == turn.paragraph
    return Situation(True, not same, speaker, same, earlier, work.is_dialogue)
