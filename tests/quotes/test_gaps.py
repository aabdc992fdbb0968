"""Gaps in the middle of a content."""

from __future__ import annotations

import pytest

from quotekit.finders.finding import Finding
from quotekit.quotes.contents.gaps import without_gaps
from quotekit.text.page import read_page

HELD = "The pump, as the crew liked to complain, had stalled"


def places(text: str, *words: str) -> tuple[tuple[int, int], ...]:
    """Where each of *words* stands in *text*."""
    return tuple((text.index(word), text.index(word) + len(word)) for word in words)


@pytest.mark.parametrize(
    ("text", "content", "whole"),
    [
        (f"Ola said {HELD}.", ("The pump", "had stalled"), (HELD,)),
        ("Ola said “it held”, and left. “It broke.”", ("“it held”", "“It broke.”"), None),
        ("Ola said it held; others, that it broke.", ("it held", "that it broke"), None),
        ("Ola said it held, and told me that it broke.", ("it held", "that it broke"), None),
        ("Ola said it held. Rain fell. It broke.", ("it held", "It broke"), None),
        ("Ola said two of them – held.", ("two of them", "held"), ("two of them – held",)),
        ("Ola said it — “held”.", ("it", "“held”"), None),
        (
            "Ola said it held at 9:40 (GMT) off Oslo.",
            ("it held at 9", "off Oslo"),
            ("it held at 9:40 (GMT) off Oslo",),
        ),
    ],
)
def test_gaps(text: str, content: tuple[str, ...], whole: tuple[str, ...] | None) -> None:
    """An insertion is part of the report; the end of a clause, a quotation and a second clause are not."""
    item = Finding(places(text, *content), cue=places(text, "said"))
    (found,) = without_gaps(read_page(text), [item])
    assert found.content == places(text, *(whole or content))


def test_a_report_in_the_gap_is_somebody_elses() -> None:
    """What another finding has for its cue or source fills no gap, nor does the finding's own."""
    text = "The pump, Bo complained, had stalled, Ola said, twice."
    own = Finding(places(text, "The pump", "had stalled"), cue=places(text, "said"))
    other = Finding(places(text, "had stalled"), cue=places(text, "complained"))
    parted = Finding(places(text, "had stalled", "twice"), cue=places(text, "said"))
    assert list(without_gaps(read_page(text), [own, other, parted])) == [own, other, parted]


def test_long_insertions_are_left_out() -> None:
    """What is longer than an insertion is narration."""
    text = f"Ola said it held, {'so very ' * 40}often, and slid."
    item = Finding(places(text, "it held", "and slid"), cue=places(text, "said"))
    assert list(without_gaps(read_page(text), [item])) == [item]
