"""Quotations that follow one another: further sentences after a cue, and those without any cue."""

from __future__ import annotations

import re
from bisect import bisect_left, insort
from collections.abc import Container, Iterable, Iterator, Sequence
from typing import Any, Final

from attrs import evolve

from quotekit.finders.finding import Finding, Rule
from quotekit.quotes.judgement.utterance import is_crosshead, is_utterance, marks_outside
from quotekit.records import MarkedSpan
from quotekit.text.page import Page
from quotekit.text.punctuation import CLOSERS, OPENERS
from quotekit.text.ranges import Range, merged
from quotekit.text.sentences import ending_stops, ends_sentence
from quotekit.verdict import decide, without_crossing
from quotekit.verdict.phrases import phrases_in
from quotekit.verdict.stretches import is_parted_by_sentence_end

__all__ = [
    "cut_at_sentence_ends",
    "joined_where_broken_off",
    "utterances_without_cue",
    "without_mere_utterances",
]

COUNTED: Final = "training part of PolNeAR (Newell et al. 2018)"

FOLLOW_ON: Final = Rule[Any](
    "follow-on",
    "marks",
    precision=0.98,
    counted=COUNTED,
    reason="Right behind the sentence of a cue nobody else has the word.",
)
MARKS_ALONE: Final = Rule[Any](
    "marks alone",
    "marks",
    precision=0.95,
    counted="development parts of PDNC, LitBank, RiQuA and PolNeAR, and ggt-dev: 1,503 of 1,592 "
    "(tools.right_by_rule)",
    reason="Last of all: nothing but the marks tells that somebody said it.",
)

Ending = tuple[int, int, tuple[Range, ...]]
"""Where a finding ends, where it begins, below zero, and its source."""

AT_MOST_ONE_END = re.compile(r"[^.!?\n]*[.!?]?\s*(?:(?:--|[—–])\s*)?")


def cut_at_sentence_ends(text: str, item: Finding) -> Iterator[Finding]:
    """The finding, cut where its cue ended the sentence and a new quotation began behind it.

    The further quotation has the same source and no cue of its own, and so has one whose sentence ended
    before that of the cue, which reports a clause. A turn that the layout shows is one quotation.
    """
    if item.fixed is not None:
        yield item
        return
    held: list[Range] = []
    for span in item.content:
        if held and stands_before_report(text, item, held[-1], span):
            yield evolve(item, content=tuple(held), cue=())
            held = []
        elif held and is_parted_by_sentence_end(text, held[-1], span):
            yield evolve(item, content=tuple(held))
            item = evolve(item, cue=(), rule=FOLLOW_ON)
            held = []
        held.append(span)
    yield evolve(item, content=tuple(held))


def stands_before_report(text: str, item: Finding, said: Range, clause: Range) -> bool:
    """Whether a whole quotation stands before the sentence that reports a clause.

    The cue stands between the two, and the clause has no marks around it (“It leaks.” Ann says | it does).
    """
    told = any(said[1] <= start < clause[0] for start, _ in item.cue)
    whole = text[said[1] - 1] in CLOSERS and ends_sentence(text[slice(*said)])
    begins = text[said[1] : clause[0]].lstrip()[:1].isupper()
    return told and whole and begins and text[clause[0]] not in OPENERS


def without_mere_utterances(page: Page, findings: Sequence[Finding]) -> Iterator[Finding]:
    """The findings that say more than that a quotation was uttered, none crossing another, and the others.

    Those are the quotations that are left on the page and stand as utterances do.
    """
    told = without_crossing(item for item in findings if not is_mere_utterance(item))
    uttered = {start for item in findings if is_mere_utterance(item) for start, _ in item.content}
    yield from told
    yield from utterances_without_cue(page, told, uttered)


def is_mere_utterance(item: Finding) -> bool:
    """Whether a finder says no more of a quotation than that somebody uttered it."""
    return not (item.cue or item.source or item.fixed)


