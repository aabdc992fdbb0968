"""Many texts in several processes: order, deaths, interruption, and processes that do not start."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from itertools import count, islice
from typing import Any

import pytest
from deadly import DEADLY, EXIT_CODE, Hopeless, with_deadly
from spacy.language import Language

import quotekit
from quotekit import ExtractionFailure, WorkerError
from quotekit.batch import workers
from quotekit.batch.extraction import TextBatch

FERRY = "“The ferry is late,” said Tove Brandt."

INTERRUPTED = """
import itertools, multiprocessing, signal
import quotekit

if __name__ == "__main__":
    # A job in the background is started with SIGINT ignored, and so are its children.
    signal.signal(signal.SIGINT, signal.default_int_handler)
    results = quotekit.pipe(itertools.repeat("She said it was late."), n_process=2, batch_size=1)
    next(results)
    print(*(child.pid for child in multiprocessing.active_children()), flush=True)
    for result in results:
        pass
"""


def died(index: int) -> ExtractionFailure:
    """The failure of a text whose process ended by itself."""
    problem = f"it ended with exit code {EXIT_CODE} while it held the text"
    return ExtractionFailure(index, "WorkerError", str(WorkerError(problem)))


def test_deaths_bad_texts_and_endless_ones(nlp: Language) -> None:
    """A text that ends its process is a failure; its neighbours have their quotes, in order, without end."""
    bad: dict[int, Any] = {1: None, 3: DEADLY, 6: lambda: 0}
    numbers = count()
    pairs: Iterator[tuple[Any, Any]] = (
        (bad.get(number, f"“This is {number},” said Tove Brandt."), lambda: 0) for number in numbers
    )
    results = quotekit.pipe(pairs, nlp=with_deadly(nlp), n_process=2, batch_size=2, as_tuples=True)
    with pytest.warns(RuntimeWarning, match="while it held the text.* Texts 3 to 4 are tried again"):
        found = [outcome for outcome, _ in islice(results, 10)]
    assert next(numbers) <= 10 + 2 * 2 * 2
    results.close()  # type: ignore[attr-defined]
    assert found[3] == died(3)
    assert [type(found[place]) for place in bad] == [ExtractionFailure] * 3
    assert {place: outcome[0].text for place, outcome in enumerate(found) if isinstance(outcome, list)} == {
        place: f"“This is {place},”" for place in range(10) if place not in bad
    }


def test_processes_that_do_not_start(monkeypatch: pytest.MonkeyPatch) -> None:
    """When no process can load its pipeline, that is said after a few tries, here one."""
    monkeypatch.setattr(workers, "_STARTS", 1)
    nlp = Language()
    nlp._components.append(("hopeless", Hopeless()))
    with pytest.raises(WorkerError, match=f"exit code {EXIT_CODE} before its pipeline was loaded"):
        list(quotekit.pipe([FERRY], nlp=nlp, n_process=2))


def test_a_pipeline_that_cannot_be_sent() -> None:
    """A pipeline that cannot be pickled is refused at the first result."""
    nlp = Language()
    nlp._components.append(("local", lambda doc: doc))
    with pytest.raises(WorkerError, match="the pipeline cannot be sent to it"):
        next(quotekit.pipe([FERRY], nlp=nlp, n_process=2))


def test_no_texts_start_no_process() -> None:
    """Without texts there is nothing to wait for."""
    assert list(quotekit.pipe([], n_process=2)) == []


class Pipe:
    """This process's stand-in for a worker's end of its pipe."""

    def __init__(self, *batches: Any) -> None:
        self.batches = list(batches)
        self.sent: list[Any] = []

    def recv(self) -> Any:
        """The next batch, or the end."""
        if not self.batches:
            raise EOFError
        return self.batches.pop(0)

    def send(self, message: Any) -> None:
        """Keep what is sent."""
        self.sent.append(message)


def test_what_a_worker_does(nlp: Language) -> None:
    """A worker says that it is ready, answers each batch, and ends with the pipe."""
    pipe: Any = Pipe(TextBatch(0, [FERRY]), TextBatch(1, ["", None]))
    before = signal.getsignal(signal.SIGINT)
    try:
        workers.answer_batches(pipe, quotekit.Settings(), nlp)
    finally:
        signal.signal(signal.SIGINT, before)
    ready, first, second = pipe.sent
    assert ready is None
    assert first == [quotekit.extract_quotes(FERRY, nlp=nlp)]
    assert [len(quotes) for quotes in second] == [0, 0]


def alive(pid: int) -> bool:
    """Whether a process runs."""
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    return True


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no SIGINT for one process alone")
def test_interruption(tmp_path: Any) -> None:
    """Ctrl-C ends the program and its processes."""
    script = tmp_path / "endless.py"
    script.write_text(INTERRUPTED, encoding="utf-8")
    program = subprocess.Popen(
        [sys.executable, script], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    )
    assert program.stdout is not None
    try:
        pids = [int(pid) for pid in program.stdout.readline().split()]
        program.send_signal(signal.SIGINT)
        _, said = program.communicate(timeout=60)
    finally:
        program.kill()  # an endless program must not outlive a test that fails
    assert said.rstrip().endswith("KeyboardInterrupt")
    deadline = time.monotonic() + 10
    while any(map(alive, pids)) and time.monotonic() < deadline:
        time.sleep(0.05)
    assert (len(pids), [pid for pid in pids if alive(pid)]) == (2, [])
