"""Sentences end outside of quotation marks, and not behind titles."""

from __future__ import annotations

import numpy as np
import pytest

from quotekit.finders.network.pieces import Pieces
from quotekit.finders.network.sentences import divided, sentence_ends
from quotekit.text.marks import find_marked_spans


def characters(text: str) -> Pieces:
    """Every character as a piece of its own."""
    places = np.arange(len(text))
    nothing = np.zeros(len(text), dtype=np.int64)
    return Pieces(nothing, np.zeros((len(text), 3), dtype=np.int64), places, places + 1, nothing)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The mill closed. Nobody came.", ["The mill closed."]),
        ("Was it late? It was. So", ["Was it late?", "Was it late? It was."]),
        ("“Stay. Please,” she said. He left.", ["“Stay. Please,” she said."]),
        (
            "She met Mr. Olsen and J. Berg of the U.S. Senate. They ate.",
            ["She met Mr. Olsen and J. Berg of the U.S. Senate."],
        ),
        ("It cost 3.50 in all", []),
        ("", []),
    ],
)
def test_finds_ends(text: str, expected: list[str]) -> None:
    """A mark of an end before a capital ends a sentence, unless it is quoted or shortens a word."""
    ends = sentence_ends(text, find_marked_spans(text), characters(text))
    assert [text[: end + 1] for end in ends] == expected


def test_divided_looks_between_only() -> None:
    """An end inside of a span or beyond both divides nothing; the order does not matter."""
    found = divided(np.array([5]), [(0, 3), (4, 7)], [(8, 9), (3, 4)])
    assert found.tolist() == [[True, False], [False, False]]
    assert divided(np.array([5]), [(8, 9)], [(0, 3)]).tolist() == [[True]]
