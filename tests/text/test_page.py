"""What a page tells of its text, by place."""

from __future__ import annotations

import pytest

from quotekit.records import Settings
from quotekit.text.page import Page, read_page
from quotekit.text.ranges import Range


def words(page: Page, *ranges: Range) -> list[str]:
    """What stands at *ranges*."""
    return [page.text[start:end] for start, end in ranges]


def test_markup_is_laid_aside_once() -> None:
    """The text as read is as long as the text as given, and marks hold the words as given."""
    page = read_page("<p>&quot;We <b>sail</b>.&quot;</p>")
    assert len(page.given) == len(page.text)
    assert "<" not in page.text
    assert [mark.text for mark in page.marks] == ["&quot;We <b>sail</b>.&quot;"]


def test_the_settings_say_which_marks_are_the_outer_ones() -> None:
    """Single marks stand outside where the settings say so."""
    text = "'We sail \"now\"', she said."
    assert [mark.depth for mark in read_page(text, Settings(style="single")).marks] == [0, 1]


def test_paragraphs_of_one_quotation() -> None:
    """Marks that open paragraph after paragraph and close in the last are one quotation."""
    page = read_page("“One.\n\n“Two.\n\n“Three.” “Four.”")
    assert list(page.quotations_in_paragraphs) == [0, 7, 14]
    assert words(page, *page.spans_of(page.marks[0])) == ["“One.", "“Two.", "“Three.”"]
    assert words(page, *page.spans_of(page.marks[-1])) == ["“Four.”"]


@pytest.mark.parametrize("text", ["“One.\n\nThen “two.”", "“One.”\n\n“Two.”", "“One.”", ""])
def test_what_ends_a_quotation(text: str) -> None:
    """Paragraphs with something between them, and closed marks, are quotations of their own."""
    assert read_page(text).quotations_in_paragraphs == {}


def test_marks_around_a_place() -> None:
    """The marks around a place come innermost first."""
    text = "“Ann said ‘no’ twice.”"
    at = text.index("no")
    assert ["‘no’", text] == [mark.text for mark in read_page(text).marks_around(at, at + 1)]


def test_the_outermost_marks_around_a_place() -> None:
    """Marks that begin at the place itself are not around it."""
    text = "“Ann said ‘no’ twice.” So."
    page = read_page(text)
    found = page.outermost_around(text.index("no"))
    assert found is not None
    assert found.text == "“Ann said ‘no’ twice.”"
    assert page.outermost_around(0) is None
    assert page.outermost_around(text.index("So")) is None


def test_marks_from_a_place() -> None:
    """The marks from a place begin in it, its end not included."""
    page = read_page("“One.” “Two.”")
    assert [mark.text for mark in page.marks_from(0, 7)] == ["“One.”"]
    assert [mark.text for mark in page.marks_from(0, 8)] == ["“One.”", "“Two.”"]
    assert [mark.text for mark in page.marks_from(1, 8)] == ["“Two.”"]


def test_paragraphs_by_place() -> None:
    """What stands between two paragraphs belongs to the one before it."""
    page = read_page("  One.\n\nTwo.")
    assert words(page, *(page.paragraph_around(offset) for offset in (0, 3, 6, 8))) == ["One."] * 3 + ["Two."]
    assert [page.opens_paragraph(offset) for offset in (0, 2, 8, 99)] == [False, True, True, False]
    assert words(page, *page.paragraphs_from(0, 8)) == ["One."]
    assert words(page, *page.paragraphs_from(2, 9)) == ["One.", "Two."]


def test_a_page_without_words() -> None:
    """An empty text has no paragraph, and every place in it is all of it."""
    page = read_page("")
    assert (page.paragraph_around(0), page.passage_around(0), page.surroundings(0)) == ((0, 0),) * 3


def test_a_passage_is_an_announcement_with_its_quotation() -> None:
    """A paragraph that a colon or a comma ends goes on in the quotation behind it, and in nothing else."""
    page = read_page("Ann said:\n\n“We sail.”\n\nShe read:\n\nWe sail.")
    assert words(page, *page.passages) == ["Ann said:\n\n“We sail.”", "She read:", "We sail."]
    assert page.passage_around(2) == page.passage_around(12) == page.passages[0]


def test_the_surroundings_of_a_place() -> None:
    """They are the innermost marks around it, or else its passage."""
    text = "“Ann said ‘no no’ twice.” So.\n\nThen"
    page = read_page(text)
    places = [text.index(word) for word in ("no no", "twice", "So", "Then")]
    assert words(page, *map(page.surroundings, places)) == [
        "no no",
        "Ann said ‘no no’ twice.",
        "“Ann said ‘no no’ twice.” So.",
        "Then",
    ]


def test_a_parsers_copy() -> None:
    """Marks stay what they are in a copy whose line ends are others; its paragraphs are its own."""
    page = read_page("One\ntwo.\n\n“Three.”")
    copy = page.of_copy("One two.  “Three.”")
    assert page.of_copy(page.text) is page
    assert (len(page.paragraphs), len(copy.paragraphs)) == (2, 1)
    assert (copy.given, copy.marks) == (page.given, page.marks)
