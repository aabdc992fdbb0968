"""Quotation marks as utterances."""

from __future__ import annotations

import pytest

from quotekit.assembly.kinds import kind_of
from quotekit.assembly.utterances import arrange, is_title, is_utterance
from quotekit.marks import find_marked_spans


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("The Last Ferry", True),
        ("The Master of the Sea", True),
        ("Best Newcomer 2024", True),
        ("The last ferry", False),
        ("Stop!", False),
        ("", False),
        (" ".join(["Ferry"] * 20), False),
    ],
)
def test_titles(words: str, expected: bool) -> None:
    """A title has capitals on all its weighty words, is short, and ends no sentence."""
    assert expected == is_title(words)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("“We sail.”", True),
        ("He shrugged. “We sail.”", True),
        ("“We sail at nine tonight”", True),
        ("„Wir fahren um neun“, sagte sie.", True),
        ("The “express” ferry.", False),
        ("“Express” is a word.", False),
        ("He saw “The Last Ferry.”", False),
        ("“…”", False),
    ],
)
def test_utterances(text: str, expected: bool) -> None:
    """Words in marks were said when they stand as sentences do."""
    marks = find_marked_spans(text)
    found = any(is_utterance(text, mark, (0, len(text))) for mark in marks)
    assert expected == found


def test_paragraphs_of_one_quotation() -> None:
    """Marks that open paragraph after paragraph and close in the last are one quotation."""
    text = "“One.\n\n“Two.\n\n“Three.” “Four.”"
    marks = arrange(text, find_marked_spans(text))
    assert {start: tuple(text[a:b] for a, b in parts) for start, parts in marks.parts.items()} == {
        0: ("“One.", "“Two.", "“Three.”")
    }


def test_marks_around_a_place() -> None:
    """The marks around a place come innermost first."""
    text = "“Ann said ‘no’ twice.”"
    marks = arrange(text, find_marked_spans(text))
    at = text.index("no")
    assert ["‘no’", text] == [mark.text for mark in marks.around(at, at + 1)]


@pytest.mark.parametrize(
    ("text", "content", "expected"),
    [
        ("“We sail,” he said.", "“We sail,”", "direct"),
        ("He said the sea was “calm”.", "the sea was “calm”", "mixed"),
        ("He said the sea was calm.", "the sea was calm", "indirect"),
        ("He said he read “The Last Ferry”.", "he read “The Last Ferry”", "indirect"),
        ("“He said the sea was calm,” she lied.", "the sea was calm", "indirect"),
    ],
)
def test_kinds(text: str, content: str, expected: str) -> None:
    """The kind is how much of the content stands in marks of its own that hold no title."""
    start = text.index(content)
    marks = arrange(text, find_marked_spans(text))
    assert expected == kind_of(text, ((start, start + len(content)),), marks)
