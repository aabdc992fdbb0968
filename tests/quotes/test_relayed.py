"""Who is quoted as saying something is its source."""

from __future__ import annotations

import pytest

from quotekit.finders.finding import Finding
from quotekit.quotes.parties.relayed import with_relayed_source
from quotekit.text.ranges import Range
from tests.parsed import doc_of

ACTIVE = (
    "It/PRON/PRP/nsubj/leaks leaks/VERB/VBZ/ccomp/quoted , radio/NOUN/NN/nsubj/quoted "
    "quoted/VERB/VBD/ROOT/quoted/quote Ann/PROPN/NNP/dobj/quoted "
    "as/ADP/IN/prep/quoted saying/VERB/VBG/pcomp/as/say ."
)
PASSIVE = (
    "Ann/PROPN/NNP/nsubjpass/quoted was/AUX/VBD/auxpass/quoted/be quoted/VERB/VBN/ROOT/quoted/quote "
    "as/ADP/IN/prep/quoted saying/VERB/VBG/pcomp/as/say it/PRON/PRP/nsubj/leaks leaks/VERB/VBZ/ccomp/saying ."
)
EXAMPLE = (
    "It/PRON/PRP/nsubj/leaks leaks/VERB/VBZ/ccomp/cited , "
    "radio/NOUN/NN/nsubj/cited cited/VERB/VBD/ROOT/cited/cite "
    "Ann/PROPN/NNP/dobj/cited as/ADP/IN/prep/cited proof/NOUN/NN/pobj/as ."
)


def span(text: str, words: str) -> Range:
    """Where *words* stand."""
    return text.index(words), text.index(words) + len(words)


@pytest.mark.parametrize(
    ("parse", "parts", "cues", "source"),
    [
        (ACTIVE, ("It leaks", "quoted", "radio"), ["quoted", "as saying"], "Ann"),
        (PASSIVE, ("it leaks", "saying", "Ann"), ["was quoted as saying"], "Ann"),
        (EXAMPLE, ("It leaks", "cited", "radio"), ["cited"], "radio"),
        (ACTIVE, ("It leaks, radio quoted Ann", "saying", "radio"), ["saying"], "radio"),
    ],
)
def test_relayed(parse: str, parts: tuple[str, str, str], cues: list[str], source: str) -> None:
    """The paper that quotes somebody is no source; a cue that reaches into the content is left alone."""
    doc = doc_of(parse)
    text = doc.text
    content, cue, named = (span(text, part) for part in parts)
    item = Finding((content,), (cue,), (named,), addressee=(span(text, "Ann"),))
    found = with_relayed_source(doc, item)
    assert [text[slice(*piece)] for piece in found.cue] == cues
    assert [text[slice(*piece)] for piece in found.source] == [source]
    assert bool(found.addressee) is (cues == [parts[1]])
