"""Where contents begin and end."""

from __future__ import annotations

import pytest

from bracketed import read_bracketed
from quotekit.finders.finding import Finding, Range
from quotekit.quotes.contents.edges import (
    fitted_to_marks,
    has_words,
    without_blank_edges,
    without_lead,
    without_loose_edges,
)
from quotekit.text.page import read_page


def fit(text: str, content: str, cue: str) -> list[str]:
    """The content of *text*, fitted to its marks, as words."""
    at = text.index(content)
    item = Finding(((at, at + len(content)),), ((text.index(cue), text.index(cue) + len(cue)),))
    spans = fitted_to_marks(read_page(text), item.content, item)
    return [text[start:end] for start, end in spans]


@pytest.mark.parametrize(
    ("text", "content", "cue", "expected"),
    [
        ("He said the sea was calm, again.", "the sea was calm, ", "said", ["the sea was calm"]),
        ("He said it was the U.S. fleet.", "it was the U.S. fleet.", "said", ["it was the U.S. fleet"]),
        ("He sailed to the U.S., he said.", "He sailed to the U.S.", "said", ["He sailed to the U.S."]),
        ("“We sail. We sail now,” he said.", "We sail now", "said", ["“We sail. We sail now,”"]),
        ("He said it was “calm. Very calm.”", "it was “calm", "said", ["it was “calm. Very calm.”"]),
        ("“He said it was calm,” she lied.", "it was calm", "said", ["it was calm"]),
        ("Said he: “We sail.\n\n“We row.”", "“We sail.", "Said", ["“We sail.", "“We row.”"]),
        ("“We sail.\n\n“We row,” he said.", "“We row,”", "said", ["“We sail.", "“We row,”"]),
        (
            "He said with a nod, “We sail at dawn.”",
            "with a nod, “We sail at dawn.”",
            "said",
            ["“We sail at dawn.”"],
        ),
        (
            "“We sail at dawn,” he said, his hat on.",
            "“We sail at dawn,” he said, his hat on",
            "said",
            ["“We sail at dawn,”"],
        ),
        ("He said that “We sail at dawn.”", "that “We sail at dawn.”", "said", ["that “We sail at dawn.”"]),
        ("He said it was “calm and grey.”", "it was “calm and grey.”", "said", ["it was “calm and grey.”"]),
        ("He said he rowed, and “We sank,” she wrote.", "he rowed, and “We", "said", ["he rowed, and"]),
        ("“We sail, he said.", "We sail,", "said", ["“We sail"]),
        ("He said it was “calm. It was.", "it was “calm", "said", ["it was “calm"]),
    ],
)
def test_contents_fit_their_marks(text: str, content: str, cue: str, expected: list[str]) -> None:
    """Marks stay whole, and loose punctuation stays out."""
    assert expected == fit(text, content, cue)


@pytest.mark.parametrize(("text", "span", "expected"), read_bracketed("edges"))
def test_edges(text: str, span: Range, expected: str) -> None:
    """Each case of the table has the blanks and the punctuation around it taken off, and no more."""
    start, end = without_loose_edges(read_page(text), span)
    assert text[start:end] == expected


@pytest.mark.parametrize(
    ("text", "contents", "kept"),
    [
        (
            "Ode said the quay was “narrow”, but praised them: “They never asked why. Good.”",
            ["the quay was “narrow”", "“They never asked why. Good.”"],
            2,
        ),
        (
            "Ode said at the hearing that she had come on foot. “I had no car. I never had one.”",
            ["that she had come on foot", "“I had no car. I never had one.”"],
            2,
        ),
        (
            "When the door was shut, Ode said, “We sail at dawn, all of us.”",
            ["“We sail at dawn, all of us.”", "When the door was shut"],
            1,
        ),
        (
            "“We sail at dawn, all of us,” Ode said, leaning on the rail.",
            ["“We sail at dawn, all of us,”", "leaning on the rail"],
            1,
        ),
        ("Ode said with a nod, “We sail at dawn.”", ["“We sail at dawn.”", "with a nod"], 1),
    ],
)
def test_clauses_beside_quotations(text: str, contents: list[str], kept: int) -> None:
    """A clause right behind its cue is a report, whatever is quoted behind that; other narration is not."""
    spans = sorted((text.index(content), text.index(content) + len(content)) for content in contents)
    cue = (text.index("said"), text.index("said") + 4)
    found = fitted_to_marks(read_page(text), spans, Finding(tuple(spans), (cue,)))
    assert contents[:kept] == [text[start:end] for start, end in found]


def test_a_heading_behind_a_colon_is_no_reported_clause() -> None:
    """A colon reports no clause beside a quotation ("HEADS: Why I never went back")."""
    text = "HEADS: Why I never went back\n“We sail at dawn, all of us. I mean it.”"
    quotation = (text.index("“"), len(text))
    item = Finding(((7, quotation[0] - 1), quotation), ((5, 6),))
    assert (quotation,) == fitted_to_marks(read_page(text), item.content, item)


@pytest.mark.parametrize(
    ("text", "span", "expected"),
    [(" a, ", (0, 4), "a,"), ("\u200ba\ufeff", (0, 3), "a"), ("   ", (0, 3), ""), ("a b c", (1, 4), "b")],
)
def test_trimmed(text: str, span: Range, expected: str) -> None:
    """Blanks alone are taken off, those that do not show too."""
    start, end = without_blank_edges(text, span)
    assert text[start:end] == expected


@pytest.mark.parametrize(("text", "expected"), [("a", True), ("7", True), ("—“ ”", False), ("", False)])
def test_worded(text: str, expected: bool) -> None:
    """A stretch says something when there is a letter or a digit in it."""
    assert has_words(f"x{text}x", (1, len(text) + 1)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("LAGOS (Reuters) - The sea rose.", "The sea rose."),
        ("NEW YORK — The sea rose.", "The sea rose."),
        ("Harbour News: The sea rose.", "The sea rose."),
        ("The sea rose - and fell.", "The sea rose - and fell."),
        ("Well, said the pilot: no.", "Well, said the pilot: no."),
    ],
)
def test_leads_stay_out(text: str, expected: str) -> None:
    """A dateline or a label at the start of a paragraph is no part of what was said."""
    start, end = without_lead(read_page(text), (0, len(text)))
    assert expected == text[start:end]


def test_a_lead_opens_a_paragraph() -> None:
    """In the middle of a paragraph the same words are the sentence's own."""
    text = "He said Lagos - The Island - is loud."
    assert (8, len(text)) == without_lead(read_page(text), (8, len(text)))
