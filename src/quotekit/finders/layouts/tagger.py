"""The layouts, in the order in which they are tried."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from attrs import evolve

from quotekit.finders.finding import Attribution
from quotekit.finders.layouts.dashes import dash_turns
from quotekit.finders.layouts.headlines import headlines
from quotekit.finders.layouts.replies import replies
from quotekit.finders.layouts.reports import reports
from quotekit.finders.layouts.signatures import posts, signatures
from quotekit.finders.layouts.turns import turns
from quotekit.records import MarkedSpan

__all__ = ["LAYOUTS", "tag_by_layout"]

Layout = Callable[[str, Sequence[MarkedSpan]], Iterator[Attribution]]

LAYOUTS: tuple[tuple[str, Layout, float], ...] = (
    ("turn", turns, 0.9),
    ("headline", headlines, 0.73),
    ("signature", signatures, 0.95),
    ("post", posts, 0.95),
    ("dash", dash_turns, 0.9),
    ("words beside marks", reports, 0.9),
    ("reply", replies, 0.95),
)
"""Every layout with its name and how sure it is.

How often headlines and signatures are right was counted in the training part of PolNeAR, where
they are rare; the others, which it annotates in another way or lacks, are guesses.
"""


def tag_by_layout(text: str, marks: Sequence[MarkedSpan]) -> list[Attribution]:
    """The attributions that the layout of *text* makes, in no order; *marks* are its quotation marks."""
    return [
        evolve(item, rule=name, confidence=sure)
        for name, layout, sure in LAYOUTS
        for item in layout(text, marks)
    ]
