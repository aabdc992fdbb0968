"""The trained tagger and the rules together."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import accumulate
from typing import TYPE_CHECKING

from quotekit.attribution import Attribution, Tagger
from quotekit.ranges import Range, overlap
from quotekit.records import MarkedSpan, Settings
from quotekit.tagging.rules import tag_by_rules

if TYPE_CHECKING:
    from spacy.tokens import Doc

    from quotekit.tagging.model import ModelTagger

__all__ = ["surest", "tag_by_model_and_rules", "tagger_for"]


def tagger_for(settings: Settings) -> Tagger:
    """The tagger that *settings* ask for; left to choose, the rules, which measure better on news."""
    return tag_by_model_and_rules if settings.tagger == "model" else tag_by_rules


def tag_by_model_and_rules(doc: Doc, marks: Sequence[MarkedSpan], settings: Settings) -> list[Attribution]:
    """What the trained tagger and the rules find together."""
    rules = tag_by_rules(doc, marks, settings)
    return surest(shipped_model()(doc, marks, rules), rules)


@cache
def shipped_model() -> ModelTagger:
    """The trained tagger of the package, loaded at its first use."""
    from quotekit.tagging.model import load_tagger  # noqa: PLC0415 - loads the network's runtime

    return load_tagger()


def surest(model: Sequence[Attribution], rules: Sequence[Attribution]) -> list[Attribution]:
    """What the trained tagger and the rules find together; of two that disagree the surer stays.

    What a rule finds disagrees with what the model finds when they share a cue, or when their
    contents overlap, unless the rule's reports the model's whole, cue and all, as the report of a
    report does.
    """
    order = sorted(model, key=extent)
    starts = [extent(item)[0] for item in order]
    reach = list(accumulate((extent(item)[1] for item in order), max))
    kept: list[Attribution] = []
    beaten: set[int] = set()
    for item in rules:
        near = around(extent(item), order, starts, reach)
        rivals = [index for index in near if disagrees(item, order[index])]
        if all(item.confidence > order[index].confidence for index in rivals):
            kept.append(item)
            beaten.update(rivals)
    return [*(item for index, item in enumerate(order) if index not in beaten), *kept]


def extent(item: Attribution) -> Range:
    """From the first to the last character of content and cue."""
    spans = (*item.content, *item.cue)
    return min(start for start, _ in spans), max(end for _, end in spans)


def around(
    place: Range, order: Sequence[Attribution], starts: Sequence[int], reach: Sequence[int]
) -> Iterator[int]:
    """The indices of those of *order* that overlap *place*; *reach* is how far any up to each goes."""
    index = bisect_left(starts, place[1]) - 1
    while index >= 0 and reach[index] > place[0]:
        if overlap(extent(order[index]), place):
            yield index
        index -= 1


def disagrees(item: Attribution, other: Attribution) -> bool:
    """Whether *item* cannot be right beside *other*."""
    if share(item.cue, other.cue):
        return True
    return share(item.content, other.content) and not reports(item, other)


def share(first: Sequence[Range], second: Sequence[Range]) -> bool:
    """Whether a range of *first* overlaps one of *second*."""
    return any(overlap(one, other) for one in first for other in second)


def reports(outer: Attribution, inner: Attribution) -> bool:
    """Whether *inner* stands, cue and all, in a span of the content of *outer*."""
    start, end = extent(inner)
    return bool(inner.cue) and any(first <= start and end <= last for first, last in outer.content)
