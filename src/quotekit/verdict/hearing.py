"""The finders heard in turn: what stands of the findings of one before the next is asked."""

from __future__ import annotations

from collections.abc import Callable, Container, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Final

from attrs import evolve, frozen

from quotekit.finders.choice import FINDERS, finders_for
from quotekit.finders.finding import FinderName, Finding
from quotekit.records import Settings
from quotekit.text.page import Page
from quotekit.text.ranges import Range, any_overlap, clipped, likeness, without
from quotekit.verdict.containment import is_report_of_other
from quotekit.verdict.deciding import decide, kept_by
from quotekit.verdict.joining import joined_by_cue, joined_with_rule, with_no_rule
from quotekit.verdict.neighbours import Neighbours
from quotekit.verdict.parting import parted_by_cues, without_heard_elsewhere
from quotekit.verdict.stretches import extent_of

if TYPE_CHECKING:
    from spacy.tokens import Doc

__all__ = ["found_in", "network_over_rules", "one_for_each_cue"]

AFTER_WORDS: Final = " ,"
"""What parts a report from the cue behind it."""


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
    claimed = claimed_by(found)
    joined = sorted((joined_by_cue(group, claimed) for group in groups), key=lambda item: item.cue)
    joined = without_relaying(page, joined)
    return [*named_in_words(earlier, joined), *joined]


def without_relaying(page: Page, found: Sequence[Finding]) -> list[Finding]:
    """Those *found* that report more than what another of them reports by itself."""
    known = Neighbours(sorted(found, key=extent_of))
    return [item for item in found if relayed_by(page, item, known) is None]


def relayed_by(page: Page, item: Finding, rules: Neighbours) -> Finding | None:
    """That of the *rules* which is all that *item* reports, cue and all; None where there is none."""
    others = (rules.items[index] for index in rules.around(extent_of(item)))
    return next(
        (one for one in others if decide("around another", item, one, page).outcome == "second stays"), None
    )


def claimed_by(found: Sequence[Finding]) -> list[Range]:
    """Every cue, and the contents of those whose rules know how far they go, in order."""
    cues = {span for item in found for span in item.cue}
    return sorted(cues | {span for item in found if item.rule.knows_extent for span in item.content})


@frozen
class Standing:
    """What the network's finding became among those of the rules.

    Attributes:
        item: What stands of it.
        near: The numbers of the rules' findings that lie near it.
        joined: The number of the one that it was joined with, or None.
    """

    item: Finding
    near: Sequence[int]
    joined: int | None = None


def network_over_rules(page: Page, earlier: Sequence[Finding], found: Sequence[Finding]) -> list[Finding]:
    """What stands of what the network *found* and of what the rules did, each beside those near it."""
    heard_at = Neighbours(sorted(found, key=extent_of))
    own = (without_heard_elsewhere(item, heard_at) for item in earlier if item.finder == "rules")
    rules = Neighbours(sorted(own, key=extent_of))
    standing = stand_beside_rules(page, heard_pieces(page, found, rules), rules)
    kept = [one.item for one in standing]
    left = [item for item in rules_left(page, rules, standing) if is_kept_without_network(item, found)]
    return [*named_in_words([item for item in earlier if item.finder != "rules"], kept), *kept, *left]


def heard_pieces(page: Page, found: Sequence[Finding], rules: Neighbours) -> list[Finding]:
    """What the network *found*, by cues of words, and parted where the *rules* find more cues than one."""
    told = (as_relayed(page, item, rules) for item in found)
    worded = (with_cue_of_words(page, item, rules.items) for item in told)
    return [piece for item in worded for piece in parted_by_cues(page, item, rules)]


def as_relayed(page: Page, item: Finding, rules: Neighbours) -> Finding:
    """The network's *item* without the cue that relays it, if one of the *rules* knows its own."""
    inner = relayed_by(page, item, rules)
    return item if inner is None else evolve(item, content=inner.content, cue=(), source=())


def stand_beside_rules(page: Page, heard: Sequence[Finding], rules: Neighbours) -> list[Standing]:
    """What the pieces that were *heard* become among the findings of the *rules*, without those that fall."""
    cues = {item.cue for item in heard if item.cue}
    standing = (standing_of(page, item, rules, cues) for item in heard)
    return [
        one for one in standing if decide("network's beside the rules", one.item, page).outcome != "falls"
    ]


def rules_left(page: Page, rules: Neighbours, standing: Sequence[Standing]) -> list[Finding]:
    """Those of the *rules* that stay beside what the network's findings became."""
    left: list[Finding | None] = list(rules.items)
    for one in standing:
        for number in one.near:
            left[number] = None if number == one.joined else left_beside(page, one.item, left[number])
    return [item for item in left if item is not None]


