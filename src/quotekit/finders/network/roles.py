"""From labels to spans, and from spans and their links to attributions."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np
from attrs import field, frozen

from quotekit.finders.network.labels import BEGIN, INSIDE, ROLES, Role
from quotekit.finders.network.linker import Link
from quotekit.finders.network.pieces import Ints
from quotekit.text.ranges import Range

__all__ = ["Found", "found_by_links", "role_spans"]


@frozen
class Found:
    """One attribution as ranges of pieces, with the probability of the links that made it."""

    content: tuple[Range, ...]
    cue: tuple[Range, ...] = ()
    source: tuple[Range, ...] = ()
    linked: float = field(default=1.0)


def role_spans(labels: Ints) -> dict[Role, list[Range]]:
    """The spans of each role, as ranges of pieces, in order."""
    spans: dict[Role, list[Range]] = {}
    for role in ROLES:
        begins = np.flatnonzero(labels == BEGIN[role])
        inside = np.append(labels == INSIDE[role], False)
        outside = np.flatnonzero(~inside)
        ends = outside[np.searchsorted(outside, begins + 1)]
        spans[role] = list(zip(begins.tolist(), ends.tolist(), strict=True))
    return spans


def found_by_links(
    spans: Mapping[Role, Sequence[Range]],
    content_cue: Sequence[Link],
    cue_source: Sequence[Link],
    content_source: Sequence[Link],
    follows: Sequence[bool],
) -> list[Found]:
    """The attributions: the contents of one cue together, a content without a cue alone.

    Args:
        spans: The spans of each role, in order.
        content_cue: For each content, its cue.
        cue_source: For each cue, its source.
        content_source: For each content, its source.
        follows: For each content, whether it is a quotation of its own after the sentence of
            its cue; it then has the source of that cue, and the cue itself only when nothing
            else has it.
    """
    contents, cues, sources = spans["content"], spans["cue"], spans["source"]
    by_cue: dict[int, list[int]] = {}
    found: list[Found] = []
    for number, link in enumerate(content_cue):
        if link.target is None:
            source = content_source[number]
            found.append(Found((contents[number],), (), _picked(sources, source), link.probability))
        else:
            by_cue.setdefault(link.target, []).append(number)
    for cue, numbers in by_cue.items():
        source_of_cue = _picked(sources, cue_source[cue])
        own = [number for number in numbers if not follows[number]] or numbers[:1]
        together = tuple(contents[number] for number in own)
        surely = min(content_cue[number].probability for number in own)
        found.append(Found(together, (cues[cue],), source_of_cue, surely))
        others = set(numbers).difference(own)
        for number in numbers:
            if number in others:
                found.append(Found((contents[number],), (), source_of_cue, content_cue[number].probability))
    return sorted(found, key=lambda one: one.content[0])


def _picked(sources: Sequence[Range], link: Link) -> tuple[Range, ...]:
    return () if link.target is None else (sources[link.target],)
