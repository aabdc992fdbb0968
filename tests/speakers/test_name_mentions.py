"""Names found in hand-made documents, without a model."""

from __future__ import annotations

import pytest
from spacy.tokens import Doc
from spacy.vocab import Vocab

from quotekit.speakers.discourse import read_discourse
from quotekit.speakers.names.name_mentions import find_names
from quotekit.speakers.vocabulary import load_vocabulary


def names_of(words: str, tags: str) -> list[tuple[str, str]]:
    """The names, with their labels, of a sentence given as words and tags."""
    doc = Doc(Vocab(), words=words.split(), tags=tags.split())
    text = read_discourse(doc, ())
    return [
        (" ".join(text.words[name.first : name.last]), name.label)
        for name in find_names(text, load_vocabulary("en"))
    ]


@pytest.mark.parametrize(
    ("words", "tags", "expected"),
    [
        ("then Ada Lund spoke", "RB NNP NNP VBD", [("Ada Lund", "PERSON")]),
        ("Fed Chair Ada Lund spoke", "NNP NNP NNP NNP VBD", [("Fed", ""), ("Chair Ada Lund", "PERSON")]),
        ("the Lund Bank spoke", "DT NNP NNP VBD", [("Lund Bank", "ORG")]),
        ("the Mill Road closed", "DT NNP NNP VBD", [("Mill Road", "FAC")]),
        ("the Bank of Lund spoke", "DT NNP IN NNP VBD", [("Bank of Lund", "ORG")]),
        ("Ludo van der Berg spoke", "NNP NNP NNP NNP VBD", [("Ludo van der Berg", "PERSON")]),
        ("on Monday it rained", "IN NNP PRP VBD", []),
        ("the President spoke", "DT NNP VBD", []),
        ("Chapter XIV began", "NNP NNP VBD", []),
        ("her Aunt Ada spoke", "PRP$ NNP NNP VBD", [("Aunt Ada", "PERSON")]),
    ],
)
def test_names(words: str, tags: str, expected: list[tuple[str, str]]) -> None:
    """Names begin at titles, end at common words, and tell what they name by their words."""
    assert names_of(words, tags) == expected


def test_headlines_borrow_names_from_the_text() -> None:
    """Of a headline's capitals only the name that the text also has is a name of its own."""
    doc = Doc(
        Vocab(),
        words=["Ada", "Lund", "Slams", "Harbour", "Plan", "\n\n", "yesterday", "Ada", "Lund", "spoke"],
        tags=["NNP", "NNP", "NNP", "NNP", "NNP", "_SP", "RB", "NNP", "NNP", "VBD"],
    )
    text = read_discourse(doc, ())
    found = [text.words[name.first : name.last] for name in find_names(text, load_vocabulary("en"))]
    assert found[0] == found[-1] == ["Ada", "Lund"]
