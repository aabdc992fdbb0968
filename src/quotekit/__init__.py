"""Who said what: every quotation in a text, with its speaker, its cue and its character offsets.

The public names are imported on first use, so that ``import quotekit`` costs next to nothing:
spaCy and textacy load when the first text is parsed.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from quotekit.batch import ExtractionFailure, pipe
    from quotekit.errors import (
        CorpusError,
        ExtraMissingError,
        InputTypeError,
        LanguageError,
        LearningError,
        OffsetsError,
        ParseMissingError,
        PipelineNotFoundError,
        QuotekitError,
        RecordError,
        SettingsError,
        WeightsError,
        WorkerError,
    )
    from quotekit.export.documents import QuotedText
    from quotekit.export.html import show
    from quotekit.extractor import (
        attribute_quotes,
        extract_quotes,
        find_direct_quotes,
        find_indirect_quotes,
    )
    from quotekit.masks import character_mask, narration, token_mask
    from quotekit.parse.pipelines import load_pipeline
    from quotekit.records import MarkedSpan, Quote, Settings, Span, Speaker
    from quotekit.text.marks import find_marked_spans
    from quotekit.verify import Change, Verification, verify_quote, verify_quotes

    __version__: str

__all__ = [
    "Change",
    "CorpusError",
    "ExtraMissingError",
    "ExtractionFailure",
    "InputTypeError",
    "LanguageError",
    "LearningError",
    "MarkedSpan",
    "OffsetsError",
    "ParseMissingError",
    "PipelineNotFoundError",
    "Quote",
    "QuotedText",
    "QuotekitError",
    "RecordError",
    "Settings",
    "SettingsError",
    "Span",
    "Speaker",
    "Verification",
    "WeightsError",
    "WorkerError",
    "__version__",
    "attribute_quotes",
    "character_mask",
    "extract_quotes",
    "find_direct_quotes",
    "find_indirect_quotes",
    "find_marked_spans",
    "load_pipeline",
    "narration",
    "pipe",
    "show",
    "token_mask",
    "verify_quote",
    "verify_quotes",
]

_HOMES = {
    "QuotedText": "quotekit.export.documents",
    "Change": "quotekit.verify",
    "Verification": "quotekit.verify",
    "verify_quote": "quotekit.verify",
    "verify_quotes": "quotekit.verify",
    "CorpusError": "quotekit.errors",
    "ExtraMissingError": "quotekit.errors",
    "InputTypeError": "quotekit.errors",
    "LanguageError": "quotekit.errors",
    "LearningError": "quotekit.errors",
    "OffsetsError": "quotekit.errors",
    "ParseMissingError": "quotekit.errors",
    "PipelineNotFoundError": "quotekit.errors",
    "QuotekitError": "quotekit.errors",
    "RecordError": "quotekit.errors",
    "SettingsError": "quotekit.errors",
    "WeightsError": "quotekit.errors",
    "WorkerError": "quotekit.errors",
    "ExtractionFailure": "quotekit.batch",
    "pipe": "quotekit.batch",
    "MarkedSpan": "quotekit.records",
    "Quote": "quotekit.records",
    "Settings": "quotekit.records",
    "Span": "quotekit.records",
    "Speaker": "quotekit.records",
    "show": "quotekit.export.html",
    "find_marked_spans": "quotekit.text.marks",
    "load_pipeline": "quotekit.parse.pipelines",
    "character_mask": "quotekit.masks",
    "narration": "quotekit.masks",
    "token_mask": "quotekit.masks",
    "attribute_quotes": "quotekit.extractor",
    "extract_quotes": "quotekit.extractor",
    "find_direct_quotes": "quotekit.extractor",
    "find_indirect_quotes": "quotekit.extractor",
}
"""The module that each public name is imported from, at its first use."""


def __getattr__(name: str) -> object:
    """Import the public *name* from its module, once."""
    if name == "__version__":
        from importlib.metadata import version  # noqa: PLC0415 - costs more than the rest of this import

        value: object = version("quotekit")
    elif name in _HOMES:
        from importlib import import_module  # noqa: PLC0415 - at first use, as all of this

        value = getattr(import_module(_HOMES[name]), name)
    else:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    """The public names, whether they have been imported yet or not."""
    return sorted({*globals(), *__all__})
