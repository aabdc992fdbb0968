"""The finders heard in turn: what stands of the findings of one before the next is asked."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import accumulate
from typing import TYPE_CHECKING, Final

from attrs import evolve, field, frozen

from quotekit.finders.choice import FINDERS, finders_for
from quotekit.finders.finding import FinderName, Finding
from quotekit.records import Settings
from quotekit.text.page import Page
from quotekit.text.ranges import Range, overlap
from quotekit.verdict.joining import joined_by_cue, joined_with_rule
from quotekit.verdict.relations import extent_of, is_report_of_other, likeness_of_contents
from quotekit.verdict.table import decide, kept_by

if TYPE_CHECKING:
    from spacy.tokens import Doc

__all__ = ["found_in", "network_over_rules", "one_for_each_cue"]


def found_in(page: Page, doc: Doc, settings: Settings) -> list[Finding]:
    """What stands of all that the finders find which *settings* ask for."""
    found: list[Finding] = []
    for name in finders_for(settings, doc.lang_):
        found = HEARINGS[name](page, found, FINDERS[name](page, doc, settings, found))
    return found


def added(page: Page, earlier: Sequence[Finding], found: Sequence[Finding]) -> list[Finding]:
    """All findings, between which nothing has to be decided yet."""
    return [*earlier, *found]


def one_for_each_cue(page: Page, earlier: Sequence[Finding], found: Sequence[Finding]) -> list[Finding]:
    """What the rules *found*, those of one and the same cue made one, by the order of the cues."""
    groups: list[list[Finding]] = []
    place: dict[tuple[Range, ...], list[Finding]] = {}
    for item in found:
        met = place.get(item.cue[-1:]) if item.fixed is None else None
        row = decide("two of the rules", met[0], item) if met else None
        if met is not None and row is not None and row.outcome == "joined":
            met.append(item)
            met[0] = kept_by(row, met[0])
            continue
        groups.append([item])
        if item.fixed is None:
            place[item.cue[-1:]] = groups[-1]
    return [*earlier, *sorted(map(joined_by_cue, groups), key=lambda item: item.cue)]


@frozen
class Neighbours:
    """What the rules found, to be looked up by place.

    Attributes:
        items: The findings by their extent.
        starts: Where each begins.
        reach: How far any up to each goes.
    """

    items: Sequence[Finding]
    starts: Sequence[int] = field(init=False)
    reach: Sequence[int] = field(init=False)

    @starts.default
    def _starts(self) -> Sequence[int]:
        return [extent_of(item)[0] for item in self.items]

    @reach.default
    def _reach(self) -> Sequence[int]:
        return list(accumulate((extent_of(item)[1] for item in self.items), max))

    def around(self, place: Range) -> Iterator[int]:
        """The indices of those that overlap *place*."""
        index = bisect_left(self.starts, place[1]) - 1
        while index >= 0 and self.reach[index] > place[0]:
            if overlap(extent_of(self.items[index]), place):
                yield index
            index -= 1


def network_over_rules(page: Page, earlier: Sequence[Finding], found: Sequence[Finding]) -> list[Finding]:
    """What stands of what the network *found* and of what the rules did, each beside those near it."""
    known = Neighbours(sorted((item for item in earlier if item.finder == "rules"), key=extent_of))
    kept: list[Finding] = []
    left: dict[int, Finding | None] = dict(enumerate(known.items))
    for item in found:
        near = list(known.around(extent_of(item)))
        likest = likest_of(item, [known.items[index] for index in near])
        standing, judged_with = standing_of(page, item, likest, near=[known.items[index] for index in near])
        kept.extend(standing)
        for index in near if standing and near else ():
            other = known.items[index]
            row = decide("network's and a rule beside it", standing[-1], other)
            if other is judged_with or row.outcome == "first stays":
                left[index] = None
            elif (still := left[index]) is not None:
                left[index] = kept_by(row, still)
    others = [item for item in earlier if item.finder != "rules"]
    return [*others, *kept, *(item for item in left.values() if item is not None)]


def likest_of(item: Finding, near: Sequence[Finding]) -> Finding | None:
    """That of *near* whose content is most like the one of *item*, reports of it left out."""
    others = [other for other in near if not is_report_of_other(item, other)]
    return max(others, key=lambda other: likeness_of_contents(item.content, other.content), default=None)


def standing_of(
    page: Page, item: Finding, likest: Finding | None, near: Sequence[Finding]
) -> tuple[list[Finding], Finding | None]:
    """What stands of the network's *item* among the rules' findings *near* it, and the one joined with it."""
    if likest is not None:
        row = decide("network and likest rule", item, likest)
        if row.outcome == "joined":
            return [kept_by(row, joined_with_rule(item, likest, page))], likest
    row = decide("network and rules near it", item, near, page)
    if row.outcome == "second stays":
        return [], None
    bare = row.outcome == "first without cue"
    return [kept_by(row, evolve(item, cue=(), source=()) if bare else item)], None


Hearing = Callable[[Page, Sequence[Finding], Sequence[Finding]], list[Finding]]
"""What stands of earlier findings and of those just found."""

HEARINGS: Final[Mapping[FinderName, Hearing]] = {
    "layout": added,
    "rules": one_for_each_cue,
    "network": network_over_rules,
}
"""How the findings of each finder are heard."""
