"""Processes that read batches of texts, and what happens when one of them dies.

Each worker has a pipe of its own and holds one batch at a time, so that it is known whose texts a
dead worker held. Processes are spawned, which works alike on all platforms and beside threads.
"""

from __future__ import annotations

import signal
import warnings
from collections import deque
from collections.abc import Iterator
from multiprocessing import get_context
from multiprocessing.connection import Connection, wait
from typing import TYPE_CHECKING, Any

from quotekit.batch.extraction import TextBatch, extract_batch
from quotekit.batch.failure import ExtractionFailure, Outcome
from quotekit.errors import QuotekitError, WorkerError
from quotekit.extractor import prepare
from quotekit.parse.pipelines import pipeline_for
from quotekit.records import Settings

if TYPE_CHECKING:
    from spacy.language import Language

__all__ = ["extract_in_workers"]

_STARTS = 3
"""How many workers in a row may die before their pipeline is loaded."""

_AHEAD = 2
"""Batches for each worker that are read ahead of the results that have been taken."""

_PATIENCE = 5.0
"""Seconds that a worker has to end when it is told to."""


def extract_in_workers(
    source: Iterator[TextBatch], settings: Settings, nlp: Language | None, n_process: int
) -> Iterator[Outcome]:
    """One result for each text of the batches of *source*, in order.

    Raises:
        PipelineNotFoundError: The workers find no pipeline.
        WeightsError: The workers cannot load the weights that the settings name.
        WorkerError: Workers die before they have loaded their pipeline.
    """
    crew = _Crew(source, (settings, nlp), n_process)
    try:
        yield from crew.outcomes()
    finally:
        crew.dismiss()


