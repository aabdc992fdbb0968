"""Titles in marks behind a verb of what somebody does with a work."""

from __future__ import annotations

import pytest
from spacy.language import Language

from quotekit.finders.finding import Finding
from quotekit.parse.reporting import reporting_verbs
from quotekit.quotes.contents.works import without_work
from quotekit.records import Settings
from quotekit.text.page import read_page

CASES = [
    ("Rosa Moe read “The Long Meadow” in bed.", "Rosa Moe", "read", False),
    ("She sang “Low Over Turin” twice.", "She", "sang", False),
    ("The notice read “Mind The Step” in red.", "The notice", "read", True),
    ("Rosa Moe wrote “Get Well Soon” on the card.", "Rosa Moe", "wrote", True),
    ("Rosa Moe read “PLEASE KNOCK TWICE” aloud.", "Rosa Moe", "read", True),
    ("Rosa Moe read “the mill is shut” aloud.", "Rosa Moe", "read", True),
]


@pytest.mark.parametrize(("text", "source", "cue", "kept"), CASES, ids=[case[0] for case in CASES])
def test_without_work(nlp: Language, text: str, source: str, cue: str, kept: bool) -> None:
    """What somebody reads, sings or writes is no quote of theirs; what stands on a thing or in a cry is."""

    def place(words: str) -> tuple[tuple[int, int], ...]:
        return ((text.index(words), text.index(words) + len(words)),)

    marks = text[text.index("“") : text.index("”") + 1]
    item = Finding(place(marks), place(cue), place(source))
    verbs = reporting_verbs("en", Settings())
    assert bool([*without_work(read_page(text), nlp(text), item, verbs)]) is kept
