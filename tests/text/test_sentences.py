"""The sentence around a stretch, as a reader of a table of quotes wants it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quotekit.text.paragraphs import paragraphs
from quotekit.text.sentences import ends_sentence, sentence_around


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


@pytest.mark.parametrize("text", ["It is late.", "“Is it late?”", "(It is late!)"])
def test_end_of_a_sentence(text: str) -> None:
    """A sentence ends with its stop and what closes behind it; a colon or a blank ends none."""
    assert ends_sentence(text)
    assert not ends_sentence(text[:-1].rstrip(".!?…") + "e:")
    assert not ends_sentence(f"{text} ")
