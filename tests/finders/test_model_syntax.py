"""A parse becomes rows of small numbers for the network."""

from __future__ import annotations

import numpy as np
import pytest
from spacy.tokens import Doc
from spacy.vocab import Vocab

from quotekit.finders.network.syntax import SYNTAX_SIZES, read_syntax

WORDS = ["Ada", "said", "it", "rained", ".", "Bo", "left", "."]
HEADS = [1, 1, 3, 1, 1, 6, 6, 6]
RELATIONS = ["nsubj", "ROOT", "nsubj", "ccomp", "punct", "nsubj", "ROOT", "punct"]
PARTS = ["PROPN", "VERB", "PRON", "VERB", "PUNCT", "PROPN", "VERB", "PUNCT"]


@pytest.fixture(scope="module")
def doc() -> Doc:
    """Two sentences, the first with a complement clause."""
    return Doc(Vocab(), words=WORDS, heads=HEADS, deps=RELATIONS, pos=PARTS)


def test_rows_stay_within_their_sizes(doc: Doc) -> None:
    """Each column's numbers have a row in the table of embeddings."""
    rows = read_syntax(doc).rows
    assert rows.shape == (len(WORDS), len(SYNTAX_SIZES))
    assert (rows >= 0).all()
    assert (rows < np.array(SYNTAX_SIZES)).all()


def test_words_of_one_clause_know_it(doc: Doc) -> None:
    """The words of the complement clause share its relation, which those of the main clause don't."""
    clause = read_syntax(doc).rows[:, 3].tolist()
    assert clause[2] == clause[3]
    assert clause[0] == clause[1] == clause[4] != clause[2]


def test_edges_of_clauses_and_sentences(doc: Doc) -> None:
    """The complement clause begins with its subject; sentences begin and end."""
    edges = read_syntax(doc).rows[:, 4].tolist()
    assert edges == [4, 0, 1, 2, 8, 4, 0, 8]


def test_subjects_stand_before_their_heads(doc: Doc) -> None:
    """The distance to the head has a sign, and a root has none."""
    distance = read_syntax(doc).rows[:, 2].tolist()
    assert distance[0] > distance[1] > distance[3]
    assert distance[1] == distance[6]


def test_offsets_find_their_token(doc: Doc) -> None:
    """Every character of a word leads to the row of its word."""
    syntax = read_syntax(doc)
    said = WORDS.index("said")
    assert syntax.at(np.array([4, 7])).tolist() == [syntax.rows[said].tolist()] * 2


def test_unparsed_texts_have_rows_of_zeros() -> None:
    """Without a parse all is unknown."""
    assert not read_syntax(Doc(Vocab(), words=WORDS)).rows.any()


def test_unknown_labels_are_unknown() -> None:
    """A relation that the network has never seen is 0, not an error."""
    doc = Doc(Vocab(), words=["Hm"], heads=[0], deps=["strange"], pos=["X"])
    assert read_syntax(doc).rows[0, 1] == 0


def test_deep_parses_end() -> None:
    """A chain of a thousand heads takes bounded work."""
    count = 1000
    doc = Doc(
        Vocab(),
        words=["a"] * count,
        heads=[max(0, place - 1) for place in range(count)],
        deps=["ROOT", *["amod"] * (count - 1)],
        pos=["ADJ"] * count,
    )
    assert read_syntax(doc).rows.shape[0] == count
