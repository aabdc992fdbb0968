"""The composition root: from a text to its quotes."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from quotekit.assembly import assemble_quotes
from quotekit.marks import find_marked_spans
from quotekit.pipelines import parse
from quotekit.records import Quote, Settings
from quotekit.speakers import resolve_speakers
from quotekit.tagging.layouts import tag_by_layout
from quotekit.tagging.rules import tag_by_rules

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

__all__ = ["attribute_quotes", "extract_quotes", "find_direct_quotes", "find_indirect_quotes"]

DEFAULTS = Settings()


def extract_quotes(
    text_or_doc: str | Doc, *, settings: Settings | None = None, nlp: Language | None = None
) -> list[Quote]:
    """Every quotation in a text: direct, indirect and mixed.

    Args:
        text_or_doc: A text, or a spaCy Doc with a dependency parse.
        settings: What to look for and what to give back; by default asserted speech.
        nlp: The pipeline that parses a text; by default the best English one installed.

    Returns:
        The quotes by their place in the text. Offsets are characters of the text as given, end
        exclusive. A quote whose speaker the text does not tell has ``speaker=None``.

    Raises:
        InputTypeError: Neither a str nor a Doc was given.
        ParseMissingError: The Doc has no dependency parse, or *nlp* did not make one.
        LanguageError: There are no word lists for the document's language.
        PipelineNotFoundError: A text was given, and no pipeline is installed.
    """
    settings = settings or DEFAULTS
    text, doc = parse(text_or_doc, nlp)
    marks = find_marked_spans(text, settings=settings)
    attributions = [*tag_by_layout(text, marks), *tag_by_rules(doc, marks, settings)]
    quotes = assemble_quotes(doc, attributions, marks, settings=settings, text=text)
    if settings.resolve_speakers:
        quotes = resolve_speakers(doc, quotes, settings=settings, marks=marks)
    return [quote for quote in quotes if wanted(quote, settings)]


def wanted(quote: Quote, settings: Settings) -> bool:
    """Whether *quote* is of the acts, the modalities and the confidence that *settings* ask for."""
    return (
        quote.act in settings.acts
        and quote.modality in settings.modalities
        and quote.confidence >= settings.min_confidence
    )


def find_direct_quotes(
    text_or_doc: str | Doc, *, settings: Settings | None = None, nlp: Language | None = None
) -> list[Quote]:
    """The quotations with words in quotation marks: those of kind ``direct`` and ``mixed``.

    Arguments, result and errors are those of `extract_quotes`.
    """
    found = extract_quotes(text_or_doc, settings=settings, nlp=nlp)
    return [quote for quote in found if quote.kind != "indirect"]


def find_indirect_quotes(
    text_or_doc: str | Doc, *, settings: Settings | None = None, nlp: Language | None = None
) -> list[Quote]:
    """The quotations with words outside quotation marks: those of kind ``indirect`` and ``mixed``.

    Arguments, result and errors are those of `extract_quotes`.
    """
    found = extract_quotes(text_or_doc, settings=settings, nlp=nlp)
    return [quote for quote in found if quote.kind != "direct"]
