"""Quotations left open at the end of a paragraph: who has the next one."""

from __future__ import annotations

import pytest
from spacy.language import Language

from quotekit import extract_quotes

FORGOTTEN = [
    ("Brandt said: “We must row.\n\n“The boat is old,” said Piet Holm.", 2),
    ("“We row now,” Ada Brandt said. “They sail. She went out.\n\n“It rained,” said Piet Holm.", 3),
    ("“We will row, Ada Brandt said on Friday. She leads the crew.\n\n“They will sail,” said Piet Holm.", 2),
]
OPEN = [
    ("“We must row.\n\n“The boat is old,” Brandt said.", 1),
    ("Brandt shrugged. “We must row.\n\n“The boat is old.”", 1),
    ("“It is cold,” said Brandt. “We must row.\n\n“The boat is old.”", 2),
    ("“It is cold,” said Brandt. “We must row.\n\n“The boat is old,” he added.", 2),
]


@pytest.mark.parametrize(("text", "count"), FORGOTTEN)
def test_forgotten_marks(text: str, count: int, nlp: Language) -> None:
    """What another speaker says in the next paragraph is a quotation of its own."""
    quotes = extract_quotes(text, nlp=nlp)
    assert len(quotes) == count
    assert not any(len(quote.content) > 1 or quote.depth for quote in quotes)
    assert quotes[-1].speaker_name == "Piet Holm"


@pytest.mark.parametrize(("text", "count"), OPEN)
def test_open_marks(text: str, count: int, nlp: Language) -> None:
    """A quotation that goes on in the next paragraph is one, wherever its cue stands, and is there once."""
    quotes = extract_quotes(text, nlp=nlp)
    assert len(quotes) == count
    assert len(quotes[-1].content) == 2
