"""Quotation marks as utterances: the paragraphs of one quotation together, scare quotes told apart."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence

from attrs import field, frozen

from quotekit.records import MarkedSpan
from quotekit.text.marks import enclosing
from quotekit.text.markup import FILLER
from quotekit.text.ranges import Range

__all__ = ["Marks", "arrange", "is_title", "is_utterance"]

OPENERS = "\"'“”„‟‘‚‛«»‹›「『＂`"
CLOSERS = OPENERS + "’」』´"
SHORTEST = 16
"""Characters of an utterance that no punctuation of its own shows to be one."""

NUMBER_OF_TITLE_WORDS = 12
SMALL_WORDS = frozenset(
    {"a", "an", "and", "as", "at", "but", "by", "for", "from", "in", "of", "on", "or", "the", "to", "with"}
)
WORD = re.compile(r"[^\W_]+(?:['’.-][^\W_]+)*")


@frozen
class Marks:
    """The quotation marks of a text, to be looked up by place.

    Attributes:
        spans: All of them, by start.
        outer: Those that stand in no other.
        parts: The spans of a quotation of several paragraphs, by the start of its first.
    """

    spans: Sequence[MarkedSpan]
    outer: Sequence[MarkedSpan]
    parts: dict[int, tuple[Range, ...]]
    starts: Sequence[int] = field(repr=False)
    parents: Sequence[int] = field(repr=False)

    def within(self, start: int, end: int) -> Sequence[MarkedSpan]:
        """The marks that begin in ``[start, end)``."""
        return self.spans[bisect_left(self.starts, start) : bisect_left(self.starts, end)]

    def around(self, start: int, end: int) -> Iterator[MarkedSpan]:
        """The marks that hold the character at *start* or begin in ``[start, end)``, those within first."""
        yield from self.within(start + 1, end)
        index = bisect_right(self.starts, start) - 1
        while index >= 0:
            if self.spans[index].end > start:
                yield self.spans[index]
            index = self.parents[index]


def arrange(text: str, spans: Sequence[MarkedSpan]) -> Marks:
    """The quotation marks of *text*, with the paragraphs of one quotation brought together."""
    outer = [span for span in spans if span.depth == 0]
    parts: dict[int, tuple[Range, ...]] = {}
    group: list[MarkedSpan] = []
    for span in outer:
        if group and not continues(text, group[-1], span):
            group = []
        group = [*group, span] if not span.closed or group else []
        if len(group) > 1:
            parts[group[0].start] = tuple((part.start, part.end) for part in group)
        if span.closed:
            group = []
    return Marks(spans, outer, parts, [span.start for span in spans], enclosing(spans))


def continues(text: str, first: MarkedSpan, second: MarkedSpan) -> bool:
    """Whether a quotation left open in one paragraph goes on in the next, which opens with a mark."""
    return not first.closed and not text[first.end : second.start].strip()


def is_title(inner: str) -> bool:
    """Whether the words in quotation marks are a title or a name: all of any weight are capitalised."""
    words = WORD.findall(inner)
    heavy = [word for word in words if word.lower() not in SMALL_WORDS]
    if not heavy or len(words) > NUMBER_OF_TITLE_WORDS:
        return False
    if inner.rstrip(CLOSERS).endswith((",", ".", "!", "?")):
        return False
    return all(word[0].isupper() or word[0].isdigit() for word in heavy)


def is_utterance(text: str, mark: MarkedSpan, paragraph: Range) -> bool:
    """Whether words in quotation marks without a cue were said, not merely set apart.

    They are when they stand as sentences do: where a sentence may begin, and with an end of their
    own, or as a whole paragraph of some words.
    """
    before = text[paragraph[0] : mark.start].rstrip()
    if before and before[-1] not in ".!?:…—–([。！？：" + CLOSERS:
        return False
    inner = text[mark.start : mark.end].strip(CLOSERS + FILLER + " \u00a0\u202f")
    if not WORD.search(inner):
        return False
    after = text[mark.end : paragraph[1]].lstrip(" \u00a0")
    if inner[-1] in ".!?…,—–-。！？，":
        return True
    return (not after or after[0] in ",，–—") and len(inner) >= SHORTEST and not is_title(inner)


def free(marks: Iterable[MarkedSpan], taken: Sequence[Range]) -> Iterator[MarkedSpan]:
    """The marks that share no character with *taken*, ranges in order that do not overlap."""
    ends = [end for _, end in taken]
    for mark in marks:
        index = bisect_right(ends, mark.start)
        if index == len(taken) or taken[index][0] >= mark.end:
            yield mark
