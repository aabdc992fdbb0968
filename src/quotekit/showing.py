"""A text with its quotes in a notebook."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from quotekit.export.html import View
from quotekit.extractor import extract_quotes
from quotekit.given import checked_items
from quotekit.records import Quote, Settings

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

__all__ = ["show"]


def show(
    text_or_doc: str | Doc,
    quotes: Iterable[Quote] | None = None,
    *,
    settings: Settings | None = None,
    nlp: Language | None = None,
) -> View:
    """A view of a text with its quotes, for the last line of a notebook's cell.

    Args:
        text_or_doc: A text, or a spaCy Doc with a dependency parse.
        quotes: The quotes of the text; by default those that `extract_quotes` finds in it.
        settings: What to look for, when no *quotes* are given.
        nlp: The pipeline that parses the text then.

    Returns:
        The view. To have it as a page instead, see `quotekit.export.html.to_html`.

    Raises:
        InputTypeError: *text_or_doc* is neither a str nor a Doc, or *quotes* are no quotes.
        OffsetsError: A quote is not of this text.
        SettingsError, ParseMissingError, LanguageError, PipelineNotFoundError, WeightsError: As for
            `extract_quotes`, when no *quotes* are given.
    """
    if quotes is None:
        quotes = extract_quotes(text_or_doc, settings=settings, nlp=nlp)
    text: Any = text_or_doc if isinstance(text_or_doc, str) else getattr(text_or_doc, "text", text_or_doc)
    found: list[Quote] = list(checked_items(quotes, Quote, "quotes, as quotekit.extract_quotes gives"))
    return View(text, tuple(found))
