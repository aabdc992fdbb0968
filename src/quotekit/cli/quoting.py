"""Texts that a command is given, with their quotes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from quotekit.cli.console import complain
from quotekit.cli.languages import texts_by_language
from quotekit.export.documents import QuotedText
from quotekit.files import FileText
from quotekit.records import Settings

if TYPE_CHECKING:
    from spacy.language import Language

__all__ = ["prepared_pipeline", "with_quotes"]


def prepared_pipeline(settings: Settings, lang: str, *, verbose: bool) -> Language:
    """The pipeline of *lang*, with everything loaded that reading takes."""
    from quotekit.extractor import prepare  # noqa: PLC0415 - spaCy loads when a text is parsed
    from quotekit.parse.pipelines import load_pipeline  # noqa: PLC0415

    nlp = load_pipeline(lang)
    prepare(settings, nlp)
    if verbose:
        complain(
            f"Reading {lang!r} with {nlp.meta['name']} {nlp.meta['version']}, tagger {settings.tagger!r}."
        )
    return nlp


def with_quotes(
    texts: Iterable[FileText], settings: Settings, lang: str, failed: list[str], jobs: int, *, verbose: bool
) -> Iterator[QuotedText]:
    """The texts with their quotes; of one that fails its id goes to *failed*, after a complaint."""
    from quotekit.batch import ExtractionFailure, pipe  # noqa: PLC0415 - spaCy loads when a text is parsed

    for code, run in texts_by_language(texts, lang):
        pairs = ((text.text, text) for text in run)
        nlp = prepared_pipeline(settings, code, verbose=False)
        for quotes, text in pipe(pairs, settings=settings, nlp=nlp, n_process=jobs, as_tuples=True):
            if isinstance(quotes, ExtractionFailure):
                failed.append(text.id)
                complain(f"Cannot find the quotes of {text.id}: {quotes.kind}: {quotes.error}")
                continue
            if verbose:
                complain(f"{text.id}: {len(text.text):,} characters in {code!r}, {len(quotes)} quotes.")
            yield QuotedText(text.id, text.text, tuple(quotes), text.fields)
