"""The parse of a text's plain copy, in which everything is looked for."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from quotekit.parse.pipelines import parse, parse_together, pipeline_for
from quotekit.text.copied_text import PlainCopy
from quotekit.text.plain_copy import plain_copy

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

__all__ = ["parse_copies", "parse_copy"]


def parse_copy(text_or_doc: str | Doc, nlp: Language | None = None) -> tuple[PlainCopy, Doc]:
    """The copy of a text, and what `quotekit.parse.pipelines.parse` gives for it; the errors are the same.

    The text of a Doc is its own copy: it is read as its pipeline has read it.
    """
    if not isinstance(text_or_doc, str):
        text, doc = parse(text_or_doc, nlp)
        return PlainCopy(text, text), doc
    pipeline = pipeline_for(nlp)
    copy = plain_copy(text_or_doc, pipeline.lang)
    return copy, parse(copy.text, pipeline)[1]


def parse_copies(texts: Iterable[str], nlp: Language) -> Iterator[tuple[PlainCopy, Doc]]:
    """What `parse_copy` gives for each of *texts*, which are short enough for *nlp*; faster than one by one.

    Raises:
        ParseMissingError: *nlp* made no parse.
    """
    copies = [plain_copy(text, nlp.lang) for text in texts]
    parses = parse_together((copy.text for copy in copies), nlp)
    return ((copy, doc) for copy, (_, doc) in zip(copies, parses, strict=True))