def named_in_words(layouts: Sequence[Finding], kept: Sequence[Finding]) -> Iterator[Finding]:
    """What the layouts found, with the names that words give to what has none, by what else was *kept*."""
    known = Neighbours(sorted(kept, key=extent_of))
    for item in layouts:
        near = (known.items[index] for index in known.around(extent_of(item)))
        rows = ((other, decide("layout's beside words", item, other)) for other in near)
        other, row = next(((one, row) for one, row in rows if row.outcome == "joined"), (None, None))
        if other is None or row is None:
            yield item
        else:
            yield kept_by(row, evolve(item, cue=other.cue, source=other.source))


def is_kept_without_network(item: Finding, found: Sequence[Finding]) -> bool:
    """Whether a rule's *item* stands though none of what the network *found* is the same report."""
    return decide("rule's that the network lacks", item, found).outcome == "stays"


def with_cue_of_words(page: Page, item: Finding, rules: Sequence[Finding]) -> Finding:
    """The network's *item*, without its cue and its source where the cue is no word and a rule finds one."""
    row = decide("network's cue and rules", item, rules, page)
    return evolve(item, cue=(), source=()) if row.outcome == "without cue" else item


def standing_of(page: Page, item: Finding, rules: Neighbours, cues: Container[tuple[Range, ...]]) -> Standing:
    """What stands of the network's *item*: joined with the likest of the *rules* near it, or as it is.

    A rule whose cue is that of another of the network's findings, by *cues*, is that one's to join.
    """
    near = rules.around(extent_of(item))
    free = [number for number in near if (cue := rules.items[number].cue) == item.cue or cue not in cues]
    likest = likest_of(item, free, rules)
    joined = None if likest is None else joined_with_likest(page, item, rules.items[likest])
    if joined is None:
        return Standing(with_no_rule(item), near)
    return Standing(without_report_in_source(joined, item, rules, cues), near, likest)


def without_report_in_source(
    joined: Finding, item: Finding, rules: Neighbours, cues: Container[tuple[Range, ...]]
) -> Finding:
    """*joined* with the source of the network's *item* where one of the *rules* reads a report in the rest.

    “Lund, who added that …” is whoever speaks twice, not one long source. A report counts that stays: its cue
    is one of the network's *cues*, or its rule is believed alone.
    """
    added = without(joined.source, item.source) if item.source else []
    near = (rules.items[number] for span in added for number in rules.around(span))
    told = (one.cue for one in near if one.cue in cues or one.rule.stands_alone)
    return evolve(joined, source=item.source) if any(any_overlap(cue, added) for cue in told) else joined


def likest_of(item: Finding, free: Sequence[int], rules: Neighbours) -> int | None:
    """That of the *rules* by their *free* numbers whose content is most like *item*'s, no report of it."""
    others = [number for number in free if not is_report_of_other(item, rules.items[number])]
    return max(
        others,
        key=lambda number: likeness(item.content, rules.items[number].content),
        default=None,
    )


def joined_with_likest(page: Page, item: Finding, likest: Finding) -> Finding | None:
    """The network's *item* joined with the *likest* of the rules' findings, or None where both stay."""
    row = decide("network and likest rule", item, likest, page)
    if row.outcome == "joined with content of second":
        longer = joined_with_rule(evolve(item, content=likest.content), likest, page)
        return kept_by(row, evolve(longer, confidence=item.confidence))
    if row.outcome == "joined with front of second":
        behind = (span for span in item.content if span[0] >= item.cue[-1][1])
        known = evolve(likest, content=(*likest.content[:1], *behind))
        return kept_by(row, joined_with_rule(item, known, page))
    if row.outcome == "joined with parties of second":
        told = evolve(item, cue=likest.cue, source=likest.source)
        return kept_by(row, joined_with_rule(told, evolve(likest, content=item.content), page))
    return kept_by(row, joined_with_rule(item, likest, page)) if row.outcome == "joined" else None


def left_beside(page: Page, standing: Finding, other: Finding | None) -> Finding | None:
    """What of a rule's finding, if it is left, stays beside what the network's became."""
    if other is None:
        return None
    row = decide("network's and a rule beside it", standing, other)
    if row.outcome == "second cut":
        first, last = standing.content[0]
        end = first + len(page.text[first:last].rstrip(AFTER_WORDS))
        return kept_by(row, evolve(other, content=tuple(clipped(other.content, 0, end))))
    return kept_by(row, other) if row.outcome == "both stay" else None


Hearing = Callable[[Page, Sequence[Finding], Sequence[Finding]], list[Finding]]
"""What stands of earlier findings and of those just found."""

HEARINGS: Final[Mapping[FinderName, Hearing]] = {
    "layout": added,
    "rules": one_for_each_cue,
    "network": network_over_rules,
}
"""How the findings of each finder are heard."""
