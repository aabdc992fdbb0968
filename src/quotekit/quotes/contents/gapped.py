"""Reports that share one verb: "Ann said that it leaked, and the owner, Bo, | that it did not"."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import TYPE_CHECKING

from attrs import evolve

from quotekit.finders.finding import Finding
from quotekit.language import language_of
from quotekit.parse.grammar import is_coordinating, is_finite_clause, is_verb_part, is_verbal
from quotekit.text.ranges import Range, any_overlap

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span, Token

__all__ = ["parted_where_verb_is_left_out"]


def parted_where_verb_is_left_out(doc: Doc, item: Finding) -> Iterator[Finding]:
    """*item*, and each clause of it that belongs to another source, who stands before it without a verb."""
    last = 0
    for number, (first, second) in enumerate(pairwise(item.content), start=1):
        source = source_between(doc, first, second) if item.cue and item.fixed is None else None
        if source is not None and not any_overlap([source], (*item.cue, *item.source)):
            yield own_part(item, last, number)
            item, last = evolve(item, cue=(), source=(source,), addressee=()), number
    yield own_part(item, last, len(item.content))


def own_part(item: Finding, first: int, last: int) -> Finding:
    """*item* with some of its stretches; itself where these are all."""
    content = item.content[first:last]
    return item if content == item.content else evolve(item, content=content)


def source_between(doc: Doc, first: Range, second: Range) -> Range | None:
    """Who stands between two clauses, behind a conjunction and before the one that opens the second."""
    gap = doc.char_span(first[1], second[0], alignment_mode="contract")
    behind = doc.char_span(*second, alignment_mode="expand")
    if gap is None or not behind or behind[0].lower_ not in language_of(doc.lang_).clause_openers:
        return None
    words = without_edges(gap)
    if not words or not any(map(is_coordinating, gap[: words[0].i - gap.start])):
        return None
    named = any(word.pos_ in {"NOUN", "PROPN", "PRON"} for word in words)
    if not named or any(
        is_finite_clause(word) for word in words if is_verbal(word) and not is_verb_part(word)
    ):
        return None
    return words[0].idx, words[-1].idx + len(words[-1])


def without_edges(gap: Span) -> list[Token]:
    """The words of a *gap* without pauses at its edges and the conjunction that it begins with."""
    words = list(gap)
    while words and (is_coordinating(words[0]) or words[0].is_punct or words[0].is_space):
        words.pop(0)
    while words and (words[-1].is_punct or words[-1].is_space):
        words.pop()
    return words
