"""What one finder gives to one cue, parted where another finds a quotation of it with a cue of its own."""

from __future__ import annotations

from attrs import evolve

from quotekit.finders.finding import Finding
from quotekit.text.page import Page
from quotekit.text.ranges import Range
from quotekit.verdict.deciding import decide
from quotekit.verdict.neighbours import Neighbours

__all__ = ["parted_by_cues", "without_heard_elsewhere"]


def parted_by_cues(page: Page, item: Finding, rules: Neighbours) -> list[Finding]:
    """The network's *item*: what its cue keeps, and each quotation of it with another cue.

    These have neither cue nor source until they are joined with the rule that knows them.
    """
    if not item.cue or len(item.content) < 2:
        return [item]
    own = [span for span in item.content if is_with_other_cue(page, item, span, rules)]
    left = tuple(span for span in item.content if span not in own)
    if not own or not left:
        return [item]
    return [evolve(item, content=left), *(evolve(item, content=(span,), cue=(), source=()) for span in own)]


def is_with_other_cue(page: Page, item: Finding, span: Range, rules: Neighbours) -> bool:
    """Whether one of the *rules* finds *span*, a quotation of *item*, with a cue of its own."""
    near = [rules.items[index] for index in rules.around(span)]
    return decide("network's further quotation", span, item, near, page).outcome == "parted"


def without_heard_elsewhere(item: Finding, found: Neighbours) -> Finding:
    """The rule's *item* without quotations that the network *found* with another cue, if others are left."""
    if not item.cue or len(item.content) < 2:
        return item
    left = tuple(span for span in item.content if not is_heard_elsewhere(item, span, found))
    return evolve(item, content=left) if left else item


def is_heard_elsewhere(item: Finding, span: Range, found: Neighbours) -> bool:
    """Whether one of those *found* has *span*, a quotation of *item*, with another cue."""
    near = [found.items[index] for index in found.around(span)]
    return decide("rule's further quotation", span, item, near).outcome == "parted"
