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
    marks = '"a" ' * 250
    text = marks + "b" * (length - len(marks))
    assert len(find_marked_spans(text)) == count


@pytest.mark.parametrize(("length", "count"), [(8000, 0), (8001, 250)])
def test_how_many_marks_are_data(length: int, count: int) -> None:
    """One mark in sixteen characters is data, fewer are prose."""
    marks = '"a" ' * 250
    text = marks + "b" * (length - len(marks))
    assert len(find_marked_spans(text)) == count


@pytest.mark.parametrize("gap", ["\n\n", "\n", " "], ids=["paragraphs", "lines", "one paragraph"])
@pytest.mark.parametrize(
    "said",
    [
        "“We are ready.”",
        "“Go.”",
        "«Oui.»",
        "„Ja.“",
        "‘We are ready.’",
        "“We’re goin’ on.”",
        "“She said ‘no’ to me.”",
    ],
)
def test_no_plain_pair_is_lost(said: str, gap: str) -> None:
    """However many curly marks a text has, those that open and close by their shapes are found."""
    assert sum(span.text == said for span in find_marked_spans((said + gap) * 4000)) == 4000


def test_no_different_pair_is_lost() -> None:
    """Thousands of short quotations that all differ are found."""
    said = [f"“No {number}.”" for number in range(4000)]
    assert [span.text for span in find_marked_spans("\n\n".join(said))] == said


def test_data_keeps_no_doubtful_marks() -> None:
    """Of a long paragraph that is data, straight marks and curly ones that nothing closes stay none."""
    assert find_marked_spans(DATA * 200 + "“” “a “b „c " * 200) == []
