"""Who said what: every quotation in a text, with its speaker, its cue and its character offsets.

Errors and records are imported outright, for they are small. Whatever needs more is imported at its first
use, so that ``import quotekit`` costs next to nothing: spaCy loads when the first text is parsed.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from quotekit.errors import (
    DISTRIBUTION,
    CorpusError,
    ExtraMissingError,
    FileError,
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
from quotekit.records import MarkedSpan, Quote, Settings, Span, Speaker

if TYPE_CHECKING:  # what the table below gives, for type checkers
    from quotekit.batch import *
    from quotekit.casting import *
    from quotekit.export.documents import *
    from quotekit.export.table import *
    from quotekit.extractor import *
    from quotekit.masks import *
    from quotekit.parse.pipelines import *
    from quotekit.showing import *
    from quotekit.text.marks import *
    from quotekit.verify import *

    __version__: str

__all__ = [
    "Change",
    "CorpusError",
    "ExtraMissingError",
    "ExtractionFailure",
    "FileError",
    "InputTypeError",
    "LanguageError",
    "LearningError",
    "MarkedSpan",
    "OffsetsError",
    "ParseMissingError",
    "Person",
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
    "cast",
    "character_mask",
    "extract_quotes",
    "find_direct_quotes",
    "find_indirect_quotes",
    "find_marked_spans",
    "load_pipeline",
    "narration",
    "pipe",
    "prepare",
    "show",
    "to_arrow",
    "to_pandas",
    "to_polars",
    "token_mask",
    "verify_quote",
    "verify_quotes",
]

_LATE = {
    "batch": ("ExtractionFailure", "pipe"),
    "casting": ("Person", "cast"),
    "export.documents": ("QuotedText",),
    "export.table": ("to_arrow", "to_pandas", "to_polars"),
    "extractor": (
        "attribute_quotes",
        "extract_quotes",
        "find_direct_quotes",
        "find_indirect_quotes",
        "prepare",
    ),
    "masks": ("character_mask", "narration", "token_mask"),
    "parse.pipelines": ("load_pipeline",),
    "showing": ("show",),
    "text.marks": ("find_marked_spans",),
    "verify": ("Change", "Verification", "verify_quote", "verify_quotes"),
}
"""The public names that each module gives at their first use."""


def __getattr__(name: str) -> object:
    """Import the public *name* from its module, once."""
    from importlib import import_module, metadata  # noqa: PLC0415 - cost more than the rest of this import

    if name == "__version__":
        value: object = metadata.version(DISTRIBUTION)
    elif homes := [home for home, names in _LATE.items() if name in names]:
        value = getattr(import_module(f"quotekit.{homes[0]}"), name)
    else:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    """The public names, whether they have been imported yet or not."""
    return sorted({*globals(), *__all__})
