"""Sentences in quotation marks, told from words that are part of another sentence."""

from __future__ import annotations

import pytest

from quotekit.text.marks.sentences import holds_sentence


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        ("“We row at dawn,”", True),
        ("'It is cold.'", True),
        ("“Who rows?”", True),
        ("“12 boats are left.”", True),
        ("“a quiet sea.”", False),
        ("“We row at dawn”", False),
        ("“Never.”", False),
        ("“The Old Boat,”", False),
        ("“”", False),
    ],
)
def test_sentences(marked: str, expected: bool) -> None:
    """A sentence begins with a capital, ends with punctuation of its own and is no title."""
    assert holds_sentence(marked) is expected
