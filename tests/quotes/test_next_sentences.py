"""A clause that a conjunction, a question word or a small letter ties to its cue ends with its sentence."""

from __future__ import annotations

import pytest
from spacy.language import Language

from quotekit.finders.finding import Finding
from quotekit.quotes.contents.next_sentences import without_next_sentences
from quotekit.text.page import read_page

CASES = [
    ("Quist told us that the loft was dry. We went up.", "that the loft was dry"),
    ("Quist told us that Dr. Ode had the key. We went up.", "that Dr. Ode had the key"),
    ("Quist told us that it would open on Jan. 31. We went up.", "that it would open on Jan. 31"),
    ("Quist told us how he got in. Look at him now.", "how he got in"),
    ("Quist told us we were late. We went up.", "we were late"),
    ("Quist told us We were late. We went up.", "We were late. We went up"),
    ("Quist told us that it was “dry. And clean” up there.", "that it was “dry. And clean” up there"),
]


@pytest.mark.parametrize(("text", "left"), CASES)
def test_the_sentences_behind_a_tied_clause(nlp: Language, text: str, left: str) -> None:
    """What stands behind the end of the sentence is the author's, but for what marks hold together."""
    start = text.index("us ") + len("us ")
    item = Finding(((start, len(text) - 1),), ((text.index("told"), text.index(" us")),))
    [span] = without_next_sentences(read_page(text), nlp(text), item).content
    assert text[slice(*span)] == left
