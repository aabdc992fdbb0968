"""Contents that cross or repeat each other: which of the two stays, once their edges are known."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence

from attrs import evolve

from quotekit.finders.finding import Finding
from quotekit.text.ranges import Range, any_overlap
from quotekit.verdict.deciding import decide, kept_by
from quotekit.verdict.row import Row

__all__ = ["without_crossing"]


def without_crossing(findings: Iterable[Finding]) -> list[Finding]:
    """The findings whose contents lie apart or one wholly in the other, with its cue, by their place."""
    items = sorted(findings, key=lambda item: (item.start, -item.end))
    fixed = [item for item in items if item.fixed is not None]
    if not fixed:
        return by_place(items)
    labels = {span: item for item in fixed if item.finder == "layout" for span in item.source}
    beside = (item if item.fixed is not None else beside_fixed(item, fixed, labels) for item in items)
    return by_place(item for item in beside if item is not None)


def beside_fixed(item: Finding, fixed: Sequence[Finding], labels: Mapping[Range, Finding]) -> Finding | None:
    """*item*, if it stays beside those whose edges the layout shows, in order and by their *labels*."""
    for other in (*overlapping(item, fixed), *(labels[span] for span in item.source if span in labels)):
        row = decide("layout's and another's", other, item)
        if row.outcome == "first stays":
            return None
        item = kept_by(row, named_within_turn(item, other))
    return item


def named_within_turn(item: Finding, turn: Finding) -> Finding:
    """*item*, inside of *turn*, without the label of that in its source ("<bo> Ada | said that").

    Nobody whom the turn tells of is named by its label and the signs around that ("<bo> | says here that").
    """
    at = turn.start
    if item.start < at or all(start >= at for start, _ in item.source):
        return item
    told = (
        span
        for span in item.source
        if span[1] > at or span in turn.source or not any_overlap([span], turn.source)
    )
    return evolve(item, source=tuple((at if start < at < end else start, end) for start, end in told))


def overlapping(item: Finding, fixed: Sequence[Finding]) -> Iterator[Finding]:
    """Those of the *fixed* whose contents begin before the end of *item*, back to the first that ends."""
    index = bisect_left(fixed, item.end, key=lambda other: other.start) - 1
    while index >= 0 and fixed[index].end > item.start:
        yield fixed[index]
        index -= 1


def by_place(items: Iterable[Finding]) -> list[Finding]:
    """Those of *items*, in order, that stay beside all that were kept before them."""
    kept: list[Finding] = []
    around: list[Finding] = []
    for item in items:
        around = [other for other in around if other.end > item.start]
        rows = [decide("earlier and later", other, item) for other in around if other.start < item.end]
        if all(row.outcome == "both stay" for row in rows):
            kept.append(kept_by_all(rows, item))
            around.append(item)
    return kept


def kept_by_all(rows: Iterable[Row], item: Finding) -> Finding:
    """*item*, which says that each of *rows* kept it."""
    for row in rows:
        item = kept_by(row, item)
    return item
