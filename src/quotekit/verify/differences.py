"""What makes the words of a quotation differ from its source's: marked omissions, or other words."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from functools import cached_property
from itertools import accumulate, pairwise, starmap

from quotekit.text.marks import find_marked_spans
from quotekit.text.ranges import Range, overlap
from quotekit.verify.alignment import Op
from quotekit.verify.denials import denies, denies_beside
from quotekit.verify.incises import ranges_around_incises
from quotekit.verify.interludes import interlude_within, is_interlude
from quotekit.verify.joints import is_rest_of_word, parts_figures
from quotekit.verify.verification import Normalisation
from quotekit.verify.words import BLANKS, LINE_HYPHEN, Claim, Words, words_in

__all__ = [
    "SourceText",
    "differs_in_key_alone",
    "excuse",
    "whole_sentence_omitted",
]

OMISSION = 100
"""The most words that an ellipsis stands for; more than that is another place."""

_INTERRUPTION = 40
"""The most words of a narrator's that are left out between two pieces of a quotation; chosen by hand."""

_BRACKET = 8
"""The most words of the source that words in square brackets stand for; chosen by hand."""


class SourceText:
    """A text that quotations are checked against; what is known of it is found once, when it is needed."""

    def __init__(self, text: str) -> None:
        self.text = text

    @cached_property
    def words(self) -> Words:
        """Its words."""
        return words_in(self.text)

    @cached_property
    def starts(self) -> list[int]:
        """The offsets at which its words start."""
        return [start for start, _ in self.words.ranges]

    @cached_property
    def letters(self) -> tuple[str, list[int]]:
        """The letters and figures of its words without anything between them, and where each word starts."""
        return _joined_letters(self.words.forms)

    @cached_property
    def spoken(self) -> list[int]:
        """The words that stand in quotation marks, by their number."""
        starts = self.starts
        return [
            place
            for start, end in self.marked
            for place in range(bisect_left(starts, start), bisect_left(starts, end))
        ]

    @cached_property
    def spoken_letters(self) -> tuple[str, list[int]]:
        """The letters and figures of these words alone, and where each of them starts."""
        return _joined_letters([self.words.forms[place] for place in self.spoken])

    @cached_property
    def marked(self) -> list[Range]:
        """Where words stand in quotation marks, by place; quotations inside others and incises left out."""
        spans = (span for span in find_marked_spans(self.words.shown) if span.depth == 0)
        around = (ranges_around_incises(self.words.shown, (span.start, span.end)) for span in spans)
        return [stretch for stretches in around for stretch in stretches]


def _joined_letters(forms: Sequence[str]) -> tuple[str, list[int]]:
    """The letters of words without anything between them, and where each word starts."""
    return "".join(forms), list(accumulate(map(len, forms), initial=0))


def excuse(op: Op, source: SourceText, claim: Claim) -> Normalisation | None:
    """Why a difference is none of words, or None when it is."""
    first, last = op.quote
    if _words_joined(source.words, op.source) == _words_joined(claim.words, op.quote) != "":
        return _parted_otherwise(op, source.words, claim.words)
    if first == last and is_rest_of_word(source.words, op.source):
        return None
    if first == last and is_interlude(source.words, *op.source):
        return "interruption"
    if denies_beside(source.words, op.source) or denies(claim.words, op.quote):
        return "interruption" if first == last and _interrupts(op, source) else None
    if first == last:
        return _omission(op, source, claim)
    bracketed = all(place in claim.bracketed for place in range(first, last))
    return "brackets" if bracketed and op.source[1] - op.source[0] <= _BRACKET else None


def _parted_otherwise(op: Op, source: Words, quote: Words) -> Normalisation | None:
    """What parts the same letters into other words: a line's end or blanks, and nothing that counts."""
    theirs, ours = list(_gaps_within(source, op.source)), list(_gaps_within(quote, op.quote))
    if any(map(LINE_HYPHEN.fullmatch, theirs + ours)):
        return "hyphenation"
    blank = all(map(BLANKS.fullmatch, filter(None, theirs + ours)))
    stopped = _parts_initials(source, op.source) and _parts_initials(quote, op.quote)
    figures = _figures_parted(source, op.source) or _figures_parted(quote, op.quote)
    fewer, more = sorted(((source, op.source), (quote, op.quote)), key=lambda side: side[1][1] - side[1][0])
    # "nowhere" is not "now here"; "notsafe" can only be "not safe"
    other = denies(*fewer) and not denies(*more)
    if figures or other or not stopped:
        return None
    return "whitespace" if blank else "marks"


def _parts_initials(words: Words, stretch: Range) -> bool:
    """Whether only blanks part the words of a stretch, and full stops single letters (“U.S.”, “p.m.”)."""
    for place in range(stretch[0], stretch[1] - 1):
        gap, pair = words.between(place, place + 1), words.forms[place : place + 2]
        stopped = gap.strip() == "." and all(len(form) == 1 and form.isalpha() for form in pair)
        if gap and not stopped and not BLANKS.fullmatch(gap):
            return False
    return True


def _figures_parted(words: Words, stretch: Range) -> bool:
    """Whether a blank parts two figures, other than where it groups thousands."""
    return any(starmap(parts_figures, pairwise(words.forms[slice(*stretch)])))


def _gaps_within(words: Words, stretch: Range) -> Iterator[str]:
    return (words.between(place, place + 1) for place in range(stretch[0], stretch[1] - 1))


def _omission(op: Op, source: SourceText, claim: Claim) -> Normalisation | None:
    length = op.source[1] - op.source[0]
    if length <= OMISSION and op.quote[0] in claim.ellipses:
        return "ellipsis"
    if length <= OMISSION and op.quote[0] in claim.breaks:
        return "interruption"
    return "interruption" if _interrupts(op, source) else None


def _words_joined(words: Words, stretch: Range) -> str:
    return "".join(words.forms[slice(*stretch)])


def differs_in_key_alone(op: Op, source: SourceText, claim: Claim) -> bool:
    """Whether words stand for others that differ from them in nothing but accents and contraction."""
    return source.words.keys[slice(*op.source)] == claim.words.keys[slice(*op.quote)]


def whole_sentence_omitted(op: Op, source: SourceText) -> bool:
    """Whether at least one whole sentence is left out, so that the words around it are two places."""
    if op.quote[0] != op.quote[1] or is_interlude(source.words, *op.source):
        return False
    first, last = op.source
    start, end = interlude_within(source.words, first, last)
    places = (place for place in range(first, last + 1) if start == end or not start <= place <= end)
    return sum(map(source.words.is_sentence_start, places)) > 1


def _interrupts(op: Op, source: SourceText) -> bool:
    """Whether words left out are the narrator's: outside of the marks that those around them stand in."""
    first, last = op.source
    if not 0 < first < last < len(source.words.ranges) or last - first > _INTERRUPTION:
        return False
    start, end = source.words.ranges[first - 1][1], source.words.ranges[last][0]
    inside = list(_words_near(source.marked, start, end))
    left_out = source.words.ranges[first][0], source.words.ranges[last - 1][1]
    if any(overlap(marked, left_out) for marked in inside):
        return False
    before = any(left < start <= right <= source.words.ranges[first][0] for left, right in inside)
    behind = any(source.words.ranges[last - 1][1] <= left <= end < right for left, right in inside)
    return before and behind


def _words_near(marked: list[Range], start: int, end: int) -> Iterator[Range]:
    place = max(0, bisect_left(marked, (start, 0)) - 1)
    while place < len(marked) and marked[place][0] <= end:
        yield marked[place]
        place += 1
