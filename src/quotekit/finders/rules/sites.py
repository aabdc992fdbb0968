"""Stretches in quotation marks with the words of their sentence around them, among which their cue stands."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from attrs import frozen

from quotekit.finders.page_memory import kept_with_page
from quotekit.finders.rules.parsed_page import ParsedPage
from quotekit.parse.grammar import Words, solid
from quotekit.records import MarkedSpan
from quotekit.text.punctuation import BESIDE_MARK, FULL_STOPS
from quotekit.text.ranges import Range

__all__ = ["Site", "sentence_before", "sentence_behind", "sites"]

REACH = 40
"""How many tokens a cue may stand away from the marks; a clause is seldom longer."""

SENTENCE_ENDS = FULL_STOPS | {";"}
"""Tokens between a cue and marks that it does not report; it may report them across an ellipsis."""


@frozen
class Site:
    """A stretch in quotation marks and the tokens of its sentence that are free around it.

    Attributes:
        mark: The stretch.
        before: The tokens before it.
        after: The tokens behind it.
        tail: The last character of its words.
    """

    mark: MarkedSpan
    before: Words
    after: Words
    tail: str


@kept_with_page
def sites(parsed: ParsedPage) -> Sequence[Site]:
    """Every stretch in quotation marks with the room that it has in its sentence; several rules ask."""
    return tuple(sites_in(parsed))


def sites_in(parsed: ParsedPage) -> Iterator[Site]:
    """The sites of a page, one by one."""
    for mark, (low, high) in rooms_of_marks(parsed):
        words = parsed.text[mark.start : mark.end].rstrip(BESIDE_MARK)
        before = solid(parsed.doc, sentence_before(parsed, parsed.words(low, mark.start)))
        after = solid(parsed.doc, sentence_behind(parsed, parsed.words(mark.end, high)))
        yield Site(mark, before, after, words[-1:])


def rooms_of_marks(parsed: ParsedPage) -> Iterator[tuple[MarkedSpan, Range]]:
    """Every mark with the offsets around it up to which nothing else is quoted."""
    for parent, siblings in marks_by_parent(parsed.page.marks).items():
        ends = [-1, *(mark.end for mark in siblings)]
        starts = [*(mark.start for mark in siblings[1:]), len(parsed.text)]
        for mark, low, high in zip(siblings, ends, starts, strict=False):
            first, last = parsed.page.passage_around(mark.start)
            if parent is not None:
                first, last = max(first, parent.start + 1), min(last, parent.end - parent.closed)
            yield mark, (max(low, first), max(min(high, last), mark.end))


def marks_by_parent(marks: Sequence[MarkedSpan]) -> dict[MarkedSpan | None, list[MarkedSpan]]:
    """The marks by the one that they stand in."""
    found: dict[MarkedSpan | None, list[MarkedSpan]] = defaultdict(list)
    around: list[MarkedSpan] = []
    for mark in marks:
        while around and around[-1].end <= mark.start:
            around.pop()
        found[around[-1] if around else None].append(mark)
        around.append(mark)
    return found


def sentence_before(parsed: ParsedPage, words: Words) -> Words:
    """The end of *words* behind the last full stop in them."""
    first, last = words
    for index in range(last - 1, max(first, last - REACH) - 1, -1):
        text = parsed.tokens[index].text
        if text in SENTENCE_ENDS and (text != ";" or index < last - 1):
            return index + 1, last
    return max(first, last - REACH), last


def sentence_behind(parsed: ParsedPage, words: Words) -> Words:
    """The beginning of *words* up to the first full stop in them."""
    first, last = words
    for index in range(first, min(last, first + REACH)):
        if parsed.tokens[index].text in SENTENCE_ENDS:
            return first, index
    return first, min(last, first + REACH)
