"""Whoever is only named beside a cue is not its source: its subject is."""

from __future__ import annotations

import pytest

from quotekit.finders.finding import Finding
from quotekit.quotes.parties.acting_sources import with_acting_source, with_source_behind_adverb
from quotekit.text.ranges import Range
from tests.parsed import doc_of

OBJECT = (
    "Ann/PROPN/NNP/nsubj/rose rose/VERB/VBD/ROOT/rose/rise and/CCONJ/CC/cc/rose "
    "addressed/VERB/VBD/conj/rose/address Bo/PROPN/NNP/dobj/addressed : no/INTJ/UH/dep/addressed ."
)
BELOW = (
    "Ann/PROPN/NNP/nsubj/smiled behind/ADP/IN/prep/smiled Bo/PROPN/NNP/pobj/behind "
    "smiled/VERB/VBD/ROOT/smiled/smile and/CCONJ/CC/cc/smiled said/VERB/VBD/conj/smiled/say : "
    "no/INTJ/UH/dep/said ."
)
TOLD = (
    "Ann/PROPN/NNP/nsubj/said said/VERB/VBD/ROOT/said/say to/ADP/IN/prep/said Bo/PROPN/NNP/pobj/to : "
    "no/INTJ/UH/dep/said ."
)
UNTIL = (
    "Ann/PROPN/NNP/nsubj/slept slept/VERB/VBD/ROOT/slept/sleep until/ADP/IN/prep/slept "
    "Bo/PROPN/NNP/pobj/until said/VERB/VBD/conj/slept/say : no/INTJ/UH/dep/said ."
)
PASSIVE = (
    "Ann/PROPN/NNP/nsubjpass/asked was/AUX/VBD/auxpass/asked/be asked/VERB/VBN/ROOT/asked/ask "
    "by/ADP/IN/agent/asked Bo/PROPN/NNP/pobj/by : no/INTJ/UH/dep/asked ."
)
STRUCK = (
    "it/PRON/PRP/nsubj/struck struck/VERB/VBD/ROOT/struck/strike Bo/PROPN/NNP/dobj/struck "
    ": no/INTJ/UH/dep/struck ."
)
OCCURRED = (
    "truths/NOUN/NNS/nsubj/occurred/truth occurred/VERB/VBD/ROOT/occurred/occur to/ADP/IN/prep/occurred "
    "Bo/PROPN/NNP/pobj/to : no/INTJ/UH/dep/occurred ."
)


def place(text: str, words: str) -> Range:
    """Where *words* stand."""
    return text.index(words), text.index(words) + len(words)


@pytest.mark.parametrize(
    ("parse", "cue", "source"),
    [
        (OBJECT, "addressed", "Ann"),
        (BELOW, "said", "Ann"),
        (TOLD, "said", "Ann"),
        (UNTIL, "said", "Bo"),
        (PASSIVE, "asked", "Bo"),
        (STRUCK, "struck", "Bo"),
        (OCCURRED, "occurred", "Bo"),
    ],
)
def test_acting_sources(parse: str, cue: str, source: str) -> None:
    """The object of a cue and a noun below a preposition give way to its subject, where the parse is sure."""
    doc = doc_of(parse)
    item = Finding((place(doc.text, "no"),), (place(doc.text, cue),), (place(doc.text, "Bo"),))
    found = with_acting_source(doc, item)
    assert [doc.text[slice(*piece)] for piece in found.source] == [source]


@pytest.mark.parametrize("named", ["Ann", "rose"])
def test_another_source_stays(named: str) -> None:
    """The subject itself, or what is no noun, stays."""
    doc = doc_of(OBJECT)
    item = Finding((place(doc.text, "no"),), (place(doc.text, "addressed"),), (place(doc.text, named),))
    assert with_acting_source(doc, item) == item


DRYLY = (
    "late/ADJ/JJ/ccomp/replied , dryly/ADV/RB/advmod/replied replied/VERB/VBD/ROOT/replied/reply "
    "Bo/PROPN/NNP/dobj/replied ."
)
ALONE = "late/ADJ/JJ/ccomp/replied , dryly/ADV/RB/advmod/replied replied/VERB/VBD/ROOT/replied/reply ."
NAMED = DRYLY.replace("dryly/ADV/RB/advmod", "Ann/PROPN/NNP/nsubj")


@pytest.mark.parametrize(
    ("words", "heard", "source"),
    [(DRYLY, "dryly", "Bo"), (ALONE, "dryly", "dryly"), (NAMED, "Ann", "Ann")],
    ids=["an adverb", "nobody behind the verb", "a name"],
)
def test_an_adverb_before_the_verb(words: str, heard: str, source: str) -> None:
    """Whoever stands behind a verb speaks where an adverb before it was heard as the source."""
    doc = doc_of(words)
    item = Finding(
        (place(doc.text, "late"),), cue=(place(doc.text, "replied"),), source=(place(doc.text, heard),)
    )
    told = with_source_behind_adverb(doc, item)
    assert [doc.text[slice(*span)] for span in told.source] == [source]
