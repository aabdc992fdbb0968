"""Faults put into pieces of real documents: nothing raises, and what holds of every result holds of theirs.

    python -m benchmarks.faults [FOLDER] [--inputs 5000] [--seed 0] [--processes 1]

The documents are those of ``data/written`` and ``seeds`` and, where a FOLDER is given, the texts of its
``*.jsonl`` and ``*.txt`` files and of those in folders below it. Marks, line ends, separators, lone
surrogates and labels are put in, characters and lines are dropped, doubled and exchanged. What fails is
printed with its number, from which ``--only NUMBER`` makes it again, and the exit status is 1. A content
whose edge lies inside a word is only counted: a fault can be in a word.
"""

from __future__ import annotations

import argparse
import json
import random
import sys
import traceback
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from multiprocessing import Pool
from pathlib import Path
from typing import Any, Final

from attrs import frozen

from benchmarks.invariants import broken_marks, broken_quotes
from quotekit import extract_quotes, find_marked_spans
from quotekit.records import Settings

__all__ = ["Outcome", "documents_in", "faulty_piece", "main", "outcome_of"]

ROOT: Final = Path(__file__).parent.parent
SHORTEST: Final = 20
"""Characters of the shortest piece; shorter texts are those of ``benchmarks.fuzz``."""
LONGEST: Final = 700
"""Characters of the longest piece: about two paragraphs of news, so that thousands take minutes."""
MOST: Final = 8
"""Faults in one piece at most: with more, hardly a sentence is left."""

SCRAPS: Final = (
    *"“”‘’\"'«»„`—–-,.:;?!()[]<>",
    *("\n", "\n\n", "\r\n", "\r", "\t", " ", "   ", "\x0b", "\x0c", "\x1c", "\x85"),
    *("\u2028", "\u2029", "\xa0", "\u200b", "\ufeff", "\xad", "\u202e", "\u0301", "\x00"),
    *("\ud800", "\udc00", "\ud83d\ude00", "\U0001f600"),
    *("Q: ", "A: ", "ANN: ", "REPORTER: ", "- ", "— ", "> ", "1. ", "* ", "<p>", "&quot;", "``", "''"),
    *(
        " said ",
        " he said",
        ", she said, ",
        " who ",
        " and ",
        " the ",
        "Mr. ",
        " Dr. Lund ",
        " 51, ",
        "(D-Ohio)",
    ),
)
"""What is put in: marks, line ends, separators, surrogates, labels and little words."""

SETTINGS: Final = tuple(
    Settings(acts=("speech", "thought"), modalities=("asserted", "negated", "hypothetical"), tagger=tagger)
    for tagger in ("auto", "rules")
)
"""Everything is found, by the trained tagger and by the rules in turns."""


def put_in(text: str, rng: random.Random) -> str:
    """*text* with a scrap at a random place."""
    at = rng.randint(0, len(text))
    return text[:at] + rng.choice(SCRAPS) + text[at:]


def drop(text: str, rng: random.Random) -> str:
    """*text* without a few characters."""
    at = rng.randint(0, len(text))
    return text[:at] + text[at + rng.randint(1, 4) :]


def repeat(text: str, rng: random.Random) -> str:
    """*text* with some of its characters twice."""
    at = rng.randint(0, len(text))
    end = at + rng.choice((1, 1, 2, 12, 60))
    return text[:end] + text[at:end] + text[end:]


def exchange(text: str, rng: random.Random) -> str:
    """*text* with a scrap in the place of a blank, where it has one, or of any character."""
    blanks = [at for at, character in enumerate(text) if character == " "]
    at = rng.choice(blanks) if blanks else rng.randint(0, len(text))
    return text[:at] + rng.choice(SCRAPS) + text[at + 1 :]


def break_lines(text: str, rng: random.Random) -> str:
    """*text* with all of its line ends, or all of its blanks, as another separator."""
    old = rng.choice(("\n", " ", ". ", ", "))
    return text.replace(old, rng.choice(("\n", "\r", "\u2028", "\n\n", " \n", "\x85")), rng.randint(1, 30))


def capitalise(text: str, rng: random.Random) -> str:
    """*text* with a stretch of it in capitals or in small letters."""
    at = rng.randint(0, len(text))
    end = at + rng.randint(1, 80)
    return text[:at] + rng.choice((str.upper, str.lower, str.title))(text[at:end]) + text[end:]


