"""The quotes of a batch of texts, and the failures of those that have none."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, Any

from attrs import frozen

from quotekit.batch.failure import ExtractionFailure, Outcome
from quotekit.extractor import quotes_in
from quotekit.parse.copies import parse_copies, parse_copy
from quotekit.records import Settings
from quotekit.text.copied_text import PlainCopy

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

__all__ = ["TextBatch", "extract_batch", "in_batches"]

_TOGETHER = 50_000
"""Characters that are parsed at once, which bounds what the parser holds in memory."""


@frozen(eq=False)
class TextBatch:
    """Texts in a row, and the index of the first of them."""

    first: int
    texts: Sequence[Any]

    def singles(self) -> list[TextBatch]:
        """Each text as a batch of its own."""
        return [TextBatch(self.first + place, [text]) for place, text in enumerate(self.texts)]


def in_batches(texts: Iterable[Any], size: int) -> Iterator[TextBatch]:
    """The texts in batches that grow from 1 to *size*, so that the first result waits for one text only.

    What precedes an error of the iterable comes before the error.
    """
    first, gathered, limit = 0, list[Any](), 1
    try:
        for text in texts:
            gathered.append(text)
            if len(gathered) == limit:
                yield TextBatch(first, gathered)
                first, gathered, limit = first + limit, [], min(2 * limit, size)
    except Exception:
        if gathered:
            yield TextBatch(first, gathered)
        raise
    if gathered:
        yield TextBatch(first, gathered)


def extract_batch(batch: TextBatch, settings: Settings, nlp: Language) -> list[Outcome]:
    """One result for each text of *batch*, whatever the texts are; no exception of a text gets out."""
    parses = (parsed for group in _parsed_together(batch.texts) for parsed in _parses(group, nlp))
    return [_outcome(batch.first + place, parsed, settings) for place, parsed in enumerate(parses)]


def _parsed_together(texts: Sequence[Any]) -> Iterator[Sequence[Any]]:
    """The texts in groups that are parsed together; what is no str stands alone."""
    group, size = list[Any](), 0
    for text in texts:
        length = len(text) if isinstance(text, str) else _TOGETHER
        if group and size + length > _TOGETHER:
            yield group
            group, size = [], 0
        group.append(text)
        size += length
    if group:
        yield group


def _parses(texts: Sequence[Any], nlp: Language) -> Iterator[tuple[PlainCopy, Doc] | Exception]:
    if len(texts) > 1:
        try:
            yield from list(parse_copies(texts, nlp))
            return
        except Exception:  # noqa: S110 - whose error it is shows when each is parsed on its own
            pass
    for text in texts:
        try:
            yield parse_copy(text, nlp)
        except Exception as error:
            yield error


def _outcome(index: int, parsed: tuple[PlainCopy, Doc] | Exception, settings: Settings) -> Outcome:
    if isinstance(parsed, Exception):
        return ExtractionFailure.of(index, parsed)
    try:
        return quotes_in(*parsed, settings)
    except Exception as error:
        return ExtractionFailure.of(index, error)
