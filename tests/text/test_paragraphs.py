"""Where the paragraphs of a text begin and end."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quotekit.text.paragraphs import paragraphs

WRAPPED = (
    "The ferry left the harbour at nine, as it\n"
    "had every day since the war. Nobody saw\n"
    "it come back. The keeper of the light\n"
    "wrote that the sea was calm."
)
PER_LINE = "The ferry left at nine.\nNobody saw it come back.\nThe sea was calm, the keeper wrote."


def pieces(text: str) -> list[str]:
    """The texts of the paragraphs of *text*."""
    return [text[start:end] for start, end in paragraphs(text)]


@pytest.mark.parametrize("text", ["", " ", "\n", "\r\n\r\n", " \t\n \n"])
def test_blank_text(text: str) -> None:
    """A text of blanks has no paragraphs."""
    assert paragraphs(text) == []


def test_one_line() -> None:
    """A paragraph comes without the blanks around it."""
    assert paragraphs("  The ferry left.\n") == [(2, 17)]


@pytest.mark.parametrize("gap", ["\n\n", "\r\n\r\n", "\r\r", "\n \t\n", "\n\n\n\n", "\u2029", "\n\x0c\n"])
def test_blank_line(gap: str) -> None:
    """A blank line of any kind ends a paragraph."""
    assert pieces(f"It left at nine{gap}and nobody saw it.") == ["It left at nine", "and nobody saw it."]


def test_wrapped_lines() -> None:
    """Lines that were wrapped at a width are one paragraph."""
    assert pieces(f"{WRAPPED}\n\n{WRAPPED}") == [WRAPPED, WRAPPED]


def test_wrapped_lines_with_carriage_returns() -> None:
    """Windows line ends are no blank lines."""
    text = WRAPPED.replace("\n", "\r\n")
    assert pieces(text) == [text]


def test_paragraph_on_each_line() -> None:
    """Lines that each end their sentence are paragraphs."""
    assert pieces(PER_LINE) == PER_LINE.split("\n")


def test_headline_on_its_own_line() -> None:
    """A line without a full stop is a paragraph where lines are."""
    text = f"Ferry lost at sea\n{PER_LINE}"
    assert pieces(text) == text.split("\n")


def test_sentence_that_goes_on_in_lower_case() -> None:
    """A line that starts in lower case goes on with the one before it, in any text."""
    assert pieces(f"{PER_LINE}\nThe light\nwas out.") == [*PER_LINE.split("\n"), "The light\nwas out."]


def test_indented_paragraphs() -> None:
    """In a wrapped text, indentation after a sentence's end starts a paragraph."""
    assert pieces(f"{WRAPPED}\n   Nobody\nwas sure.") == [WRAPPED, "Nobody\nwas sure."]


def test_line_that_stops_short() -> None:
    """In a wrapped text, a sentence that ends long before the width ends its paragraph."""
    assert pieces(f"{WRAPPED}\nIt was calm.\nThe keeper wrote no more of it that day.")[-2:] == [
        f"{WRAPPED}\nIt was calm.",
        "The keeper wrote no more of it that day.",
    ]


@given(st.text(alphabet=st.sampled_from(' \t\r\n\x0c\u2028\u2029.aB"'), max_size=60))
def test_paragraphs_hold_all_words(text: str) -> None:
    """Paragraphs are in order, apart, trimmed, and leave out nothing but blanks."""
    covered = 0
    for start, end in paragraphs(text):
        assert covered <= start < end
        assert not text[covered:start].strip()
        assert text[start:end] == text[start:end].strip()
        covered = end
    assert not text[covered:].strip()


@given(st.text(alphabet=st.sampled_from(' \n.,aB"'), max_size=60), st.text(max_size=30))
def test_appending_changes_nothing_before_it(text: str, more: str) -> None:
    """What follows a blank line never changes the paragraphs before it."""
    before = paragraphs(text)
    assert paragraphs(f"{text}\n\n{more}")[: len(before)] == before


@pytest.mark.parametrize(
    "text",
    [
        "“The boat is old.\nIt leaks,” she said. He rowed.",
        '"The boat is old.\nIt leaks.\nWe row," she said.',
        "He rowed. «The boat is old.\nIt leaks.» They sank.",
    ],
)
def test_lines_of_one_quotation(text: str) -> None:
    """No paragraph ends between a mark that opens and the one that closes it."""
    assert pieces(f"It rained.\n{text}\nIt was late.") == ["It rained.", text, "It was late."]


@pytest.mark.parametrize(
    "text",
    [
        "“The boat is old.\n“It leaks,” she said.",
        "“The boat is old.\nIt leaks, she said.",
        '6" long.\nOld," he said.',
    ],
)
def test_lines_of_more_than_one_quotation(text: str) -> None:
    """A mark that nothing closes, or another one closes, holds no lines together."""
    assert pieces(text) == text.split("\n")


def test_a_title_at_the_end_of_a_short_line() -> None:
    """A title does not end a sentence."""
    text = "The ferry was late again, and nobody but Mrs.\nBrandt waited on the long and windy\npier for it."
    assert pieces(text) == [text]


def test_heading_in_wrapped_text() -> None:
    """A line in capitals behind the end of a sentence is a paragraph of its own in a wrapped text."""
    text = f"The keeper was paid.\nTHE FERRY\n{WRAPPED}"
    assert pieces(text) == ["The keeper was paid.", "THE FERRY", WRAPPED]


def test_capitals_that_go_on_in_wrapped_text() -> None:
    """A line in capitals inside a sentence, or at the end of one that goes on, parts nothing."""
    inside = WRAPPED.replace("at nine, as it\n", "at nine for\nODENSE\nHarbour, as it\n")
    assert pieces(inside) == [inside]
