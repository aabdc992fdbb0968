"""Sources that run on into a clause which ends at a quotation inside it."""

from __future__ import annotations

import pytest

from quotekit.finders.finding import Finding
from quotekit.quotes.parties.cut_clauses import without_cut_clause
from tests.parsed import doc_of

ODE = "Ode/PROPN/NNP/nsubj/said ,/PUNCT/,/punct/Ode whom/PRON/WP/dobj/called "
MAYOR = "the/DET/DT/det/mayor mayor/NOUN/NN/nsubj/called last/ADJ/JJ/amod/year year/NOUN/NN/npadvmod/called "
CALLED = "called/VERB/VBD/relcl/Ode/call “ a/DET/DT/det/saint saint/NOUN/NN/oprd/called "
SAID = "”/PUNCT/''/punct/saint ,/PUNCT/,/punct/Ode said/VERB/VBD/ROOT/said/say so/ADV/RB/advmod/said"
CUT = "Ode, whom the mayor last year"


def source(cue: str, words: str) -> str:
    """What is left of the source *words* of a cue."""
    doc = doc_of(ODE + MAYOR + CALLED + SAID)
    at, end = doc.text.index(cue), len(doc.text)
    item = Finding(((end - 2, end),), cue=((at, at + len(cue)),), source=((0, len(words)),))
    [span] = without_cut_clause(doc, item).source
    return doc.text[slice(*span)]


@pytest.mark.parametrize(
    ("cue", "words", "left"),
    [
        ("called", CUT, "the mayor"),
        ("said", CUT, "Ode"),
        ("said", "Ode, whom", "Ode"),
        ("said", CUT + " called", CUT + " called"),
    ],
)
def test_cut_clauses(cue: str, words: str, left: str) -> None:
    """The subject of a cut clause speaks with its verb, the noun before it with others; a whole one stays."""
    assert source(cue, words) == left
