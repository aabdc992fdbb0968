"""How two findings stand to each other, beyond the rows of the table."""

from __future__ import annotations

import pytest

from quotekit.finders.finding import Finding, Range
from quotekit.verdict.relations import is_named_by

TURN = Finding(((2, 40),), fixed="direct")
"""A turn as its dash shows it, without a source."""


@pytest.mark.parametrize(
    ("content", "cue", "named"),
    [(((2, 17), (33, 40)), (22, 31), True), (((10, 40),), (6, 9), False)],
    ids=["set in: “— I go, he announced, if you do”", "a word of it: “— You said that we go”"],
)
def test_a_turn_is_named_by_a_cue_that_is_set_in(content: tuple[Range, ...], cue: Range, named: bool) -> None:
    """A cue in a turn that nothing was said before is a word of the turn."""
    second = Finding(content, cue=(cue,), source=((3, 5),))
    assert is_named_by(TURN, second) is named