def answer_batches(connection: Connection, settings: Settings, nlp: Language | None) -> None:
    """What a worker does: say that all is loaded, then answer batches until the pipe is closed."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # whoever interrupts the parent ends the workers by it
    try:
        pipeline = pipeline_for(nlp)
        prepare(settings, pipeline)
    except QuotekitError as error:
        connection.send(error)
        return
    try:
        connection.send(None)
        while True:
            batch = connection.recv()
            # What texts add to the vocabulary goes with them: memory stays the same however many come.
            with pipeline.memory_zone():
                outcomes = extract_batch(batch, settings, pipeline)
            connection.send(outcomes)
    except (EOFError, OSError):
        return


class _Worker:
    """A process, this side of its pipe, and the batch that it holds."""

    def __init__(self, task: tuple[Settings, Language | None]) -> None:
        context = get_context("spawn")
        self.connection, theirs = context.Pipe()
        self.process = context.Process(target=answer_batches, args=(theirs, *task), daemon=True)
        self.loaded = False
        self.batch: TextBatch | None = None
        try:
            self.process.start()
        except Exception as error:
            raise WorkerError(f"the pipeline cannot be sent to it ({error})") from error
        finally:
            theirs.close()

    def end(self) -> int | None:
        """End the process, if it has not ended, and tell its exit code."""
        self.connection.close()
        self.process.terminate()
        self.process.join(_PATIENCE)
        if self.process.is_alive():
            self.process.kill()
            self.process.join()
        return self.process.exitcode


class _Crew:
    """The workers, what waits for them, and what they have found."""

    def __init__(
        self, source: Iterator[TextBatch], task: tuple[Settings, Language | None], n_process: int
    ) -> None:
        self._source = source
        self._source_error: Exception | None = None
        self._exhausted = False
        self._task = task
        self._size = n_process
        self._workers: list[_Worker] = []
        self._failed_starts = 0
        self._again: deque[TextBatch] = deque()
        self._open: deque[int] = deque()
        self._found: dict[int, Outcome] = {}
        self._next = 0

    def outcomes(self) -> Iterator[Outcome]:
        """The results in order; an error of the source comes behind those of what preceded it."""
        while True:
            self._collect(0)
            self._hand_out()
            if self._next in self._found:
                yield self._found.pop(self._next)
                self._next += 1
            elif any(worker.batch for worker in self._workers):
                self._collect(None)
            elif self._exhausted and not self._again:
                break
        if self._source_error is not None:
            raise self._source_error

    def dismiss(self) -> None:
        """End all workers."""
        for worker in self._workers:
            worker.end()
        self._workers.clear()

    def _hand_out(self) -> None:
        """Give each worker that has nothing to do a batch, as long as there are any."""
        while (worker := self._idle()) is not None or len(self._workers) < self._size:
            batch = self._again.popleft() if self._again else self._take()
            if batch is None:
                return
            if worker is None:
                worker = _Worker(self._task)
                self._workers.append(worker)
            worker.batch = batch
            if worker.loaded:
                self._send(worker, batch)

    def _idle(self) -> _Worker | None:
        return next((worker for worker in self._workers if worker.batch is None), None)

    def _take(self) -> TextBatch | None:
        """The next batch of the source, unless that is exhausted or enough has been read ahead."""
        while self._open and self._open[0] < self._next:
            self._open.popleft()
        if self._exhausted or len(self._open) >= _AHEAD * self._size:
            return None
        try:
            batch = next(self._source, None)
        except Exception as error:
            self._source_error, batch = error, None
        if batch is None:
            self._exhausted = True
        else:
            self._open.append(batch.first + len(batch.texts) - 1)
        return batch

    def _send(self, worker: _Worker, batch: TextBatch) -> None:
        try:
            worker.connection.send(batch)
        except OSError:  # it died while it had nothing to do, which is not the fault of these texts
            self._drop(worker)
            self._again.appendleft(batch)
        except Exception as error:
            worker.batch = None
            self._blame(batch, error)

    def _collect(self, timeout: float | None) -> None:
        """Take what the workers have sent; wait for that up to *timeout* seconds, without limit if None."""
        busy = [worker for worker in self._workers if worker.batch]
        signs: dict[Any, _Worker] = {worker.connection: worker for worker in busy}
        signs |= {worker.process.sentinel: worker for worker in busy}
        for worker in {id(signs[sign]): signs[sign] for sign in wait(list(signs), timeout)}.values():
            self._receive(worker)

    def _receive(self, worker: _Worker) -> None:
        try:
            if not worker.connection.poll():  # its process has ended without a word
                raise EOFError
            message = worker.connection.recv()
        except (EOFError, OSError):
            self._lose(worker)
            return
        if isinstance(message, QuotekitError):
            raise message
        batch = worker.batch
        assert batch is not None  # noqa: S101 - only workers with a batch are listened to
        if message is None:
            worker.loaded, self._failed_starts = True, 0
            self._send(worker, batch)
        else:
            worker.batch = None
            self._found |= dict(enumerate(message, batch.first))

    def _lose(self, worker: _Worker) -> None:
        """Find out what a dead worker leaves behind."""
        batch, code = worker.batch, self._drop(worker)
        assert batch is not None  # noqa: S101 - only workers with a batch are listened to
        if worker.loaded:
            error = WorkerError(f"it ended with exit code {code} while it held the text")
            warnings.warn(f"{error} {_tried_again(batch)}", RuntimeWarning, stacklevel=2)
            self._blame(batch, error)
            return
        self._failed_starts += 1
        if self._failed_starts >= _STARTS:
            raise WorkerError(f"it ended with exit code {code} before its pipeline was loaded")
        self._again.appendleft(batch)

    def _drop(self, worker: _Worker) -> int | None:
        self._workers.remove(worker)
        return worker.end()

    def _blame(self, batch: TextBatch, error: Exception) -> None:
        """One text alone has failed by *error*; several are tried again, each on its own."""
        if len(batch.texts) == 1:
            self._found[batch.first] = ExtractionFailure.of(batch.first, error)
            return
        self._again.extendleft(reversed(batch.singles()))


def _tried_again(batch: TextBatch) -> str:
    if len(batch.texts) == 1:
        return f"Text {batch.first} is given up."
    return f"Texts {batch.first} to {batch.first + len(batch.texts) - 1} are tried again, each on its own."
