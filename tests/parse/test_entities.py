"""Entities for all tokens at once: those that the recogniser finds step by step."""

from __future__ import annotations

from typing import Any

import pytest
import spacy
from hypothesis import given
from hypothesis import strategies as st
from spacy.language import Language
from spacy.tokens import Doc, Span

from quotekit.parse.entities import find_entities, greedy_recogniser
from quotekit.parse.pipelines import parse

WORDS = (
    *(
        "Ann",
        "Lee",
        "Brandt",
        "the",
        "Bank",
        "of",
        "England",
        "London",
        "March",
        "2",
        "million",
        "$",
        "40",
        "%",
    ),
    *(
        "\n",
        "  ",
        ",",
        ".",
        "“",
        "”",
        "’s",
        "-",
        "said",
        "New",
        "York",
        "Times",
        "United",
        "Nations",
        "French",
    ),
)

TEXTS = [
    "Ann Lee of the Bank of England paid $40 million to the New York Times on Monday, 2 March 1998.",
    "Dr. Ann\nLee-Brandt came. London! The United Nations’ General Assembly and the French met in New York",
    "\n\n  Lee",
]


@pytest.fixture(scope="module")
def recogniser(nlp: Language) -> Any:
    """The recogniser of the packaged pipeline."""
    return nlp.get_pipe("ner")


def entities(doc: Doc) -> list[tuple[int, str, str]]:
    """The part and the label of an entity of each token, and where entities begin."""
    return [(token.i, token.ent_iob_, token.ent_type_) for token in doc]


@given(words=st.lists(st.sampled_from(WORDS), max_size=40), ends=st.sets(st.integers(1, 40)))
def test_same_entities(words: list[str], ends: set[int], recogniser: Any) -> None:
    """Whatever the words, the blanks and the sentences, the entities are the recogniser's."""
    starts = [at == 0 or at in ends for at in range(len(words))]
    quick, slow = (Doc(recogniser.vocab, words=words, sent_starts=starts) for _ in range(2))
    assert entities(find_entities(quick, recogniser)) == entities(recogniser(slow))
    assert [entity.text for entity in quick.ents] == [entity.text for entity in slow.ents]


@pytest.mark.parametrize("text", TEXTS)
def test_in_a_parse(text: str, nlp: Language) -> None:
    """A text is parsed with the entities that its pipeline finds, whose components stay as they are."""
    names = nlp.pipe_names
    assert entities(parse(text, nlp)[1]) == entities(nlp(text))
    assert nlp.pipe_names == names


def test_in_french(french: Language) -> None:
    """The recognisers of other languages are read alike."""
    text = "Emmanuel Macron a rencontré à Londres la Banque de France, dit Le Monde."
    assert greedy_recogniser(french) is not None
    assert entities(parse(text, french)[1]) == entities(french(text))


def test_entities_that_are_there(recogniser: Any) -> None:
    """Entities that were set before are kept, as the recogniser keeps them."""
    doc = Doc(recogniser.vocab, words=["Ann", "Lee", "met", "the", "harbour"])
    doc.set_ents([Span(doc, 4, 5, label="ORG")], default="missing")
    assert {(entity.text, entity.label_) for entity in find_entities(doc, recogniser).ents} >= {
        ("harbour", "ORG")
    }


def test_which_pipelines() -> None:
    """Only spaCy's own recogniser, at the end of the pipeline, is read so."""
    nlp = spacy.blank("en")
    assert greedy_recogniser(nlp) is None
    nlp.add_pipe("ner")
    nlp.initialize()
    assert greedy_recogniser(nlp) is nlp.get_pipe("ner")
    nlp.add_pipe("entity_ruler")
    assert greedy_recogniser(nlp) is None


def test_beam() -> None:
    """A recogniser that searches a beam is asked itself."""
    nlp = spacy.blank("en")
    nlp.add_pipe("beam_ner")
    nlp.initialize()
    assert greedy_recogniser(nlp) is None
