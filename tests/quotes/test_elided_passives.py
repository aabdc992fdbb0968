"""Who is told something by a passive without its auxiliary, as headlines have it, is no source."""

from __future__ import annotations

import pytest

from quotekit.finders.finding import Finding
from quotekit.quotes.parties.elided_passives import with_hearer_of_elided_passive
from quotekit.text.ranges import Range
from tests.parsed import doc_of

PAST = "Tense=Past"
ORDERED = "Orla/PROPN/NNP/nsubj/told told/VERB/VBD/ROOT/told/tell to/PART/TO/aux/go go/VERB/VB/xcomp/told ."
PROMISED = (
    "Orla/PROPN/NNP/nsubj/promised promised/VERB/VBD/ROOT/promised/promise "
    "to/PART/TO/aux/rest rest/VERB/VB/xcomp/promised ."
)
ENDING = (
    "Cow/NOUN/NN/nsubj/fled fled/VERB/VBD/ccomp/told , men/NOUN/NNS/nsubj/told told/VERB/VBD/ROOT/told/tell"
)
STOPPED = f"{ENDING} ."
ADDRESSED = f"{ENDING} Orla/PROPN/NNP/dobj/told"
NAMED = (
    "Cow/NOUN/NN/nsubj/fled fled/VERB/VBD/ccomp/told , the/DET/DT/det/jury jury/NOUN/NN/nsubj/told "
    "told/VERB/VBD/ROOT/told/tell"
)


def span(text: str, words: str) -> Range:
    """Where *words* stand."""
    return text.index(words), text.index(words) + len(words)


@pytest.mark.parametrize(
    ("parse", "parts", "hears"),
    [
        (ORDERED, ("to go", "told", "Orla"), True),
        (PROMISED, ("to rest", "promised", "Orla"), False),
        (ENDING, ("Cow fled", "told", "men"), True),
        (STOPPED, ("Cow fled", "told", "men"), False),
        (ADDRESSED, ("Cow fled", "told", "men"), False),
        (NAMED, ("Cow fled", "told", "the jury"), False),
    ],
    ids=["an order", "a promise", "the end of a line", "a sentence", "somebody else", "an article"],
)
def test_with_hearer_of_elided_passive(parse: str, parts: tuple[str, str, str], hears: bool) -> None:
    """The source becomes the addressee where the verb has no object of its own."""
    doc = doc_of(parse)
    for word in doc:
        if word.tag_ == "VBD":
            word.set_morph(PAST)
    content, cue, source = (span(doc.text, words) for words in parts)
    told = with_hearer_of_elided_passive(doc, Finding((content,), (cue,), (source,)))
    assert (told.source, told.addressee) == (((), (source,)) if hears else ((source,), ()))
