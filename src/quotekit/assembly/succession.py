"""Quotations that follow one another: further sentences after a cue, and those without any cue."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from attrs import evolve

from quotekit.assembly.edges import merged
from quotekit.assembly.utterances import CLOSERS, Marks, free, is_utterance
from quotekit.attribution import Attribution, Range
from quotekit.records import MarkedSpan

__all__ = ["divided", "floating"]

SENTENCE_END = re.compile(r"[.!?…][\s" + re.escape(CLOSERS) + r"]*$")


def divided(text: str, attribution: Attribution) -> Iterator[Attribution]:
    """The attribution, cut where its cue ended the sentence and a new quotation began behind it.

    The further quotation has the same source and no cue of its own.
    """
    held: list[Range] = []
    for span in attribution.content:
        if held and is_new(text, held[-1], span):
            yield evolve(attribution, content=tuple(held))
            attribution = evolve(attribution, cue=(), rule="follow-on")
            held = []
        held.append(span)
    yield evolve(attribution, content=tuple(held))


def is_new(text: str, first: Range, second: Range) -> bool:
    """Whether a sentence ended between two quoted spans that something stands between."""
    gap = text[first[1] : second[0]]
    return any(map(str.isalnum, gap)) and SENTENCE_END.search(gap) is not None


def floating(
    text: str, attributions: Sequence[Attribution], marks: Marks, paragraphs: Sequence[Range]
) -> Iterator[Attribution]:
    """The utterances in quotation marks that no cue was found for.

    One that follows a quotation or its cue with nothing between them has the same source; who
    said the others is for their place in the text to tell.
    """
    taken = merged(span for item in attributions for span in item.content if not is_inner(item, marks))
    sources = dict(closings(attributions))
    remaining = iter(paragraphs)
    paragraph = next(remaining, (0, len(text)))
    for mark in free(marks.outer, taken):
        while mark.start >= paragraph[1]:
            paragraph = next(remaining, (paragraph[1], len(text)))
        if is_utterance(text, mark, paragraph):
            yield utterance(text, mark, marks, paragraph, sources)


def is_inner(item: Attribution, marks: Marks) -> bool:
    """Whether an attribution is part of what stands in quotation marks, cue and all."""
    return any(mark.depth == 0 for start, _ in item.cue for mark in marks.around(start, start + 1))


def utterance(
    text: str, mark: MarkedSpan, marks: Marks, paragraph: Range, sources: dict[int, tuple[Range, ...]]
) -> Attribution:
    """The attribution of words in marks without a cue."""
    before = len(text[paragraph[0] : mark.start].rstrip(" .\t\n\r")) + paragraph[0]
    source = sources.get(before, ())
    sources[mark.end] = source
    content = marks.parts.get(mark.start, ((mark.start, mark.end),))
    return Attribution(content=content, source=source, rule="follow-on" if source else "marks alone")


def closings(attributions: Iterable[Attribution]) -> Iterator[tuple[int, tuple[Range, ...]]]:
    """Where each attribution ends, by its last word, and its source."""
    for item in attributions:
        spans = (*item.content, *item.cue, *item.source)
        yield max(end for _, end in spans), item.source
