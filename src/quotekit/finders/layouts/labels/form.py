"""What one way to set a label apart from what is said has."""

from __future__ import annotations

from attrs import frozen

from quotekit.finders.layouts.labels.readings import Standing

__all__ = ["LabelForm"]


@frozen
class LabelForm:
    """One way to set a label apart.

    Attributes:
        name: What it is called.
        pattern: Of a line up to what is said, with the groups ``label`` and perhaps ``stamp``, ``after``,
            ``brackets``, ``office``, ``told`` and ``colon``; {T} stands for a time stamp.
        asks: The points of `quotekit.finders.layouts.turns.evidence` that make a dialogue of its lines.
        standings: What its labels may be.
        over_gaps: Whether a turn goes on behind a blank line.
        below: Whether what is said stands in lines below the label, all of which belong to it.
        names: Whether its labels are somebody's, whatever their words.
        bare: Whether what is said stands right behind the label, where an office over it may stand too.
        ranked: Whether the office must have the noun of a role or a body.
        exchanged: Whether its lines are no dialogue unless one answers a question or all labels are known as
            somebody's.
        alone: Whether nothing but turns has this form, so that all its lines are turns if some are.
        reason: Why its place is before the next, and why it asks so much.
    """

    name: str
    pattern: str
    asks: float
    reason: str
    standings: frozenset[Standing] = frozenset({"person", "name"})
    over_gaps: bool = False
    below: bool = False
    names: bool = False
    bare: bool = False
    ranked: bool = False
    exchanged: bool = False
    alone: bool = False
