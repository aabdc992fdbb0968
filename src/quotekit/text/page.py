"""A text as it is read: markup laid aside, marks paired and paragraphs found, once for all stages."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from functools import cached_property

from attrs import evolve, frozen

from quotekit.records import MarkedSpan, Settings
from quotekit.text.marks import enclosing, pair_marks
from quotekit.text.markup import without_markup
from quotekit.text.paragraphs import paragraphs
from quotekit.text.ranges import Range

__all__ = ["Page", "read_page"]


@frozen(eq=False)
class Page:
    """A text with all that its layout tells, to be looked up by place.

    Attributes:
        given: The text as it was given.
        text: The text as it is read, of the same length.
        marks: Its stretches in quotation marks, by their start.
        paragraphs: Its paragraphs, by their start.
        parted: Where quotations begin that go on with none before them, though the mark that closes
            that one is missing.
    """

    given: str
    text: str
    marks: Sequence[MarkedSpan]
    paragraphs: Sequence[Range]
    parted: Set[int] = frozenset()

    def of_copy(self, copy: str) -> Page:
        """The page as a *copy* of its text has it, whose line ends are others: a parser's."""
        return self if copy == self.text else evolve(self, text=copy, paragraphs=paragraphs(copy))

    @cached_property
    def outermost_marks(self) -> Sequence[MarkedSpan]:
        """The marks that stand in no others."""
        return [mark for mark in self.marks if mark.depth == 0]

    @cached_property
    def quotations_in_paragraphs(self) -> Mapping[int, tuple[Range, ...]]:
        """The paragraphs of each quotation that has several of them, by the start of each of them."""
        found = marks_of_one_quotation(self.text, self.outermost_marks, self.parted)
        return {start: spans for spans in found for start, _ in spans}

    @cached_property
    def passages(self) -> Sequence[Range]:
        """The paragraphs, with one that a colon or a comma ends and the quotation behind it taken for one."""
        found: list[Range] = []
        for start, end in self.paragraphs:
            announced = found and start in self.openings and self.text[found[-1][1] - 1] in ",:"
            found.append((found.pop()[0] if announced else start, end))
        return found

    @cached_property
    def openings(self) -> Mapping[int, MarkedSpan]:
        """The marks by their start, of those that begin together the innermost."""
        return {mark.start: mark for mark in self.marks}

    @cached_property
    def _mark_starts(self) -> Sequence[int]:
        return [mark.start for mark in self.marks]

    @cached_property
    def _parents(self) -> Sequence[int]:
        return enclosing(self.marks)

    @cached_property
    def _paragraph_starts(self) -> Sequence[int]:
        return [start for start, _ in self.paragraphs]

    def marks_from(self, start: int, end: int) -> Sequence[MarkedSpan]:
        """The marks that open in ``[start, end)``."""
        return self.marks[bisect_left(self._mark_starts, start) : bisect_left(self._mark_starts, end)]

    def marks_around(self, start: int, end: int) -> Iterator[MarkedSpan]:
        """The marks that hold the character at *start* or open in ``[start, end)``, those within first."""
        yield from self.marks_from(start + 1, end)
        index = bisect_right(self._mark_starts, start) - 1
        while index >= 0:
            if self.marks[index].end > start:
                yield self.marks[index]
            index = self._parents[index]

    def outermost_around(self, offset: int) -> MarkedSpan | None:
        """The outermost marks around the character at *offset*, which is none of them."""
        index = bisect_left(self._mark_starts, offset) - 1
        while index >= 0 and self._parents[index] >= 0:
            index = self._parents[index]
        return self.marks[index] if index >= 0 and offset < self.marks[index].end else None

    def spans_of(self, mark: MarkedSpan) -> tuple[Range, ...]:
        """Where the quotation that *mark* is part of stands, in all of its paragraphs."""
        return self.quotations_in_paragraphs.get(mark.start, ((mark.start, mark.end),))

    def paragraph_number(self, offset: int) -> int:
        """The number of the paragraph that holds the character at *offset*, or else of the last before it."""
        return max(bisect_right(self._paragraph_starts, offset) - 1, 0)

    def paragraph_around(self, offset: int) -> Range:
        """The paragraph that holds the character at *offset*, or else the last one before it."""
        return self.paragraphs[self.paragraph_number(offset)] if self.paragraphs else (0, len(self.text))

    def opens_paragraph(self, offset: int) -> bool:
        """Whether a paragraph begins at *offset*."""
        return bool(self.paragraphs_from(offset, offset + 1))

    def paragraphs_from(self, start: int, end: int) -> Sequence[Range]:
        """The paragraphs that begin in ``[start, end)``."""
        low, high = (bisect_left(self._paragraph_starts, offset) for offset in (start, end))
        return self.paragraphs[low:high]

    def passage_around(self, offset: int) -> Range:
        """The passage that holds the character at *offset*, or else the last one before it."""
        index = bisect_right(self.passages, offset, key=lambda bounds: bounds[0]) - 1
        return self.passages[max(index, 0)] if self.passages else (0, len(self.text))

    def surroundings(self, offset: int) -> Range:
        """What stands in the innermost marks around the character at *offset*, or else its passage.

        Nobody's report goes on beyond it.
        """
        index = bisect_right(self._mark_starts, offset) - 1
        while index >= 0:
            mark = self.marks[index]
            if mark.end > offset:
                return mark.start + 1, mark.end - mark.closed
            index = self._parents[index]
        return self.passage_around(offset)


def read_page(text: str, settings: Settings | None = None) -> Page:
    """The page of *text*; the settings say which marks are the outer ones."""
    plain = without_markup(text)
    pieces = paragraphs(plain)
    return Page(text, plain, pair_marks(text, plain, pieces, (settings or Settings()).style), pieces)


def marks_of_one_quotation(
    text: str, marks: Iterable[MarkedSpan], parted: Set[int] = frozenset()
) -> Iterator[tuple[Range, ...]]:
    """The spans of each quotation of several paragraphs.

    Args:
        text: The text.
        marks: Its outermost marks.
        parted: Those, by their start, that go on with none before them.
    """
    group: list[MarkedSpan] = []
    for mark in marks:
        if group and (mark.start in parted or not goes_on_in(text, group[-1], mark)):
            yield from grouped(group)
            group = []
        if group or not mark.closed:
            group.append(mark)
        if mark.closed:
            yield from grouped(group)
            group = []
    yield from grouped(group)


def grouped(marks: Sequence[MarkedSpan]) -> Iterator[tuple[Range, ...]]:
    """The spans of *marks*, if they are several."""
    if len(marks) > 1:
        yield tuple((mark.start, mark.end) for mark in marks)


def goes_on_in(text: str, first: MarkedSpan, second: MarkedSpan) -> bool:
    """Whether a quotation left open in one paragraph goes on in the next, which opens with a mark."""
    return not first.closed and not text[first.end : second.start].strip()
