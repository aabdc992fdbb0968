"""What makes a quotation differ from its source: spelling, marked omissions, or other words."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from functools import cached_property

from quotekit.language import every_language
from quotekit.text.marks import find_marked_spans
from quotekit.text.marks.alphabet import families
from quotekit.text.ranges import Range, overlap
from quotekit.verify.alignment import Op
from quotekit.verify.verification import Normalisation
from quotekit.verify.words import Claim, Words, words_in

__all__ = [
    "SourceText",
    "edge_respellings",
    "ends_sentence",
    "excuse",
    "respellings",
    "whole_sentence_omitted",
    "without_edge_marks",
]

OMISSION = 100
"""The most words that an ellipsis stands for; more than that is another place."""

_INTERRUPTION = 40
_BRACKET = 8
_SENTENCE_END = re.compile(r"[.!?…]['\"’”»)\]]*\s|\n\s*\n")
_LINE_HYPHEN = re.compile("[-\u2010\u2011\u00ad][ \t]*\r?\n\\s*")
_BLANKS = re.compile(r"\s+")
_SIC = re.compile(r"\[sic\]", re.IGNORECASE)
_ELLIPSIS = re.compile(r"[\[(]?\s*(?:…|\.(?:\s?\.){2,})\s*[\])]?")


class SourceText:
    """A text that quotations are checked against; what is known of it is found once, when it is needed."""

    def __init__(self, text: str) -> None:
        self.text = text

    @cached_property
    def words(self) -> Words:
        """Its words."""
        return words_in(self.text)

    @cached_property
    def marked(self) -> list[Range]:
        """Where words stand in quotation marks, by place; quotations inside others left out."""
        return [(span.start, span.end) for span in find_marked_spans(self.text) if span.depth == 0]


def excuse(op: Op, source: SourceText, claim: Claim) -> Normalisation | None:
    """Why a difference is none of words, or None when it is."""
    first, last = op.quote
    if _words_joined(source.words, op.source) == _words_joined(claim.words, op.quote) != "":
        between = [source.words.between(place, place + 1) for place in range(op.source[0], op.source[1] - 1)]
        return "hyphenation" if any(map(_LINE_HYPHEN.fullmatch, between)) else None
    if _denies(source.words, op.source, within_sentence=True) or _denies(claim.words, op.quote):
        return "interruption" if first == last and _interrupts(op, source) else None
    if first == last:
        return _omission(op, source, claim)
    bracketed = all(place in claim.bracketed for place in range(first, last))
    return "brackets" if bracketed and op.source[1] - op.source[0] <= _BRACKET else None


def _omission(op: Op, source: SourceText, claim: Claim) -> Normalisation | None:
    length = op.source[1] - op.source[0]
    if length <= OMISSION and op.quote[0] in claim.ellipses:
        return "ellipsis"
    if length <= OMISSION and op.quote[0] in claim.breaks:
        return "interruption"
    return "interruption" if _interrupts(op, source) else None


def _words_joined(words: Words, stretch: Range) -> str:
    return "".join(words.forms[slice(*stretch)])


def _denies(words: Words, stretch: Range, *, within_sentence: bool = False) -> bool:
    """Whether a stretch of words holds a denial; one of whole sentences denies only what is in it."""
    known = every_language()
    negations, endings = known.negations, tuple(known.function_words.negating_ending)
    if not any(form in negations or form.endswith(endings) for form in words.forms[slice(*stretch)]):
        return False
    first, last = stretch
    return not (within_sentence and _SENTENCE_END.search(_letters_around(words, first, last)))


def _letters_around(words: Words, first: int, last: int) -> str:
    """The text from the end of the word before a stretch to the start of the word behind it."""
    start = words.ranges[first - 1][1] if first > 0 else 0
    end = words.ranges[last][0] if last < len(words.ranges) else len(words.text)
    return words.text[start:end]


def ends_sentence(gap: str) -> bool:
    """Whether a sentence ends in what stands between two words."""
    return bool(_SENTENCE_END.search(gap))


def whole_sentence_omitted(op: Op, source: SourceText) -> bool:
    """Whether at least one whole sentence is left out, so that the words around it are two places."""
    if op.quote[0] != op.quote[1]:
        return False
    return len(_SENTENCE_END.findall(_letters_around(source.words, *op.source))) > 1


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


def respellings(op: Op, source: Words, claim: Claim) -> Iterator[Normalisation]:
    """What differs in the spelling of words that are the same, and between them."""
    shift = op.source[0] - op.quote[0]
    for place in range(*op.quote):
        yield from _word_respellings(source, claim.words, place + shift, place)
        if place + 1 < op.quote[1]:
            yield from _gap_respellings(
                source.between(place + shift, place + shift + 1),
                claim.words.between(place, place + 1),
                broken=place + 1 in claim.breaks,
            )


def _word_respellings(source: Words, quote: Words, here: int, there: int) -> Iterator[Normalisation]:
    theirs, ours = source.text[slice(*source.ranges[here])], quote.text[slice(*quote.ranges[there])]
    if theirs != ours:
        plain = ours.replace("[", "").replace("]", "")
        if plain != ours:
            yield "brackets"
        if theirs != plain and theirs.casefold() == plain.casefold():
            yield "case"
        elif theirs != plain:
            yield "marks"


def _gap_respellings(theirs: str, ours: str, *, broken: bool) -> Iterator[Normalisation]:
    if theirs == ours or broken:
        return
    if _BLANKS.sub(" ", theirs) == _BLANKS.sub(" ", ours):
        yield "whitespace"
        return
    if _ELLIPSIS.search(ours) and not _ELLIPSIS.search(theirs):
        yield "ellipsis"
        ours = _ELLIPSIS.sub(" ", ours)
    if set("[]") & set(ours):
        yield "brackets"
        ours = _SIC.sub("", ours)
        ours = ours.replace("[", "").replace("]", "")
    if _BLANKS.sub("", theirs) != _BLANKS.sub("", ours):
        yield "hyphenation" if _LINE_HYPHEN.search(theirs) else "marks"


def edge_respellings(theirs: str, ours: str, *, at_end: bool) -> Iterator[Normalisation]:
    """What differs before the first or behind the last word; marks around the whole do not count."""
    plain = _ELLIPSIS.sub("", ours)
    if at_end and plain != ours and not theirs.startswith(ours):
        yield "ellipsis"
    if set("[]") & set(plain):
        yield "brackets"
        plain = plain.replace("[", "").replace("]", "")
    plain = without_edge_marks(plain)
    if not (theirs.startswith(plain) if at_end else theirs.endswith(plain)):
        yield "marks"


def without_edge_marks(text: str) -> str:
    """*text* without the blanks and quotation marks at its edges."""
    return text.strip("".join(mark for mark in families() if len(mark) == 1) + " \t\r\n\u00a0")
