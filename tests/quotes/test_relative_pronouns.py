"""Whoever a relative clause tells of is named by the noun before it."""

from __future__ import annotations

import pytest
from spacy.language import Language

from quotekit.finders.finding import Finding
from quotekit.quotes.parties.relative_pronouns import with_antecedent

CASES = [
    ("Mr Odum, who is new here, has said it leaks.", "who is new here", "Mr Odum, who is new here"),
    ("Mr Odum, who said it leaks, left.", "who", "who"),
    ("Mr Odum, who is new here, has said it leaks.", "Mr Odum", "Mr Odum"),
]


@pytest.mark.parametrize(("text", "source", "expected"), CASES, ids=[case[1] for case in CASES])
def test_with_antecedent(text: str, source: str, expected: str, nlp: Language) -> None:
    """A source that is a whole relative clause gets its noun; a lone pronoun stays."""

    def place(words: str) -> tuple[int, int]:
        return text.index(words), text.index(words) + len(words)

    item = Finding((place("it leaks"),), (place("said"),), (place(source),))
    assert with_antecedent(nlp(text), item).source == (place(expected),)
