"""The quotes of every text at hand as a file, and what differs between two such files.

    python -m tools.snapshot write OUT.jsonl [--annotated FOLDER] [--every N] [--processes N]
    python -m tools.snapshot compare OLD.jsonl NEW.jsonl

A move of code leaves such a file as it was, to the byte. The texts are those of ``data/written``, of the
article in ``seeds``, of the cases in ``tests/cases`` and, where a FOLDER of annotated documents is given,
of its ``*.jsonl`` and of those in its ``gold``. Each line holds where a text is from and its quotes of
every act and modality, with speakers, confidences and rules.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterator, Sequence
from itertools import islice, zip_longest
from pathlib import Path
from typing import Any

import quotekit

ROOT = Path(__file__).parent.parent
FOLDERS = ("data/written", "tests/cases")
EVERYTHING = quotekit.Settings(acts=("speech", "thought"), modalities=("asserted", "negated", "hypothetical"))
SHOWN = 20
"""Differing texts that a comparison prints."""


def texts_of(annotated: Path | None) -> Iterator[tuple[str, str]]:
    """The texts with the name of each: its file and its id, or its number where it has none."""
    for article in sorted(ROOT.glob("seeds/*.txt")):
        yield article.name, article.read_text(encoding="utf-8")
    folders = [ROOT / folder for folder in FOLDERS]
    if annotated is not None:
        folders += [annotated, annotated / "gold"]
    for file in (file for folder in folders for file in sorted(folder.glob("*.jsonl"))):
        for number, line in enumerate(file.read_text(encoding="utf-8").splitlines()):
            row = json.loads(line)
            if "text" in row:
                yield f"{file.name} {row.get('id', number)}", row["text"]


def write(out: Path, annotated: Path | None, every: int, processes: int) -> int:
    """Write the quotes of every *every*-th text to *out* and return how many texts that were."""
    texts = list(islice(texts_of(annotated), 0, None, every))
    found = quotekit.pipe((text for _, text in texts), settings=EVERYTHING, n_process=processes)
    with out.open("w", encoding="utf-8") as file:
        for (name, _), quotes in zip(texts, found, strict=True):
            row: dict[str, Any] = {"name": name, "quotes": [quote.to_dict() for quote in quotes]}
            file.write(json.dumps(row, ensure_ascii=True, sort_keys=True) + "\n")
    return len(texts)


def differences(old: Path, new: Path) -> Iterator[str]:
    """A line for each text whose quotes are not the same in both files."""
    with old.open(encoding="utf-8") as before, new.open(encoding="utf-8") as after:
        for one, other in zip_longest(before, after):
            if one != other:
                yield from shown(json.loads(one or "{}"), json.loads(other or "{}"))


def shown(one: dict[str, Any], other: dict[str, Any]) -> Iterator[str]:
    """The name of a text, and the quotes that only one of its two rows has."""
    yield f"{one.get('name')} | {other.get('name')}"
    rows = [[json.dumps(quote, sort_keys=True) for quote in row.get("quotes", ())] for row in (one, other)]
    for sign, own, others in (("-", rows[0], set(rows[1])), ("+", rows[1], set(rows[0]))):
        yield from (f"  {sign} {quote}" for quote in own if quote not in others)


def main(arguments: Sequence[str] | None = None) -> int:
    """Write or compare; the exit status is 1 when two files differ."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    commands = parser.add_subparsers(dest="command", required=True)
    writing = commands.add_parser("write")
    writing.add_argument("out", type=Path)
    writing.add_argument("--annotated", type=Path)
    writing.add_argument("--every", type=int, default=1)
    writing.add_argument("--processes", type=int, default=1)
    comparing = commands.add_parser("compare")
    comparing.add_argument("old", type=Path)
    comparing.add_argument("new", type=Path)
    given = parser.parse_args(arguments)
    if given.command == "write":
        print(write(given.out, given.annotated, given.every, given.processes), "texts")
        return 0
    found = list(differences(given.old, given.new))
    print(*found[: SHOWN * 4], sep="\n")
    print(f"{sum(not line.startswith('  ') for line in found)} texts differ")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
