"""The rest of a text: what nobody is quoted with, and masks of what somebody is."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, get_args

import numpy as np
from numpy.typing import NDArray

from quotekit.choices import checked_choice
from quotekit.errors import InputTypeError
from quotekit.extractor import extract_quotes
from quotekit.given import checked_items
from quotekit.records import Quote, Settings, Span, require_in_text
from quotekit.terms import QuotePart
from quotekit.text.ranges import Range, merged

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

__all__ = ["character_mask", "narration", "token_mask"]


def narration(
    text_or_doc: str | Doc,
    quotes: Iterable[Quote] | None = None,
    *,
    settings: Settings | None = None,
    nlp: Language | None = None,
) -> list[Span]:
    """What a text says in its own words: everything outside the contents of its quotes.

    Cues and sources are the narrator's words and stay. White space at the edges is left out, and so
    is what consists of nothing else.

    Args:
        text_or_doc: A text, or a spaCy Doc with a dependency parse.
        quotes: The quotes of the text; by default those that `extract_quotes` finds in it.
        settings: What to look for, when no *quotes* are given; by default asserted speech.
        nlp: The pipeline that parses the text then; by default the best English one installed.

    Returns:
        The stretches between the contents, in their order. Only quotes are taken out: thoughts, and what is
        said not to have been said, stay the narrator's unless *quotes* or *settings* hold them.

    Raises:
        SettingsError, ParseMissingError, LanguageError, PipelineNotFoundError, WeightsError: As for
            `extract_quotes`, when no *quotes* are given.
        InputTypeError: *text_or_doc* is neither a str nor a Doc, or the *quotes* are no quotes.
        OffsetsError: One of the *quotes* is of another text.
    """
    ranges = _ranges_of_part(text_or_doc, _given_or_found(text_or_doc, quotes, settings, nlp), "content")
    text = _text_of(text_or_doc)
    stretches = (_stripped(text, start, end) for start, end in _gaps(ranges, len(text)))
    return [Span.of(text, start, end) for start, end in stretches if start < end]


def character_mask(
    text_or_doc: str | Doc,
    quotes: Iterable[Quote] | None = None,
    *,
    part: QuotePart = "content",
    settings: Settings | None = None,
    nlp: Language | None = None,
) -> NDArray[np.bool_]:
    """For each character, whether it stands in one *part* of a quote.

    Args:
        text_or_doc: A text, or a spaCy Doc with a dependency parse.
        quotes: As for `narration`.
        part: Which part of the quotes: ``content``, ``cue``, ``source`` or ``addressee``.
        settings: As for `narration`.
        nlp: As for `narration`.

    Returns:
        An array as long as the text, in characters.

    Raises:
        SettingsError: There is no such *part*.
        InputTypeError, OffsetsError, ParseMissingError, LanguageError, PipelineNotFoundError,
            WeightsError: As for `narration`.
    """
    ranges = _ranges_of_part(text_or_doc, _given_or_found(text_or_doc, quotes, settings, nlp), part)
    mask = np.zeros(len(_text_of(text_or_doc)), dtype=np.bool_)
    for start, end in ranges:
        mask[start:end] = True
    return mask


def token_mask(
    doc: Doc,
    quotes: Iterable[Quote] | None = None,
    *,
    part: QuotePart = "content",
    settings: Settings | None = None,
) -> NDArray[np.bool_]:
    """For each token of *doc*, whether a character of it stands in one *part* of a quote.

    Args:
        doc: A spaCy Doc; with a dependency parse, unless *quotes* are given.
        quotes: As for `narration`.
        part: As for `character_mask`.
        settings: As for `narration`.

    Returns:
        An array as long as the Doc, in tokens.

    Raises:
        InputTypeError: *doc* is no Doc, or the *quotes* are no quotes.
        SettingsError, OffsetsError, ParseMissingError, LanguageError, WeightsError: As for `character_mask`.
    """
    if isinstance(doc, str) or not hasattr(doc, "vocab"):
        raise InputTypeError(type(doc).__name__, "a spaCy Doc, whose tokens count")
    inside = np.concatenate(([0], np.cumsum(character_mask(doc, quotes, part=part, settings=settings))))
    starts = np.array([token.idx for token in doc], dtype=np.int64)
    ends = starts + np.array([len(token) for token in doc], dtype=np.int64)
    mask: NDArray[np.bool_] = inside[ends] > inside[starts]
    return mask


def _given_or_found(
    text_or_doc: str | Doc,
    quotes: Iterable[Quote] | None,
    settings: Settings | None,
    nlp: Language | None,
) -> Iterable[Quote]:
    """The *quotes* that were given, or those that are found."""
    return extract_quotes(text_or_doc, settings=settings, nlp=nlp) if quotes is None else quotes


def _ranges_of_part(text_or_doc: str | Doc, quotes: Iterable[Quote], part: QuotePart) -> list[Range]:
    text = _text_of(text_or_doc)
    checked_choice("part", part, get_args(QuotePart))
    listed = checked_items(quotes, Quote, "quotes, as quotekit.extract_quotes gives")
    spans: list[Span] = [span for quote in listed for span in getattr(quote, part)]
    require_in_text(text, spans)
    return merged((span.start, span.end) for span in spans)


def _text_of(text_or_doc: str | Doc) -> str:
    text = text_or_doc if isinstance(text_or_doc, str) else getattr(text_or_doc, "text", None)
    if not isinstance(text, str):
        raise InputTypeError(type(text_or_doc).__name__)
    return text


def _gaps(ranges: Iterable[Range], length: int) -> Iterator[Range]:
    """What of a text of some *length* is in none of the ranges, which are in order."""
    done = 0
    for start, end in ranges:
        yield done, start
        done = end
    yield done, length


def _stripped(text: str, start: int, end: int) -> Range:
    piece = text[start:end]
    return end - len(piece.lstrip()), start + len(piece.rstrip())
