"""The sentence around a stretch, as a reader of a table of quotes wants it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quotekit.text.paragraphs import paragraphs
from quotekit.text.sentences import (
    ending_stops,
    ends_line,
    ends_question,
    ends_sentence,
    holds_sentence_end,
    sentence_around,
)


@pytest.mark.parametrize(
    ("text", "inside", "expected"),
    [
        ("Rain fell. Ann said that it was late. She left.", "it was late", "Ann said that it was late."),
        ("Ann spoke to Dr. Moe. He left.", "to Dr", "Ann spoke to Dr. Moe."),
        ("“Is it late?” asked Ann. “Yes.”", "“Is it late?”", "“Is it late?” asked Ann."),
        ("“It is late.” Ann left.", "“It is late.”", "“It is late.”"),
        ("“It is late. We go.” Ann left.", "“It is late. We go.”", "“It is late. We go.”"),
        ("One line\n\nAnn said so\n\nAnother", "said", "Ann said so"),
        ("他说。我们走吧。好。", "走吧", "我们走吧。"),
        ("It rained. É. Moe met Ann, who said so. She left.", "who said so", "É. Moe met Ann, who said so."),
        ("Ann said, e.g. łata, that it rained. She left.", "rained", "Ann said, e.g. łata, that it rained."),
    ],
)
def test_sentence_around(text: str, inside: str, expected: str) -> None:
    """It begins behind the last end before the stretch, and ends at the first one behind it."""
    start = text.index(inside)
    low, high = sentence_around(text, (start, start + len(inside)), paragraphs(text))
    assert text[low:high] == expected


@given(text=st.text("aB.“” \n", min_size=1), data=st.data())
def test_it_holds_the_stretch(text: str, data: st.DataObject) -> None:
    """Whatever the text, the stretch is inside."""
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start, len(text)))
    low, high = sentence_around(text, (start, end), paragraphs(text))
    assert text[start:low].strip() == ""
    assert max(low, end) <= high <= len(text)


@pytest.mark.parametrize("text", ["It is late.", "“Is it late?”", "It is late… "])
def test_end_of_a_sentence(text: str) -> None:
    """A sentence ends with its stop and the mark and blanks behind it; a colon ends none."""
    assert ends_sentence(text)
    assert ends_line(text)
    assert not ends_line(text.rstrip(".?”… ") + ":")


def test_brackets_end_a_line() -> None:
    """A sentence in brackets ends a line, but not the sentence around them."""
    assert ends_line("(It is late!)")
    assert not ends_sentence("(It is late!)")


def test_end_of_a_question() -> None:
    """A question ends with its mark and what closes behind it."""
    assert ends_question("“Is it late?” ")
    assert not ends_question("It is late.")


def test_end_within_a_text() -> None:
    """A sentence ends within a text at a stop with a blank behind it and its mark, and with a paragraph."""
    assert holds_sentence_end("he said.” Then")
    assert holds_sentence_end("Ann\n\nBo")
    assert not holds_sentence_end("costs 3.5 million.")


def test_long_run_of_stops() -> None:
    """A run of stops takes no longer than it is long."""
    assert [match.span() for match in ending_stops("." * 100_000 + "x. Y")] == [(100_001, 100_002)]


@pytest.mark.parametrize("text", ["said Mr. Lund of", "said Dr. A. B. Lund", "of É. Moe too"])
def test_shortened_words_end_no_sentence(text: str) -> None:
    """A full stop behind a title or an initial ends nothing, one behind another word does."""
    assert not holds_sentence_end(text)
    assert holds_sentence_end(text.replace(". ", "ter. ", 1))
