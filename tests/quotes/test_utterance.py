"""Quotation marks as utterances."""

from __future__ import annotations

import pytest

from quotekit.quotes.judgement.kind import kind_of
from quotekit.quotes.judgement.utterance import holds_title, is_utterance, marks_outside
from quotekit.text.marks import find_marked_spans
from quotekit.text.page import read_page


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("The Last Ferry", True),
        ("The Master of the Sea", True),
        ("Best Newcomer 2024", True),
        ("The last ferry", False),
        ("Stop!", False),
        ("", False),
        ("of the", False),
        ("The Ferry,", False),
        ("“The Last Ferry”", True),
        ("The Ferry.”", False),
        ("The ferry Sails", False),
        (" ".join(["Ferry"] * 12), True),
        (" ".join(["Ferry"] * 13), False),
        (" ".join(["Ferry"] * 20), False),
    ],
)
def test_titles(words: str, expected: bool) -> None:
    """A title has capitals on all its weighty words, is short, and ends no sentence."""
    assert expected == holds_title(words)


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
        ("“we sail, tonight”", True),
        ("“we sail tonight”", False),
        ("“we sail, tonight” and", False),
        ("“we sail, tonight”, and", True),
        ("“we sail, tonight” – and", True),
        ("“The Last Ferry of All”", False),
        ("He said so, “we sail, tonight”", False),
        ("It is so: “we sail, tonight”", True),
        ("It is so — “we sail, tonight”", True),
        ("(“we sail, tonight”", True),
        ("“So.” “we sail, tonight”", True),
        ("“So,” and “now.”", True),
        ("“So” and “now”", False),
        ("The “so” and “now.”", False),
        ("The “so,” “now,” and “never.”", False),
        ("The “So far,” “Not yet!,” and “never.”", False),
        ("He wrote “I was ill,” “I was late,” and left.", True),
    ],
)
def test_utterances(text: str, expected: bool) -> None:
    """Words in marks were said when they stand as sentences do."""
    marks = find_marked_spans(text)
    found = any(is_utterance(text, mark, (0, len(text))) for mark in marks)
    assert expected == found


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
    assert expected == kind_of(read_page(text), ((start, start + len(content)),))


@pytest.mark.parametrize(
    ("text", "content", "expected"),
    [
        ("He said “we sail” and “row”.", ["“we sail”", "“row”"], "direct"),
        ("He said “we sail” and row.", ["“we sail” and row"], "mixed"),
        ("“One. Two.” he said.", ["One. Two."], "indirect"),
        ("“The Last Ferry,” he said.", ["“The Last Ferry,”"], "direct"),
        ("He likes “The Last Ferry”, he said.", ["He likes “The Last Ferry”"], "indirect"),
        ("He said “we sail", ["we sail"], "direct"),
        ("He said “so we sail", ["we sail"], "indirect"),
        ("He said “ we sail", ["we sail"], "indirect"),
        ("“One.\n\n“Two.”", ["“One.", "“Two.”"], "direct"),
    ],
)
def test_kinds_of_several_spans(text: str, content: list[str], expected: str) -> None:
    """Letters and digits count, not the marks; spans that are marked whole are direct, titles or not."""
    spans = [(text.index(words), text.index(words) + len(words)) for words in content]
    assert kind_of(read_page(text), spans) == expected


@pytest.mark.parametrize(
    ("taken", "expected"),
    [
        ([], ["“One.”", "“Two.”", "“Three.”"]),
        ([(0, 1)], ["“Two.”", "“Three.”"]),
        ([(6, 7)], ["“One.”", "“Two.”", "“Three.”"]),
        ([(5, 8)], ["“Three.”"]),
        ([(12, 14)], ["“One.”", "“Three.”"]),
        ([(12, 15)], ["“One.”"]),
        ([(0, 30)], []),
    ],
)
def test_free_marks(taken: list[tuple[int, int]], expected: list[str]) -> None:
    """A mark is free when it shares no character with what is taken; what touches it takes nothing."""
    text = "“One.” “Two.” “Three.”"
    assert [mark.text for mark in marks_outside(find_marked_spans(text), taken)] == expected
