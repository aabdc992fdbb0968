"""Narration between quotations that gives the second to somebody else."""

from __future__ import annotations

import pytest

from quotekit.finders.finding import Finding
from quotekit.quotes.succession.beats import without_source_of_other
from quotekit.text.page import read_page
from tests.parsed import doc_of

SAID = "“ Yes/INTJ/UH/intj/said , ” Ann/PROPN/NNP/nsubj/said said/VERB/VBD/ROOT/said/say . "
SPOKEN = " “ No/INTJ/UH/ROOT/No . ”"
DRIVER = "The/DET/DT/det/driver driver/NOUN/NN/nsubj/nodded/driver nodded/VERB/VBD/ROOT/nodded/nod ."
ANN = "Ann/PROPN/NNP/nsubj/nodded nodded/VERB/VBD/ROOT/nodded/nod ."
RAIN = "Rain/NOUN/NN/nsubj/fell/rain fell/VERB/VBD/ROOT/fell/fall ."


@pytest.mark.parametrize(("beat", "kept"), [(DRIVER, False), (ANN, True), (RAIN, True), ("", True)])
def test_beats(beat: str, kept: bool) -> None:
    """Whoever acts between two quotations speaks the second; things and the first speaker change nothing."""
    doc = doc_of(SAID + beat + SPOKEN)
    start, name = doc.text.index("“No"), doc.text.index("Ann")
    further = Finding(((start, len(doc.text)),), source=((name, name + 3),))
    found = without_source_of_other(read_page(doc.text), doc, further)
    assert bool(found.source) is kept
