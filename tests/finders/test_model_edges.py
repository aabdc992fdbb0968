"""A content that all but fills a pair of marks fills it."""

from __future__ import annotations

import pytest

from quotekit.finders.finding import Finding
from quotekit.finders.network.edges import tidied
from quotekit.text.marks import find_marked_spans

TEXT = "“The harvest was poor this year,” said the miller, who had “seen worse” before."


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        ("The harvest was poor this year", "“The harvest was poor this year,”"),
        ("“The harvest was poor this year", "“The harvest was poor this year,”"),
        ("The harvest", "The harvest"),
        ("who had “seen worse” before", "who had “seen worse” before"),
    ],
)
def test_marks_belong_to_the_content(given: str, expected: str) -> None:
    """Marks and the last words before them are taken in; a part or more than the marks stays."""
    start = TEXT.index(given)
    found = tidied(TEXT, Finding(((start, start + len(given)),)), find_marked_spans(TEXT))
    assert [TEXT[a:b] for a, b in found.content] == [expected]


def test_words_before_the_marks_stay() -> None:
    """A few words before a long quotation are part of its content."""
    text = "The miller said that it was “the poorest harvest in this valley for forty years” and left."
    start, end = text.index("it was"), text.index(" and left")
    found = tidied(text, Finding(((start, end),)), find_marked_spans(text))
    assert [text[a:b] for a, b in found.content] == [text[start : text.index(" and left")]]


def test_a_comma_ends_a_source() -> None:
    """What stands behind a source is no part of it, and a source of nothing else is none."""
    text = "Holm, the owner, said so , too"
    found = tidied(text, Finding(((22, 24),), source=((0, 16), (24, 26))), ())
    assert found.source == ((0, 15),)


@pytest.mark.parametrize(
    ("cue", "source"), [((0, 4), "Helen Brandt"), ((37, 41), "Omar Reyes"), ((0, 0), "Omar Reyes")]
)
def test_a_source_ends_with_its_sentence(cue: tuple[int, int], source: str) -> None:
    """Of two names with the end of a sentence between them the one on the cue's side is the source."""
    text = "said Prof. Helen Brandt. Omar Reyes has said no."
    start = text.index("Helen")
    item = Finding(((42, 47),), (cue,) if any(cue) else (), ((start, text.index(" has")),))
    (found,) = tidied(text, item, ()).source
    assert text[slice(*found)] == source


@pytest.mark.parametrize(
    ("text", "given", "source"),
    [
        ("Drains. Oye reported that it leaked.", "Drains. Oye", "Oye"),
        ("Judge. Oye reported that it leaked.", "Judge. Oye", "Judge. Oye"),
    ],
)
def test_a_source_begins_with_its_sentence(text: str, given: str, source: str) -> None:
    """A heading before the sentence of a source is none of it; a title that a full stop shortens is."""
    cue, content = text.index("reported"), text.index("that")
    item = Finding(((content, len(text) - 1),), ((cue, cue + 8),), ((0, len(given)),))
    (found,) = tidied(text, item, ()).source
    assert text[slice(*found)] == source
