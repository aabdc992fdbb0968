"""A cue keeps the quotation beside it; a neighbour's quotation is somebody else's."""

from __future__ import annotations

import numpy as np
import pytest
from tokenizers import Tokenizer
from tokenizers.models import WordPiece
from tokenizers.pre_tokenizers import BertPreTokenizer

from quotekit.finders.network.linker import Link
from quotekit.finders.network.pieces import Pieces, parse_tokenizer, read_pieces
from quotekit.finders.network.succession import comes_after, drop_links_across_speakers
from quotekit.text.marks import find_marked_spans
from quotekit.text.ranges import Range

UNKNOWN = "[UNK]"


def words_of(text: str) -> Pieces:
    """One piece for each word and each mark of a text."""
    tokenizer = Tokenizer(WordPiece({UNKNOWN: 0}, unk_token=UNKNOWN))
    tokenizer.pre_tokenizer = BertPreTokenizer()
    return read_pieces(text, find_marked_spans(text), parse_tokenizer(tokenizer.to_str()))


def linked(text: str) -> list[int | None]:
    """Where the quotations of a text lead when all were linked to the word said."""
    pieces = words_of(text)

    def piece_range(start: int, end: int) -> Range:
        found = pieces.covering((start, end))
        assert found is not None
        return found

    contents = [piece_range(mark.start, mark.end) for mark in find_marked_spans(text)]
    said = text.index("said")
    links = [Link(0, 0.9)] * len(contents)
    return [
        link.target
        for link in drop_links_across_speakers(pieces, contents, [piece_range(said, said + 4)], links)
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("“Are you cold?” “Not at all,” said Bo.", [None, 0]),
        ("“Cold?” “No.” “Good,” said Bo.", [None, None, 0]),
        ("Then Bo said: “Go home.” “I will.”", [0, None]),
        ("“It is late,” said Bo, “and cold.”", [0, 0]),
        ("“One,” and then “two,” said Bo.", [0, 0]),
    ],
)
def test_neighbours_speak_for_themselves(text: str, expected: list[int | None]) -> None:
    """Only quotations with words between them can share a cue."""
    assert linked(text) == expected


def test_comes_after_needs_the_end_of_a_sentence() -> None:
    """A content in the cue's own sentence, or before it, does not come after it."""
    ends = np.array([4])
    assert comes_after(ends, (2, 3), (6, 8))
    assert not comes_after(ends, (5, 6), (6, 8))
    assert not comes_after(ends, (6, 7), (0, 3))
