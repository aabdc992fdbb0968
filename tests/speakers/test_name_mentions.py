"""Names found in hand-made documents, without a model."""

from __future__ import annotations

import pytest
import spacy
from spacy.tokens import Doc

from quotekit.language import language_of
from quotekit.speakers.ground.discourse import read_discourse
from quotekit.speakers.names.name_mentions import find_names
from quotekit.speakers.names.proper_nouns import with_proper_nouns

WORDS = language_of("en")


def names_of(words: str, tags: str) -> list[tuple[str, str]]:
    """The names, with their labels, of a sentence given as words and tags."""
    doc = Doc(spacy.blank("en").vocab, words=words.split(), tags=tags.split())
    text = read_discourse(doc, ())
    return [(" ".join(text.words[name.first : name.last]), name.label) for name in find_names(text, WORDS)]


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
        ("Pia L. Rook spoke", "NNP NNP NNP VBD", [("Pia L. Rook", "PERSON")]),
        ("Pia St. Aubyn spoke", "NNP NNP NNP VBD", [("Pia St. Aubyn", "PERSON")]),
        ("the Church of Saint Odo burned", "DT NNP IN NNP NNP VBD", [("Church of Saint Odo", "ORG")]),
        ("then Tom “ Duke ” Rook spoke", "RB NNP `` NNP '' NNP VBD", [("Tom “ Duke ” Rook", "PERSON")]),
        ("Tom Rook , Jr. , spoke", "NNP NNP , NNP , VBD", [("Tom Rook , Jr.", "PERSON")]),
        ("Director ( Roads ) Rook spoke", "NNP ( NNP ) NNP VBD", [("Roads", ""), ("Rook", "")]),
        ("LENA VOSS : so", "NNP NN : RB", [("LENA VOSS", "PERSON")]),
        ("LENA SAYS so", "NNP VBZ RB", [("LENA", "PERSON")]),
        ("said de la Roca", "VBD IN DT NNP", [("de la Roca", "")]),
    ],
)
def test_names(words: str, tags: str, expected: list[tuple[str, str]]) -> None:
    """Names begin at titles, end at common words, and tell what they name by their words."""
    assert names_of(words, tags) == expected


@pytest.mark.parametrize(
    ("words", "names"), [("\n\n ( LAUGHTER ) \n\n", []), ("then ( LAUGHTER ) \n\n", ["LAUGHTER"])]
)
def test_stage_notes(words: str, names: list[str]) -> None:
    """What is in a bracket of its own paragraph happens in the hall and is nobody's name."""
    pieces = words.split(" ")
    tags = ["NNP" if word.isupper() else "_SP" if word.isspace() else "RB" for word in pieces]
    doc = Doc(spacy.blank("en").vocab, words=["Quiet", *pieces], tags=["JJ", *tags])
    text = read_discourse(doc, ())
    assert [text.words[name.head] for name in find_names(text, WORDS) if name.first] == names


def test_nickname_at_the_end() -> None:
    """Behind a nickname nothing but a blank may follow, with which the text ends."""
    doc = Doc(
        spacy.blank("en").vocab, words=["Tom", "“", "Duke", "”", "\n"], tags=["NNP", "``", "NNP", "''", "_SP"]
    )
    names = find_names(read_discourse(doc, ()), WORDS)
    assert [(name.first, name.last) for name in names] == [(0, 1)]


def adjoined(words: str, tags: str) -> list[str]:
    """The names of a sentence in which hyphens adjoin the words beside them."""
    tokens = words.split()
    doc = Doc(
        spacy.blank("en").vocab,
        words=tokens,
        tags=tags.split(),
        spaces=["-" not in tokens[at : at + 2] for at in range(len(tokens))],
    )
    text = read_discourse(doc, ())
    return [text.text[text.starts[name.first] : text.ends[name.last - 1]] for name in find_names(text, WORDS)]


@pytest.mark.parametrize(
    ("words", "tags", "expected"),
    [
        ("Park Sun - hwa spoke", "NNP NNP HYPH NN VBD", ["Park Sun-hwa"]),
        ("Eun - ha Park spoke", "NNP HYPH NN NNP VBD", ["Eun-ha Park"]),
        ("said al - Masri", "VBD NNP HYPH NNP", ["al-Masri"]),
        ("the Lund - era Harbour", "DT NNP HYPH NN NNP", ["Lund", "Harbour"]),
        (
            "Tri - Lund Airline spoke of Tri - Lund",
            "NNP HYPH NNP NNP VBD IN NNP HYPH NNP",
            ["Tri-Lund Airline", "Tri-Lund"],
        ),
    ],
)
def test_hyphens(words: str, tags: str, expected: list[str]) -> None:
    """A hyphen joins the syllables of a given name and the article of a surname, and no common word."""
    assert adjoined(words, tags) == expected


@pytest.mark.parametrize(
    ("words", "tags", "source", "expected"),
    [
        ("then Okro spoke", "RB NN VBD", range(0), ["NNP"]),
        ("Okro spoke", "NN VBD", range(1), ["NNP"]),
        ("Okro Lund spoke", "NN NNP VBD", range(2), ["NNP", "NNP"]),
        ("Shares fell", "NNS VBD", range(0), ["NNS"]),
        ("Author Lund spoke", "NN NNP VBD", range(2), ["NN", "NNP"]),
        ("a TV spoke", "DT NN VBD", range(0), ["NN"]),
        ("Bread sank . the bread rose", "NN VBD . DT NN VBD", range(1), ["NN", "NN"]),
    ],
)
def test_rare_names(words: str, tags: str, source: range, expected: list[str]) -> None:
    """A word that is written as only names are is one, though the tagger never saw it."""
    doc = Doc(spacy.blank("en").vocab, words=words.split(), tags=tags.split(), lemmas=words.lower().split())
    text = with_proper_nouns(read_discourse(doc, ()), [source], WORDS)
    assert [tag for tag in text.tags if tag.startswith("NN")] == expected


def test_headlines_borrow_names_from_the_text() -> None:
    """Of a headline's capitals only the name that the text also has is a name of its own."""
    doc = Doc(
        spacy.blank("en").vocab,
        words=["Ada", "Lund", "Slams", "Harbour", "Plan", "\n\n", "yesterday", "Ada", "Lund", "spoke"],
        tags=["NNP", "NNP", "NNP", "NNP", "NNP", "_SP", "RB", "NNP", "NNP", "VBD"],
    )
    text = read_discourse(doc, ())
    found = [text.words[name.first : name.last] for name in find_names(text, WORDS)]
    assert found[0] == found[-1] == ["Ada", "Lund"]
