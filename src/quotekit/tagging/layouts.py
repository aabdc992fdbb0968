"""Attributions that the layout of a text makes: turns of an interview, a name behind a dash."""

from __future__ import annotations

from collections.abc import Sequence

from quotekit.attribution import Attribution
from quotekit.records import MarkedSpan

__all__ = ["tag_by_layout"]


def tag_by_layout(text: str, marks: Sequence[MarkedSpan]) -> list[Attribution]:
    """The attributions of *text* that its layout tells, without a parse."""
    return []
