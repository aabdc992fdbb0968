"""The parts of quotes in a text, as elements that nest whatever the parts do.

Parts that cross are split where one begins or ends inside another, and parts that run over
paragraphs at the paragraphs' edges.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import get_args

from attrs import frozen

from quotekit.export.html.escaping import escaped
from quotekit.given import checked_items, checked_value
from quotekit.records import Quote, Span, require_in_text
from quotekit.terms import QuotePart
from quotekit.text.paragraphs import paragraphs

__all__ = ["Part", "parts_of", "with_elements"]

_PARTS: tuple[QuotePart, ...] = get_args(QuotePart)

_DEEPEST = 64
"""Quotes inside each other that are marked in the text; chosen by hand: browsers give up nesting at 512
elements, and what lies deeper is still listed beside the text."""


@frozen
class Part:
    """A span of a quote.

    Attributes:
        start: Offset of its first character.
        end: Offset behind its last character.
        role: What it is of the quote.
        quote: The quote's place among the document's quotes.
    """

    start: int
    end: int
    role: QuotePart
    quote: int


Tags = Callable[[Part], tuple[str, str]]
"""What opens and closes the element of a part; asked anew for every piece of it."""


def parts_of(text: str, quotes: Sequence[Quote]) -> list[Part]:
    """All parts of the quotes, outer ones before what begins with them.

    Raises:
        InputTypeError: *text* is no str, or *quotes* are no quotes.
        OffsetsError: A span does not stand in *text* where it says.
    """
    checked_value(text, str, "the str that the quotes were found in")
    found = list[Part]()
    for number, quote in enumerate(checked_items(quotes, Quote, "quotes, as quotekit.extract_quotes gives")):
        for role in _PARTS:
            spans: tuple[Span, ...] = getattr(quote, role)
            require_in_text(text, spans)
            found.extend(Part(span.start, span.end, role, number) for span in spans)
    return sorted(found, key=lambda part: (part.start, -part.end, _PARTS.index(part.role)))


def with_elements(
    text: str, parts: Iterable[Part], tags: Tags, *, paragraph: tuple[str, str]
) -> Iterator[str]:
    """The escaped text in pieces, every character once, with *parts* and paragraphs as elements.

    Args:
        text: The text that the parts are of.
        parts: Its parts, in the order of `parts_of`.
        tags: The tags of a part.
        paragraph: The tags around each paragraph.
    """
    sweep = _Sweep(text, parts, tags)
    position = 0
    for start, end in paragraphs(text):
        yield escaped(text[position:start])
        yield paragraph[0]
        yield from sweep.pieces(start, end)
        yield paragraph[1]
        position = end
    yield escaped(text[position:])


class _Sweep:
    """The parts that are open at a place of the text, the outermost first, and those still to come."""

    def __init__(self, text: str, parts: Iterable[Part], tags: Tags) -> None:
        self.text = text
        self.coming = iter(parts)
        self.next = next(self.coming, None)
        self.tags = tags
        self.open: list[Part] = []
        self.closers: list[str] = []

    def pieces(self, start: int, end: int) -> Iterator[str]:
        """The markup of the text from *start* up to *end*, every element in it closed."""
        position = start
        while position < end:
            yield from self._change(position)
            stop = self._next_change(end)
            yield escaped(self.text[position:stop])
            position = stop
        yield from self._close(0)

    def _next_change(self, end: int) -> int:
        starts = [self.next.start] if self.next else []
        return min([end, *starts, *(part.end for part in self.open)])

    def _change(self, position: int) -> Iterator[str]:
        """Close what ends at *position*, with what stands inside it, and open what goes on or begins."""
        ended = [depth for depth, part in enumerate(self.open) if part.end <= position]
        if ended:
            yield from self._close(ended[0])
        self.open = [part for part in self.open if part.end > position]
        while self.next and self.next.start <= position:
            if self.next.end > position and len(self.open) < _DEEPEST:
                self.open.append(self.next)
            self.next = next(self.coming, None)
        for part in self.open[len(self.closers) :]:
            opener, closer = self.tags(part)
            self.closers.append(closer)
            yield opener

    def _close(self, depth: int) -> Iterator[str]:
        while len(self.closers) > depth:
            yield self.closers.pop()
