"""Where marks are looked for: in prose, and not in data."""

from __future__ import annotations

import pytest

from quotekit.text.marks import find_marked_spans

PROSE = "“So it goes,” said Bo. Nobody else had a word to say about the ferry. "
DATA = '"id", "name", "day", '


@pytest.mark.parametrize(
    ("text", "count"),
    [
        (PROSE * 100, 100),
        (DATA * 10, 30),
        (DATA * 200, 0),
        (DATA * 200 + "\n\n" + PROSE, 1),
        (PROSE + "\n\n" + DATA * 200 + "\n\n" + PROSE, 2),
    ],
    ids=["prose", "few data", "data", "data and prose", "data within prose"],
)
def test_long_paragraphs_of_marks_are_data(text: str, count: int) -> None:
    """A long paragraph of more marks than one in sixteen characters has none; those around it have theirs."""
    assert len(find_marked_spans(text)) == count


@pytest.mark.parametrize(("length", "count"), [(3999, 250), (4000, 0), (4001, 0)])
def test_how_long_is_long(length: int, count: int) -> None:
    """From four thousand characters on a paragraph is judged by its share of marks."""
    marks = "“a” " * 250
    text = marks + "b" * (length - len(marks))
    assert len(find_marked_spans(text)) == count


@pytest.mark.parametrize(("length", "count"), [(8000, 0), (8001, 250)])
def test_how_many_marks_are_data(length: int, count: int) -> None:
    """One mark in sixteen characters is data, fewer are prose."""
    marks = "“a” " * 250
    text = marks + "b" * (length - len(marks))
    assert len(find_marked_spans(text)) == count
