"""Sources with a name that looks like a verb of reporting."""

from __future__ import annotations

from quotekit.finders.finding import Finding
from quotekit.quotes.parties.phrase_sources import with_rest_of_name
from tests.parsed import doc_of

NAME = "Nadia/PROPN/NNP/compound/Said Said/PROPN/NNP/nsubj/told "
TOLD = "told/VERB/VBD/ROOT/told/tell it/PRON/PRP/nsubj/rained rained/VERB/VBD/ccomp/told"


def parties(words: str, cue: str) -> tuple[str, str]:
    """Source and cue of a finding in *words*, whose network heard the name's first word speak."""
    doc = doc_of(words)
    at = doc.text.index(cue)
    item = Finding(((len(doc.text) - 9, len(doc.text)),), cue=((at, at + len(cue)),), source=((0, 5),))
    told = with_rest_of_name(doc, item)
    return doc.text[slice(*told.source[0])], doc.text[slice(*told.cue[0])]


def test_a_name_that_looks_like_a_cue() -> None:
    """The source has all of the name, and the cue what is left of it."""
    assert parties(NAME + TOLD, "Said told") == ("Nadia Said", "told")


def test_a_name_that_is_no_part_of_the_cue() -> None:
    """What nobody heard a cue in is left to the finders, unless it names a person."""
    assert parties(NAME + TOLD, "told") == ("Nadia", "told")


def test_a_headline_in_capitals() -> None:
    """Where every word has a capital, the verb is the cue."""
    words = "Nadia/PROPN/NNP/compound/Said Said/PROPN/NNP/nsubj/Told Told/VERB/VBD/ROOT/Told/tell "
    assert parties(words + "It/PRON/PRP/nsubj/Rained Rained/VERB/VBD/ccomp/Told", "Said Told")[0] == "Nadia"
