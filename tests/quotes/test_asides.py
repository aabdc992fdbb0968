"""The author's own words between a cue and the clause that it reports."""

from __future__ import annotations

import pytest

from quotekit.finders.finding import Finding
from quotekit.quotes.contents.asides import without_aside
from quotekit.text.page import read_page
from tests.parsed import doc_of

SWORE = "Ann/PROPN/NNP/nsubj/swore swore/VERB/VBD/ROOT/swore/swear , "
DOUBTED = "and/CCONJ/CC/cc/swore few/PRON/NN/nsubj/knew knew/VERB/VBD/conj/swore why/ADV/WRB/advmod/knew , "
THAT = "that/SCONJ/IN/mark/burned it/PRON/PRP/nsubj/burned burned/VERB/VBD/ccomp/swore ."
BARE = "it/PRON/PRP/nsubj/burned burned/VERB/VBD/ccomp/swore ."
WROTE = "Ann/PROPN/NNP/nsubj/swore swore/VERB/VBD/ROOT/swore/swear in/ADP/IN/prep/swore a/DET/DT/det/letter "
LETTER = "letter/NOUN/NN/pobj/in that/PRON/WDT/nsubj/ran ran/VERB/VBD/relcl/letter on/ADV/RB/advmod/ran , "
WHETHER = "whether/SCONJ/IN/mark/burned it/PRON/PRP/nsubj/burned burned/VERB/VBD/ccomp/swore ."


@pytest.mark.parametrize(
    ("parse", "first", "content"),
    [
        (SWORE + DOUBTED + THAT, "and", "that it burned"),
        (SWORE + DOUBTED + BARE, "and", "and few knew why, it burned"),
        (WROTE + LETTER + WHETHER, "that", "whether it burned"),
        (SWORE + THAT, "that", "that it burned"),
        (SWORE + "only/ADV/RB/advmod/burned " + THAT, "only", "that it burned"),
        (SWORE + "even/ADV/RB/advmod/burned " + BARE, "even", "even it burned"),
        (SWORE + DOUBTED + THAT, "few", "few knew why, that it burned"),
    ],
)
def test_asides(parse: str, first: str, content: str) -> None:
    """An "and" or a relative pronoun opens an aside where the clause behind it has an opening of its own."""
    doc = doc_of(parse)
    start = doc.text.index(first)
    found = without_aside(
        read_page(doc.text), doc, Finding(((start, len(doc.text) - 1),), cue=((4, 9),), source=((0, 3),))
    )
    assert [doc.text[slice(*span)] for span in found.content] == [content]


def test_what_stands_before_its_cue_has_no_aside() -> None:
    """Only words behind a cue come between it and its clause."""
    doc = doc_of(SWORE + DOUBTED + THAT)
    item = Finding(((0, 3),), cue=((4, 9),))
    assert without_aside(read_page(doc.text), doc, item) is item


def test_what_stands_in_front_is_no_part_of_a_clause_with_an_opening() -> None:
    """Circumstances before the source are the author's where the report has its own conjunction."""
    doc = doc_of("Late/ADV/RB/advmod/swore , " + SWORE + THAT)
    text = doc.text
    start, cue = text.index("that"), text.index("swore")
    item = Finding(((0, 4), (start, len(text) - 1)), cue=((cue, cue + 5),))
    assert without_aside(read_page(doc.text), doc, item).content == ((start, len(text) - 1),)
