"""What the network is told about the syntax of a text, one row of numbers for each token.

Where a reported clause begins and ends is what a parser knows better than a small network. A text
that nothing has parsed gets rows of zeros, which the network has also learned to read.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Final

import numpy as np
import numpy.typing as npt
from attrs import frozen

if TYPE_CHECKING:
    from spacy.tokens import Doc

__all__ = ["SYNTAX_SIZES", "Syntax", "read_syntax"]

Ints = npt.NDArray[np.int64]

_FILE: Final = Path(__file__).with_name("data") / "syntax.json"
_LABELS: Final = {name: tuple(labels.split()) for name, labels in json.loads(_FILE.read_bytes()).items()}
_PARTS_OF_SPEECH, _RELATIONS = _LABELS["parts_of_speech"], _LABELS["relations"]
_CLAUSES, _COMPLEMENTS = _LABELS["clauses"], _LABELS["complements"]

_FARTHEST: Final = 7
_MOST_STEPS: Final = 64

SYNTAX_SIZES: Final = (
    len(_PARTS_OF_SPEECH) + 1,
    len(_RELATIONS) + 1,
    2 * _FARTHEST + 2,
    len(_CLAUSES) + 1,
    16,
    2 * _FARTHEST + 2,
)
"""How many values each column of the rows may have; 0 is always that of the unknown."""


@frozen(eq=False)
class Syntax:
    """The parse of a text as numbers.

    Attributes:
        starts: Offset of each token's first character.
        rows: Six numbers for each token: its part of speech, its relation, how far off its head
            stands, the relation of the clause it stands in, which edges of sentences and of
            complement clauses it forms, and how far off the word stands that governs its clause.
    """

    starts: Ints
    rows: Ints

    def at(self, offsets: Ints) -> Ints:
        """The rows of the tokens at these offsets."""
        if not len(self.starts):
            return np.zeros((len(offsets), len(SYNTAX_SIZES)), dtype=np.int64)
        return self.rows[np.maximum(np.searchsorted(self.starts, offsets, side="right") - 1, 0)]


def read_syntax(doc: Doc) -> Syntax:
    """The syntax of *doc*; all zeros when nothing has parsed it."""
    starts = np.array([token.idx for token in doc], dtype=np.int64)
    if len(doc) and doc.has_annotation("DEP"):
        return Syntax(starts, _rows(doc))
    return Syntax(starts, np.zeros((len(doc), len(SYNTAX_SIZES)), dtype=np.int64))


def _rows(doc: Doc) -> Ints:
    rows = np.zeros((len(doc), len(SYNTAX_SIZES)), dtype=np.int64)
    table = doc.to_array(["POS", "DEP", "HEAD", "SENT_START"]).astype(np.int64).reshape(len(doc), 4)
    here = np.arange(len(doc))
    heads = here + table[:, 2]
    relations = _named(doc, table[:, 1])
    clauses = _clause_heads(heads, _among(relations, _CLAUSES) > 0)
    rows[:, 0] = _among(_named(doc, table[:, 0]), _PARTS_OF_SPEECH)
    rows[:, 1] = _among(relations, _RELATIONS)
    rows[:, 2] = _distance(heads - here)
    rows[:, 3] = _among(relations, _CLAUSES)[clauses]
    rows[:, 4] = _edges(doc, np.flatnonzero(np.isin(relations, _COMPLEMENTS)), table[:, 3] == 1)
    rows[:, 5] = _distance(heads[clauses] - here)
    return rows


def _named(doc: Doc, values: Ints) -> npt.NDArray[np.str_]:
    """The names of spaCy's numbers for parts of speech or relations."""
    unique, places = np.unique(values.astype(np.uint64), return_inverse=True)
    names: npt.NDArray[np.str_] = np.array([doc.vocab.strings[int(value)] for value in unique])[places]
    return names


def _among(names: npt.NDArray[np.str_], known: Sequence[str]) -> Ints:
    """For each name its place in *known*, counted from 1, or 0."""
    unique, places = np.unique(names, return_inverse=True)
    found = [known.index(name) + 1 if name in known else 0 for name in unique]
    return np.array(found, dtype=np.int64)[places]


def _clause_heads(heads: Ints, clausal: npt.NDArray[np.bool_]) -> Ints:
    """The nearest clausal ancestor of each token, itself included."""
    clauses = np.arange(len(heads))
    for _ in range(_MOST_STEPS):
        further = np.where(clausal[clauses], clauses, heads[clauses])
        if (further == clauses).all():
            break
        clauses = further
    return clauses


def _distance(offsets: Ints) -> Ints:
    """Buckets of signed distances, on a scale of powers of two; none at all is in the middle."""
    far = np.minimum(np.log2(np.maximum(np.abs(offsets), 1)).astype(np.int64) + 1, _FARTHEST)
    return np.sign(offsets) * far + _FARTHEST + 1


def _edges(doc: Doc, complements: Ints, begins: npt.NDArray[np.bool_]) -> Ints:
    """Which edges each token forms: 1 and 2 of a complement clause, 4 and 8 of a sentence."""
    edges = np.zeros(len(doc), dtype=np.int64)
    words = [doc[int(place)] for place in complements]
    edges[[word.left_edge.i for word in words]] |= 1
    edges[[word.right_edge.i for word in words]] |= 2
    edges[begins] |= 4
    edges[np.append(begins[1:], True)] |= 8
    return edges
