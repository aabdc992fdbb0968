"""What is called something, which the network leaves out of what is said of it."""

from __future__ import annotations

import pytest

from quotekit.finders.finding import Finding
from quotekit.parse.reporting import reporting_verbs
from quotekit.quotes.contents.named_objects import with_named_object
from quotekit.records import Settings
from quotekit.text.page import read_page
from tests.parsed import doc_of

TAX = "the/DET/DT/det/tax new/ADJ/JJ/amod/tax tax/NOUN/NN/dobj/{verb} "
ODE = "Ode/PROPN/NNP/nsubj/{verb} {verb}/VERB/VBD/ROOT/{verb}/{lemma} "


def reported(tokens: str, verb: str, lemma: str, marks: str) -> str:
    """What is reported behind *verb* where a finder read the *marks* alone."""
    doc = doc_of((ODE + tokens).format(verb=verb, lemma=lemma))
    at, start = doc.text.index(verb), doc.text.index(marks)
    item = Finding(((start, start + len(marks)),), cue=((at, at + len(verb)),), source=((0, 3),))
    verbs = reporting_verbs("en", Settings())
    [span] = with_named_object(read_page(doc.text), doc, item, verbs).content
    return doc.text[slice(*span)]


@pytest.mark.parametrize(
    ("tokens", "verb", "lemma", "marks", "said"),
    [
        (TAX + "“ theft/NOUN/NN/oprd/{verb} ”", "labelled", "label", "“theft”", "the new tax “theft”"),
        (
            TAX + "a/DET/DT/det/farce “ farce/NOUN/NN/oprd/{verb} ”",
            "called",
            "call",
            "a “farce”",
            "the new tax a “farce”",
        ),
        (
            TAX + "as/ADP/IN/prep/{verb} “ theft/NOUN/NN/pobj/as ”",
            "branded",
            "brand",
            "“theft”",
            "“theft”",
        ),
        (TAX + "“ theft/NOUN/NN/oprd/{verb} ”", "said", "say", "“theft”", "“theft”"),
        ("“ theft/NOUN/NN/oprd/{verb} ”", "called", "call", "“theft”", "“theft”"),
        ("it/PRON/PRP/dobj/{verb} “ theft/NOUN/NN/oprd/{verb} ”", "called", "call", "“theft”", "“theft”"),
    ],
)
def test_named_objects(tokens: str, verb: str, lemma: str, marks: str, said: str) -> None:
    """What a verb calls something belongs to what is said of it; behind “as”, and a pronoun, it does not."""
    assert reported(tokens, verb, lemma, marks) == said
