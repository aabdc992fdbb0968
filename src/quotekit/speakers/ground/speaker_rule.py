"""A row of the tables of rules that tell who speaks."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Generic, TypeVar

from attrs import field, frozen

__all__ = ["SpeakerRule"]

Find = TypeVar("Find", bound=Callable[..., Any])
"""What finds somebody or abstains: each table says of what."""


@frozen
class SpeakerRule(Generic[Find]):
    """One way to tell who speaks; of a table's rows the first that does not abstain decides.

    Attributes:
        name: What the answers that it finds call it.
        find: Finds who it is, or abstains with None.
        reason: Why it stands at its place among the rules of its table.
    """

    name: str
    find: Find = field(repr=False)
    reason: str = field(repr=False)
