"""What it costs how quotation marks stand to each other: as a pair, open, inside of each other.

1 is a slip, as with the costs of each mark alone; the numbers were chosen by hand too.
"""

from __future__ import annotations

from quotekit.text.marks.candidates import Sign
from quotekit.text.marks.costs import TURNED

__all__ = [
    "CROSSED",
    "NESTED_ALIKE",
    "NESTED_UNLIKE",
    "RESTARTED",
    "SINGLE_OUTSIDE",
    "UNLIKE_GIVEN_UP",
    "cost_unclosed",
    "misfit",
]

NESTED_ALIKE = 1.0
"""What it costs to open a quotation right inside another one by the same mark; chosen by hand."""

NESTED_UNLIKE = 0.3
"""What it costs by another double mark; chosen by hand."""

UNLIKE_GIVEN_UP = 0.5
"""What it costs that a double mark of another form opens a quotation and ends one; chosen by hand."""

RESTARTED = 1.05
"""What it costs that a quotation ends where the same mark opens the next sentence, as in a speech of several
paragraphs that stand in one; chosen by hand: two of them cost less than one mark that closes before a word,
and one more than that where the quotation leads its paragraph."""

_UNCLOSED = 2.0
"""What it costs that nothing closes a quotation: two slips; chosen by hand."""

_UNCLOSED_LEADING = 1.2
"""What it costs where the mark leads its paragraph, as in a speech of several; chosen by hand."""

CROSSED = 1.5
"""What it costs to close a quotation, for each one inside of it that is left open; chosen by hand."""

SINGLE_OUTSIDE = 0.4
"""What it costs to open an outer quotation by a single mark in a text of double ones; chosen by hand."""

_POINTING_OUT = 2.0
"""What it costs to pair two marks that both point to the left («…«); chosen by hand."""

_POINTING_IN = 0.5
"""What it costs to pair two that both point to the right (»…»), as in Finnish and Swedish; chosen by hand."""

_LOW_AND_RAISED = -TURNED
"""What it costs to pair a low mark with a raised one, as in German: it gives back what the raised one pays
for closing."""


def misfit(opener: Sign, closer: Sign) -> float:
    """What it costs that two marks of one family are a pair."""
    first, second = opener.mark, closer.mark
    if first in "«‹":
        return _POINTING_OUT if second == first else 0.0
    if first in "»›":
        return _POINTING_IN if second == first else 0.0
    if first in "„,,‚" and second in "“‘":
        return _LOW_AND_RAISED
    return 0.0


def cost_unclosed(opener: Sign) -> float:
    """What it costs that nothing closes the quotation that a mark opens."""
    return _UNCLOSED_LEADING if opener.leads else _UNCLOSED
