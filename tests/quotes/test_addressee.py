"""Who is told or asked is no source of what is told or asked."""

from __future__ import annotations

import pytest
from spacy.language import Language

from quotekit.finders.finding import Finding
from quotekit.quotes.parties.addressee import with_addressee

CASES = [
    ("Holm was told that the ferry was full.", "Holm", "was told", None, "Holm"),
    ("Holm was told by Brandt that the ferry was full.", "Brandt", "was told", "Brandt", None),
    ("Asked whether the ferry was full, Holm shrugged.", "Holm", "Asked", None, None),
    ("Holm told Brandt that the ferry was full.", "Holm", "told", "Holm", None),
    ("Holm was quoted as saying that the ferry was full.", "Holm", "was quoted as saying", "Holm", None),
    ("Holm was told to wait and warned that the ferry was full.", "Holm", "warned", None, "Holm"),
    ("Holm was stopped and warned us that the ferry was full.", "Holm", "warned", "Holm", None),
    ("Holm was told to wait and warned us that the ferry was full.", "Holm", "warned", "Holm", None),
]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case[0])
def test_with_addressee(case: tuple[str, str, str, str | None, str | None], nlp: Language) -> None:
    """A passive's subject is spoken to; whoever answers did not ask; all others keep their source."""
    text, source, cue, expected, addressee = case

    def place(words: str | None) -> tuple[tuple[int, int], ...]:
        return ((text.index(words), text.index(words) + len(words)),) if words else ()

    found = with_addressee(nlp(text), Finding(place("the ferry was full"), place(cue), place(source)))
    assert (found.source, found.addressee) == (place(expected), place(addressee))
