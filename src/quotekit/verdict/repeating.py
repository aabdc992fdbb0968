"""Signed pull quotes: words that the text quotes elsewhere with a verb."""

from __future__ import annotations

from collections.abc import Sequence

from quotekit.finders.finding import Finding
from quotekit.text.ranges import Range
from quotekit.verdict.deciding import decide
from quotekit.verdict.phrases import phrases_in

__all__ = ["without_repeated"]


def without_repeated(text: str, findings: Sequence[Finding]) -> list[Finding]:
    """The findings without those of rules that repeat, where their words were quoted otherwise."""
    said = {phrase for item in findings if not item.rule.repeats for phrase in phrases_of(text, item)}
    return [item for item in findings if not item.rule.repeats or is_new(text, item, said)]


def is_new(text: str, item: Finding, said: set[str]) -> bool:
    """Whether *item* stays beside what was *said* elsewhere."""
    return decide("signed and quoted", item, said, text).outcome == "stays"


def phrases_of(text: str, item: Finding) -> list[str]:
    """The phrases of the content of *item*."""
    spans: tuple[Range, ...] = item.content
    return [phrase for span in spans for phrase in phrases_in(text, span)]
