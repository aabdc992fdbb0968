"""The author's next verb is no part of a report."""

from __future__ import annotations

import pytest

from quotekit.finders.finding import Finding
from quotekit.quotes.contents.next_verb import (
    without_loose_auxiliary,
    without_next_verb,
    without_verb_of_noun,
)
from tests.parsed import doc_of

SAID = "Ann/PROPN/NNP/nsubj/said said/VERB/VBD/ROOT/said/say the/DET/DT/det/{0} {0}/NOUN/NN/nsubj/was/{0} "
BUSY = "was/AUX/VBD/ccomp/said busy/ADJ/JJ/acomp/was and/CCONJ/CC/cc/was {1}/VERB/VBD/conj/was ."


@pytest.mark.parametrize(
    ("subject", "verb", "content"),
    [
        ("road", "left", "the road was busy"),
        ("road", "dried", "the road was busy and dried"),
        ("driver", "left", "the driver was busy and left"),
    ],
)
def test_next_verbs(subject: str, verb: str, content: str) -> None:
    """What somebody does behind a report of a thing is the author's; who is reported on may do it, too."""
    doc = doc_of((SAID + BUSY).format(subject, verb))
    start = doc.text.index("the ")
    found = without_next_verb(doc, Finding(((start, len(doc.text) - 1),), cue=((4, 8),), source=((0, 3),)))
    assert [doc.text[first:last] for first, last in found.content] == [content]


@pytest.mark.parametrize(
    ("joint", "verb", "content"),
    [
        ("and", "left/VERB/VBD/conj/said", "the road was “busy”"),
        ("and", "claimed/VERB/VBD/conj/was/claim", "the road was “busy”"),
        ("and", "shone/VERB/VBD/conj/was/shine", "the road was “busy” and shone"),
        ("and", "claims/VERB/VBZ/conj/was/claim", "the road was “busy” and claims"),
        ("but", "knocked/VERB/VBD/conj/said", "the road was “busy” but knocked"),
    ],
)
def test_verbs_of_the_source(joint: str, verb: str, content: str) -> None:
    """A verb that the parse joins to the cue, or that reports behind a mark in its tense, is the author's."""
    doc = doc_of(
        SAID.format("road")
        + "was/AUX/VBD/ccomp/said “ busy/ADJ/JJ/acomp/was ” "
        + f"{joint}/CCONJ/CC/cc/was {verb} ."
    )
    start = doc.text.index("the ")
    found = without_next_verb(doc, Finding(((start, len(doc.text) - 1),), cue=((4, 8),), source=((0, 3),)))
    assert [doc.text[first:last].strip() for first, last in found.content] == [content]


@pytest.mark.parametrize(
    ("end", "content"),
    [("was", "that it leaks"), ("leaks", "that it leaks"), ("denied", "that it leaks was denied")],
)
def test_loose_auxiliaries(end: str, content: str) -> None:
    """An auxiliary without its verb is no part of a report; one with it is."""
    doc = doc_of(
        "Ann/PROPN/NNP/poss/claim claim/NOUN/NN/nsubjpass/denied that/SCONJ/IN/mark/leaks "
        "it/PRON/PRP/nsubj/leaks leaks/VERB/VBZ/acl/claim "
        "was/AUX/VBD/auxpass/denied denied/VERB/VBN/ROOT/denied/deny ."
    )
    start, last = doc.text.index("that"), doc.text.index(end) + len(end)
    found = without_loose_auxiliary(doc, Finding(((start, last),), cue=((4, 9),)))
    assert [doc.text[first:stop] for first, stop in found.content] == [content]


@pytest.mark.parametrize(
    ("role", "content"), [("nsubj", "that it leaks"), ("dobj", "that it leaks has never convinced Bo")]
)
def test_verbs_of_the_noun(role: str, content: str) -> None:
    """The verb of a noun that reports is no part of the report; one whose subject is another may be."""
    doc = doc_of(
        f"Ann/PROPN/NNP/poss/claim claim/NOUN/NN/{role}/convinced that/SCONJ/IN/mark/leaks "
        "it/PRON/PRP/nsubj/leaks leaks/VERB/VBZ/acl/claim has/AUX/VBZ/aux/convinced "
        "never/ADV/RB/neg/convinced convinced/VERB/VBN/ROOT/convinced Bo/PROPN/NNP/dobj/convinced ."
    )
    start, last = doc.text.index("that"), doc.text.index("Bo") + len("Bo")
    found = without_verb_of_noun(doc, Finding(((start, last),), cue=((4, 9),)))
    assert [doc.text[first:stop] for first, stop in found.content] == [content]
