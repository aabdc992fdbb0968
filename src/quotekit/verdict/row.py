"""A row of the table of verdicts: who meets, how they stand to each other, and what happens."""

from __future__ import annotations

from collections.abc import Callable
from typing import Literal

from attrs import frozen

__all__ = ["Outcome", "Question", "Row"]

Question = Literal[
    # while the findings of the rules are heard
    "two of the rules",  # two findings with cues
    "around another",  # a finding, another that a rule found, the page; asked of the network's once more
    "layout's beside words",  # a layout's finding, and another; asked of the network's once more
    # while those of the network are
    "rule's further quotation",  # a place, the rule's finding of it, what the network found around it
    "network's cue and rules",  # the network's finding, all of the rules, the page
    "network's further quotation",  # a place, the network's finding of it, the rules' around it, the page
    "network and likest rule",  # a finding of each, the page
    "network's beside the rules",  # what the network's became, the page
    "network's and a rule beside it",  # what the network's became, and one of the rules
    "rule's that the network lacks",  # the rule's finding, all that the network found
    # while quotes are made of what stands
    "layout's and another's",  # two findings
    "earlier and later",  # two findings by their place
    "marks alone and quoted",  # a quotation without a cue, phrases quoted elsewhere, its paragraph, the text
    "signed and quoted",  # a signed finding, phrases quoted elsewhere, the text
    "quote and quote inside",  # two quotes, the language
]
"""Who meets, in the order in which it is first asked, and what `decide` is given of them."""

Outcome = Literal[
    "joined",
    "joined with content of second",
    "joined with front of second",
    "joined with parties of second",
    "both stay",
    "first stays",
    "second stays",
    "second cut",
    "parted",
    "whole",
    "without cue",
    "stays",
    "falls",
]
"""What stands: of two that meet, of a whole and a part of it (parted or not), or of one that is judged."""


@frozen
class Row:
    """What happens to two findings that stand in one relation.

    Attributes:
        question: Who meets.
        name: The relation, by which a quote says why it was kept.
        holds: Whether the two stand in it, by `quotekit.verdict.relations` or `containment`.
        outcome: What stands afterwards.
        reason: Why.
    """

    question: Question
    name: str
    holds: Callable[..., bool]
    outcome: Outcome
    reason: str
