"""Where the paragraphs of a plain text begin and end.

A blank line always ends a paragraph. A single line end does so in texts that put one paragraph
on a line, as much news text does, and does not in texts that are wrapped at a fixed width, as
most electronic books are. Which of the two a text is shows in how its lines end and begin: a
wrapped line mostly goes on in lower case, a paragraph ends its sentence. Neither ends between a
quotation mark that opens and the one that closes it, as long as that comes first and soon.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence, Set
from itertools import pairwise

from quotekit.language import every_language
from quotekit.text.punctuation import STOPS
from quotekit.text.ranges import Range

__all__ = ["paragraphs"]

_LINE_BREAKS = r"\n\r\x0b\x0c\x85\u2028"
_BLANK = rf"[^\S{_LINE_BREAKS}]"
_NOT_INSIDE_CRLF = r"(?!(?<=\r)\n)"
_GAP = re.compile(
    rf"[{_LINE_BREAKS}\u2029]{_NOT_INSIDE_CRLF}"
    rf"(?:(?<=\u2029)|(?:{_BLANK}*\r?[{_LINE_BREAKS}]{_NOT_INSIDE_CRLF})+)"
)
_BREAK = re.compile(rf"[{_LINE_BREAKS}]")
_LINE = re.compile(rf"[^{_LINE_BREAKS}]+")
_FIRST_WORD = re.compile(r"\s*(?P<word>\S+)")
_FIRST_LETTER = re.compile(r"[\s>|_]*(?P<letter>[^\W\d_])")
_LINE_STOP = re.compile(rf"[{STOPS}:。！？][^\w\s]*$")
"""What ends the last line of a paragraph: a sentence's end or a colon, with any signs behind
it, those of tables and markup too."""
_ABBREVIATION = re.compile(r"(?<![^\W\d_])[^\W\d_]{1,4}(?=\.$)")
"""A word of few letters and its full stop, as titles are shortened to."""
_TAIL = 12
"""Characters at the end of a line in which its stop is looked for, with a shortened title before it or signs
behind it; chosen by hand."""
_WIDTH_TO_SPARE = 12
"""Characters that a wrapped line is shorter than the longest one, at least, before the next line's first word
would surely have fitted: editors fill no line to the same column; chosen by hand."""
_MARK = re.compile(
    r"(?P<opening>[“„«](?=\S)|(?<![^\s(\[—–-])\"(?=[^\s,.;:!?]))|(?P<closing>[”»]|(?<=[^\s(\[])\"(?![^\W_]))"
)
"""A double mark that opens or closes by its shape, or, if it is straight, by what stands beside it."""
_OPEN_LINES = 8
"""Lines that a quotation goes on over, at most: what a screen shows of one, and fewer than a forgotten mark
is from the next one that closes."""


def paragraphs(text: str) -> list[Range]:
    """The paragraphs of *text*, in order, without the blank characters around them.

    A line end that may or may not end a paragraph is judged by the text up to the next blank
    line, so that what follows a blank line never changes the paragraphs before it.
    """
    found: list[Range] = []
    balance = 0
    for start, end in _between_blank_lines(text):
        if not _BREAK.search(text, start, end):
            found.extend(_without_blanks(text, start, end))
            continue
        lines = [match.span() for match in _LINE.finditer(text, start, end) if not match[0].isspace()]
        quoted = _quoted_line_ends(text, lines)
        joins = [1 if number in quoted else _join(text, *pair) for number, pair in enumerate(pairwise(lines))]
        joins = [_join_of_heading(text, lines, joins, number) for number in range(len(joins))]
        balance += sum(joins) - len(quoted)
        found.extend(_joined_lines(text, lines, joins, wrapped=balance > 0))
    return found


def _between_blank_lines(text: str) -> Iterator[Range]:
    """The stretches of *text* between blank lines."""
    start = 0
    for gap in _GAP.finditer(text):
        end, following = gap.span()
        yield start, end
        start = following
    yield start, len(text)


def _quoted_line_ends(text: str, lines: Sequence[Range]) -> Set[int]:
    """The numbers of the lines whose ends stand between two marks that open and close one quotation."""
    found: set[int] = set()
    opened: int | None = None
    for number, line in enumerate(lines):
        marks = list(_MARK.finditer(text, *line))
        if marks and marks[0]["closing"] and opened is not None and number - opened <= _OPEN_LINES:
            found.update(range(opened, number))
        if marks:
            opened = number if marks[-1]["opening"] else None
    return found


def _join(text: str, line: Range, following: Range) -> int:
    """1 when the next line goes on with this line's sentence, -1 when it starts afresh, 0 in doubt."""
    first = _FIRST_LETTER.match(text, *following)
    if first is not None and first["letter"].islower():
        return 1
    if text[line[1] - 1].isalnum():
        return 0
    tail = text[max(line[0], line[1] - _TAIL) : line[1]].rstrip()
    return -1 if _LINE_STOP.search(tail) and not _ends_with_title(tail) else 0


def _join_of_heading(text: str, lines: Sequence[Range], joins: Sequence[int], number: int) -> int:
    """The join of one of *lines* with the next, -1 for a heading in capitals behind the end of a sentence."""
    opens = number == 0 or joins[number - 1] < 0
    heading, following = (text[slice(*line)].strip() for line in lines[number : number + 2])
    is_heading = opens and heading.isupper() and following[:1].isupper() and not following.isupper()
    return -1 if is_heading and joins[number] == 0 else joins[number]


def _ends_with_title(tail: str) -> bool:
    """Whether what stands before a line end is short for a title, whose name the next line begins with.

    Unlike `is_shortened` it takes titles in small letters, and no initial: one can end a line of a list.
    """
    word, known = _ABBREVIATION.search(tail), every_language()
    letters = known.function_words.lettered_title
    return word is not None and known.is_title(word[0]) and word[0].casefold() not in letters


def _joined_lines(text: str, lines: list[Range], joins: list[int], *, wrapped: bool) -> Iterator[Range]:
    """The paragraphs that *lines* make up, trimmed."""
    if not lines:
        return
    if wrapped and -1 not in joins:
        yield from _without_blanks(text, lines[0][0], lines[-1][1])
        return
    width = max(end - start for start, end in lines)
    start = lines[0][0]
    for (line, following), join in zip(pairwise(lines), joins, strict=True):
        goes_on = join > 0 or (wrapped and not (join < 0 and _stops_short(text, line, following, width)))
        if not goes_on:
            yield from _without_blanks(text, start, line[1])
            start = following[0]
    yield from _without_blanks(text, start, lines[-1][1])


def _stops_short(text: str, line: Range, following: Range, width: int) -> bool:
    """Whether a wrapped line ends although the next line's first word would still have fitted."""
    if text[following[0] : following[0] + 2].isspace() and not text[line[0]].isspace():
        return True
    to_spare = width - (line[1] - line[0]) - _WIDTH_TO_SPARE
    if to_spare <= 0:
        return False
    first = _FIRST_WORD.match(text, following[0], following[0] + width)
    return first is not None and len(first["word"]) < to_spare


def _without_blanks(text: str, start: int, end: int) -> tuple[Range, ...]:
    """The stretch without the blanks around it, or nothing when it holds nothing else."""
    while start < end and text[start].isspace():
        start += 1
    while start < end and text[end - 1].isspace():
        end -= 1
    return ((start, end),) if start < end else ()
