"""From a text to its stretches in quotation marks."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from attrs import evolve

from quotekit.given import checked_value
from quotekit.records import MarkedSpan, Settings, Span, Style, settings_or_default
from quotekit.text.copied_text import PlainCopy
from quotekit.text.marks.alphabet import families
from quotekit.text.marks.candidates import Candidates, candidates
from quotekit.text.marks.continuing import LeftOpen
from quotekit.text.marks.costs import FITTING
from quotekit.text.marks.pairing import BEAM, Pair, pair, without_doubtful
from quotekit.text.markup import past_filler, without_markup
from quotekit.text.paragraphs import paragraphs
from quotekit.text.plain_copy import plain_copy
from quotekit.text.ranges import Range

__all__ = ["find_marked_spans", "pair_marks"]

_CONTENT = re.compile("[^\\W_]|[\u2600-\u2604\u2607-\u27bf\U0001f300-\U0001faff]")
"""A letter, a digit or a picture, as messages have them; no star, by which things are rated."""

_LONG = 4000
"""Characters from which on a paragraph is looked at whether it is prose: far more than one of prose mostly
has; chosen by hand."""

_CHARACTERS_PER_MARK = 16
"""Characters that prose has at least for each mark; chosen by hand: some three words a mark."""

_NOISE = 64
"""Marks of a paragraph that is noise if they are more than every other character; chosen by hand: as many
as quotations may stand inside each other."""

_FREE_DOUBTS = 2000
"""Marks in doubt that are read by several readings whatever the length of the text, so that one full of them
takes no longer than its length; chosen by hand."""

_CHARACTERS_PER_DOUBT = 150
"""Characters that allow one more mark in doubt; chosen by hand."""

_IGNORED_OPENING, _IGNORED_CLOSING = 1.0, 2.0
"""What it costs to ignore a single mark, at least, that counts as an outer one; chosen by hand: a closing
one more, since possessives look like it."""


def find_marked_spans(text: str, *, settings: Settings | None = None) -> list[MarkedSpan]:
    """The stretches of *text* that stand in quotation marks, marks included, in order.

    Works in any language and without a model. Spans are disjoint or one holds the other; `depth`
    counts those around a span. A quotation of several paragraphs gives one span for each of them, also
    where no mark opens a later one that a mark closes. One that nothing closes ends with its
    paragraph, or before the mark that opens the next one.
    Whether what stands in the marks is a quotation is for others to decide. Apostrophes, inches,
    feet, minutes and seconds are no quotation marks; nor are those of a long paragraph that has more
    marks than one in sixteen characters, which is data and no prose, but for marks that can only open
    and close and that follow one another (“…”).

    Args:
        text: Any text.
        settings: Its ``style`` says whether double or single marks are the outer ones.

    Returns:
        The stretches by their start, of those that begin together the outer one first. Offsets are characters
        of *text*, end exclusive.

    Raises:
        InputTypeError: *text* is no str.
        SettingsError: *settings* are something else.
    """
    style = settings_or_default(settings).style
    copy = plain_copy(checked_value(text, str, "a str"))
    plain = without_markup(copy.text)
    marks = pair_marks(copy.text, plain, paragraphs(plain), style)
    return [_mark_as_given(copy, mark) for mark in marks] if copy.changes else marks


def _mark_as_given(copy: PlainCopy, mark: MarkedSpan) -> MarkedSpan:
    """A stretch of a copy as its text has it."""
    span = copy.span_as_given(Span(mark.start, mark.end, mark.text))
    return evolve(mark, start=span.start, end=span.end, text=span.text)


def pair_marks(text: str, plain: str, pieces: Sequence[Range], style: Style) -> list[MarkedSpan]:
    """What `find_marked_spans` finds in *text*.

    Args:
        text: The text as it was given.
        plain: Its copy without markup.
        pieces: Its paragraphs.
        style: Which marks are the outer ones.
    """
    by_paragraph = list(_marked_paragraphs(plain, pieces))
    single_style = style == "single" or (style == "auto" and _uses_single(by_paragraph))
    numbers = {piece: number for number, piece in enumerate(pieces)}
    found: list[MarkedSpan] = []
    doubts = 0
    left_open: LeftOpen | None = None
    for piece, marks in by_paragraph:
        end = left_open.end_in(plain, numbers[piece], *marks) if left_open is not None else None
        if left_open is not None and end is not None:
            found.extend(_going_on(text, pieces[left_open.number + 1 : numbers[piece] + 1], end))
        places, signs = _candidates_after(marks, end)
        allowed = _FREE_DOUBTS + piece[1] // _CHARACTERS_PER_DOUBT
        beam = BEAM if doubts < allowed and len(signs) < allowed else 1
        pairs, left = pair(signs, single_style=single_style, beam=beam)
        doubts += left
        spans = list(_nested(text, _quotation_ranges(plain, piece, places, pairs)))
        found.extend(spans)
        worded = any(not span.closed for span in spans)
        left_open = LeftOpen.of(numbers[piece], signs, pairs) if worded else None
    return found


def _candidates_after(marks: Candidates, end: int | None) -> Candidates:
    """The candidates behind the one that ends at *end*; all of them without one."""
    places, signs = marks
    first = 0 if end is None else next(at for at, place in enumerate(places) if place[1] == end) + 1
    return places[first:], signs[first:]


def _going_on(text: str, pieces: Sequence[Range], end: int) -> Iterator[MarkedSpan]:
    """The stretches of a quotation in the paragraphs that it goes on in, up to its *end*."""
    for start, last in pieces[:-1]:
        yield MarkedSpan(start, last, text[start:last], 0, closed=False)
    start = pieces[-1][0]
    yield MarkedSpan(start, end, text[start:end], 0, closed=True)


def _marked_paragraphs(text: str, pieces: Sequence[Range]) -> Iterator[tuple[Range, Candidates]]:
    """The paragraphs that hold marks, with them; of one that is data those alone that leave no doubt."""
    for piece in pieces:
        found = candidates(text, piece)
        places, signs = found if _is_prose(text, piece, len(found[0])) else without_doubtful(found)
        if signs:
            yield piece, (places, signs)


def _is_prose(text: str, piece: Range, count: int) -> bool:
    """Whether a paragraph is more words than marks, by their *count*; a long one that is not holds data."""
    start, end = piece
    if end - start < _LONG:
        return count <= _NOISE or 2 * count <= end - start
    marks = sum(text.count(mark, start, end) for mark in families() if len(mark) == 1)
    return marks * _CHARACTERS_PER_MARK < end - start


def _uses_single(by_paragraph: Sequence[tuple[Range, Candidates]]) -> bool:
    """Whether single marks are the outer ones: more pairs of them than of double marks stand there."""
    double = opening = closing = 0
    for sign, times in Counter(sign for _, (_, signs) in by_paragraph for sign in signs).items():
        if sign.family == "double":
            double += times * (sign.opening <= FITTING)
        elif sign.family == "single":
            opening += times * (sign.opening <= FITTING and sign.ignoring >= _IGNORED_OPENING)
            closing += times * (sign.closing <= FITTING and sign.ignoring >= _IGNORED_CLOSING)
    return min(opening, closing) > double


def _quotation_ranges(
    text: str, piece: Range, places: Sequence[Range], pairs: Sequence[Pair]
) -> Iterator[tuple[int, int, bool]]:
    """Start, end and closedness of the quotations that hold at least a letter, a digit or a picture."""
    for opener, closer, limit in pairs:
        start, first = places[opener]
        if closer is not None:
            end = past_filler(text, places[closer][1])
        else:
            end = piece[1] if limit is None else places[limit][0]
            while text[end - 1].isspace():
                end -= 1
        if text[first : first + 1].isalnum() or _CONTENT.search(text, first, end):
            yield start, end, closer is not None


def _nested(text: str, ranges: Iterator[tuple[int, int, bool]]) -> Iterator[MarkedSpan]:
    """The spans in order, each with the number of those around it."""
    around: list[int] = []
    for start, end, closed in sorted(ranges, key=_outer_first):
        while around and around[-1] <= start:
            around.pop()
        yield MarkedSpan(start, end, text[start:end], len(around), closed)
        around.append(end)


def _outer_first(span: tuple[int, int, bool]) -> tuple[int, int]:
    return span[0], -span[1]
