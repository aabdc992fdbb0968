"""Print how many words a second quotekit reads on this machine.

    python -m tools.processes [TEXT FILE] [PROCESSES]

By default the article of this repository, with one process and with two. The time that processes
take to start is measured with a first batch and left out.
"""

import sys
import time
from collections.abc import Iterator
from itertools import islice, repeat
from pathlib import Path

import quotekit

SECONDS = 20
BATCH = 8


def words_per_second(text: str, n_process: int) -> float:
    """The words read in some seconds, by the seconds that they took."""
    results: Iterator[object] = quotekit.pipe(repeat(text), n_process=n_process, batch_size=BATCH)
    list(islice(results, 4 * BATCH * n_process))
    start, texts = time.perf_counter(), 0
    while time.perf_counter() - start < SECONDS:
        texts += len(list(islice(results, BATCH * n_process)))
    return len(text.split()) * texts / (time.perf_counter() - start)


def main() -> None:
    """Measure each number of processes, and how much faster than one they are."""
    given = sys.argv[1:] + [None, None][len(sys.argv) - 1 :]
    file = Path(given[0]) if given[0] else next(Path(__file__).parent.parent.glob("seeds/*.txt"))
    text, most = file.read_text(encoding="utf-8"), int(given[1] or 2)
    alone = words_per_second(text, 1)
    print(f"1 process: {alone:,.0f} words a second")
    for n_process in range(2, most + 1):
        together = words_per_second(text, n_process)
        print(f"{n_process} processes: {together:,.0f} words a second, {together / alone:.2f} times as many")


if __name__ == "__main__":
    main()
