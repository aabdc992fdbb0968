"""Which of two findings stands within the other: questions about a pair, asked by the rows of the table."""

from __future__ import annotations

from collections.abc import Sequence

from quotekit.finders.finding import Finding
from quotekit.language import language_of
from quotekit.records import Quote
from quotekit.text.page import Page
from quotekit.text.punctuation import MARKS
from quotekit.text.ranges import any_overlap, merged, without
from quotekit.verdict.stretches import extent_of, is_marked

FULL_STOP = 1
"""Characters of the full stop that a parse gives back to a report that its cue has parted from it."""


def is_report_of_other(first: Finding, second: Finding) -> bool:
    """Whether one of the two is the report of the other, cue and all."""
    return has_report_inside(first, second) or has_report_inside(second, first)


def has_report_inside(outer: Finding, inner: Finding) -> bool:
    """Whether *inner* stands, cue and all, in a span of the content of *outer*."""
    start, end = extent_of(inner)
    return bool(inner.cue) and any(first <= start and end <= last for first, last in outer.content)


def is_reported_in_any(item: Finding, found: Sequence[Finding]) -> bool:
    """Whether *item* stands, cue and all, in the content of one of those *found*, which are in order."""
    low, high = extent_of(item)
    return bool(item.cue) and any(
        start <= low and high <= end for other in found for start, end in other.content
    )


def reads_past_relay(outer: Finding, inner: Finding) -> bool:
    """Whether *outer* reports the cue of *inner* and what follows it, and *inner* reads on to *outer*'s cue.

    A parser hangs “according to the Herald” on what Ann said (“Ann said it sank, according to the Herald”).
    Behind its cue the relay has the full stop at most.
    """
    start, end = outer.content[0]
    goes_on = any(last - first > FULL_STOP for first, last in outer.content[1:])
    if goes_on or not (outer.cue and inner.cue) or end > outer.cue[0][0]:
        return False
    is_within = start <= inner.cue[0][0] < inner.cue[-1][1] <= inner.start < end
    return is_within and inner.end > outer.cue[0][0]


def is_relayed(outer: Finding, inner: Finding, page: Page) -> bool:
    """Whether *outer* reports nothing but *inner*, a whole quotation, cue and all.

    “No,” Ann said, according to the Herald: her words are hers. So they are where it is told too, without a
    pause, when, where and to whom she said them. Of an indirect report, and of what is quoted in marks of
    its own, both are told.
    """
    if (
        not (inner.cue and outer.cue)
        or not inner.end <= inner.cue[0][0] < inner.cue[-1][1] <= outer.cue[0][0]
    ):
        return False
    if any(is_marked(page, span) for span in outer.content):
        return False
    if not all(is_marked(page, span) for span in inner.content):
        return False
    left = without(outer.content, merged([*inner.content, *inner.cue, *inner.source]))
    told = [page.text[start:end] for start, end in left if start < outer.cue[0][0]]
    return not any(map(str.isalnum, "".join(told))) or goes_on_with_cue(told)


def goes_on_with_cue(told: Sequence[str]) -> bool:
    """Whether the words left beside a report only go on with its sentence ("writes in his book")."""
    words = [part.lstrip() for part in told if any(map(str.isalnum, part))]
    return len(words) == 1 and words[0][0].isalnum() and not any(mark in words[0] for mark in MARKS)


def lie_apart(first: Finding, second: Finding) -> bool:
    """Whether content and cue of the one overlap neither content nor cue of the other."""
    return not any_overlap((*first.content, *first.cue), (*second.content, *second.cue))


def one_is_inside(first: Finding, second: Finding) -> bool:
    """Whether either is reported in the other, cue and all, or stands in a gap of it."""
    return is_inside(first, second) or is_inside(second, first)


def second_is_inside(first: Finding, second: Finding) -> bool:
    """Whether the second, which begins later or is shorter, is reported in the first or in a gap of it."""
    return is_inside(second, first)


def is_inside(inner: Finding, outer: Finding) -> bool:
    """Whether *inner* is reported in *outer*, cue and all, or stands in a gap of it."""
    if all(inner.end <= first or last <= inner.start for first, last in outer.content):
        return True
    if not inner.cue or (inner.start, inner.end) == (outer.start, outer.end):
        return False
    return all(outer.start <= first and last <= outer.end for first, last in (*inner.content, *inner.cue))


def is_of_another(outer: Quote, inner: Quote, lang: str) -> bool:
    """Whether *inner* is what somebody else than the source of *outer* has said.

    A pronoun in indirect speech most often means whoever reports.
    """
    if inner.act != "speech":
        return False
    if not inner.source:
        return inner.kind == "direct"
    pronoun = language_of(lang).pronouns.get(inner.source[0].text.lower())
    if pronoun is None or pronoun.kind not in {"first", "second", "person"}:
        return True
    return pronoun.kind == "person" and outer.kind == "direct"
