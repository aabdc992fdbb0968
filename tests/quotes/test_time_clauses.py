"""What somebody says that something happened at, is no report of it."""

from __future__ import annotations

import pytest
from spacy.language import Language

from quotekit.finders.finding import Finding
from quotekit.quotes.contents.time_clauses import without_time_clause

CASES = [
    ("When Orla said that, the room went quiet.", "that, the room went quiet", False),
    (
        "When Orla said that, in her view, the room was dark, they rose.",
        "that, in her view, the room was dark",
        True,
    ),
    ("Orla said that, members or not, they could stay.", "that, members or not, they could stay", True),
    ("Because Orla said that the room was dark, they rose.", "that the room was dark", True),
]


@pytest.mark.parametrize(("text", "content", "stands"), CASES, ids=[case[0] for case in CASES])
def test_without_time_clause(text: str, content: str, stands: bool, nlp: Language) -> None:
    """A lone "that" between a conjunction's clause and the next one points back to what was said."""

    def place(words: str) -> tuple[int, int]:
        return text.index(words), text.index(words) + len(words)

    item = Finding((place(content),), (place("said"),), (place("Orla"),))
    assert list(without_time_clause(nlp(text), item)) == [item][: int(stands)]