FAULTS: Final[tuple[Callable[[str, random.Random], str], ...]] = (
    put_in,
    put_in,
    put_in,
    drop,
    repeat,
    exchange,
    break_lines,
    capitalise,
)
"""The faults, each as often as it stands here; what is put in breaks the most."""


def documents_in(folder: Path | None) -> list[str]:
    """The texts of the project's own documents and of those in *folder*, in the order of their files."""
    files = [*sorted(ROOT.glob("data/written/*.jsonl")), *sorted(ROOT.glob("seeds/*.txt"))]
    if folder is not None:
        files += sorted(path for path in folder.rglob("*") if path.suffix in {".jsonl", ".txt"})
    return [text for file in files for text in texts_in(file) if len(text) >= SHORTEST]


def texts_in(file: Path) -> Iterator[str]:
    """The texts of one file: each line's, or all of it."""
    content = file.read_text(encoding="utf-8")
    if file.suffix == ".txt":
        yield content
        return
    for line in content.split("\n"):
        row: Any = json.loads(line) if line.strip() else {}
        if isinstance(row, dict) and isinstance(row.get("text"), str):
            yield row["text"]


def faulty_piece(documents: Sequence[str], number: int, seed: int = 0) -> str:
    """The piece with this number: the same each time for the same documents and seed."""
    rng = random.Random(f"{seed} {number}")  # noqa: S311
    document = rng.choice(documents)
    start = rng.randint(0, max(0, len(document) - SHORTEST))
    piece = document[start : start + rng.randint(SHORTEST, LONGEST)]
    for _ in range(rng.randint(1, MOST)):
        piece = rng.choice(FAULTS)(piece, rng)
    return piece


@frozen
class Outcome:
    """What became of one piece.

    Attributes:
        number: Its number.
        problems: What does not hold, or the error; empty when all is well.
        quotes: How many quotes it has.
    """

    number: int
    problems: tuple[str, ...]
    quotes: int = 0


def outcome_of(text: str, number: int) -> Outcome:
    """Read *text* and see whether what holds of every text holds of it."""
    try:
        quotes = extract_quotes(text, settings=SETTINGS[number % len(SETTINGS)])
        problems = [*broken_marks(text, find_marked_spans(text)), *broken_quotes(text, quotes)]
    except Exception:
        return Outcome(number, (traceback.format_exc(limit=-3),))
    return Outcome(number, tuple(problems), len(quotes))


@frozen
class Attempt:
    """How a piece is made and read, in a process of its own as well."""

    documents: tuple[str, ...]
    seed: int

    def __call__(self, number: int) -> Outcome:
        """What becomes of the piece with this number."""
        return outcome_of(faulty_piece(self.documents, number, self.seed), number)


def outcomes(attempt: Attempt, numbers: range, processes: int) -> Iterator[Outcome]:
    """What becomes of each piece, in order."""
    if processes < 2:
        yield from map(attempt, numbers)
        return
    with Pool(processes) as pool:
        yield from pool.imap(attempt, numbers, chunksize=50)


def main(arguments: Sequence[str] | None = None) -> int:
    """Try so many pieces; the exit status is 1 when something does not hold of one."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("folder", type=Path, nargs="?")
    parser.add_argument("--inputs", type=int, default=5000)
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--processes", type=int, default=1)
    parser.add_argument("--only", type=int, help="print this piece and what becomes of it")
    given = parser.parse_args(arguments)
    attempt = Attempt(tuple(documents_in(given.folder)), given.seed)
    if given.only is not None:
        print(ascii(faulty_piece(attempt.documents, given.only, given.seed)))
        print(*attempt(given.only).problems, sep="\n")
        return 0
    total: Counter[str] = Counter()
    for outcome in outcomes(attempt, range(given.inputs), given.processes):
        total.update(inputs=1, failed=bool(outcome.problems), quotes=outcome.quotes)
        if outcome.problems:
            print(f"piece {outcome.number}:", *outcome.problems, sep="\n", flush=True)
    print(", ".join(f"{count} {what}" for what, count in total.items()))
    return 1 if total["failed"] else 0


if __name__ == "__main__":
    sys.exit(main())