def utterances_without_cue(
    page: Page, findings: Sequence[Finding], uttered: Container[int] = ()
) -> Iterator[Finding]:
    """The utterances in quotation marks that no cue was found for, those at the offsets *uttered* among them.

    One that begins where the sentence of the last quotation's cue ended has the same source; who
    said the others is for their place in the text to tell.
    """
    told = [item for item in findings if not is_within_marks(page, item)]
    taken = merged(span for item in told for span in item.content)
    closed = sorted(ends_of(told))
    said = {piece for item in told for span in item.content for piece in phrases_in(page.text, span)}
    found: list[Finding] = []
    for mark in marks_outside(page.outermost_marks, taken):
        if not is_told_by_marks(page, mark, uttered, said):
            continue
        if found and takes_up(page, found[-1].content[-1], (mark.start, mark.end)):
            found[-1] = evolve(found[-1], content=(*found[-1].content, (mark.start, mark.end)))
            continue
        source = source_of_sentence_before(page, mark.start, closed)
        insort(closed, (mark.end, -mark.start, source))
        rule = FOLLOW_ON if source else MARKS_ALONE
        found.append(Finding(page.spans_of(mark), source=source, rule=rule, confidence=rule.precision))
    yield from found


def is_told_by_marks(page: Page, mark: MarkedSpan, uttered: Container[int], said: Container[str]) -> bool:
    """Whether *mark* begins a quotation that nothing but its marks tells, which was not *said* elsewhere."""
    if page.spans_of(mark)[0][0] != mark.start:
        return False
    paragraph = page.paragraph_around(mark.start)
    if is_crosshead(page, mark, paragraph):
        return False
    if mark.start not in uttered and not is_utterance(page.text, mark, paragraph):
        return False
    return decide("marks alone and quoted", mark, said, paragraph, page.text).outcome == "stays"


def joined_where_broken_off(page: Page, findings: Iterable[Finding]) -> Iterator[Finding]:
    """The findings by their place, with what goes on with a quotation behind its cue as a part of it.

    “Pray,” quoth Ann, “do you take me for a fool?” is one quotation, whatever cue the second half lacks.
    """
    held: Finding | None = None
    for item in sorted(findings, key=lambda item: item.start):
        if held is not None and is_other_half(page, held, item):
            held = evolve(held, content=(*held.content, *item.content))
            continue
        if held is not None:
            yield held
        held = item
    if held is not None:
        yield held


def is_other_half(page: Page, first: Finding, second: Finding) -> bool:
    """Whether *second* has no cue and goes on with the sentence of *first*, whose cue stands between them."""
    if second.cue or first.fixed is not None or second.fixed is not None or not first.cue:
        return False
    end, start = first.content[-1][1], second.start
    between = end <= first.cue[0][0] and first.cue[-1][1] <= start
    return between and takes_up(page, first.content[-1], second.content[0])


def takes_up(page: Page, first: Range, second: Range) -> bool:
    """Whether *second* goes on with the sentence of a quotation that a comma broke off in its paragraph."""
    text = page.text
    opening, words = text[slice(*first)], text[slice(*second)]
    broken = opening.rstrip(CLOSERS).endswith(",") and not opening.endswith(",")
    goes_on = words.lstrip(OPENERS)[:1].islower() and words[:1] in OPENERS
    together = page.paragraph_number(first[0]) == page.paragraph_number(second[0])
    return broken and goes_on and together and not ends_sentence(text[first[1] : second[0]])


def is_within_marks(page: Page, item: Finding) -> bool:
    """Whether an item is part of what stands in quotation marks, cue and all."""
    around = (mark for start, _ in item.cue for mark in page.marks_around(start, start + 1))
    opening = item.content[0][0]
    holding = (mark for mark in around if mark.closed or mark.start in page.quotations_in_paragraphs)
    return any(mark.start != opening for mark in holding)


def ends_of(findings: Iterable[Finding]) -> Iterator[Ending]:
    """Where each item ends, by its last word; of those that end together the widest is the last in order."""
    for item in findings:
        spans = (*item.content, *item.cue, *item.source)
        yield max(end for _, end in spans), -min(start for start, _ in spans), item.source


def source_of_sentence_before(page: Page, start: int, closed: Sequence[Ending]) -> tuple[Range, ...]:
    """The source of the item whose sentence ends right before *start* in the same paragraph."""
    index = bisect_left(closed, (start + 1,)) - 1
    if index < 0 or closed[index][0] < page.paragraph_around(start)[0]:
        return ()
    end, _, source = closed[index]
    return source if is_rest_of_sentence(page.text, end, start) else ()


def is_rest_of_sentence(text: str, start: int, end: int) -> bool:
    """Whether no sentence ends between two places but the one that the second stands behind."""
    if AT_MOST_ONE_END.fullmatch(text, start, end):
        return True
    ends = [match.end() for match in ending_stops(text, start, min(end + 1, len(text)))]
    return "\n" not in text[start:end] and len(ends) == 1 and not text[ends[0] : end].strip()
