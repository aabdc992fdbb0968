"""Where words begin and end."""

from __future__ import annotations

import pytest

from quotekit.text.words import divides_word, with_whole_words, without_last_words


@pytest.mark.parametrize(
    ("text", "at", "expected"),
    [
        ("sails", 2, True),
        ("sails", 0, False),
        ("sails", 5, False),
        ("we sail", 2, False),
        ("well-kept", 4, True),
        ("well-kept", 5, True),
        ("well - kept", 5, False),
        ("well-", 4, False),
        ("-kept", 1, False),
        ("on 3 May", 3, False),
        ("“We", 1, False),
        ("我们走", 1, False),
        ("by @lund", 4, True),
        ("by @lund", 3, False),
        ("four @ home", 6, False),
        ("at 9:40pm", 4, True),
        ("of 1,200", 5, True),
        ("in 2019: rain", 7, False),
    ],
)
def test_divided_words(text: str, at: int, expected: bool) -> None:
    """An edge between two letters, beside the hyphen between them or within a handle divides a word."""
    assert divides_word(text, at) is expected


@pytest.mark.parametrize(
    ("span", "taken", "expected"),
    [
        ((2, 10), [], "Jean-Luc Roy"),
        ((5, 12), [], "Jean-Luc Roy"),
        ((5, 12), [(0, 4)], "Luc Roy"),
        ((0, 12), [], "Jean-Luc Roy"),
    ],
)
def test_whole_words(span: tuple[int, int], taken: list[tuple[int, int]], expected: str) -> None:
    """A span reaches to the ends of its words, unless another part has the rest of one."""
    text = "Jean-Luc Roy spoke."
    start, end = with_whole_words(text, span, taken)
    assert text[start:end] == expected


def test_data_is_no_word() -> None:
    """A span in letters without end stays as it is."""
    assert with_whole_words("a" * 1000, (500, 501), []) == (500, 501)


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("the woman at the", "the woman"),
        ("the woman AT the", "the woman"),
        ("the woman", "the woman"),
        ("the", "the"),
        ("a lathe", "a lathe"),
        ("", ""),
    ],
)
def test_words_that_only_begin_a_phrase_are_left_out_at_the_end(text: str, kept: str) -> None:
    """The last words go while they are among those given; a text of one word stays."""
    start, end = without_last_words(text, (0, len(text)), {"the", "at"})
    assert text[start:end] == kept
