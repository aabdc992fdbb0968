"""Variants of an annotated document: other marks, other spacing, other casing, the same quotes.

Newspapers and novels differ in how they set quotations; a tagger that has seen one setting only
mistakes the others. Every variant is a list of edits, so that the annotation moves with the text.
"""

from __future__ import annotations

import random
import re
from bisect import bisect_right
from collections.abc import Iterable

from attrs import evolve, frozen

from quotekit.corpora import AnnotatedDocument
from quotekit.text.ranges import Range

__all__ = [
    "Edit",
    "detokenised",
    "edited",
    "in_single_marks",
    "lower_cased",
    "run_together",
    "vary",
    "with_lost_marks",
]


@frozen
class Edit:
    """Characters from start to end become *text*."""

    start: int
    end: int
    text: str


def edited(document: AnnotatedDocument, edits: Iterable[Edit]) -> AnnotatedDocument:
    """The document with *edits* made, which must be in order and not overlap."""
    olds, news, parts, old, new = [0], [0], [], 0, 0
    for edit in edits:
        parts += [document.text[old : edit.start], edit.text]
        new += edit.start - old
        olds += [edit.start, edit.end]
        news += [new, new + len(edit.text)]
        old, new = edit.end, new + len(edit.text)
    parts.append(document.text[old:])

    def moved(offset: int) -> int:
        place = bisect_right(olds, offset) - 1
        return min(
            news[place] + offset - olds[place],
            news[place + 1] if place + 1 < len(news) else new + len(parts[-1]),
        )

    def spans(ranges: tuple[Range, ...]) -> tuple[Range, ...]:
        pairs = ((moved(start), moved(end)) for start, end in ranges)
        return tuple((start, end) for start, end in pairs if end > start)

    quotes = (
        evolve(quote, content=spans(quote.content), cue=spans(quote.cue), source=spans(quote.source))
        for quote in document.quotes
    )
    return evolve(document, text="".join(parts), quotes=tuple(quote for quote in quotes if quote.content))


def _substitute(document: AnnotatedDocument, pattern: re.Pattern[str], text: str) -> AnnotatedDocument:
    """The document with the first group of every match replaced."""
    return edited(document, [Edit(*match.span(1), text) for match in pattern.finditer(document.text)])


_SPACE_BEFORE = re.compile(
    r"( +)(?:[,.;:!?)\]”’%]|n't\b|n’t\b|'(?:s|re|ve|ll|d|m)\b|'(?= |$))", re.IGNORECASE
)
_SPACE_AFTER = re.compile(r"[“(\[‘$]( +)")
_SPACE_AROUND_DASH = re.compile(r"( *-- *)")
_TURN = re.compile(r"[.!?]\s*”(\s+)“")
_AFTER_QUOTE = re.compile(r"[.!?] ?”(\s+)(?=[A-Z])")
_MARK = re.compile(r"[“”\"]")


def detokenised(document: AnnotatedDocument, rng: random.Random) -> AnnotatedDocument:
    """Tokens joined by blanks, set as a printed page would set them, a paragraph for each turn."""
    for pattern in (_SPACE_BEFORE, _SPACE_AFTER):
        document = _substitute(document, pattern, "")
    document = _substitute(document, _SPACE_AROUND_DASH, rng.choice(("--", "—", " — ", " -- ")))
    if rng.random() < 0.8:
        document = _substitute(document, _TURN, "\n\n")
    breaks = [
        Edit(*match.span(1), "\n\n") for match in _AFTER_QUOTE.finditer(document.text) if rng.random() < 0.2
    ]
    return edited(document, breaks)


def in_single_marks(document: AnnotatedDocument) -> AnnotatedDocument:
    """The document with single marks for double ones and double for single, apostrophes kept."""
    swap = {"“": "‘", "”": "’", '"': "'", "‘": "“"}
    return edited(document, [Edit(i, i + 1, swap[c]) for i, c in enumerate(document.text) if c in swap])


def lower_cased(document: AnnotatedDocument) -> AnnotatedDocument:
    """The document all in lower case."""
    text = "".join(low if len(low := char.lower()) == 1 else char for char in document.text)
    return evolve(document, text=text)


def with_lost_marks(document: AnnotatedDocument, rng: random.Random, share: float) -> AnnotatedDocument:
    """The document without a *share* of its quotation marks."""
    lost = [Edit(*match.span(), "") for match in _MARK.finditer(document.text) if rng.random() < share]
    return edited(document, lost)


def run_together(document: AnnotatedDocument, rng: random.Random, share: float) -> AnnotatedDocument:
    """The document with a *share* of its paragraphs joined to the one before."""
    breaks = re.finditer(r"\n\s*\n", document.text)
    return edited(document, [Edit(*match.span(), " ") for match in breaks if rng.random() < share])


def vary(document: AnnotatedDocument, rng: random.Random, *, spaced_tokens: bool) -> AnnotatedDocument:
    """One random variant of *document*, in most cases the document itself."""
    if spaced_tokens and rng.random() < 0.75:
        document = detokenised(document, rng)
    chance = rng.random()
    if chance < 0.06:
        document = in_single_marks(document)
    elif chance < 0.10:
        document = lower_cased(document)
    elif chance < 0.14:
        document = with_lost_marks(document, rng, rng.choice((0.1, 0.5, 1.0)))
    elif chance < 0.20:
        document = run_together(document, rng, 0.5)
    return document
