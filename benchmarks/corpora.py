"""The annotated corpora that are scored, and how each of them counts."""

from __future__ import annotations

import json
from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import Final

from attrs import frozen
from spacy.tokens import Doc

from quotekit import extract_quotes
from quotekit.corpora import AnnotatedDocument, AnnotatedQuote, annotated, read_jsonl
from quotekit.evaluation.evaluating import Evaluation, Finder, evaluate
from quotekit.parse.pipelines import parse
from quotekit.records import Act, Modality, Settings, TaggerName

__all__ = ["EVERYTHING", "OWN", "Corpus", "corpora", "extractor", "parsed"]

OWN: Final = Path(__file__).parent.parent / "data"
_ACTS: tuple[Act, ...] = ("speech", "thought")
_MODALITIES: tuple[Modality, ...] = ("asserted", "negated", "hypothetical")
EVERYTHING = Settings(acts=_ACTS, modalities=_MODALITIES)


@frozen
class Corpus:
    """One file of annotated documents, or some of them.

    Attributes:
        name: What it is called among the floors.
        file: Its name in the folder, or in that of the repository's own documents, without ``.jsonl``.
        title: What it is.
        split: Which part of it.
        speech: Whether asserted speech alone is looked for, and thoughts are not asked for.
        fragments: Whether each span of a content counts on its own.
        only: What the ids of its documents begin with.
        without: What they do not begin with.
    """

    name: str
    file: str
    title: str
    split: str
    speech: bool = False
    fragments: bool = False
    only: str = ""
    without: str | None = None

    def path(self, folder: Path) -> Path:
        """Where its documents are: in *folder*, or else in the repository."""
        own = OWN / f"{self.file}.jsonl"
        return own if own.exists() else folder / f"{self.file}.jsonl"

    def documents(self, folder: Path) -> list[AnnotatedDocument]:
        """Its documents."""
        documents = read_jsonl(self.path(folder))
        return [document for document in documents if self.has(document.id)]

    def has(self, name: str) -> bool:
        """Whether a document of this id is one of it."""
        return name.startswith(self.only) and (self.without is None or not name.startswith(self.without))

    def evaluated(self, documents: Sequence[AnnotatedDocument], find: Finder) -> Evaluation:
        """How well *find* finds the quotes of its documents."""
        return evaluate(documents, find, speech=self.speech, fragments=self.fragments)

    def settings(self, tagger: TaggerName = "auto") -> Settings:
        """What is looked for in it."""
        if self.speech:
            return Settings(tagger=tagger)
        return Settings(acts=_ACTS, modalities=_MODALITIES, tagger=tagger)


def corpora(folder: Path) -> list[Corpus]:
    """The corpora whose files are in *folder* or in the repository."""
    rows = json.loads(Path(__file__).with_name("corpora.json").read_text(encoding="utf-8"))
    listed = [Corpus(**row) for row in rows]
    return [corpus for corpus in listed if corpus.path(folder).exists()]


def extractor(settings: Settings) -> Finder:
    """What finds quotes with *settings*, in the form of annotated ones."""

    def find(document: AnnotatedDocument) -> list[AnnotatedQuote]:
        return [annotated(quote) for quote in extract_quotes(parsed(document.text), settings=settings)]

    return find


@cache
def parsed(text: str) -> str | Doc:
    """The parse of *text*, made once; the text itself where the parse is of a changed copy of it."""
    doc = parse(text)[1]
    return doc if doc.text == text else text
