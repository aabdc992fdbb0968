"""A text with the plain copy of it that is read, and where the characters of each stand in the other."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from functools import cached_property

from attrs import frozen

from quotekit.records import Span
from quotekit.text.ranges import Range

__all__ = ["PlainCopy", "Rewriting"]


@frozen(order=True)
class Rewriting:
    """A stretch of a text that its copy has in other characters.

    Attributes:
        start: Offset of its first character in the text.
        end: Offset behind its last character in the text.
        plain: What stands for it in the copy.
    """

    start: int
    end: int
    plain: str


@frozen(eq=False)
class PlainCopy:
    """A text as it was given, and its copy that is read.

    Attributes:
        given: The text.
        text: The copy; the text itself where that is plain.
        changes: Where they differ, by their place.
    """

    given: str
    text: str
    changes: Sequence[Rewriting] = ()

    @cached_property
    def _given_places(self) -> Sequence[Range]:
        return [(change.start, change.end) for change in self.changes]

    @cached_property
    def _copy_places(self) -> Sequence[Range]:
        found, shift = list[Range](), 0
        for change in self.changes:
            start = change.start + shift
            found.append((start, start + len(change.plain)))
            shift += len(change.plain) - (change.end - change.start)
        return found

    def span_as_given(self, span: Span) -> Span:
        """A span of the copy as the text has it."""
        if not self.changes:
            return span
        return Span.of(self.given, *_across(span, self._copy_places, self._given_places))

    def span_as_read(self, span: Span) -> Span:
        """A span of the text as the copy has it."""
        if not self.changes:
            return span
        return Span.of(self.text, *_across(span, self._given_places, self._copy_places))


def _across(span: Span, here: Sequence[Range], there: Sequence[Range]) -> Range:
    """Where *span* stands, whose offsets lie *here* among changes that stand *there* on the other side.

    An edge within a change moves out to that of the change.
    """
    first = _placed_character(span.start, here, there)
    return first[0], first[0] if span.start == span.end else _placed_character(span.end - 1, here, there)[1]


def _placed_character(offset: int, here: Sequence[Range], there: Sequence[Range]) -> Range:
    """Where the character at *offset* stands on the other side: alone, or the whole change that holds it."""
    last = bisect_right(here, offset, key=lambda place: place[0]) - 1
    if last < 0:
        return offset, offset + 1
    if offset < here[last][1]:
        return there[last]
    moved = offset - here[last][1] + there[last][1]
    return moved, moved + 1
