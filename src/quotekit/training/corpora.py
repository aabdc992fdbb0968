"""Which corpora are learned from, how much of each, and which documents are kept back."""

from __future__ import annotations

import random
from collections.abc import Sequence
from pathlib import Path
from typing import Literal

from attrs import evolve, field, frozen
from attrs.validators import in_

from quotekit.corpora import AnnotatedDocument, read_corpus
from quotekit.finders.network.pieces import Convention
from quotekit.training.augmentation import vary
from quotekit.training.documents import with_marks, without_distant_cues

__all__ = ["Corpus", "CorpusPart", "documents_of", "variants"]

CorpusPart = Literal["all", "odd", "even"]


@frozen
class Corpus:
    """Some annotated documents and how they are used.

    Attributes:
        path: A file of JSON lines, or a folder that `quotekit.corpora.read_corpus` knows.
        part: Which of its documents, in the order of their ids, counted from 0.
        complete: Whether cues and sources are annotated.
        spaced_tokens: Whether the texts are tokens joined by blanks.
        share: How often every round of training reads each document; below 1 for only some of them.
        keep_back: Every n-th document is kept back for calibration; 0 for none.
        convention: By whose rules it is annotated.
    """

    path: Path = field(converter=Path)
    part: CorpusPart = field(default="all", validator=in_(("all", "odd", "even")))
    complete: bool = True
    spaced_tokens: bool = False
    share: float = 1.0
    keep_back: int = 0
    convention: Convention = "guidelines"


def documents_of(corpus: Corpus, *, kept_back: bool = False) -> list[AnnotatedDocument]:
    """The documents to learn from, or else those that are kept back for calibration."""
    documents = [evolve(document, complete=corpus.complete) for document in read_corpus(corpus.path)]
    if corpus.part != "all":
        documents = documents[corpus.part == "odd" :: 2]
    if not corpus.complete:
        documents = [with_marks(document) for document in documents]
    if corpus.spaced_tokens:
        documents = [without_distant_cues(document) for document in documents]
    held = {number for number in range(len(documents)) if corpus.keep_back and number % corpus.keep_back == 0}
    return [document for number, document in enumerate(documents) if (number in held) == kept_back]


def variants(
    corpora: Sequence[tuple[Corpus, Sequence[AnnotatedDocument]]], rng: random.Random
) -> list[tuple[Corpus, AnnotatedDocument]]:
    """One round's documents: each corpus's share of them, at random, some of them changed."""
    chosen = [
        (corpus, document)
        for corpus, documents in corpora
        for document in documents
        for _ in range(int(corpus.share) + (rng.random() < corpus.share % 1))
    ]
    return [(corpus, vary(document, rng, spaced_tokens=corpus.spaced_tokens)) for corpus, document in chosen]
