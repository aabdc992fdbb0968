"""A file of JSON lines that an earlier run has begun."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path

from attrs import frozen

from quotekit.cli.console import complain
from quotekit.errors import CorpusError
from quotekit.export.documents import QuotedText
from quotekit.export.jsonl import json_lines
from quotekit.files import FileText

__all__ = ["Resumed"]


@frozen(eq=False)
class Resumed:
    """What a file holds already, and what is still to come.

    Attributes:
        path: The file.
        done: How many lines it has of each id.
        end: Where its last whole line ends; what stands behind that was being written when the run stopped.
    """

    path: Path
    done: Counter[str]
    end: int

    @classmethod
    def of(cls, output: str) -> Resumed:
        """The file as it was left, empty where there is none.

        Raises:
            CorpusError: A whole line of it is none that quotekit writes.
            OSError: It cannot be read.
        """
        path, done, end = Path(output), Counter[str](), 0
        if path.exists():
            with path.open("rb") as lines:
                for number, line in enumerate(lines, 1):
                    if line.endswith(b"\n"):
                        done[_id_of(path, number, line)] += 1
                        end += len(line)
        return cls(path, done, end)

    def left(self, texts: Iterable[FileText]) -> Iterator[FileText]:
        """The *texts* whose lines are missing, of texts with one id the later ones."""
        seen = Counter[str]()
        for text in texts:
            seen[text.id] += 1
            if seen[text.id] > self.done[text.id]:
                yield text

    def append(self, documents: Iterable[QuotedText]) -> None:
        """Write the lines of *documents* behind those that are there, each as soon as it is known.

        Raises:
            OSError: The file cannot be written.
        """
        count = sum(self.done.values())
        with self.path.open("r+b" if self.path.exists() else "wb") as file:
            file.truncate(self.end)
            file.seek(self.end)
            try:
                for line in json_lines(documents):
                    file.write(line.encode("utf-8"))
                    file.flush()
                    count += 1
            except KeyboardInterrupt:
                complain(f"Stopped: {count} texts are in {self.path}; the same command goes on from there.")
                raise


def _id_of(path: Path, number: int, line: bytes) -> str:
    try:
        return str(json.loads(line)["id"])
    except (ValueError, KeyError, TypeError, RecursionError):
        raise CorpusError(str(path), number, "it is no line that quotekit wrote") from None
