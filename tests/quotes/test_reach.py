"""What another paragraph parts from the cue of a report."""

from __future__ import annotations

from typing import Any

import pytest

from quotekit.finders.finding import Finding, Range, Rule
from quotekit.quotes.contents.reach import in_paragraph_of_cue


def place(text: str, words: str) -> Range:
    """Where *words* stand in *text*."""
    start = text.index(words)
    return start, start + len(words)


@pytest.mark.parametrize(
    ("text", "content", "cue", "kept"),
    [
        ("A pier gives way\n\nOde said the pier was old.", ("A pier", "the pier was old"), "said", [1]),
        ("“I row.”\n\nAsked where, Ode smiled.", ("“I row.”", "where"), "Asked", [1]),
        ("“I row.”\n\n“I sail,” said Ode.", ("“I row.”", "“I sail,”"), "said", [1]),
        ("“I row.\n\n“I sail,” said Ode.", ("“I row.", "“I sail,”"), "said", [0, 1]),
        ("Ode said on Monday:\n\n“I row.”", ("“I row.”",), "said", [0]),
        ("“I row,” said Ode.\n\n“I sail.”", ("“I row,”", "“I sail.”"), "said", [0]),
        ("“I row,” said Ode, “and sail.”", ("“I row,”", "“and sail.”"), "said", [0, 1]),
        ("A pier gives way\n\nOde said so.", ("A pier",), "said", [0]),
        ("Piers sink, survey finds\n\nOde waded.", ("Piers sink", "Ode waded"), "finds", [0]),
        ("Piers sink, Ode wrote\n\n“They rot.”", ("Piers sink", "“They rot.”"), "wrote", [0, 1]),
    ],
)
def test_paragraphs_part(text: str, content: tuple[str, ...], cue: str, kept: list[int]) -> None:
    """Headings and neighbours' words fall, and what a colon or an open mark leads on to stays."""
    spans = tuple(place(text, words) for words in content)
    item = Finding(spans, (place(text, cue),), rule=Rule[Any]("any", "network"))
    assert in_paragraph_of_cue(text, item).content == tuple(spans[number] for number in kept)


def test_turns_have_the_edges_of_their_layout() -> None:
    """What a layout sets apart is not cut."""
    text = "Ode:\n\nI row.\n\nThen I sail."
    item = Finding(
        (place(text, "I row."), place(text, "Then I sail.")),
        (place(text, "Ode"),),
        rule=Rule[Any]("turn", "layout"),
        fixed="direct",
    )
    assert in_paragraph_of_cue(text, item) == item
