"""A report begins at its subject, wherever the parse puts that."""

from __future__ import annotations

import pytest
from spacy.language import Language

from quotekit.finders.finding import Finding
from quotekit.quotes.contents.lost_subjects import with_lost_subject

CASES = [
    ("Ode said the dean left early.", "left early", "the dean left early"),
    ("Ode said nurse Ada Lowe, who denies it, gave the wrong drug.", "gave the wrong drug", None),
    ("Ode said goodbye to Bo, who was ill, and left.", "left", "left"),
    ("Ode said Bo, who was ill and left early.", "left early", "left early"),
]


@pytest.mark.parametrize(("text", "content", "expected"), CASES, ids=[case[0] for case in CASES])
def test_with_lost_subject(text: str, content: str, expected: str | None, nlp: Language) -> None:
    """The words behind the cue are the subject; a pair of commas may insert something into it."""

    def place(words: str) -> tuple[int, int]:
        return text.index(words), text.index(words) + len(words)

    item = Finding((place(content),), (place("said"),), (place("Ode"),))
    found = with_lost_subject(nlp(text), item)
    assert found.content == (place(expected or text.removeprefix("Ode said ").removesuffix(".")),)
