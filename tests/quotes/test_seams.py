"""Seams between quotations that nothing but blanks parts."""

from __future__ import annotations

import pytest

from quotekit.finders.finding import Finding
from quotekit.quotes.succession.seams import is_seam, without_source_across_seam

ANSWER = "“Is it raining?” “It is not,” said Kjell."
BROKEN = "“It is late,” “and it rains,” said Kjell."
PARTED = "“Is it raining?” asked Ode. “It is not,” said Kjell."
ANEW = "“It is raining.”\n\n“It is late,” said Kjell."


@pytest.mark.parametrize(("text", "seam"), [(ANSWER, True), (BROKEN, False), (PARTED, False), (ANEW, False)])
def test_source_behind_the_next_quotation(text: str, seam: bool) -> None:
    """A whole quotation has no source of the one right behind it; a broken one, or one far away, keeps it."""
    end, second, name = text.index("”") + 1, text.rindex("“"), text.index("Kjell")
    assert is_seam(text, end, second) is seam
    found = without_source_across_seam(text, Finding(((0, end),), source=((name, name + 5),)))
    assert bool(found.source) is not seam


def test_cue_of_its_own() -> None:
    """What has a cue of its own keeps its source."""
    cue, name = ANSWER.index("said"), ANSWER.index("Kjell")
    item = Finding(((0, ANSWER.index("”") + 1),), cue=((cue, cue + 4),), source=((name, name + 5),))
    assert without_source_across_seam(ANSWER, item) == item
