"""Quotations that follow one another: further sentences after a cue, and those without any cue."""

from __future__ import annotations

import re
from bisect import bisect_left, insort
from collections.abc import Container, Iterable, Iterator, Sequence

from attrs import evolve

from quotekit.finders.finding import Attribution
from quotekit.quotes.utterances import CLOSERS, Marks, free, is_utterance
from quotekit.records import MarkedSpan
from quotekit.text.ranges import Range, merged

__all__ = ["divided", "floating", "unrepeated"]

SENTENCE_END = re.compile(r"[.!?…][\s" + re.escape(CLOSERS) + r"]*$")
SURE = {"follow-on": 0.98, "marks alone": 0.65}
"""The share of them that is right in the training part of PolNeAR (Newell et al. 2018)."""

FEWEST_WORDS = 4
"""Words of a pull quote; what is shorter may well be said twice."""

PAUSE = re.compile(r"[.,;:!?…—–]")
SIGNED = "signature"
AT_MOST_ONE_END = re.compile(r"[^.!?\n]*[.!?]?\s*")


def divided(text: str, attribution: Attribution) -> Iterator[Attribution]:
    """The attribution, cut where its cue ended the sentence and a new quotation began behind it.

    The further quotation has the same source and no cue of its own. A turn that the layout shows is
    one quotation.
    """
    if attribution.kind is not None:
        yield attribution
        return
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
    text: str,
    attributions: Sequence[Attribution],
    marks: Marks,
    paragraphs: Sequence[Range],
    uttered: Container[int] = (),
) -> Iterator[Attribution]:
    """The utterances in quotation marks that no cue was found for, those at the offsets *uttered* among them.

    One that begins where the sentence of the last quotation's cue ended has the same source; who
    said the others is for their place in the text to tell.
    """
    told = [item for item in attributions if not is_inner(item, marks)]
    taken = merged(span for item in told for span in item.content)
    closed = sorted(closings(told))
    said = {piece for item in told for span in item.content for piece in phrases(text, span)}
    remaining = iter(paragraphs)
    paragraph = next(remaining, (0, len(text)))
    for mark in free(marks.outer, taken):
        while mark.start >= paragraph[1]:
            paragraph = next(remaining, (paragraph[1], len(text)))
        is_one = mark.start in uttered or is_utterance(text, mark, paragraph)
        if is_one and not is_pull_quote(text, mark, paragraph, said):
            source = source_before(text, mark.start, paragraph, closed)
            content = marks.parts.get(mark.start, ((mark.start, mark.end),))
            insort(closed, (mark.end, source))
            rule = "follow-on" if source else "marks alone"
            yield Attribution(content=content, source=source, rule=rule, confidence=SURE[rule])


def is_pull_quote(text: str, mark: MarkedSpan, paragraph: Range, said: Container[str]) -> bool:
    """Whether a paragraph of its own repeats what was quoted elsewhere, or a part of it."""
    alone = (mark.start, mark.end) == paragraph and len(mark.text.split()) >= FEWEST_WORDS
    return alone and all(piece in said for piece in phrases(text, paragraph))


def unrepeated(text: str, attributions: Sequence[Attribution]) -> list[Attribution]:
    """The attributions without signed pull quotes, whose words were quoted elsewhere with a verb."""
    others = (item for item in attributions if item.rule != SIGNED)
    said = {piece for item in others for span in item.content for piece in phrases(text, span)}
    return [
        item
        for item in attributions
        if item.rule != SIGNED or not all(p in said for span in item.content for p in phrases(text, span))
    ]


def phrases(text: str, span: Range) -> Iterator[str]:
    """The letters and digits of a stretch of *text* between its pauses, in lower case."""
    for phrase in PAUSE.split(text[slice(*span)]):
        letters = "".join(filter(str.isalnum, phrase)).casefold()
        if letters:
            yield letters


def is_inner(item: Attribution, marks: Marks) -> bool:
    """Whether an attribution is part of what stands in quotation marks, cue and all."""
    around = (mark for start, _ in item.cue for mark in marks.around(start, start + 1))
    opening = item.content[0][0]
    return any((mark.closed or mark.start in marks.parts) and mark.start != opening for mark in around)


def closings(attributions: Iterable[Attribution]) -> Iterator[tuple[int, tuple[Range, ...]]]:
    """Where each attribution ends, by its last word, and its source."""
    for item in attributions:
        spans = (*item.content, *item.cue, *item.source)
        yield max(end for _, end in spans), item.source


def source_before(
    text: str, start: int, paragraph: Range, closed: Sequence[tuple[int, tuple[Range, ...]]]
) -> tuple[Range, ...]:
    """The source of the attribution whose sentence ends right before *start* in the same paragraph."""
    index = bisect_left(closed, (start + 1,)) - 1
    if index < 0 or closed[index][0] < paragraph[0]:
        return ()
    end, source = closed[index]
    return source if AT_MOST_ONE_END.fullmatch(text, end, start) else ()
