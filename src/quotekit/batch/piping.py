"""``quotekit.pipe``: the quotes of many texts, as a stream."""

from __future__ import annotations

import logging
from collections import deque
from collections.abc import Generator, Iterable, Iterator
from contextlib import closing
from typing import TYPE_CHECKING, Literal, TypeVar, overload

from quotekit.batch.extraction import TextBatch, extract_batch, in_batches
from quotekit.batch.failure import ExtractionFailure, Outcome
from quotekit.batch.workers import extract_in_workers
from quotekit.errors import InputTypeError, SettingsError
from quotekit.extractor import prepare
from quotekit.given import are_several
from quotekit.parse.pipelines import pipeline_for
from quotekit.records import Settings, settings_or_default

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

__all__ = ["pipe"]

C = TypeVar("C")

_LOG = logging.getLogger("quotekit")


@overload
def pipe(
    texts: Iterable[str | Doc],
    *,
    settings: Settings | None = None,
    nlp: Language | None = None,
    n_process: int = 1,
    batch_size: int = 64,
    as_tuples: Literal[False] = False,
) -> Iterator[Outcome]: ...


@overload
def pipe(
    texts: Iterable[tuple[str | Doc, C]],
    *,
    settings: Settings | None = None,
    nlp: Language | None = None,
    n_process: int = 1,
    batch_size: int = 64,
    as_tuples: Literal[True],
) -> Iterator[tuple[Outcome, C]]: ...


def pipe(  # noqa: PLR0913 - one keyword for each choice, as spaCy has
    texts: Iterable[str | Doc] | Iterable[tuple[str | Doc, C]],
    *,
    settings: Settings | None = None,
    nlp: Language | None = None,
    n_process: int = 1,
    batch_size: int = 64,
    as_tuples: bool = False,
) -> Iterator[Outcome] | Iterator[tuple[Outcome, C]]:
    """The quotes of many texts, in their order, as they are found.

    At most ``2 * n_process * batch_size`` texts are read ahead of the results that have been taken,
    so that *texts* may be endless.

    Args:
        texts: Texts, or Docs with a dependency parse, or pairs of one and anything with *as_tuples*.
        settings: What to look for and what to give back; by default asserted speech.
        nlp: The pipeline that parses the texts; by default the best English one installed. Each
            process has its own copy.
        n_process: How many processes read. With 1 it is this one.
        batch_size: How many texts a process reads at a time.
        as_tuples: Whether each text comes with something that belongs to it, which is given back
            with the text's result and never leaves this process.

    Returns:
        For each text the list that `extract_quotes` returns, or an `ExtractionFailure` that says
        why there is none; with *as_tuples*, pairs of these and what came with the text. Each
        failure is a warning in the log ``quotekit`` as well. A text
        whose process dies is read again on its own in a new process, and is a failure when that
        process dies too. Closing the iterator ends the processes.

    Raises:
        InputTypeError: *texts* is a single text or nothing to loop over, or with *as_tuples* no pairs; the
            latter is raised with the results.
        SettingsError: *settings* are no settings, *n_process* or *batch_size* is no whole number from 1,
            or *nlp* is no pipeline.
        PipelineNotFoundError: No pipeline is installed; raised with the first result.
        WeightsError: Weights that the settings name cannot be loaded; raised with the first result.
        WorkerError: No process could be started; raised with the results.
    """
    _check_count("n_process", n_process)
    _check_count("batch_size", batch_size)
    nlp = None if nlp is None else pipeline_for(nlp)
    settings = settings_or_default(settings)
    if not are_several(texts):
        expected = "several texts, such as a list or the column of a table; for one, [text]"
        raise InputTypeError(type(texts).__name__, expected)
    if as_tuples:
        return _with_contexts(texts, settings, nlp, n_process, batch_size)  # type: ignore[arg-type]
    return _logged(_outcomes(in_batches(texts, batch_size), settings, nlp, n_process))


def _check_count(setting: str, value: object) -> None:
    if not isinstance(value, int) or isinstance(value, bool) or value < 1:
        raise SettingsError(setting, repr(value), "a whole number from 1")


def _outcomes(
    source: Iterator[TextBatch], settings: Settings, nlp: Language | None, n_process: int
) -> Generator[Outcome, None, None]:
    if n_process > 1:
        yield from extract_in_workers(source, settings, nlp, n_process)
        return
    nlp = pipeline_for(nlp)
    prepare(settings, nlp)
    for batch in source:
        yield from extract_batch(batch, settings, nlp)


def _with_contexts(
    pairs: Iterable[tuple[str | Doc, C]],
    settings: Settings,
    nlp: Language | None,
    n_process: int,
    batch_size: int,
) -> Iterator[tuple[Outcome, C]]:
    contexts: deque[C] = deque()

    def texts() -> Iterator[str | Doc]:
        for pair in pairs:
            if not isinstance(pair, tuple | list) or len(pair) != 2:
                raise InputTypeError(type(pair).__name__, "pairs of a text and what belongs to it")
            contexts.append(pair[1])
            yield pair[0]

    for outcome in _logged(_outcomes(in_batches(texts(), batch_size), settings, nlp, n_process)):
        yield outcome, contexts.popleft()


def _logged(outcomes: Generator[Outcome, None, None]) -> Iterator[Outcome]:
    """The *outcomes*, each failure of which is written to the log."""
    with closing(outcomes):
        for outcome in outcomes:
            if isinstance(outcome, ExtractionFailure):
                _LOG.warning("Text %d is skipped: %s: %s", outcome.index, outcome.kind, outcome.error)
            yield outcome
