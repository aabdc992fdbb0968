"""Whoever acts beside what others claim is no source of it."""

from __future__ import annotations

import pytest
from spacy.language import Language

from quotekit.finders.finding import Finding
from quotekit.quotes.parties.noun_cues import without_bystander

CASES = [
    ("The jury is investigating allegations that it leaked.", "The jury", "allegations", False),
    ("Crowds came, amid claims that it leaked.", "Crowds", "claims", False),
    ("The club played on despite suggestions that it leaked.", "The club", "suggestions", False),
    ("Ms Roe made allegations that it leaked.", "Ms Roe", "allegations", True),
    ("Despite his claim that it leaked, Bo ran.", "his", "claim", True),
    ("Shares fell after Ms Roe's claim that it leaked.", "Ms Roe's", "claim", True),
    ("The mill shut amid claims by Ms Roe that it leaked.", "Ms Roe", "claims", True),
]


@pytest.mark.parametrize(("text", "source", "cue", "kept"), CASES, ids=[case[0] for case in CASES])
def test_without_bystander(text: str, source: str, cue: str, kept: bool, nlp: Language) -> None:
    """Who looks into claims, or does something amid them, makes none; who owns them does."""

    def place(words: str) -> tuple[int, int]:
        return text.index(words), text.index(words) + len(words)

    item = Finding((place("that it leaked"),), (place(cue),), (place(source),))
    assert without_bystander(nlp(text), item).source == (item.source if kept else ())
