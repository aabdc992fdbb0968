"""Documents whose quotes somebody has annotated."""

from __future__ import annotations

from collections.abc import Iterable

from attrs import frozen

from quotekit.given import checked_value
from quotekit.records import Act, Kind, Modality, Quote
from quotekit.text.ranges import Range

__all__ = ["AnnotatedDocument", "AnnotatedQuote", "annotated", "sorted_quotes"]


@frozen
class AnnotatedQuote:
    """One quote of a document, as character ranges; what a corpus doesn't annotate is None or empty.

    Attributes:
        content: What was said.
        cue: The words that signal it.
        source: The words that name who said it.
        kind: ``direct``, ``indirect`` or ``mixed``.
        act: ``speech`` or ``thought``.
        speaker: The name of who said it.
        spellings: Other names that are as right.
        how: How the speaker is written, in the corpus' own terms.
        nested: Whether it stands inside another quote.
        confidence: How sure its finder is of it, 0 to 1; 1 for an annotator.
        modality: Whether the report is ``asserted``, ``negated`` or ``hypothetical``.
    """

    content: tuple[Range, ...]
    cue: tuple[Range, ...] = ()
    source: tuple[Range, ...] = ()
    kind: Kind | None = None
    act: Act | None = None
    speaker: str | None = None
    spellings: tuple[str, ...] = ()
    how: str | None = None
    nested: bool = False
    confidence: float = 1.0
    modality: Modality | None = None


@frozen
class AnnotatedDocument:
    """A text with its quotes.

    Attributes:
        id: What tells it from the others of its corpus.
        text: The text.
        quotes: Its quotes.
        complete: Whether cues and sources are annotated; without them only the content is
            known, and a word outside of it may or may not be a cue or a source.
    """

    id: str
    text: str
    quotes: tuple[AnnotatedQuote, ...]
    complete: bool = True


def annotated(quote: Quote) -> AnnotatedQuote:
    """A quote that was found, in the form of one that was annotated.

    Raises:
        InputTypeError: It is no quote.
    """
    checked_value(quote, Quote, "a quotekit.Quote")
    return AnnotatedQuote(
        content=tuple((span.start, span.end) for span in quote.content),
        cue=tuple((span.start, span.end) for span in quote.cue),
        source=tuple((span.start, span.end) for span in quote.source),
        kind=quote.kind,
        act=quote.act,
        speaker=quote.speaker_name,
        how=quote.speaker.how if quote.speaker else None,
        nested=quote.depth > 0,
        confidence=quote.confidence,
        modality=quote.modality,
    )


def sorted_quotes(quotes: Iterable[AnnotatedQuote]) -> tuple[AnnotatedQuote, ...]:
    """The quotes by the place of their content."""
    return tuple(sorted(quotes, key=lambda quote: quote.content))
