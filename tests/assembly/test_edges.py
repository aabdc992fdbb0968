"""Where contents begin and end."""

from __future__ import annotations

import pytest

from quotekit.assembly.edges import fitted
from quotekit.assembly.leads import without_lead
from quotekit.assembly.utterances import arrange
from quotekit.attribution import Attribution
from quotekit.marks import find_marked_spans


def fit(text: str, content: str, cue: str) -> list[str]:
    """The content of *text*, fitted to its marks, as words."""
    at = text.index(content)
    item = Attribution(((at, at + len(content)),), ((text.index(cue), text.index(cue) + len(cue)),))
    spans = fitted(text, item.content, item, arrange(text, find_marked_spans(text)))
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
    ],
)
def test_contents_fit_their_marks(text: str, content: str, cue: str, expected: list[str]) -> None:
    """Marks stay whole, and loose punctuation stays out."""
    assert expected == fit(text, content, cue)


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
    start, end = without_lead(text, (0, len(text)), (0, len(text)))
    assert expected == text[start:end]


def test_a_lead_opens_a_paragraph() -> None:
    """In the middle of a paragraph the same words are the sentence's own."""
    text = "He said Lagos - The Island - is loud."
    assert (8, len(text)) == without_lead(text, (8, len(text)), (0, len(text)))
