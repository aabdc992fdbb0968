"""A row of the table of verdicts: who meets, how they stand to each other, and what happens."""

from __future__ import annotations

from collections.abc import Callable
from typing import Literal

from attrs import frozen

__all__ = ["Outcome", "Question", "Row"]

Question = Literal[
    "two of the rules",
    "network's cue and rules",
    "network's further quotation",
    "rule's further quotation",
    "network and likest rule",
    "network's and a rule beside it",
    "network's beside the rules",
    "rule's that the network lacks",
    "layout's without a name",
    "layout's and another's",
    "earlier and later",
    "marks alone and quoted",
    "quote and quote inside",
    "signed and quoted",
]
"""Who meets, in the order in which it is asked; the first of two is named first."""

Outcome = Literal[
    "joined",
    "joined with content of second",
    "both stay",
    "first stays",
    "second stays",
    "first without cue",
    "stays",
    "falls",
]


@frozen
class Row:
    """What happens to two findings that stand in one relation.

    Attributes:
        question: Who meets.
        name: The relation, by which a quote says why it was kept.
        holds: Whether the two stand in it, see `quotekit.verdict.relations`.
        outcome: What stands afterwards.
        reason: Why.
    """

    question: Question
    name: str
    holds: Callable[..., bool]
    outcome: Outcome
    reason: str
