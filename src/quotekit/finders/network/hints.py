"""What the network is told of the findings of another tagger: the role that it gives each character.

Stacking (Wolpert 1992, "Stacked Generalization"): the network has seen how often the rules are right,
and where, and need not be reconciled with them afterwards.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from quotekit.finders.finding import Finding
from quotekit.finders.network.labels import BEGIN, INSIDE, LABELS, Role
from quotekit.text.ranges import Range

__all__ = ["HINT_SIZES", "hint_bytes", "hinted"]

_STEPS: Final = (0.5, 0.7, 0.85)

HINT_SIZES: Final = (len(LABELS) + 1, len(_STEPS) + 3)
"""How many values each of the two hints may have; 0 is that of a text without hints."""

_NO_ROLE: Final = 1


def hint_bytes(length: int, hints: Sequence[Finding] | None) -> tuple[bytearray, bytearray]:
    """For each of *length* characters, the label of its role and how sure the hint is of it.

    Where hints overlap, the one that reaches further decides. Without hints (None) all is 0.
    """
    if hints is None:
        return bytearray(length), bytearray(length)
    labels, sure = bytearray([_NO_ROLE]) * length, bytearray([_NO_ROLE]) * length
    for hint in sorted(hints, key=_reach):
        level = 1 + _NO_ROLE + sum(hint.confidence >= step for step in _STEPS)
        parts: tuple[tuple[Role, Sequence[Range]], ...] = (
            ("content", hint.content),
            ("source", hint.source),
            ("cue", hint.cue),
        )
        for role, spans in parts:
            for start, end in spans:
                size = end - start
                labels[start:end] = bytes([INSIDE[role] + _NO_ROLE]) * size
                labels[start] = BEGIN[role] + _NO_ROLE
                sure[start:end] = bytes([level]) * size
    return labels, sure


def hinted(role: Role) -> tuple[int, int]:
    """The values of the first hint that stand for *role*."""
    return BEGIN[role] + _NO_ROLE, INSIDE[role] + _NO_ROLE


def _reach(hint: Finding) -> int:
    """How many characters a hint covers from end to end."""
    spans = (*hint.content, *hint.cue, *hint.source)
    return max(end for _, end in spans) - min(start for start, _ in spans)
