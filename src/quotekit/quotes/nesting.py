"""Which quotes stand inside others, and which of two that cross each other stays."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence

from attrs import evolve

from quotekit.finders.finding import Attribution
from quotekit.language import language_of
from quotekit.records import Quote

__all__ = ["nested", "reconciled"]


def reconciled(attributions: Iterable[Attribution]) -> list[Attribution]:
    """The attributions without those whose content crosses or repeats an earlier one's.

    Contents may lie apart or one wholly in the other, with its cue; of two that do neither the
    longer stays, or the one whose kind the layout shows.
    """
    items = sorted(attributions, key=by_place)
    shown = [item for item in items if item.kind is not None]
    return apart([item for item in items if item.kind is not None or fits(item, shown)] if shown else items)


def fits(item: Attribution, shown: Sequence[Attribution]) -> bool:
    """Whether *item* neither crosses nor repeats any of the attributions *shown* by the layout, in order."""
    start, end = bounds(item)
    index = bisect_left(shown, end, key=lambda other: bounds(other)[0]) - 1
    while index >= 0 and bounds(shown[index])[1] > start:
        other = shown[index]
        if set(item.cue) & set(other.cue) or not (stands_inside(item, other) or stands_inside(other, item)):
            return False
        index -= 1
    return True


def apart(items: Iterable[Attribution]) -> list[Attribution]:
    """Of *items*, by their place, those that neither cross nor repeat an earlier one."""
    kept: list[Attribution] = []
    around: list[Attribution] = []
    for item in items:
        start, end = bounds(item)
        around = [other for other in around if bounds(other)[1] > start]
        if all(stands_inside(item, other) for other in around if bounds(other)[0] < end):
            kept.append(item)
            around.append(item)
    return kept


def by_place(item: Attribution) -> tuple[int, int]:
    """Sorts earlier contents first, and of two that begin together the longer."""
    start, end = bounds(item)
    return start, -end


def bounds(item: Attribution) -> tuple[int, int]:
    """Where the content begins and ends."""
    return item.content[0][0], item.content[-1][1]


def stands_inside(inner: Attribution, outer: Attribution) -> bool:
    """Whether *inner* is reported in *outer*, cue and all, or stands in a gap of it."""
    start, end = bounds(inner)
    if all(end <= first or last <= start for first, last in outer.content):
        return True
    whole = bounds(outer)
    if not inner.cue or bounds(inner) == whole:
        return False
    return all(whole[0] <= first and last <= whole[1] for first, last in (*inner.content, *inner.cue))


def nested(quotes: Sequence[Quote], lang: str) -> list[Quote]:
    """The quotes, ordered by start and longest first, each with the number of those around it.

    Of those inside another one, only speech with a source of its own is a quote: what
    the quoted speaker thinks, or says of their own saying, is part of what they say.
    """
    found: list[Quote] = []
    around: list[Quote] = []
    for quote in quotes:
        around = [other for other in around if other.end > quote.start]
        holding = [other for other in around if holds(other, quote)]
        if not holding or is_of_another(quote, holding[-1], lang):
            found.append(evolve(quote, depth=len(holding)))
            around.append(quote)
    return found


def is_of_another(inner: Quote, outer: Quote, lang: str) -> bool:
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


def holds(outer: Quote, inner: Quote) -> bool:
    """Whether *inner*'s content lies in one of the spans of *outer*'s."""
    return any(span.start <= inner.start and inner.end <= span.end for span in outer.content)
