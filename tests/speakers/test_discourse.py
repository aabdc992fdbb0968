"""The document as the resolver reads it."""

from __future__ import annotations

import pytest
from handmade import parsed, quoted, read

from quotekit.speakers.ground.discourse import read_discourse, span_of

LINES = """
She PRP she nsubj 1
left VBD leave ROOT 1
. . . punct 1
¶
“ `` “ punct 5
Yes UH yes ROOT 5
. . . punct 5
” '' ” punct 5
"""


def test_there_is_nothing_outside_the_text() -> None:
    """A look at a neighbour that is not there finds an empty word, and never the other end of the text."""
    text = read(LINES)
    for index in (-2, -1, len(text), len(text) + 1):
        assert (text.word_at(index), text.lower_at(index), text.tag_at(index)) == ("", "", "")
        assert text.sentence_at(index) == -1
    assert (text.word_at(0), text.lower_at(0), text.tag_at(0)) == ("She", "she", "PRP")
    assert text.sentence_at(0) == text.sentence_at(2) != text.sentence_at(5)


def test_an_empty_text() -> None:
    """A text without a token has one paragraph and no neighbours."""
    text = read("")
    assert (len(text), text.paragraph_of(0), text.word_at(0)) == (0, 0, "")


def test_words_beside() -> None:
    """White space between paragraphs is passed over, and the ends of the text are no words."""
    text = read(LINES)
    assert (text.next_word(2), text.previous_word(4)) == (4, 2)
    assert (text.previous_word(0), text.next_word(7)) == (-1, len(text))


def test_what_is_quoted() -> None:
    """Tokens inside a direct quote are quoted, and paragraphs are numbered."""
    doc = parsed(LINES)
    text = read_discourse(doc, [quoted(doc, (4, 8))])
    assert text.quoted == [False] * 4 + [True] * 4
    assert text.paragraphs[0] == 0
    assert text.paragraphs[4] == text.paragraph_of(doc[5].idx) == 1


@pytest.mark.parametrize(("first", "last", "words"), [(0, 2, "She left"), (4, 5, "“")])
def test_span_of(first: int, last: int, words: str) -> None:
    """Tokens stand where their characters do."""
    assert span_of(read(LINES), range(first, last)).text == words
